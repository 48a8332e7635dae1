//! What becomes of each union: an enum, or less where it says less.
//!
//! Takes the API. Names nothing: this is known before there are names.

use std::sync::Arc;

use crate::api::{Api, Identity, Kind, Scalar, Telling, TypeId, TypeMap, TypeRef, Union};

/// What becomes of the unions of an API.
#[derive(Debug, Default)]
pub(in crate::plan) struct Unions(TypeMap<Form>);

/// What becomes of a union.
#[derive(Debug)]
enum Form {
    Enum(Members),
    /// All members are of one type.
    Single(TypeRef),
    /// No member says anything.
    Any,
}

/// The members of a union that is an enum.
#[derive(Debug)]
pub(in crate::plan) struct Members {
    pub(super) telling: Arc<Telling>,
    /// The members that are variants, in document order.
    pub(super) variants: Vec<Alternative>,
}

/// A member that is a variant.
#[derive(Debug)]
pub(in crate::plan) struct Alternative {
    /// Its position in the union.
    pub(super) member: usize,
    /// The only value there is, where the variant holds nothing.
    pub(super) constant: Option<String>,
}

impl Unions {
    pub(in crate::plan) fn new(api: &Api) -> Self {
        let unions = api.types().filter_map(|(id, ty)| match &ty.kind {
            Kind::Union(union) => Some((id, form(api, id, union))),
            Kind::Any
            | Kind::Never
            | Kind::Null
            | Kind::Boolean
            | Kind::Integer(_)
            | Kind::Number(_)
            | Kind::String(_)
            | Kind::Enum(_)
            | Kind::Array(_)
            | Kind::Tuple(_)
            | Kind::Map(_)
            | Kind::Object(_)
            | Kind::Alias(_) => None,
        });
        Self(unions.collect())
    }

    /// Returns the members of a union that is an enum.
    pub(in crate::plan) fn members(&self, id: TypeId) -> Option<&Members> {
        match self.0.get(id)? {
            Form::Enum(members) => Some(members),
            Form::Single(_) | Form::Any => None,
        }
    }

    /// Returns the type that a union is another name for.
    pub(in crate::plan) fn single(&self, id: TypeId) -> Option<TypeRef> {
        match self.0.get(id)? {
            Form::Single(target) => Some(*target),
            Form::Enum(_) | Form::Any => None,
        }
    }

    /// Returns the types that variants of a union hold, or the one that it is another name for.
    pub(in crate::plan) fn held(&self, api: &Api, id: TypeId) -> Vec<TypeId> {
        let (Some(form), Kind::Union(union)) = (self.0.get(id), &api[id].kind) else {
            return Vec::new();
        };
        match form {
            Form::Enum(members) => {
                let variants = members.variants.iter();
                let held = variants.filter(|variant| variant.constant.is_none());
                held.map(|variant| union.members[variant.member].ty.id)
                    .collect()
            }
            Form::Single(target) => vec![target.id],
            Form::Any => Vec::new(),
        }
    }
}

impl Members {
    /// Returns the variant that a member became.
    pub(super) fn variant_of(&self, member: usize) -> Option<usize> {
        let first = *self.telling.firsts.get(member)?;
        self.variants
            .iter()
            .position(|variant| variant.member == first)
    }
}

fn form(api: &Api, id: TypeId, union: &Union) -> Form {
    let Some(telling) = api.tellings().of(id).map(Arc::clone) else {
        return Form::Any;
    };
    let mut variants: Vec<Alternative> = Vec::new();
    let mut has_any = false;
    for (index, member) in union.members.iter().enumerate() {
        let end = api.end(member.ty.id);
        let is_any = matches!(api[end].kind, Kind::Any | Kind::Alias(_));
        has_any |= is_any;
        let is_nothing = telling.looks[index].sorts.is_empty() || end == id;
        if is_any || is_nothing || telling.firsts[index] != index {
            continue;
        }
        let constant = constant(api, member.ty.id);
        let is_known = |known: &Alternative| constant.is_some() && known.constant == constant;
        if !variants.iter().any(is_known) {
            variants.push(Alternative {
                member: index,
                constant,
            });
        }
    }
    match variants.as_slice() {
        [] => Form::Any,
        [one] if !has_any && one.constant.is_none() => Form::Single(union.members[one.member].ty),
        _ => Form::Enum(Members { telling, variants }),
    }
}

/// Returns the text that is all that a member without a name may be.
fn constant(api: &Api, id: TypeId) -> Option<String> {
    let ty = &api[id];
    match (&ty.identity, &ty.kind) {
        (Identity::Inline { .. }, Kind::Enum(list)) if list.is_of_texts() && !ty.nullable => {
            match list.values.as_slice() {
                [one] => match &one.value {
                    Scalar::String(text) => Some(text.clone()),
                    Scalar::Boolean(_) | Scalar::Number(_) => None,
                },
                _ => None,
            }
        }
        _ => None,
    }
}
