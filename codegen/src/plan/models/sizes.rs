//! How large values are, from above: what variants of enums hold directly, and what in a box.
//!
//! An estimate that is a function of the type itself and of what it holds directly; never too small.

use super::{Types, patterns};
use crate::api::{Additional, Kind, Object, TypeId, TypeMap, TypeSet};
use crate::plan::ty::Ty;

/// Variants hold no more than that directly: clippy's lint of enums with one large variant looks at
/// differences of this size.
const LARGEST_VARIANT: usize = 200;

const WORD: usize = 8;

/// The sizes of types with items, in bytes.
#[derive(Debug, Default)]
pub(super) struct Sizes(TypeMap<usize>);

impl Sizes {
    pub(super) fn new(types: &Types<'_>) -> Self {
        let mut sizes = Self::default();
        let mut open = TypeSet::default();
        for (start, _) in types.items() {
            let mut waiting = vec![(start, None)];
            while let Some((id, known)) = waiting.pop() {
                if sizes.0.contains(id) {
                    continue;
                }
                let is_back = known.is_some();
                let parts = known.unwrap_or_else(|| parts(types, id));
                open.insert(id);
                let missing = |of: &TypeId| !sizes.0.contains(*of) && !open.contains(*of);
                let todo: Vec<TypeId> = parts.iter().filter_map(direct).filter(missing).collect();
                if todo.is_empty() || is_back {
                    sizes.0.insert(id, sizes.sum(types, id, &parts));
                } else {
                    waiting.push((id, Some(parts)));
                    waiting.extend(todo.into_iter().map(|id| (id, None)));
                }
            }
        }
        sizes
    }

    /// Whether a variant holds a value of the type in a box.
    pub(super) fn is_large(&self, ty: &Ty) -> bool {
        self.of(ty) > LARGEST_VARIANT
    }

    fn sum(&self, types: &Types<'_>, id: TypeId, parts: &[Ty]) -> usize {
        let sizes = parts.iter().map(|part| self.of(part));
        match &types.api()[id].kind {
            Kind::Union(_) => {
                let held = sizes.map(|size| if size > LARGEST_VARIANT { WORD } else { size });
                held.max().unwrap_or_default() + WORD
            }
            _ => sizes.sum::<usize>() + WORD,
        }
    }

    fn of(&self, ty: &Ty) -> usize {
        match ty {
            Ty::Bool
            | Ty::Integer(_)
            | Ty::F32
            | Ty::F64
            | Ty::AdditionalProperties
            | Ty::Box(_) => WORD,
            Ty::Secret => 2 * WORD,
            Ty::Number | Ty::String | Ty::Vec(_) | Ty::Local(_) => 3 * WORD,
            // The largest of those crates is a URL.
            Ty::Foreign(_) => 12 * WORD,
            // Nobody knows.
            Ty::Own(_) => LARGEST_VARIANT + WORD,
            Ty::Bytes => 4 * WORD,
            Ty::Map(_) => 9 * WORD,
            Ty::Value | Ty::Runtime(_) => 10 * WORD,
            Ty::Option(inner) => self.of(inner) + WORD,
            // What is not known yet holds this type in turn, so it is in a box.
            Ty::Named(named) => self.0.get(named.id).copied().unwrap_or(WORD),
        }
    }
}

/// Returns the type whose value stands in a value of this one.
fn direct(ty: &Ty) -> Option<TypeId> {
    match ty {
        Ty::Option(inner) => direct(inner),
        Ty::Named(named) => Some(named.id),
        Ty::Bool
        | Ty::Integer(_)
        | Ty::F32
        | Ty::F64
        | Ty::Number
        | Ty::Secret
        | Ty::Foreign(_)
        | Ty::Own(_)
        | Ty::String
        | Ty::Bytes
        | Ty::Value
        | Ty::AdditionalProperties
        | Ty::Box(_)
        | Ty::Vec(_)
        | Ty::Map(_)
        | Ty::Local(_)
        | Ty::Runtime(_) => None,
    }
}

/// Returns what holds the properties without names.
fn unnamed(types: &Types<'_>, object: &Object) -> impl Iterator<Item = Ty> {
    let unnamed = patterns::unnamed(types.api(), object);
    let map = || Ty::Map(Box::new(Ty::Value));
    let others = match unnamed.others {
        Additional::Any => Some(Ty::AdditionalProperties),
        Additional::Typed(_) => Some(map()),
        Additional::Forbidden => None,
    };
    others.into_iter().chain(unnamed.matching.map(|_| map()))
}

/// Returns what a value of a type consists of.
fn parts(types: &Types<'_>, id: TypeId) -> Vec<Ty> {
    let boxed = |target: TypeId, ty: Ty| {
        if types.needs_box(id, target) {
            Ty::Box(Box::new(ty))
        } else {
            ty
        }
    };
    match &types.api()[id].kind {
        Kind::Object(object) => {
            let properties = object.properties.iter();
            let fields = properties.map(|property| {
                let ty = boxed(property.ty.id, types.ty(property.ty));
                if property.required { ty } else { ty.option() }
            });
            fields.chain(unnamed(types, object)).collect()
        }
        Kind::Tuple(tuple) => {
            let items = tuple.prefix.iter();
            let items = items.map(|item| boxed(item.id, types.ty(*item)).option());
            items.chain([Ty::Vec(Box::new(Ty::Value))]).collect()
        }
        Kind::Map(map) if types.is_struct(map) => {
            unnamed(types, &patterns::as_object(types.api(), map)).collect()
        }
        Kind::Union(union) if types.members(id).is_some() => {
            let held = union.members.iter();
            let held = held.map(|member| boxed(member.ty.id, types.ty(member.ty)));
            held.chain([Ty::Value]).collect()
        }
        Kind::Enum(values) if values.is_of_texts() => vec![Ty::String],
        // The largest of what keeps values that are not listed.
        Kind::Enum(_) => vec![Ty::Value],
        _ => vec![types.definition(id)],
    }
}
