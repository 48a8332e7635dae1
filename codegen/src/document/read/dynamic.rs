//! `$dynamicRef`: what it means depends on the schemas that lead to the one it stands in (JSON Schema
//! 2020-12 §7.7, §8.2.3.2).
//!
//! Schemas are first read as if they stood alone; there, a dynamic reference means what it says.
//! Then those that lead to a dynamic reference are read again, each with its scope: what the anchors
//! mean that the schemas on the way there, from the outermost on, have given. A schema that comes to
//! mean something else in another scope becomes a schema of its own for that scope, so that a list of
//! anything, used as a list of pets, is a list of pets. Scopes are finite; their number is bounded.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{Schema, SchemaId};
use super::cx::Cx;
use super::fields::Fields;
use super::{reference, schema};
use crate::diagnostic::Diagnostics;
use crate::load::{Forest, Node, NodeId};

/// What is known of dynamic references. In a description without any, nothing is remembered.
pub(super) struct Dynamic<'a> {
    is_needed: bool,
    /// The schema that is being read, standing alone.
    reading: Option<SchemaId>,
    /// Which schemas lead to which.
    edges: Vec<(SchemaId, SchemaId)>,
    /// Schemas with a dynamic reference, and its anchor.
    uses: Vec<(SchemaId, &'a str)>,
    /// Which anchors the meaning of a schema depends on.
    reach: BTreeMap<SchemaId, BTreeSet<&'a str>>,
    /// Where a schema is read in its scope, and which one.
    now: Option<Place<'a>>,
    reading_in_scope: Option<SchemaId>,
    /// Schemas that mean something else in another scope.
    instances: BTreeMap<Key<'a>, SchemaId>,
    pending: Vec<(SchemaId, Place<'a>)>,
    /// What the schemas that were read in a scope lead to, in the order of reading.
    leads: BTreeMap<SchemaId, Leads<'a>>,
    /// For schemas that came to mean the same as another one, that one.
    same: BTreeMap<SchemaId, SchemaId>,
}

struct Leads<'a> {
    place: Place<'a>,
    to: Vec<SchemaId>,
}

/// A schema and the scope around it.
#[derive(Clone)]
struct Place<'a> {
    node: Node<'a>,
    scope: Scope<'a>,
}

/// Where a schema stands, and what the anchors mean that it depends on.
type Key<'a> = (NodeId, Vec<(&'a str, NodeId)>);

/// Anchors and what they mean.
type Scope<'a> = BTreeMap<&'a str, Node<'a>>;

/// So many schemas are read again for another scope.
const MAX_INSTANCES: usize = 10_000;

const TOO_MANY: &str =
    "dynamic references mean too many different things; this one means what it means alone";

impl Dynamic<'_> {
    pub(super) fn new(forest: &Forest) -> Self {
        Self {
            is_needed: forest.has_dynamic_anchors(),
            reading: None,
            edges: Vec::new(),
            uses: Vec::new(),
            reach: BTreeMap::new(),
            now: None,
            reading_in_scope: None,
            instances: BTreeMap::new(),
            pending: Vec::new(),
            leads: BTreeMap::new(),
            same: BTreeMap::new(),
        }
    }

    /// Notes which schema is being read, so that it is known what it leads to.
    pub(super) fn begin(&mut self, id: SchemaId) {
        self.reading = self.is_needed.then_some(id);
    }

    /// Notes that the schema that is being read leads to another one.
    pub(super) fn note(&mut self, to: SchemaId) {
        self.edges.extend(self.reading.map(|from| (from, to)));
    }
}

/// Reads `$dynamicRef`.
pub(super) fn read_reference<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>) -> Option<SchemaId> {
    let text = fields.peek("$dynamicRef")?.as_str();
    let target = reference::target_of(cx, fields, "$dynamicRef")?;
    let anchor = text
        .and_then(|text| text.split_once('#'))
        .map(|(_, anchor)| anchor);
    let anchor = anchor.filter(|_| target.is_dynamic);
    if let (Some(reading), Some(anchor)) = (cx.dynamic.reading, anchor) {
        cx.dynamic.uses.push((reading, anchor));
    }
    let bound = cx
        .dynamic
        .now
        .as_ref()
        .and_then(|now| now.scope.get(anchor?));
    let node = bound.copied().unwrap_or(target.node);
    Some(reference::to_schema(cx, node))
}

/// Returns the schema that a node means in the scope that is being read.
pub(super) fn in_scope<'a>(cx: &mut Cx<'a, '_>, node: Node<'a>, alone: SchemaId) -> SchemaId {
    let id = instance(cx, node, alone).unwrap_or(alone);
    let Some(reading) = cx.dynamic.reading_in_scope else {
        return id;
    };
    if let Some(leads) = cx.dynamic.leads.get_mut(&reading) {
        leads.to.push(id);
    }
    cx.dynamic.same.get(&id).copied().unwrap_or(id)
}

/// Returns the schema that a node means, where that is another one than it means alone.
fn instance<'a>(cx: &mut Cx<'a, '_>, node: Node<'a>, alone: SchemaId) -> Option<SchemaId> {
    let now = cx.dynamic.now.as_ref()?;
    let reach = cx.dynamic.reach.get(&alone)?;
    let mut scope = now.scope.clone();
    if cx.forest.top(now.node) != cx.forest.top(node) {
        enter(cx.forest, &mut scope, node);
    }
    let mut own = Scope::new();
    enter(cx.forest, &mut own, node);
    scope.retain(|anchor, _| reach.contains(anchor));
    own.retain(|anchor, _| reach.contains(anchor));
    if scope == own {
        return None;
    }
    let key = scope
        .iter()
        .map(|(anchor, target)| (*anchor, target.identity()));
    let key = (node.identity(), key.collect());
    if let Some(known) = cx.dynamic.instances.get(&key) {
        return Some(*known);
    }
    if cx.dynamic.instances.len() >= MAX_INSTANCES {
        cx.weaken(node, TOO_MANY);
        return None;
    }
    let id = cx.add_schema(Schema {
        is_instance: true,
        ..Schema::new(node)
    });
    cx.dynamic.instances.insert(key, id);
    cx.dynamic.pending.push((id, Place { node, scope }));
    Some(id)
}

