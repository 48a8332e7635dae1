//! Which types the client uses: those with names, those of operations, and what stands in them.
//!
//! What stands only in a type that comes out as any value is not used by anything.

use std::collections::BTreeSet;

use super::unions::Unions;
use crate::api::{Additional, Api, Identity, Kind, Object, Owner, TypeId};

/// Returns the types that are used.
pub(super) fn used(api: &Api, unions: &Unions) -> BTreeSet<TypeId> {
    let is_root = |identity: &Identity| match identity {
        Identity::Component(_) => true,
        Identity::Inline { owner, .. } => !matches!(owner, Owner::Type(_)),
    };
    let roots = api.types().filter(|(_, ty)| is_root(&ty.identity));
    let mut waiting: Vec<TypeId> = roots.map(|(id, _)| id).collect();
    let mut used: BTreeSet<TypeId> = waiting.iter().copied().collect();
    while let Some(id) = waiting.pop() {
        let inner = inner(api, unions, id);
        waiting.extend(inner.into_iter().filter(|id| used.insert(*id)));
    }
    used
}

fn inner(api: &Api, unions: &Unions, id: TypeId) -> Vec<TypeId> {
    match &api[id].kind {
        Kind::Array(target) | Kind::Alias(target) => vec![target.id],
        Kind::Map(map) if map.patterns.is_empty() => vec![map.values.id],
        Kind::Object(object) => inner_of_object(object),
        Kind::Any
        | Kind::Never
        | Kind::Null
        | Kind::Boolean
        | Kind::Integer(_)
        | Kind::Number(_)
        | Kind::String(_)
        | Kind::Enum(_)
        | Kind::Tuple(_)
        | Kind::Map(_) => Vec::new(),
        Kind::Union(_) => unions.held(api, id),
    }
}

fn inner_of_object(object: &Object) -> Vec<TypeId> {
    let properties = object.properties.iter().map(|property| property.ty.id);
    let additional = match object.additional {
        Additional::Typed(ty) if object.patterns.is_empty() => Some(ty.id),
        Additional::Any | Additional::Forbidden | Additional::Typed(_) => None,
    };
    properties.chain(additional).collect()
}
