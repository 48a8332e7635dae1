//! `allOf`: a schema and all that it adds up, as one.
//!
//! Takes a schema, returns what it says together with its members and their members. Each schema
//! counts once, and the work of all additions together is bounded: nests of `allOf` grow
//! exponentially.

use indexmap::IndexMap;

use super::cx::Cx;
use super::links::is_null;
use crate::document::{Additional, Property, Schema, SchemaId, SimpleType, Text, Types};
use crate::load::Node;

/// What a schema says, members included.
#[derive(Debug)]
pub(super) struct Flat<'a> {
    pub(super) node: Node<'a>,
    pub(super) never: bool,
    /// `None` where no type was named; empty where the named ones exclude each other.
    pub(super) types: Option<Types>,
    pub(super) nullable: bool,
    pub(super) format: Option<Node<'a>>,
    pub(super) values: Option<Vec<Node<'a>>>,
    pub(super) properties: IndexMap<&'a str, FlatProperty<'a>>,
    pub(super) required: IndexMap<&'a str, Text<'a>>,
    pub(super) additional: Additional,
    pub(super) items: Option<SchemaId>,
    pub(super) patterns: Option<Node<'a>>,
    pub(super) prefix: Option<Node<'a>>,
    pub(super) encoding: Option<&'a str>,
    pub(super) media_type: Option<&'a str>,
    pub(super) constraints: Vec<(&'static str, Node<'a>)>,
    /// What keeps the schema from having a shape yet, and where.
    pub(super) obstacle: Option<(&'static str, Node<'a>)>,
    /// What comes out weaker than it was written.
    pub(super) weaker: Vec<(&'static str, Node<'a>)>,
    /// What comes out a little weaker, in a way that surprises nobody.
    pub(super) told: Vec<(&'static str, Node<'a>)>,
}

/// A property of a schema or of one of its members.
#[derive(Debug, Clone, Copy)]
pub(super) struct FlatProperty<'a> {
    pub(super) property: Property<'a>,
    /// Whether the property stands in the schema itself, not in one that a member refers to.
    pub(super) in_place: bool,
}

/// A member that is still to be added.
#[derive(Clone, Copy)]
struct Member {
    id: SchemaId,
    in_place: bool,
}

/// The work that one description may cause: properties and members added, all schemas together.
pub(super) const BUDGET: usize = 400_000;

const UNION: &str = "`oneOf` and `anyOf` are not generated yet, so any value is taken";
const CONFLICT: &str = "members of `allOf` describe one property differently; the first one counts";
const VALUES: &str = "members of `allOf` list different values; the first list counts";
const ITEMS: &str = "members of `allOf` describe items differently; the first one counts";
const TOO_MUCH: &str = "more members of `allOf` than can be added up, so any value is taken";

/// Adds up a schema and its members.
pub(super) fn flatten<'a>(cx: &mut Cx<'_, 'a>, id: SchemaId) -> Flat<'a> {
    let schema = &cx.document[id];
    let mut flat = Flat::new(schema.node, schema.nullable);
    let mut seen = std::collections::BTreeSet::new();
    let mut stack = vec![Step::Enter(Member { id, in_place: true })];
    while let Some(step) = stack.pop() {
        match step {
            Step::Enter(member) => {
                if seen.insert(member.id) && (member.id == id || spend(cx, &mut flat, member.id)) {
                    stack.push(Step::Add(member));
                    push_members(cx, &mut flat, member, &mut stack);
                }
            }
            Step::Add(member) => add(cx, &mut flat, member),
        }
    }
    flat
}

/// What is left to do: members are added before the schema that names them.
enum Step {
    Enter(Member),
    Add(Member),
}

/// Pays for adding a member. A schema that is made of nothing but itself costs nothing.
fn spend<'a>(cx: &mut Cx<'_, 'a>, flat: &mut Flat<'a>, id: SchemaId) -> bool {
    let cost = 1 + cx.document[id].properties.len();
    let affordable = cx.budget >= cost;
    if affordable {
        cx.budget -= cost;
    } else {
        flat.obstacle = Some((TOO_MUCH, flat.node));
    }
    affordable
}

/// Pushes what a schema adds up, the last first, so that the first is taken first.
fn push_members<'a>(
    cx: &mut Cx<'_, 'a>,
    flat: &mut Flat<'a>,
    member: Member,
    stack: &mut Vec<Step>,
) {
    let schema = &cx.document[member.id];
    for (key, alternatives) in [("anyOf", &schema.any_of), ("oneOf", &schema.one_of)] {
        let mut others = alternatives
            .iter()
            .filter(|id| !is_null(&cx.document[**id]));
        match (others.next(), others.next()) {
            (None, _) => {}
            (Some(only), None) => stack.push(Step::Enter(Member {
                id: *only,
                ..member
            })),
            (Some(_), Some(_)) => {
                let at = schema.node.get(key).unwrap_or(schema.node);
                if alternatives
                    .iter()
                    .all(|id| cx.document[*id].only_requires())
                {
                    flat.told
                        .push(("alternatives of required properties are not checked", at));
                } else {
                    flat.obstacle.get_or_insert((UNION, at));
                }
            }
        }
    }
    for id in schema.all_of.iter().rev() {
        stack.push(Step::Enter(Member { id: *id, ..member }));
    }
    if let Some(id) = schema.reference {
        stack.push(Step::Enter(Member {
            id,
            in_place: false,
        }));
    }
}

