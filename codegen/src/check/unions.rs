//! Unions with members that no value tells apart: a reader can only try one after the other.

use crate::api::{Api, Kind, Member, TypeId, Union};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

const SEVERAL: &str = "members of unions overlap";

pub(super) fn check(api: &Api, diagnostics: &mut Diagnostics) {
    for (id, ty) in api.types() {
        if let Kind::Union(union) = &ty.kind {
            check_union(api, (id, union), diagnostics);
        }
    }
}

fn check_union(api: &Api, (id, union): (TypeId, &Union), diagnostics: &mut Diagnostics) {
    let telling = api.tellings().of(id);
    let overlaps = telling.map(|telling| telling.overlaps(api, union));
    for (first, second) in overlaps.into_iter().flatten() {
        let (first, second) = (&union.members[first], &union.members[second]);
        // A union among its own members adds nothing.
        if api.end(first.ty.id) == id || api.end(second.ty.id) == id {
            continue;
        }
        diagnostics.add(overlap(first, second));
    }
}

fn overlap(first: &Member, second: &Member) -> Diagnostic {
    let message = format!(
        "nothing tells a value of `{}` from one of `{}`",
        second.key, first.key
    );
    Diagnostic::new(Code::OverlappingMembers, message)
        .label(second.origin.span, "this may be meant as well")
        .secondary(first.origin.span, "where a value fits this")
        .help("a required property with a value of its own in each member, or a `discriminator`, tells them apart")
        .several(SEVERAL)
}
