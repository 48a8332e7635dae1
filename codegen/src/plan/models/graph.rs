//! The graph of types: which of them need an item of their own, and where a box is needed.
//!
//! A box stands on every property that lies on a cycle of structs, not on as few as would do: so
//! whether a property has one depends on its cycle alone, not on where a walk began.

use std::collections::BTreeSet;

use super::patterns::{self, MapForm};
use super::reach;
use super::unions::Unions;
use crate::api::{Api, Identity, Kind, Map, TypeId, TypeMap, TypeSet};
use crate::plan::replacements::Replacements;

/// A chain of lists of lists gets a type of its own every so often; rustc has limits too.
const LONGEST_CHAIN: usize = 32;

/// What is known of types before they have names.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ground<'a> {
    pub(super) api: &'a Api,
    pub(super) unions: &'a Unions,
    pub(super) replaced: &'a Replacements,
}

/// What the graph says of the types.
#[derive(Debug, Default)]
pub(super) struct Graph {
    /// Types that the client uses.
    pub(super) used: TypeSet,
    /// Types with an item of their own: `struct`, `enum` or `type`.
    pub(super) items: TypeSet,
    /// Among them: no `type` can say what they are, because they contain themselves.
    pub(super) newtypes: TypeSet,
    /// Names for nothing but each other.
    pub(super) endless: TypeSet,
    /// Cycles that no variant of an enum is on: variants are where other cycles are cut.
    cycles: TypeMap<usize>,
    /// Cycles of variants.
    wide_cycles: TypeMap<usize>,
}

impl Graph {
    pub(super) fn new(ground: Ground<'_>) -> Self {
        let mut graph = Self::default();
        graph.find_loops(ground);
        let Ground {
            api,
            unions,
            replaced,
        } = ground;
        let used = reach::used(ground);
        let is_made = |id: &TypeId| used.contains(*id) && !replaced.contains(*id);
        for (id, ty) in api.types().filter(|(id, _)| is_made(id)) {
            let is_item = match (&ty.identity, &ty.kind) {
                (Identity::Component(_), _) | (_, Kind::Object(_) | Kind::Tuple(_)) => true,
                (Identity::Inline { .. }, Kind::Map(map)) if is_struct(api, map) => true,
                (Identity::Inline { .. }, Kind::Enum(values)) if values.has_names() => true,
                (Identity::Inline { .. }, Kind::Union(_)) if unions.members(id).is_some() => true,
                (Identity::Inline { .. }, _) => {
                    graph.newtypes.contains(id) || graph.endless.contains(id)
                }
            };
            if is_item {
                graph.items.insert(id);
            }
        }
        let mut edges = graph.edges(ground);
        graph.used = used;
        graph.cycles = components(&edges);
        graph.add_edges_of_variants(ground, &mut edges);
        graph.wide_cycles = components(&edges);
        graph
    }

    /// Whether a value of `target` held by `owner` would make it contain itself.
    pub(super) fn needs_box(&self, ground: Ground<'_>, owner: TypeId, target: TypeId) -> bool {
        let cycles = if ground.unions.members(owner).is_some() {
            &self.wide_cycles
        } else {
            &self.cycles
        };
        let target = self.value_target(ground, target);
        let target = target.and_then(|target| cycles.get(target));
        target.is_some() && target == cycles.get(owner)
    }

    /// Follows lists, maps and aliases, of which each type has one at most. What comes back to
    /// itself needs a type of its own.
    fn find_loops(&mut self, ground: Ground<'_>) {
        let api = ground.api;
        let mut depths: TypeMap<usize> = TypeMap::new();
        for (start, _) in api.types() {
            if depths.contains(start) {
                continue;
            }
            let mut path = Vec::new();
            let mut on_path = BTreeSet::new();
            let mut at = Some(start);
            while let Some(id) = at.filter(|id| !depths.contains(*id) && on_path.insert(*id)) {
                path.push(id);
                at = next(ground, id);
            }
            if let Some(entry) = at.and_then(|id| path.iter().position(|on| *on == id)) {
                self.add_loop(api, &path[entry..]);
            }
            let mut depth = at
                .and_then(|id| depths.get(id))
                .map_or(0, |depth| depth + 1);
            for id in path.into_iter().rev() {
                if self.newtypes.contains(id) || self.endless.contains(id) {
                    depth = 0;
                } else if depth >= LONGEST_CHAIN {
                    self.newtypes.insert(id);
                    depth = 0;
                }
                depths.insert(id, depth);
                depth += 1;
            }
        }
    }

    fn add_loop(&mut self, api: &Api, cycle: &[TypeId]) {
        let is_endless = cycle
            .iter()
            .all(|id| matches!(api[*id].kind, Kind::Alias(_) | Kind::Union(_)));
        let set = if is_endless {
            &mut self.endless
        } else {
            &mut self.newtypes
        };
        set.extend(cycle.iter().copied());
    }

    fn edges(&self, ground: Ground<'_>) -> TypeMap<Vec<TypeId>> {
        let mut edges = TypeMap::new();
        for (id, ty) in ground.api.types() {
            let targets: Vec<TypeId> = match &ty.kind {
                Kind::Object(object) => object.properties.iter().map(|p| p.ty.id).collect(),
                Kind::Tuple(tuple) => tuple.prefix.iter().map(|item| item.id).collect(),
                Kind::Alias(target) if self.newtypes.contains(id) => vec![target.id],
                _ => continue,
            };
            let targets = targets
                .into_iter()
                .filter_map(|target| self.value_target(ground, target));
            edges.insert(id, targets.collect());
        }
        edges
    }

