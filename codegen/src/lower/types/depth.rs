//! Types in types in types: beyond a depth, any value is taken.
//!
//! Takes the types with their kinds filled in. rustc follows what a type holds, through lists, options
//! and boxes alike, and gives up at 128 steps; so that what is generated compiles, a chain of types is
//! cut every so often, and each cut is accounted for. Types that hold each other count as one step.

use std::collections::BTreeSet;

use super::uses::synthetic;
use crate::api::{
    Additional, Entry, Identity, Kind, Outcome, Owner, Pattern, Step, TypeId, TypeRef,
};
use crate::lower::cx::Cx;

/// So many types stand in each other. A step can be a list of optional boxes, which rustc counts as
/// four, and there is a future around the outermost.
pub(in crate::lower) const MAX_DEPTH: usize = 24;

const REASON: &str = "more types in each other than can be compiled, so any value is taken";

/// Cuts chains of types that are too long.
pub(in crate::lower) fn limit_depth(cx: &mut Cx<'_, '_>) {
    let ids: Vec<TypeId> = cx.api.types().map(|(id, _)| id).collect();
    let held: Vec<Vec<TypeId>> = ids
        .into_iter()
        .map(|id| {
            let uses = uses_mut(&mut cx.api[id].kind).into_iter();
            uses.map(|(_, used)| used.id).collect()
        })
        .collect();
    for (owner, target) in Depths::new(&held).cuts {
        cut(cx, owner, target);
    }
}

/// Makes a type hold any value where it holds another one.
fn cut(cx: &mut Cx<'_, '_>, owner: TypeId, target: TypeId) {
    let mut kind = std::mem::replace(&mut cx.api[owner].kind, Kind::Any);
    for (step, used) in uses_mut(&mut kind) {
        if used.id == target {
            let origin = cx.api[target].origin.clone();
            cx.api.account.push(Entry {
                outcome: Outcome::Degraded,
                reason: REASON.into(),
                matters: true,
                origin: origin.clone(),
            });
            let owner = Owner::Type(owner);
            *used = synthetic(cx, origin, Identity::Inline { owner, step }, Kind::Any);
        }
    }
    cx.api[owner].kind = kind;
}

/// Returns the types that a value of a kind holds values of. An alias holds nothing else than what it
/// stands for.
fn uses_mut(kind: &mut Kind) -> Vec<(Step, &mut TypeRef)> {
    match kind {
        Kind::Any
        | Kind::Never
        | Kind::Null
        | Kind::Boolean
        | Kind::Integer(_)
        | Kind::Number(_)
        | Kind::String(_)
        | Kind::Enum(_) => Vec::new(),
        Kind::Array(items) => vec![(Step::Items, items)],
        Kind::Alias(target) => vec![(Step::Member("target".to_owned()), target)],
        Kind::Tuple(tuple) => {
            let prefix = tuple.prefix.iter_mut().enumerate();
            let mut uses: Vec<_> = prefix
                .map(|(index, item)| (Step::Member(index.to_string()), item))
                .collect();
            uses.extend(of_additional(&mut tuple.rest));
            uses
        }
        Kind::Map(map) => {
            let mut uses = vec![(Step::AdditionalProperties, &mut map.values)];
            uses.extend(of_patterns(&mut map.patterns));
            uses
        }
        Kind::Object(object) => {
            let properties = object.properties.iter_mut();
            let mut uses: Vec<_> = properties
                .map(|property| (Step::Property(property.name.clone()), &mut property.ty))
                .collect();
            uses.extend(of_patterns(&mut object.patterns));
            uses.extend(of_additional(&mut object.additional));
            uses
        }
        Kind::Union(union) => {
            let members = union.members.iter_mut().enumerate();
            members
                .map(|(index, member)| (Step::Member(index.to_string()), &mut member.ty))
                .collect()
        }
    }
}

fn of_patterns(patterns: &mut [Pattern]) -> impl Iterator<Item = (Step, &mut TypeRef)> {
    let patterns = patterns.iter_mut();
    patterns.map(|pattern| (Step::Pattern(pattern.regex.clone()), &mut pattern.ty))
}

fn of_additional(additional: &mut Additional) -> Option<(Step, &mut TypeRef)> {
    match additional {
        Additional::Typed(used) => Some((Step::AdditionalProperties, used)),
        Additional::Any | Additional::Forbidden => None,
    }
}

