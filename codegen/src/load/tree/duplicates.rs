//! Finding keys that one object has twice.

use super::arena::{Arena, FEW};
use crate::source::Span;

/// A key that an object has twice.
#[derive(Debug)]
pub(in crate::load) struct Duplicate {
    /// Its text, as in `Pet`; of a long one, the beginning.
    pub(in crate::load) key: String,
    pub(in crate::load) first: Span,
    pub(in crate::load) second: Span,
}

impl Duplicate {
    pub(super) fn new(tree: &Arena, first: u32, second: u32) -> Self {
        let key = tree.text(second).chars().take(MAX_SHOWN).collect();
        Self {
            key,
            first: tree.span(first),
            second: tree.span(second),
        }
    }
}

/// So many characters of a key are shown.
const MAX_SHOWN: usize = 100;

/// So many are reported for one file; a hostile file can have millions.
const MAX_FOUND: usize = 1_000;

/// Adds the pairs of equal keys, first and second, to `found`. Sorts `keys` by text where there are
/// many of them.
pub(super) fn find(tree: &Arena, keys: &mut [u32], found: &mut Vec<(u32, u32)>) {
    if keys.len() > FEW {
        // Equal texts stay in document order, because the sort is stable.
        keys.sort_by(|a, b| tree.text(*a).cmp(tree.text(*b)));
        let equal = keys.chunk_by(|a, b| tree.text(*a) == tree.text(*b));
        extend(
            found,
            equal.flat_map(|run| run.iter().skip(1).map(|later| (run[0], *later))),
        );
    } else {
        let earlier = |at: usize| {
            let text = tree.text(keys[at]);
            let first = keys[..at].iter().find(|id| tree.has_text(**id, text))?;
            Some((*first, keys[at]))
        };
        extend(found, (1..keys.len()).filter_map(earlier));
    }
}

fn extend(found: &mut Vec<(u32, u32)>, pairs: impl Iterator<Item = (u32, u32)>) {
    let room = MAX_FOUND.saturating_sub(found.len());
    found.extend(pairs.take(room));
}
