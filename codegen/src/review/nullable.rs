//! Whether `null` is a value.

use super::Rule;
use super::cx::Apis;
use super::difference::Difference;
use super::resolve::resolve;
use crate::api::{Api, Identity, Kind, TypeRef};
use crate::source::Origin;

/// Compares whether a use of a type admits `null`.
pub(super) fn compare_nullable<'a>(
    apis: Apis<'_>,
    old: TypeRef,
    new: TypeRef,
) -> Option<Difference<'a>> {
    let is_any =
        |api: &Api, ty: TypeRef| matches!(api[resolve(api, ty).id].kind, Kind::Any | Kind::Null);
    // These hold null without saying so; what became of it is told as a change of type.
    if is_any(apis.old, old) || is_any(apis.new, new) {
        return None;
    }
    difference(old.nullable, new.nullable)
}

/// Compares whether a component itself admits `null`.
pub(super) fn compare_own<'a>(
    (old, old_origin): (bool, &'a Origin),
    (new, new_origin): (bool, &'a Origin),
) -> Option<Difference<'a>> {
    difference(old, new).map(|it| it.at(old_origin, new_origin))
}

/// Whether a difference at a use is that of the component used, which is told there.
pub(super) fn is_of_component(apis: Apis<'_>, old: TypeRef, new: TypeRef) -> bool {
    own_null(apis.old, old) != own_null(apis.new, new)
}

/// Whether the component that is used, or one that it is an alias of, admits `null`.
fn own_null(api: &Api, ty: TypeRef) -> bool {
    let used = &api[ty.id];
    let is_component = matches!(used.identity, Identity::Component(_));
    let behind_alias = match used.kind {
        Kind::Alias(target) => target.nullable,
        _ => false,
    };
    is_component && (used.nullable || behind_alias)
}

fn difference<'a>(old: bool, new: bool) -> Option<Difference<'a>> {
    match (old, new) {
        (false, true) => Some(Difference::new(
            Rule::BecameNullable,
            "The value may now be null.",
        )),
        (true, false) => Some(Difference::new(
            Rule::NoLongerNullable,
            "The value may no longer be null.",
        )),
        (false, false) | (true, true) => None,
    }
}