/// Adds what one schema says itself.
fn add<'a>(cx: &Cx<'_, 'a>, flat: &mut Flat<'a>, member: Member) {
    let schema = &cx.document[member.id];
    flat.never |= schema.never;
    if !schema.types.is_empty() {
        flat.types = Some(match flat.types {
            None => schema.types,
            Some(types) => intersection(types, schema.types),
        });
    }
    flat.format = flat.format.or(schema.format);
    match (&flat.values, &schema.values) {
        (None, values) => flat.values.clone_from(values),
        (Some(first), Some(other)) if !same_values(first, other) => {
            flat.weaker.push((VALUES, schema.node));
        }
        (Some(_), _) => {}
    }
    for property in &schema.properties {
        add_property(
            cx,
            flat,
            FlatProperty {
                property: *property,
                in_place: member.in_place,
            },
        );
    }
    flat.required
        .extend(schema.required.iter().map(|name| (name.text, *name)));
    flat.additional = add_additional(flat.additional, schema.additional);
    match (flat.items, schema.items) {
        (None, items) => flat.items = items,
        (Some(first), Some(other)) if cx.end(first).id != cx.end(other).id => {
            flat.weaker.push((ITEMS, schema.node));
        }
        (Some(_), _) => {}
    }
    flat.patterns = flat.patterns.or(schema.patterns);
    flat.prefix = flat.prefix.or(schema.prefix);
    flat.encoding = flat.encoding.or(schema.encoding);
    flat.media_type = flat.media_type.or(schema.media_type);
    flat.constraints.extend(&schema.constraints);
}

/// Returns whether two enumerations list the same scalars in the same order.
fn same_values(left: &[Node<'_>], right: &[Node<'_>]) -> bool {
    let same = |(a, b): (&Node<'_>, &Node<'_>)| a.text().is_some() && a.text() == b.text();
    left.len() == right.len() && left.iter().zip(right).all(same)
}

/// Returns the types that fit both; an integer is a number.
fn intersection(left: Types, right: Types) -> Types {
    let mut both = left.intersection(right);
    for (one, other) in [(left, right), (right, left)] {
        if one.contains(SimpleType::Number) && other.contains(SimpleType::Integer) {
            both.insert(SimpleType::Integer);
        }
    }
    both
}

/// What one member forbids, no other can allow.
fn add_additional(left: Additional, right: Additional) -> Additional {
    match (left, right) {
        (Additional::Forbidden, _) | (_, Additional::Forbidden) => Additional::Forbidden,
        (Additional::Schema(id), _) | (_, Additional::Schema(id)) => Additional::Schema(id),
        (Additional::Allowed, _) | (_, Additional::Allowed) => Additional::Allowed,
        (Additional::Silent, Additional::Silent) => Additional::Silent,
    }
}

fn add_property<'a>(cx: &Cx<'_, 'a>, flat: &mut Flat<'a>, new: FlatProperty<'a>) {
    let Some(old) = flat.properties.get_mut(new.property.name.text) else {
        flat.properties.insert(new.property.name.text, new);
        return;
    };
    let (old_end, new_end) = (
        cx.end(old.property.schema).id,
        cx.end(new.property.schema).id,
    );
    let (old_schema, new_schema) = (&cx.document[old_end], &cx.document[new_end]);
    if old_end == new_end || says_nothing(new_schema) {
        return;
    }
    let narrower = old_schema.values.is_none() && new_schema.values.is_some();
    let same_type = old_schema.types.single().is_some() && old_schema.types == new_schema.types;
    if says_nothing(old_schema) || (narrower && (same_type || new_schema.types.is_empty())) {
        *old = new;
    } else if !same_type || !is_scalar(old_schema) {
        flat.weaker.push((CONFLICT, new_schema.node));
    }
}

pub(super) fn says_nothing(schema: &Schema<'_>) -> bool {
    let alone = schema.reference.is_none() && !schema.combines();
    alone && schema.types.is_empty() && schema.is_bare()
}

fn is_scalar(schema: &Schema<'_>) -> bool {
    !matches!(
        schema.types.single(),
        None | Some(SimpleType::Object | SimpleType::Array)
    )
}

impl<'a> Flat<'a> {
    fn new(node: Node<'a>, nullable: bool) -> Self {
        Self {
            node,
            never: false,
            types: None,
            nullable,
            format: None,
            values: None,
            properties: IndexMap::new(),
            required: IndexMap::new(),
            additional: Additional::Silent,
            items: None,
            patterns: None,
            prefix: None,
            encoding: None,
            media_type: None,
            constraints: Vec::new(),
            obstacle: None,
            weaker: Vec::new(),
            told: Vec::new(),
        }
    }
}