/// How many types stand in each type, and where that is too much.
#[derive(Debug, Default)]
struct Depths {
    /// By type; of those that were not looked at yet, nothing.
    depths: Vec<Option<usize>>,
    cuts: BTreeSet<(TypeId, TypeId)>,
}

impl Depths {
    fn new(held: &[Vec<TypeId>]) -> Self {
        let mut found = Self {
            depths: vec![None; held.len()],
            cuts: BTreeSet::new(),
        };
        for group in groups(held) {
            found.add(held, &group);
        }
        found
    }

    /// Adds types that hold each other, or a single one.
    fn add(&mut self, held: &[Vec<TypeId>], group: &[usize]) {
        let mut depth = 1;
        for owner in group {
            for target in &held[*owner] {
                match self.depths[target.index()] {
                    Some(below) if below < MAX_DEPTH => depth = depth.max(below + 1),
                    Some(_) => {
                        self.cuts.insert((TypeId::new(*owner), *target));
                    }
                    // One of the same group.
                    None => {}
                }
            }
        }
        for owner in group {
            self.depths[*owner] = Some(depth);
        }
    }
}

/// Returns the types in groups of those that hold each other, what is held before what holds it
/// (Kosaraju's algorithm).
fn groups(held: &[Vec<TypeId>]) -> Vec<Vec<usize>> {
    let forward: Vec<Vec<usize>> = held
        .iter()
        .map(|targets| targets.iter().map(|target| target.index()).collect())
        .collect();
    let mut backward = vec![Vec::new(); held.len()];
    for (owner, targets) in forward.iter().enumerate() {
        for target in targets {
            backward[*target].push(owner);
        }
    }
    let all = 0..held.len();
    let order = trees(&backward, all).concat();
    // Against the direction, what is left last is held by others and holds none that is not looked
    // at before it.
    trees(&forward, order.into_iter().rev())
}

/// Walks a graph from each start that was not met before; returns what was met from each, in the order
/// of leaving.
fn trees(edges: &[Vec<usize>], starts: impl Iterator<Item = usize>) -> Vec<Vec<usize>> {
    let mut met = vec![false; edges.len()];
    let mut trees = Vec::new();
    for start in starts {
        if std::mem::replace(&mut met[start], true) {
            continue;
        }
        let mut tree = Vec::new();
        let mut stack = vec![(start, 0)];
        while let Some((node, edge)) = stack.last_mut() {
            let (at, next) = (*node, edges[*node].get(*edge).copied());
            *edge += 1;
            match next {
                Some(next) if !std::mem::replace(&mut met[next], true) => stack.push((next, 0)),
                Some(_) => {}
                None => {
                    tree.push(at);
                    stack.pop();
                }
            }
        }
        trees.push(tree);
    }
    trees
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cuts(held: &[&[usize]]) -> usize {
        let held: Vec<Vec<TypeId>> = held
            .iter()
            .map(|targets| targets.iter().map(|target| TypeId::new(*target)).collect())
            .collect();
        Depths::new(&held).cuts.len()
    }

    fn chain(length: usize) -> Vec<Vec<usize>> {
        (0..length)
            .map(|at| {
                if at + 1 < length {
                    vec![at + 1]
                } else {
                    vec![]
                }
            })
            .collect()
    }

    #[test]
    fn chains_are_cut_as_often_as_it_takes() {
        for (length, expect) in [(1, 0), (24, 0), (25, 1), (48, 1), (49, 2), (2_400, 99)] {
            let chain = chain(length);
            let chain: Vec<&[usize]> = chain.iter().map(Vec::as_slice).collect();
            assert_eq!(cuts(&chain), expect, "{length}");
        }
    }

    #[test]
    fn what_holds_itself_is_one_step() {
        let mut ring = chain(1_000);
        ring[999].push(0);
        // In front of the ring, so that it is not the whole.
        let mut all: Vec<Vec<usize>> = vec![vec![1]];
        all.extend(
            ring.iter()
                .map(|held| held.iter().map(|at| at + 1).collect()),
        );
        let all: Vec<&[usize]> = all.iter().map(Vec::as_slice).collect();
        assert_eq!(cuts(&all), 0);
    }

    #[test]
    fn what_is_held_comes_first() {
        let id = TypeId::new;
        let held = [vec![id(1), id(2)], vec![id(3)], vec![id(3)], vec![]];
        let order = groups(&held).concat();
        let place = |at: usize| order.iter().position(|id| *id == at);
        assert!(place(3) < place(1) && place(1) < place(0) && place(2) < place(0));
    }
}
