//! Which types the client uses: those with names, those of operations, and what stands in them.
//!
//! What stands only in a type that comes out as any value is not used by anything.

use super::graph::Ground;
use super::patterns::{self, MapForm};
use crate::api::{Additional, Api, Identity, Kind, Object, Owner, Step, Type, TypeId, TypeSet};
use crate::plan::media;

/// Returns the types that are used.
pub(super) fn used(ground: Ground<'_>) -> TypeSet {
    let api = ground.api;
    let is_root = |identity: &Identity| match identity {
        Identity::Component(_) => true,
        Identity::Inline { owner, .. } => !matches!(owner, Owner::Type(_)),
    };
    let whole = whole(ground);
    let (parts, roots): (Vec<_>, Vec<_>) = api
        .types()
        .filter(|(_, ty)| is_root(&ty.identity))
        .partition(|(id, ty)| is_parts(ty) && !whole.contains(*id));
    let mut used: TypeSet = roots.iter().map(|(id, _)| *id).collect();
    let mut waiting: Vec<TypeId> = used.iter().collect();
    for inner in parts.iter().flat_map(|(id, _)| inner(ground, *id)) {
        if used.insert(inner) {
            waiting.push(inner);
        }
    }
    while let Some(id) = waiting.pop() {
        let inner = inner(ground, id);
        waiting.extend(inner.into_iter().filter(|id| used.insert(*id)));
    }
    used
}

/// Returns the types that callers make: those of the bodies of requests, and what stands in them.
pub(super) fn sent(ground: Ground<'_>) -> TypeSet {
    let operations = ground.api.operations.iter();
    let content = operations.flat_map(|operation| operation.body.iter());
    let content = content.flat_map(|body| &body.content);
    let mut waiting: Vec<TypeId> = content
        .flat_map(|content| content.ty.iter().chain(&content.item))
        .map(|ty| ty.id)
        .collect();
    let mut sent: TypeSet = waiting.iter().copied().collect();
    while let Some(id) = waiting.pop() {
        let inner = inner(ground, id);
        waiting.extend(inner.into_iter().filter(|id| sent.insert(*id)));
    }
    sent
}

/// Returns the types that something holds as a whole, not only part by part.
fn whole(ground: Ground<'_>) -> TypeSet {
    let api = ground.api;
    let mut whole = TypeSet::default();
    for operation in api.all_operations() {
        let body = operation.body.iter().flat_map(|body| &body.content);
        let body = body.filter(|content| !media::is_multipart(&content.media_type));
        let answers = operation.responses.iter().flat_map(|it| &it.content);
        for content in body.chain(answers) {
            whole.extend(content.ty.iter().chain(&content.item).map(|ty| ty.id));
        }
    }
    for (id, _) in api.types() {
        whole.extend(inner(ground, id));
    }
    whole
}

/// Whether it is the parts of a multipart body: these are no model, but what is in them is.
fn is_parts(ty: &Type) -> bool {
    let Identity::Inline { step, .. } = &ty.identity else {
        return false;
    };
    let is_body = matches!(step, Step::RequestBody(media_type) if media::is_multipart(media_type));
    is_body && matches!(ty.kind, Kind::Object(_))
}

/// Returns what stands in a type; in one of the user's nothing that is known.
fn inner(ground: Ground<'_>, id: TypeId) -> Vec<TypeId> {
    let Ground {
        api,
        unions,
        replaced,
    } = ground;
    if replaced.contains(id) {
        return Vec::new();
    }
    match &api[id].kind {
        Kind::Array(target) | Kind::Alias(target) => vec![target.id],
        Kind::Map(map) => match patterns::map_form(api, map) {
            MapForm::Uniform(values) => vec![values.id],
            MapForm::Any => Vec::new(),
            MapForm::Struct => inner_of_object(api, &patterns::as_object(api, map)),
        },
        Kind::Object(object) => inner_of_object(api, object),
        Kind::Tuple(tuple) => {
            let rest = inner_of_additional(tuple.rest);
            tuple
                .prefix
                .iter()
                .map(|item| item.id)
                .chain(rest)
                .collect()
        }
        Kind::Any
        | Kind::Never
        | Kind::Null
        | Kind::Boolean
        | Kind::Integer(_)
        | Kind::Number(_)
        | Kind::String(_)
        | Kind::Enum(_) => Vec::new(),
        Kind::Union(_) => unions.held(api, id),
    }
}

fn inner_of_object(api: &Api, object: &Object) -> Vec<TypeId> {
    let properties = object.properties.iter().map(|property| property.ty.id);
    let unnamed = patterns::unnamed(api, object);
    let matching = unnamed.matching.map(|ty| ty.id);
    let additional = inner_of_additional(unnamed.others);
    properties.chain(matching).chain(additional).collect()
}

fn inner_of_additional(additional: Additional) -> Option<TypeId> {
    match additional {
        Additional::Typed(ty) => Some(ty.id),
        Additional::Any | Additional::Forbidden => None,
    }
}
