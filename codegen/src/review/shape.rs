//! Two types at their own level: what differs, and which types inside of them to compare next.
//!
//! Looks at no type but the two given, so it always ends. Names, docs and uses are not its business.

use super::cx::Apis;
use super::difference::Difference;
use super::uses::Uses;
use super::words::kind_text;
use super::{Rule, Semver, Verdict, constraints, enums, object, scalar, tuple, union, xml};
use crate::api::{Kind, Type, TypeRef};
use crate::source::Origin;

/// What a comparison of two types finds.
#[derive(Debug, Default)]
pub(super) struct Comparison<'a> {
    pub(super) differences: Vec<Difference<'a>>,
    pub(super) inner: Vec<Inner<'a>>,
}

/// A type inside of another, before and after.
#[derive(Debug, Clone, Copy)]
pub(super) struct Inner<'a> {
    pub(super) step: InnerStep<'a>,
    /// The uses of the outer type that are uses of the inner one.
    pub(super) uses: Uses,
    pub(super) old: TypeRef,
    pub(super) new: TypeRef,
    pub(super) old_origin: &'a Origin,
    pub(super) new_origin: &'a Origin,
}

#[derive(Debug, Clone, Copy)]
pub(super) enum InnerStep<'a> {
    Property(&'a str),
    Items,
    Values,
    /// What an alias stands for.
    Target,
    /// What stands beside the alternatives of a union.
    Base,
    /// An alternative of a union, by its key.
    Member(&'a str),
    /// An item of a tuple.
    Position(usize),
    /// Properties whose names match a pattern.
    Pattern(&'a str),
}

/// Compares two types.
pub(super) fn compare_shapes<'a>(apis: Apis<'a>, old: &'a Type, new: &'a Type) -> Comparison<'a> {
    let mut found = Comparison::default();
    let inside = |step, old_ref: &TypeRef, new_ref: &TypeRef| Inner {
        step,
        uses: Uses::ALL,
        old: *old_ref,
        new: *new_ref,
        old_origin: &old.origin,
        new_origin: &new.origin,
    };
    let mut same_type = true;
    match (&old.kind, &new.kind) {
        (Kind::Array(old), Kind::Array(new)) => {
            found.inner.push(inside(InnerStep::Items, old, new));
        }
        (Kind::Tuple(before), Kind::Tuple(after)) => {
            tuple::compare_tuples(&mut found, (old, before), (new, after));
        }
        (Kind::Map(before), Kind::Map(after)) => {
            if before.patterns.is_empty() && after.patterns.is_empty() {
                let (old, new) = (&before.values, &after.values);
                found.inner.push(inside(InnerStep::Values, old, new));
            } else {
                object::compare_objects(&mut found, apis, old, new);
            }
        }
        (Kind::Union(before), Kind::Union(after)) => {
            union::compare_unions(&mut found, apis, (old, before), (new, after));
        }
        (Kind::Alias(old), Kind::Alias(new)) => {
            found.inner.push(inside(InnerStep::Target, old, new));
        }
        (Kind::Object(_), Kind::Object(_)) => object::compare_objects(&mut found, apis, old, new),
        (Kind::Object(_), Kind::Map(_)) | (Kind::Map(_), Kind::Object(_)) => {
            found.differences.push(regrouped(apis, old, new));
            object::compare_objects(&mut found, apis, old, new);
        }
        (Kind::Enum(old), Kind::Enum(new)) if enums::is_of_one_type(old, new) => {
            enums::compare_values(&mut found, old, new);
        }
        (old_kind, new_kind) => {
            let difference = scalar::compare_kinds(apis, old_kind, new_kind);
            same_type = difference.is_none();
            found
                .differences
                .extend(difference.map(|it| it.at(&old.origin, &new.origin)));
        }
    }
    if same_type {
        constraints::compare_constraints(&mut found, old, new);
    }
    found
        .differences
        .extend(xml::compare_xml(&old.xml, &new.xml).map(|it| it.at(&old.origin, &new.origin)));
    found
}

/// An object without named properties is a map in the crate; on the wire both are objects.
fn regrouped<'a>(apis: Apis<'a>, old: &'a Type, new: &'a Type) -> Difference<'a> {
    let from = kind_text(apis.old, &old.kind);
    let to = kind_text(apis.new, &new.kind);
    Difference::new(
        Rule::TypeChanged,
        format!("The type changed from {from} to {to}."),
    )
    .wire(Verdict::Compatible, Verdict::Compatible)
    .rust(Semver::Major)
    .at(&old.origin, &new.origin)
}
