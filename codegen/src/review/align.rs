//! Which items of two lists are the same item, and in which order a review speaks of them.
//!
//! Two lists and what names their items go in; pairs come out, in the order of the new list with
//! removed items where they stood. Nothing here knows what the items are.

use std::collections::{BTreeMap, VecDeque};

/// What became of one item.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Pair<'a, T> {
    Both(&'a T, &'a T),
    Added(&'a T),
    Removed(&'a T),
}

impl<T> Clone for Pair<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Pair<'_, T> {}

/// Pairs the items of two lists by the first of their keys that agrees; a better key of one item
/// goes before a worse key of another. Items with equal keys pair in order.
pub(super) fn align<'a, T, K: Ord, const N: usize>(
    old: &'a [T],
    new: &'a [T],
    old_keys: impl Fn(&'a T) -> [K; N],
    new_keys: impl Fn(&'a T) -> [K; N],
) -> Vec<Pair<'a, T>> {
    let old_keys: Vec<_> = old.iter().map(old_keys).collect();
    let new_keys: Vec<_> = new.iter().map(new_keys).collect();
    let mut old_of_new = vec![None; new.len()];
    let mut taken = vec![false; old.len()];
    for level in 0..N {
        let mut free: BTreeMap<&K, VecDeque<usize>> = BTreeMap::new();
        for (at, keys) in old_keys.iter().enumerate().filter(|(at, _)| !taken[*at]) {
            free.entry(&keys[level]).or_default().push_back(at);
        }
        for (at, keys) in new_keys.iter().enumerate() {
            if old_of_new[at].is_some() {
                continue;
            }
            let found = free.get_mut(&keys[level]).and_then(VecDeque::pop_front);
            if let Some(old_at) = found {
                taken[old_at] = true;
                old_of_new[at] = Some(old_at);
            }
        }
    }
    merge(old, new, &old_of_new)
}

/// Lists new items in order, each followed by the removed ones that stood behind its old self.
fn merge<'a, T>(old: &'a [T], new: &'a [T], old_of_new: &[Option<usize>]) -> Vec<Pair<'a, T>> {
    let mut new_of_old = vec![None; old.len()];
    for (new_at, old_at) in old_of_new.iter().enumerate() {
        if let Some(old_at) = old_at {
            new_of_old[*old_at] = Some(new_at);
        }
    }
    let mut pairs = Vec::with_capacity(new.len());
    let mut removed = vec![Vec::new(); new.len()];
    let mut anchor = None;
    for (item, partner) in old.iter().zip(&new_of_old) {
        match (partner, anchor) {
            (Some(partner), _) => anchor = Some(*partner),
            (None, Some(anchor)) => {
                let behind: &mut Vec<&T> = &mut removed[anchor];
                behind.push(item);
            }
            (None, None) => pairs.push(Pair::Removed(item)),
        }
    }
    for ((item, partner), removed) in new.iter().zip(old_of_new).zip(removed) {
        pairs.push(match partner {
            Some(old_at) => Pair::Both(&old[*old_at], item),
            None => Pair::Added(item),
        });
        pairs.extend(removed.into_iter().map(Pair::Removed));
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Aligns words by their text, then by their first letter.
    fn aligned(old: &str, new: &str) -> String {
        let old: Vec<&str> = old.split_whitespace().collect();
        let new: Vec<&str> = new.split_whitespace().collect();
        let keys = |word: &&'static str| [*word, &word[..1]];
        let (old, new) = (leak(&old), leak(&new));
        let show = |pair: Pair<'_, &str>| match pair {
            Pair::Both(old, new) if old == new => new.to_string(),
            Pair::Both(old, new) => format!("{old}>{new}"),
            Pair::Added(new) => format!("+{new}"),
            Pair::Removed(old) => format!("-{old}"),
        };
        let pairs = align(old, new, keys, keys);
        pairs.into_iter().map(show).collect::<Vec<_>>().join(" ")
    }

    fn leak(words: &[&str]) -> &'static [&'static str] {
        let owned = words.iter().map(|word| &*String::from(*word).leak());
        owned.collect::<Vec<_>>().leak()
    }

    #[test]
    fn order_is_that_of_the_new_list_with_removed_items_in_place() {
        for (old, new, expect) in [
            ("a b c", "a b c", "a b c"),
            ("a b c", "c a", "c a -b"),
            ("x a y b z", "b a", "-x b -z a -y"),
            ("", "a b", "+a +b"),
            ("a b", "", "-a -b"),
            ("a a", "a", "a -a"),
            ("a1 b", "b a2", "b a1>a2"),
            ("a1 a2", "a2 a3", "a2 a1>a3"),
        ] {
            assert_eq!(aligned(old, new), expect, "{old} / {new}");
        }
    }
}
