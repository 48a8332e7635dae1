//! Unions with members that no value tells apart: a reader can only try one after the other.

use crate::api::{Api, Kind, Looks, Member, TypeId, Union};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

const SEVERAL: &str = "members of unions overlap";

pub(super) fn check(api: &Api, diagnostics: &mut Diagnostics) {
    let mut looks = Looks::new(api);
    for (id, ty) in api.types() {
        if let Kind::Union(union) = &ty.kind {
            check_union(&mut looks, (id, union), diagnostics);
        }
    }
}

fn check_union(
    looks: &mut Looks<'_>,
    (id, union): (TypeId, &Union),
    diagnostics: &mut Diagnostics,
) {
    let telling = looks.tell(union);
    for (first, second) in telling.overlaps(looks, union) {
        let (first, second) = (&union.members[first], &union.members[second]);
        // A union among its own members adds nothing.
        let api = looks.api();
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