    fn add_edges_of_variants(&self, ground: Ground<'_>, edges: &mut TypeMap<Vec<TypeId>>) {
        let Ground { api, unions, .. } = ground;
        let all = api.types().map(|(id, _)| id);
        let enums = all.filter(|id| unions.members(*id).is_some());
        edges.extend(enums.map(|id| {
            let held = unions.held(api, id).into_iter();
            let targets = held.filter_map(|target| self.value_target(ground, target));
            (id, targets.collect())
        }));
    }

    /// The struct or enum of types that a value of the type is, if it is one: not behind a list or a
    /// map.
    fn value_target(&self, ground: Ground<'_>, mut id: TypeId) -> Option<TypeId> {
        let Ground {
            api,
            unions,
            replaced,
        } = ground;
        loop {
            if replaced.contains(id) {
                return None;
            }
            match &api[id].kind {
                Kind::Object(_) | Kind::Tuple(_) => return Some(id),
                Kind::Alias(_) | Kind::Union(_) if self.endless.contains(id) => return None,
                Kind::Alias(_) if self.newtypes.contains(id) => return Some(id),
                Kind::Alias(target) => id = target.id,
                Kind::Union(_) if unions.members(id).is_some() => return Some(id),
                Kind::Union(_) if self.newtypes.contains(id) => return Some(id),
                Kind::Union(_) => id = unions.single(id)?.id,
                Kind::Any
                | Kind::Boolean
                | Kind::Integer(_)
                | Kind::Number(_)
                | Kind::String(_)
                | Kind::Never
                | Kind::Null
                | Kind::Enum(_)
                | Kind::Array(_)
                | Kind::Map(_) => return None,
            }
        }
    }
}

fn is_struct(api: &Api, map: &Map) -> bool {
    matches!(patterns::map_form(api, map), MapForm::Struct)
}

fn next(ground: Ground<'_>, id: TypeId) -> Option<TypeId> {
    let Ground {
        api,
        unions,
        replaced,
    } = ground;
    if replaced.contains(id) {
        return None;
    }
    match &api[id].kind {
        Kind::Array(target) | Kind::Alias(target) => Some(target.id),
        Kind::Map(map) => match patterns::map_form(api, map) {
            MapForm::Uniform(values) => Some(values.id),
            MapForm::Any | MapForm::Struct => None,
        },
        Kind::Union(_) => unions.single(id).map(|target| target.id),
        Kind::Any
        | Kind::Never
        | Kind::Null
        | Kind::Tuple(_)
        | Kind::Boolean
        | Kind::Integer(_)
        | Kind::Number(_)
        | Kind::String(_)
        | Kind::Enum(_)
        | Kind::Object(_) => None,
    }
}

/// Numbers the strongly connected components that are cycles (Tarjan's algorithm, with a stack of
/// its own because descriptions are deep).
fn components(edges: &TypeMap<Vec<TypeId>>) -> TypeMap<usize> {
    let mut search = Search::new(edges);
    for start in edges.keys() {
        if !search.order.contains(start) {
            search.run(start);
        }
    }
    search.found
}

struct Search<'a> {
    edges: &'a TypeMap<Vec<TypeId>>,
    order: TypeMap<usize>,
    low: TypeMap<usize>,
    open: Vec<TypeId>,
    is_open: TypeSet,
    found: TypeMap<usize>,
}

impl<'a> Search<'a> {
    fn new(edges: &'a TypeMap<Vec<TypeId>>) -> Self {
        Self {
            edges,
            order: TypeMap::new(),
            low: TypeMap::new(),
            open: Vec::new(),
            is_open: TypeSet::default(),
            found: TypeMap::new(),
        }
    }

    fn run(&mut self, start: TypeId) {
        let mut calls = vec![(start, 0)];
        self.enter(start);
        while let Some((node, edge)) = calls.last_mut() {
            let node = *node;
            let target = self
                .edges
                .get(node)
                .and_then(|targets| targets.get(*edge))
                .copied();
            *edge += 1;
            match target {
                Some(target) if !self.order.contains(target) => {
                    self.enter(target);
                    calls.push((target, 0));
                }
                Some(target) if self.is_open.contains(target) => {
                    let low = self.order.get(target).copied().unwrap_or_default();
                    self.lower(node, low);
                }
                Some(_) => {}
                None => {
                    calls.pop();
                    self.leave(node);
                    if let Some((parent, _)) = calls.last() {
                        let low = self.low.get(node).copied().unwrap_or_default();
                        self.lower(*parent, low);
                    }
                }
            }
        }
    }

    fn enter(&mut self, node: TypeId) {
        let order = self.order.len();
        self.order.insert(node, order);
        self.low.insert(node, order);
        self.open.push(node);
        self.is_open.insert(node);
    }

    fn lower(&mut self, node: TypeId, low: usize) {
        if let Some(old) = self.low.get_mut(node) {
            *old = low.min(*old);
        }
    }

    fn leave(&mut self, node: TypeId) {
        let order = self.order.get(node).copied();
        if self.low.get(node).copied() != order {
            return;
        }
        let start = self
            .open
            .iter()
            .rposition(|open| *open == node)
            .unwrap_or(0);
        let component = self.open.split_off(start);
        let is_cycle = component.len() > 1
            || self
                .edges
                .get(node)
                .is_some_and(|targets| targets.contains(&node));
        for member in component {
            self.is_open.remove(member);
            if is_cycle {
                self.found.insert(member, order.unwrap_or_default());
            }
        }
    }
}
