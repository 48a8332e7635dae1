//! What leaves no trace and needs none, because it says what holds anyway.

use super::mutation::Mutation;

/// A key of a document, by the ends of both names; what happens to it; why nothing follows from it.
type Known = (&'static str, &'static str, Mutation, &'static str);

const KNOWN: &[Known] = &[
    (
        "2.0-operations",
        "~1forms/post/consumes",
        Mutation::Changed,
        "a form that names no media type is `application/x-www-form-urlencoded`",
    ),
    (
        "2.0-operations",
        "~1forms/post/consumes/0",
        Mutation::Deleted,
        "a form that names no media type is `application/x-www-form-urlencoded`",
    ),
    (
        "3.0-operations",
        "get/parameters/1/explode",
        Mutation::Deleted,
        "objects in the style `deepObject` are exploded: the style has no other form",
    ),
    (
        "3.0-operations",
        "get/parameters/6/style",
        Mutation::Deleted,
        "`simple` is the only style of headers",
    ),
];

/// How many there are.
pub(super) const COUNT: usize = KNOWN.len();

/// Returns which known hole it is, with a reason.
pub(super) fn position(document: &str, pointer: &str, mutation: Mutation) -> Option<usize> {
    KNOWN.iter().position(|(of, end, known, _)| {
        document.ends_with(of) && pointer.ends_with(end) && mutation == *known
    })
}
