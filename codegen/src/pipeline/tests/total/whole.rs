//! Reasons for which a node is taken as a whole: whatever stands in it, the same comes out, and the
//! account has its text.

use crate::pipeline::tests::run::Entry;

/// Returns whether everything in the node is out of sight by right: it did not come out at all, or
/// something came out that does not depend on it.
pub(super) fn is_whole(entry: &Entry) -> bool {
    entry.outcome != "degraded" || position(entry).is_some()
}

/// Returns which of the reasons it is.
pub(super) fn position(entry: &Entry) -> Option<usize> {
    WHOLE.iter().position(|(reason, _)| *reason == entry.reason)
}

/// How many there are.
pub(super) const COUNT: usize = WHOLE.len();

/// What comes out weaker, and why what stands in it cannot show.
const WHOLE: [(&str, &str); 1] = [(
    "parts without names have no types: the caller puts them together",
    "whatever they are",
)];