/// Adds what the anchors of a node's surroundings mean, where nothing further out gave them a
/// meaning.
fn enter<'a>(forest: &'a Forest, scope: &mut Scope<'a>, node: Node<'a>) {
    for (anchor, target) in forest.dynamic_anchors(node) {
        scope.entry(anchor).or_insert(target);
    }
}

/// Reads again what leads to a dynamic reference, in its scope.
pub(super) fn read_scopes(cx: &mut Cx<'_, '_>) {
    if !cx.dynamic.is_needed {
        return;
    }
    read_targets(cx);
    cx.dynamic.reading = None;
    find_reach(cx);
    let alone: Vec<SchemaId> = cx.dynamic.reach.keys().copied().collect();
    for id in alone {
        let node = cx.schemas[id.index()].node;
        let mut scope = Scope::new();
        enter(cx.forest, &mut scope, node);
        cx.dynamic.pending.push((id, Place { node, scope }));
    }
    // What was said when the schemas were read alone is not said again.
    let mut unsaid = Diagnostics::default();
    std::mem::swap(cx.diagnostics, &mut unsaid);
    while let Some((id, place)) = cx.dynamic.pending.pop() {
        read_in(cx, id, place);
    }
    find_same(cx);
    let leads = std::mem::take(&mut cx.dynamic.leads);
    for (id, leads) in leads {
        read_in(cx, id, leads.place);
    }
    std::mem::swap(cx.diagnostics, &mut unsaid);
    cx.dynamic.now = None;
    cx.dynamic.reading_in_scope = None;
}

/// Finds out which schemas mean the same in their scopes: those of one node that lead to the same.
fn find_same(cx: &mut Cx<'_, '_>) {
    let leads = &cx.dynamic.leads;
    let place = |id: &SchemaId| cx.schemas[id.index()].node.identity();
    // All of one node are taken to be the same, until they are seen to lead to different ones.
    let mut known = classes(leads.keys().map(|id| (*id, (place(id), Vec::new()))));
    loop {
        let class = |id: &SchemaId| known.get(id).copied().unwrap_or(*id);
        let next = classes(leads.iter().map(|(id, leads)| {
            let to = leads.to.iter().map(class).collect();
            (*id, (place(id), to))
        }));
        if next == known {
            break;
        }
        known = next;
    }
    known.retain(|id, first| id != first);
    cx.dynamic.same = known;
}

/// Returns for each schema the first one that is described in the same way: the one that stands
/// alone, where it is among them.
fn classes(
    described: impl Iterator<Item = (SchemaId, (NodeId, Vec<SchemaId>))>,
) -> BTreeMap<SchemaId, SchemaId> {
    let mut first = BTreeMap::new();
    described
        .map(|(id, description)| (id, *first.entry(description).or_insert(id)))
        .collect()
}

fn read_in<'a>(cx: &mut Cx<'a, '_>, id: SchemaId, place: Place<'a>) {
    let node = place.node;
    let leads = Leads {
        place: place.clone(),
        to: Vec::new(),
    };
    cx.dynamic.leads.insert(id, leads);
    cx.dynamic.reading_in_scope = Some(id);
    cx.dynamic.now = Some(place);
    let notes = cx.notes.len();
    let read = schema::read_schema(cx, node);
    let old = &cx.schemas[id.index()];
    let new = Schema {
        referenced: old.referenced,
        is_instance: old.is_instance,
        ..read
    };
    cx.schemas[id.index()] = new;
    let mut index = 0;
    cx.notes.retain(|note| {
        index += 1;
        index <= notes || note.reason == TOO_MANY
    });
}

/// Reads what any anchor can mean, so that all schemas are known before there are scopes.
fn read_targets(cx: &mut Cx<'_, '_>) {
    let mut read = BTreeSet::new();
    loop {
        let used: BTreeSet<&str> = cx.dynamic.uses.iter().map(|(_, anchor)| *anchor).collect();
        let Some(anchor) = used.into_iter().find(|anchor| read.insert(*anchor)) else {
            return;
        };
        cx.dynamic.reading = None;
        for target in cx.forest.dynamic_targets(anchor) {
            cx.schema(target);
        }
        schema::read_pending(cx);
    }
}

/// Finds out which anchors each schema depends on: those of the dynamic references it leads to.
fn find_reach(cx: &mut Cx<'_, '_>) {
    let mut into: BTreeMap<SchemaId, Vec<SchemaId>> = BTreeMap::new();
    let uses = std::mem::take(&mut cx.dynamic.uses);
    for (from, anchor) in &uses {
        for target in cx.forest.dynamic_targets(anchor) {
            into.entry(cx.schema(target)).or_default().push(*from);
        }
    }
    for (from, to) in std::mem::take(&mut cx.dynamic.edges) {
        into.entry(to).or_default().push(from);
    }
    let mut pending = uses;
    while let Some((id, anchor)) = pending.pop() {
        if cx.dynamic.reach.entry(id).or_default().insert(anchor) {
            let before = into.get(&id).into_iter().flatten();
            pending.extend(before.map(|from| (*from, anchor)));
        }
    }
}
