//! Reasons for which a node is taken as a whole: whatever stands in it, the same comes out, and the
//! account has its text.

use crate::pipeline::tests::run::Entry;

/// Returns whether everything in the node is out of sight by right: it did not come out at all, or
/// something came out that does not depend on it.
pub(super) fn is_whole(entry: &Entry) -> bool {
    let is_known = || WHOLE.iter().any(|(reason, _)| *reason == entry.reason);
    entry.outcome != "degraded" || is_known()
}

/// What comes out weaker, and why what stands in it cannot show.
const WHOLE: [(&str, &str); 6] = [
    (
        "enumerations of other values than texts come out as their type",
        "one type, whatever is listed",
    ),
    (
        "`oneOf` and `anyOf` are not generated yet, so any value is taken",
        "one type for all choices",
    ),
    (
        "bodies of errors are decoded where the caller names their type",
        "the caller names it",
    ),
    (
        "headers of answers are plain texts",
        "a text whatever the schema",
    ),
    (
        "the servers of one operation are not used",
        "callers give another server",
    ),
    (
        "values of this format are plain values of their type",
        "told with the bounds",
    ),
];
