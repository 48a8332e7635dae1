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
        sort(tree, keys);
        let equal = keys.chunk_by(|a, b| tree.text(*a) == tree.text(*b));
        extend(
            found,
            equal.flat_map(|run| run.iter().skip(1).map(|later| (run[0], *later))),
        );
        return;
    }
    let mut heads = [0; FEW];
    for (at, key) in keys.iter().enumerate() {
        heads[at] = head(tree.text(*key));
        if !heads[..at].contains(&heads[at]) {
            continue;
        }
        let text = tree.text(*key);
        let first = keys[..at].iter().find(|id| tree.has_text(**id, text));
        extend(found, first.map(|first| (*first, *key)).into_iter());
    }
}

/// Sorts keys by text; equal ones stay in document order, because the sort is stable.
fn sort(tree: &Arena, keys: &mut [u32]) {
    let mut headed: Vec<(u64, u32)> = keys.iter().map(|id| (head(tree.text(*id)), *id)).collect();
    headed.sort_by(|(head, id), (other_head, other)| {
        let by_text = || tree.text(*id).cmp(tree.text(*other));
        head.cmp(other_head).then_with(by_text)
    });
    for (key, (_, id)) in keys.iter_mut().zip(headed) {
        *key = id;
    }
}

/// Returns the first bytes of a text as a number: texts that are in order have numbers that are. Most
/// keys differ in them, and texts are far away from each other.
fn head(text: &str) -> u64 {
    if let Some(bytes) = text.as_bytes().first_chunk() {
        return u64::from_be_bytes(*bytes);
    }
    let mut bytes = [0; 8];
    bytes[..text.len()].copy_from_slice(text.as_bytes());
    u64::from_be_bytes(bytes)
}

fn extend(found: &mut Vec<(u32, u32)>, pairs: impl Iterator<Item = (u32, u32)>) {
    let room = MAX_FOUND.saturating_sub(found.len());
    found.extend(pairs.take(room));
}
