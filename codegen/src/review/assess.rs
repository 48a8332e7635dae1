//! What happens to values of one type where another is expected, when the two share no name.
//!
//! Types refer to each other in circles. Pairs of types form a graph; it is walked once, with
//! every pair remembered, and the gravest verdict of what a pair leads to is its own.

use std::collections::BTreeMap;

use super::Verdict;
use super::cx::Apis;
use super::nullable::compare_nullable;
use super::resolve::resolve;
use super::shape::compare_shapes;
use super::uses::Uses;
use crate::api::{TypeId, TypeRef};

/// How many properties and the like are looked at in one review. Two descriptions made to be
/// compared each with each would ask for far more; what is beyond counts as breaking.
const MAX_WORK: usize = 250_000;

/// Judges pairs of types.
#[derive(Debug)]
pub(super) struct Assessor {
    verdicts: BTreeMap<Key, Verdict>,
    work_left: usize,
}

/// Two types and their uses: exactly one direction, perhaps in XML.
type Key = (TypeId, TypeId, Uses);

/// Pairs that wait for their verdict.
#[derive(Debug, Default)]
struct Graph {
    verdicts: BTreeMap<Key, Verdict>,
    /// For each pair the pairs that hold it.
    holders: BTreeMap<Key, Vec<Key>>,
}

impl Default for Assessor {
    fn default() -> Self {
        Self {
            verdicts: BTreeMap::new(),
            work_left: MAX_WORK,
        }
    }
}

impl Assessor {
    /// Judges values of `old` as values of `new`.
    pub(super) fn assess(
        &mut self,
        apis: Apis<'_>,
        old: TypeRef,
        new: TypeRef,
        uses: Uses,
    ) -> Verdict {
        let null = compare_nullable(apis, old, new);
        let null = null.map(|it| it.judge(uses).0).unwrap_or_default();
        null.max(self.settle(apis, key(apis, old, new, uses)))
    }

    fn settle(&mut self, apis: Apis<'_>, root: Key) -> Verdict {
        if let Some(verdict) = self.verdicts.get(&root) {
            return *verdict;
        }
        let Some(mut graph) = self.explore(apis, root) else {
            return Verdict::Breaking;
        };
        graph.spread(Verdict::Breaking);
        graph.spread(Verdict::Warning);
        self.verdicts.append(&mut graph.verdicts);
        self.verdicts
            .get(&root)
            .copied()
            .unwrap_or(Verdict::Breaking)
    }

    /// Walks all pairs that a pair leads to; `None` where that is too much work.
    fn explore(&mut self, apis: Apis<'_>, root: Key) -> Option<Graph> {
        let mut graph = Graph::default();
        let mut stack = vec![root];
        while let Some(at) = stack.pop() {
            if graph.verdicts.contains_key(&at) {
                continue;
            }
            let (mut verdict, inner, work) = local(apis, at);
            self.work_left = self.work_left.checked_sub(work)?;
            for inner in inner {
                if let Some(known) = self.verdicts.get(&inner) {
                    verdict = verdict.max(*known);
                } else {
                    graph.holders.entry(inner).or_default().push(at);
                    stack.push(inner);
                }
            }
            graph.verdicts.insert(at, verdict);
        }
        Some(graph)
    }
}

impl Graph {
    /// Gives a verdict to all that hold, at any depth, a pair with that verdict.
    fn spread(&mut self, verdict: Verdict) {
        let grave = self.verdicts.iter().filter(|(_, it)| **it == verdict);
        let mut stack: Vec<Key> = grave.map(|(key, _)| *key).collect();
        while let Some(at) = stack.pop() {
            for holder in self.holders.get(&at).into_iter().flatten() {
                match self.verdicts.get_mut(holder) {
                    Some(known) if *known < verdict => {
                        *known = verdict;
                        stack.push(*holder);
                    }
                    _ => {}
                }
            }
        }
    }
}

/// Judges two types at their own level; returns the pairs inside of them too, and the work done.
fn local(apis: Apis<'_>, (old, new, uses): Key) -> (Verdict, Vec<Key>, usize) {
    let found = compare_shapes(apis, &apis.old[old], &apis.new[new]);
    let work = 1 + found.differences.len() + found.inner.len();
    let verdicts = found
        .differences
        .iter()
        .map(|difference| difference.judge(uses).0);
    let mut verdict = verdicts.max().unwrap_or_default();
    let mut inner = Vec::new();
    for it in found.inner {
        let uses = uses & it.uses;
        if !uses.is_directed() {
            continue;
        }
        let null = compare_nullable(apis, it.old, it.new);
        verdict = verdict.max(null.map(|it| it.judge(uses).0).unwrap_or_default());
        inner.push(key(apis, it.old, it.new, uses));
    }
    (verdict, inner, work)
}

fn key(apis: Apis<'_>, old: TypeRef, new: TypeRef, uses: Uses) -> Key {
    (resolve(apis.old, old).id, resolve(apis.new, new).id, uses)
}
