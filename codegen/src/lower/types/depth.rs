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
    let mut held = Graph::default();
    for id in ids {
        each_use(&mut cx.api[id].kind, |_, used| {
            held.targets.push(used.id.index())
        });
        held.end();
    }
    for (owner, target) in Depths::new(&held).cuts {
        cut(cx, owner, target);
    }
}

/// Makes a type hold any value where it holds another one.
fn cut(cx: &mut Cx<'_, '_>, owner: TypeId, target: TypeId) {
    let mut kind = std::mem::replace(&mut cx.api[owner].kind, Kind::Any);
    each_use(&mut kind, |place, used| {
        if used.id == target {
            let origin = cx.api[target].origin.clone();
            cx.api.account.push(Entry {
                outcome: Outcome::Degraded,
                reason: REASON.into(),
                matters: true,
                origin: origin.clone(),
            });
            let (owner, step) = (Owner::Type(owner), place.step());
            *used = synthetic(cx, origin, Identity::Inline { owner, step }, Kind::Any);
        }
    });
    cx.api[owner].kind = kind;
}

/// Where a type holds another one; a step costs memory, and hardly any is asked for.
#[derive(Clone, Copy)]
enum Place<'k> {
    Items,
    Target,
    Member(usize),
    Property(&'k str),
    Pattern(&'k str),
    AdditionalProperties,
}

impl Place<'_> {
    fn step(self) -> Step {
        match self {
            Self::Items => Step::Items,
            Self::Target => Step::Member("target".to_owned()),
            Self::Member(index) => Step::Member(index.to_string()),
            Self::Property(name) => Step::Property(name.to_owned()),
            Self::Pattern(regex) => Step::Pattern(regex.to_owned()),
            Self::AdditionalProperties => Step::AdditionalProperties,
        }
    }
}

/// Visits the types that a value of a kind holds values of. An alias holds nothing else than what it
/// stands for.
fn each_use(kind: &mut Kind, mut visit: impl FnMut(Place<'_>, &mut TypeRef)) {
    match kind {
        Kind::Any
        | Kind::Never
        | Kind::Null
        | Kind::Boolean
        | Kind::Integer(_)
        | Kind::Number(_)
        | Kind::String(_)
        | Kind::Enum(_) => {}
        Kind::Array(items) => visit(Place::Items, items),
        Kind::Alias(target) => visit(Place::Target, target),
        Kind::Tuple(tuple) => {
            for (index, item) in tuple.prefix.iter_mut().enumerate() {
                visit(Place::Member(index), item);
            }
            visit_additional(&mut tuple.rest, visit);
        }
        Kind::Map(map) => {
            visit(Place::AdditionalProperties, &mut map.values);
            visit_patterns(&mut map.patterns, visit);
        }
        Kind::Object(object) => {
            for property in &mut object.properties {
                visit(Place::Property(&property.name), &mut property.ty);
            }
            visit_patterns(&mut object.patterns, &mut visit);
            visit_additional(&mut object.additional, visit);
        }
        Kind::Union(union) => {
            for (index, member) in union.members.iter_mut().enumerate() {
                visit(Place::Member(index), &mut member.ty);
            }
        }
    }
}

fn visit_patterns(patterns: &mut [Pattern], mut visit: impl FnMut(Place<'_>, &mut TypeRef)) {
    for pattern in patterns {
        visit(Place::Pattern(&pattern.regex), &mut pattern.ty);
    }
}

fn visit_additional(additional: &mut Additional, mut visit: impl FnMut(Place<'_>, &mut TypeRef)) {
    match additional {
        Additional::Typed(used) => visit(Place::AdditionalProperties, used),
        Additional::Any | Additional::Forbidden => {}
    }
}

/// Which types hold which, in two lists whatever their number.
#[derive(Debug, Default)]
struct Graph {
    targets: Vec<usize>,
    /// Where the targets of each type end, which are behind those of the one before.
    ends: Vec<usize>,
}

impl Graph {
    /// Ends the targets of a type; those of the next one follow.
    fn end(&mut self) {
        self.ends.push(self.targets.len());
    }

    fn len(&self) -> usize {
        self.ends.len()
    }

    fn targets(&self, owner: usize) -> &[usize] {
        let start = owner.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.targets[start..self.ends[owner]]
    }

    /// Returns the graph with all edges turned round.
    fn turned(&self) -> Self {
        let mut ends = vec![0; self.len()];
        for target in &self.targets {
            ends[*target] += 1;
        }
        let mut sum = 0;
        for end in &mut ends {
            sum += *end;
            *end = sum;
        }
        // Each is filled from its end.
        let mut targets = vec![0; self.targets.len()];
        let mut free = ends.clone();
        for owner in (0..self.len()).rev() {
            for target in self.targets(owner).iter().rev() {
                free[*target] -= 1;
                targets[free[*target]] = owner;
            }
        }
        Self { targets, ends }
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
    fn new(held: &Graph) -> Self {
        let mut found = Self {
            depths: vec![None; held.len()],
            cuts: BTreeSet::new(),
        };
        let order = leaving_order(&held.turned());
        // Against the direction, what is left last is held by others and holds none that is not looked
        // at before it (Kosaraju's algorithm).
        each_tree(held, order.into_iter().rev(), |group| {
            found.add(held, group);
        });
        found
    }

    /// Adds types that hold each other, or a single one. What they hold was added before.
    fn add(&mut self, held: &Graph, group: &[usize]) {
        let mut depth = 1;
        for owner in group {
            for target in held.targets(*owner) {
                match self.depths[*target] {
                    Some(below) if below < MAX_DEPTH => depth = depth.max(below + 1),
                    Some(_) => {
                        let (owner, target) = (TypeId::new(*owner), TypeId::new(*target));
                        self.cuts.insert((owner, target));
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

/// Returns all types of a graph in the order of leaving them on a walk.
fn leaving_order(graph: &Graph) -> Vec<usize> {
    let mut order = Vec::with_capacity(graph.len());
    each_tree(graph, 0..graph.len(), |tree| order.extend_from_slice(tree));
    order
}

/// Walks a graph from each start that was not met before; visits what was met from each, in the order
/// of leaving.
fn each_tree(graph: &Graph, starts: impl Iterator<Item = usize>, mut visit: impl FnMut(&[usize])) {
    let mut met = vec![false; graph.len()];
    let (mut tree, mut stack) = (Vec::new(), Vec::new());
    for start in starts {
        if std::mem::replace(&mut met[start], true) {
            continue;
        }
        stack.push((start, 0));
        while let Some((node, edge)) = stack.last_mut() {
            let (at, next) = (*node, graph.targets(*node).get(*edge).copied());
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
        visit(&tree);
        tree.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn graph(held: &[&[usize]]) -> Graph {
        let mut graph = Graph::default();
        for targets in held {
            graph.targets.extend_from_slice(targets);
            graph.end();
        }
        graph
    }

    fn cuts(held: &[&[usize]]) -> usize {
        Depths::new(&graph(held)).cuts.len()
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
    fn what_is_held_counts_before_what_holds_it() {
        let held = graph(&[&[1, 2], &[3], &[3], &[]]);
        let turned = held.turned();
        let all: Vec<&[usize]> = (0..4).map(|at| turned.targets(at)).collect();
        assert_eq!(all, [&[][..], &[0], &[0], &[1, 2]]);
        let depths = Depths::new(&held).depths;
        assert_eq!(depths, [Some(3), Some(2), Some(2), Some(1)]);
    }
}
