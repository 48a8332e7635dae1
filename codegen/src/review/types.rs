//! All types: components by name, inline ones where they were met.

use super::align::{Pair, align};
use super::cx::{Cx, Site};
use super::difference::Difference;
use super::nullable::compare_own;
use super::resolve::is_unseen;
use super::shape::compare_shapes;
use super::subject::Subject;
use super::usage::{compare_alias_with_type, compare_inner};
use super::{Rule, Semver, docs};
use crate::api::{Api, Identity, Kind, Type, TypeId, TypeRef};

/// A type with a name of its own.
#[derive(Debug, Clone, Copy)]
struct Component<'a> {
    id: TypeId,
    name: &'a str,
    ty: &'a Type,
}

/// Reviews the components, each followed by what stands in it, then inline types that no
/// comparison met because their owners use something else now.
pub(super) fn review_types(cx: &mut Cx<'_>) {
    let old = components(cx.apis.old);
    let new = components(cx.apis.new);
    let key = |component: &Component<'_>| [component.name.to_owned()];
    for pair in align(&old, &new, key, key) {
        match pair {
            Pair::Both(old, new) => review_component(cx, *old, *new),
            Pair::Added(new) => {
                let site = Site::general(Subject::component(new.name).to_string());
                let difference = Difference::new(Rule::TypeAdded, "The type was added.");
                cx.report(&site, difference.added_at(&new.ty.origin));
            }
            Pair::Removed(old) => {
                let site = cx.removed_type_site(Subject::component(old.name), old.id);
                let difference = Difference::new(Rule::TypeRemoved, "The type was removed.");
                cx.report(&site, difference.removed_at(&old.ty.origin));
            }
        }
    }
    review_left_over(cx);
}

/// Reviews the inline types that comparisons met and that were not compared yet.
pub(super) fn review_waiting(cx: &mut Cx<'_>) {
    let mut stack = cx.take_waiting();
    stack.reverse();
    while let Some((old, new, subject)) = stack.pop() {
        review_type(cx, old, new, subject);
        let inner = cx.take_waiting();
        stack.extend(inner.into_iter().rev());
    }
}

fn components(api: &Api) -> Vec<Component<'_>> {
    let named = api.types().filter_map(|(id, ty)| match &ty.identity {
        Identity::Component(name) => Some(Component { id, name, ty }),
        Identity::Inline { .. } => None,
    });
    named.collect()
}

fn review_component(cx: &mut Cx<'_>, old: Component<'_>, new: Component<'_>) {
    let subject = Subject::component(new.name);
    let site = cx.type_site(subject.clone(), old.id, new.id);
    let null = compare_own(
        (old.ty.nullable, &old.ty.origin),
        (new.ty.nullable, &new.ty.origin),
    );
    if let Some(difference) = null {
        cx.report(&site, difference);
    }
    review_type(cx, old.id, new.id, subject);
    review_waiting(cx);
}

fn review_type(cx: &mut Cx<'_>, old_id: TypeId, new_id: TypeId, subject: Subject) {
    let apis = cx.apis;
    let (old, new) = (&apis.old[old_id], &apis.new[new_id]);
    let site = cx.type_site(subject, old_id, new_id);
    for difference in docs::compare_docs(&old.docs, &new.docs) {
        cx.report(&site, difference.at(&old.origin, &new.origin));
    }
    if is_alias(old) != is_alias(new) {
        let plain = |id| TypeRef {
            id,
            nullable: false,
        };
        compare_alias_with_type(cx, &site, plain(old_id), plain(new_id));
        return;
    }
    let found = compare_shapes(apis, old, new);
    let is_unseen = is_unseen(apis.new, new_id);
    for difference in found.differences {
        cx.report(
            &site,
            if is_unseen {
                difference.rust(Semver::Patch)
            } else {
                difference
            },
        );
    }
    for inner in found.inner {
        compare_inner(cx, &site, inner, is_unseen);
    }
}

fn is_alias(ty: &Type) -> bool {
    matches!(ty.kind, Kind::Alias(_))
}

fn review_left_over(cx: &mut Cx<'_>) {
    let inline = |id: TypeId| matches!(cx.apis.new[id].identity, Identity::Inline { .. });
    let pairs: Vec<_> = cx
        .matching
        .types()
        .filter(|(_, new)| inline(*new))
        .collect();
    for (old, new) in pairs {
        let subject = place_subject(cx.apis.new, new);
        cx.wait(old, new, subject);
    }
    review_waiting(cx);
}

/// Names a type; an inline one by its place, for want of an item that led to it.
pub(super) fn place_subject(api: &Api, id: TypeId) -> Subject {
    match &api[id].identity {
        Identity::Component(name) => Subject::component(name),
        Identity::Inline { .. } => Subject::component(&api[id].origin.pointer.to_string()),
    }
}
