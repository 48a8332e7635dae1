//! A place that uses a type: whether it uses another one now.
//!
//! What changed inside of a type that is the same is told at the type, once.

use super::cx::{Cx, Site};
use super::difference::Difference;
use super::nullable::{compare_nullable, is_of_component};
use super::resolve::{is_same_in_rust, resolve};
use super::shape::{Inner, InnerStep};
use super::subject::Subject;
use super::uses::Uses;
use super::words::{shown, type_text};
use super::{Direction, Rule, Semver};
use crate::api::{Api, Identity, Kind, Type, TypeRef};
use crate::source::Origin;

/// A use of a type, before and after.
#[derive(Debug, Clone, Copy)]
pub(super) struct Usage<'a> {
    pub(super) rule: Rule,
    pub(super) old: TypeRef,
    pub(super) new: TypeRef,
    pub(super) old_origin: &'a Origin,
    pub(super) new_origin: &'a Origin,
    /// What another type means for the crate at most: some uses are in no signature.
    pub(super) rust: Semver,
}

impl<'a> Usage<'a> {
    /// The use of a type by an item of an operation.
    pub(super) fn new(
        old: TypeRef,
        new: TypeRef,
        old_origin: &'a Origin,
        new_origin: &'a Origin,
    ) -> Self {
        let (rule, rust) = (Rule::TypeChanged, Semver::Major);
        Self {
            rule,
            old,
            new,
            old_origin,
            new_origin,
            rust,
        }
    }
}

/// Compares a use of a type inside of another type.
pub(super) fn compare_inner(cx: &mut Cx<'_>, outer: &Site, inner: Inner<'_>, is_unseen: bool) {
    let subject = subject_of(&outer.subject, inner.step);
    let is_unknown = outer.uses == Uses::UNKNOWN;
    let site = Site {
        subject,
        uses: if is_unknown {
            outer.uses
        } else {
            outer.uses & inner.uses
        },
        affected: outer.affected.clone(),
    };
    let mut usage = Usage::new(inner.old, inner.new, inner.old_origin, inner.new_origin);
    if matches!(inner.step, InnerStep::Target) {
        usage.rule = Rule::AliasRetargeted;
    }
    let is_in_value = match inner.step {
        InnerStep::Base | InnerStep::Member(_) | InnerStep::Position(_) | InnerStep::Pattern(_) => {
            true
        }
        InnerStep::Property(_) | InnerStep::Items | InnerStep::Values | InnerStep::Target => false,
    };
    if is_unseen || is_in_value {
        usage.rust = Semver::Patch;
    }
    compare_usage(cx, &site, usage);
}

/// Compares a use of a type.
pub(super) fn compare_usage(cx: &mut Cx<'_>, site: &Site, usage: Usage<'_>) {
    compare_null(cx, site, usage);
    let Usage { old, new, .. } = usage;
    let is_inline = is_inline(cx.apis.old, old) && is_inline(cx.apis.new, new);
    // Inline types without a name in the crate are the same by what they are, wherever they stand.
    let is_same = cx.matching.is_same(old.id, new.id)
        || is_inline && is_same_in_rust(cx.apis, &cx.matching, old, new);
    if !is_same {
        report_other_type(cx, site, usage);
    } else if is_inline {
        cx.wait(old.id, new.id, site.subject.clone());
    }
}

fn is_inline(api: &Api, ty: TypeRef) -> bool {
    matches!(api[ty.id].identity, Identity::Inline { .. })
}

fn subject_of(outer: &Subject, step: InnerStep<'_>) -> Subject {
    match step {
        InnerStep::Property(name) => outer.property(name),
        InnerStep::Items => outer.items(),
        InnerStep::Values => outer.values(),
        InnerStep::Target | InnerStep::Base => outer.clone(),
        InnerStep::Member(key) => outer.inside_of(&format!("|{}", shown(key))),
        InnerStep::Position(index) => outer.inside_of(&format!("[{index}]")),
        InnerStep::Pattern(regex) => outer.inside_of(&format!("{{{}}}", shown(regex))),
    }
}

fn compare_null(cx: &mut Cx<'_>, site: &Site, usage: Usage<'_>) {
    if is_of_component(cx.apis, usage.old, usage.new) {
        return;
    }
    if let Some(difference) = compare_nullable(cx.apis, usage.old, usage.new) {
        let rust = difference.rust.min(usage.rust);
        cx.report(
            site,
            difference.at(usage.old_origin, usage.new_origin).rust(rust),
        );
    }
}

fn report_other_type(cx: &mut Cx<'_>, site: &Site, usage: Usage<'_>) {
    let apis = cx.apis;
    // Null was compared above.
    let old = TypeRef {
        nullable: false,
        ..usage.old
    };
    let new = TypeRef {
        nullable: false,
        ..usage.new
    };
    let request = cx.assess(old, new, Direction::Request, site.uses);
    let response = cx.assess(old, new, Direction::Response, site.uses);
    let rust = if is_same_in_rust(apis, &cx.matching, old, new) {
        Semver::Patch
    } else {
        usage.rust
    };
    let from = type_text(apis.old, old.id);
    let to = type_text(apis.new, new.id);
    let message = if from == to {
        format!("The type changed to another {to}.")
    } else {
        format!("The type changed from {from} to {to}.")
    };
    let difference = Difference::new(usage.rule, message)
        .wire(request, response)
        .rust(rust)
        .at(usage.old_origin, usage.new_origin);
    cx.report(site, difference);
}

/// Judges two definitions of one name, of which one only refers to another type.
pub(super) fn compare_alias_with_type(cx: &mut Cx<'_>, site: &Site, old: TypeRef, new: TypeRef) {
    let (old_type, new_type): (&Type, &Type) = (&cx.apis.old[old.id], &cx.apis.new[new.id]);
    let behind = |api, ty| {
        resolve(
            api,
            TypeRef {
                nullable: false,
                ..ty
            },
        )
    };
    let usage = Usage {
        rule: Rule::AliasRetargeted,
        ..Usage::new(
            behind(cx.apis.old, old),
            behind(cx.apis.new, new),
            &old_type.origin,
            &new_type.origin,
        )
    };
    if matches!(old_type.kind, Kind::Alias(_)) != matches!(new_type.kind, Kind::Alias(_)) {
        report_other_type(cx, site, usage);
    }
}
