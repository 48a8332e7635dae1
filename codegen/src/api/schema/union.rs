//! Unions: values of one of several types, and what tells which.

use super::{TypeId, TypeRef};
use crate::api::Docs;
use crate::source::Origin;

/// Values of one of several types. `null` alone is never among them: where it is an alternative, the
/// type is nullable. A union of one other type does not exist: it is that type.
#[derive(Debug, Clone)]
pub(crate) struct Union {
    pub(crate) rule: Rule,
    /// What stands beside the alternatives and holds for all of them: an object whose properties each
    /// alternative has too, a second union, and so on. Kept apart, so that it is said once however
    /// many alternatives there are.
    pub(crate) base: Option<TypeRef>,
    /// In document order; two at least. A member may be nullable itself.
    pub(crate) members: Vec<Member>,
    pub(crate) discriminator: Option<Discriminator>,
}

/// What a value must fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rule {
    /// One member and no other.
    OneOf,
    /// One member at least.
    AnyOf,
    /// The member of its type: several names in `type`.
    Types,
}

/// An alternative.
#[derive(Debug, Clone)]
pub(crate) struct Member {
    /// What tells the member from the others, whatever the order; unique in its union.
    pub(crate) key: String,
    pub(crate) ty: TypeRef,
    /// What people wrote at this place.
    pub(crate) docs: Docs,
    pub(crate) origin: Origin,
}

/// A property whose value says which type an object is of.
#[derive(Debug, Clone)]
pub(crate) struct Discriminator {
    /// As in `petType`.
    pub(crate) property: String,
    /// The explicit values in document order, then the names that the rest goes by.
    pub(crate) mapping: Vec<Mapping>,
    /// The type of values that the mapping does not know (OAS 3.2 §4.25).
    pub(crate) default: Option<TypeId>,
    pub(crate) origin: Origin,
}

/// One value of a discriminator.
#[derive(Debug, Clone)]
pub(crate) struct Mapping {
    /// As in `dog`.
    pub(crate) value: String,
    /// The member of the union, or the type that adds to the object.
    pub(crate) ty: TypeId,
    /// Whether the description says so; else the name of the schema is the value.
    pub(crate) is_explicit: bool,
    pub(crate) origin: Origin,
}
