//! `allOf`: a schema and all that it adds up, as one.
//!
//! Takes a schema, returns what it says together with its members and their members. Each schema
//! counts once, and the work of all additions together is bounded: nests of `allOf` grow
//! exponentially.

mod add;
mod cover;

use indexmap::IndexMap;

pub(super) use add::{NO_VALUES, is_covered, says_nothing};

use super::cx::Cx;
use super::links::is_null;
use crate::api::Rule;
use crate::document::{Additional, Property, SchemaId, Text, Types};
use crate::hashing::Quick;
use crate::load::Node;
use add::add;

/// Something for each name, in the order of the names.
pub(super) type NameMap<'a, T> = IndexMap<&'a str, T, Quick>;

/// What a schema says, members included.
#[derive(Debug, Clone)]
pub(super) struct Flat<'a> {
    pub(super) id: SchemaId,
    pub(super) node: Node<'a>,
    pub(super) never: bool,
    /// `None` where no type was named; empty where the named ones exclude each other.
    pub(super) types: Option<Types>,
    pub(super) nullable: bool,
    pub(super) format: Option<Node<'a>>,
    pub(super) values: Option<Vec<Node<'a>>>,
    /// The schema that lists the values.
    pub(super) values_of: SchemaId,
    pub(super) properties: NameMap<'a, FlatProperty<'a>>,
    pub(super) required: NameMap<'a, Text<'a>>,
    pub(super) additional: Additional,
    pub(super) items: Option<SchemaId>,
    pub(super) unevaluated_items: Option<Additional>,
    unevaluated_properties: Option<Additional>,
    /// The schemas that say so.
    unevaluated: Vec<Node<'a>>,
    pub(super) patterns: NameMap<'a, FlatProperty<'a>>,
    pub(super) prefix: Vec<SchemaId>,
    /// What names of properties look like.
    pub(super) names: Option<SchemaId>,
    pub(super) encoding: Option<&'a str>,
    pub(super) media_type: Option<&'a str>,
    pub(super) content: Option<SchemaId>,
    pub(super) unions: Vec<FlatUnion>,
    /// Whether this is only what stands beside alternatives.
    pub(super) is_part: bool,
    /// The schema whose discriminator counts.
    pub(super) discriminator: Option<SchemaId>,
    pub(super) constraints: Vec<(&'static str, Node<'a>)>,
    /// Conditions with schemas in them.
    pub(super) conditions: Vec<(&'static str, Node<'a>)>,
    /// What keeps the schema from having a shape yet, and where.
    pub(super) obstacle: Option<(&'static str, Node<'a>)>,
    /// What comes out weaker than it was written.
    pub(super) weaker: Vec<(&'static str, Node<'a>)>,
    /// What comes out a little weaker, in a way that surprises nobody.
    pub(super) told: Vec<(&'static str, Node<'a>)>,
    /// What does not come out because something else says it, too.
    pub(super) spare: Vec<(&'static str, Node<'a>)>,
}

/// A property of a schema or of one of its members.
#[derive(Debug, Clone, Copy)]
pub(super) struct FlatProperty<'a> {
    pub(super) property: Property<'a>,
    /// Whether the property stands in the schema itself, not in one that a member refers to.
    pub(super) in_place: bool,
}

/// Alternatives of a schema or of one of its members.
#[derive(Debug, Clone, Copy)]
pub(super) struct FlatUnion {
    pub(super) rule: Rule,
    /// The schema that names them.
    pub(super) schema: SchemaId,
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

const TOO_MUCH: &str = "more members of `allOf` than can be added up, so any value is taken";

const UNCHECKED: &str = "conditions on values are not checked";

/// So many unions together say what one value looks like.
const MAX_UNIONS: usize = 16;

/// Adds up a schema and its members, with what stands beside it where it is an alternative.
pub(super) fn flatten<'a>(cx: &mut Cx<'_, 'a>, id: SchemaId) -> Flat<'a> {
    let mut flat = Flat::new(id, cx.document[id].node, cx.links.admits_null(id));
    if let Some(beside) = cx.beside.get(&id) {
        flat.begin_with(beside);
    }
    add_up(cx, flat, Member { id, in_place: true })
}

/// Adds up a schema that stands elsewhere, with what stands beside a reference to it.
pub(super) fn flatten_with<'a>(cx: &mut Cx<'_, 'a>, id: SchemaId, beside: &Flat<'a>) -> Flat<'a> {
    let mut flat = Flat::new(id, cx.document[id].node, cx.links.admits_null(id));
    flat.begin_with(beside);
    flat.is_part = true;
    let in_place = false;
    add_up(cx, flat, Member { id, in_place })
}

fn add_up<'a>(cx: &mut Cx<'_, 'a>, mut flat: Flat<'a>, itself: Member) -> Flat<'a> {
    let id = itself.id;
    let schema = &cx.document[id];
    // Most schemas have no members.
    if schema.reference.is_none() && !schema.combines() {
        add(cx, &mut flat, itself);
        flat.close(cx.validates);
        return flat;
    }
    let mut seen = std::collections::BTreeSet::new();
    let mut stack = vec![Step::Enter(itself)];
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
    flat.close(cx.validates);
    flat
}

/// What is left to do: members are added before the schema that names them.
enum Step {
    Enter(Member),
    Add(Member),
}

/// Pays for adding a member. A schema that is made of nothing but itself costs nothing.
fn spend<'a>(cx: &mut Cx<'_, 'a>, flat: &mut Flat<'a>, id: SchemaId) -> bool {
    let affordable = cx.affords(1 + cx.document[id].properties.len());
    if !affordable {
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
    let document = cx.document;
    let schema = &document[member.id];
    for (key, alternatives) in [("anyOf", schema.any_of()), ("oneOf", schema.one_of())] {
        let mut others = alternatives.iter().filter(|id| !is_null(&document[**id]));
        match (others.next(), others.next()) {
            (None, _) => {}
            (Some(only), None) => stack.push(Step::Enter(Member {
                id: *only,
                ..member
            })),
            (Some(_), Some(_)) => push_union(cx, flat, member, key),
        }
    }
    for id in schema.all_of().iter().rev() {
        stack.push(Step::Enter(Member { id: *id, ..member }));
    }
    if let Some(id) = schema.reference {
        stack.push(Step::Enter(Member {
            id,
            in_place: false,
        }));
    }
}

/// Adds alternatives, unless the schema is one of them itself: what adds to its own union has chosen.
fn push_union<'a>(cx: &mut Cx<'_, 'a>, flat: &mut Flat<'a>, member: Member, key: &'static str) {
    let document = cx.document;
    let schema = &document[member.id];
    let (rule, alternatives) = match key {
        "oneOf" => (Rule::OneOf, schema.one_of()),
        _ => (Rule::AnyOf, schema.any_of()),
    };
    let at = schema.node.get(key).unwrap_or(schema.node);
    if alternatives.iter().all(|id| document[*id].only_requires()) {
        if !cx.validates {
            flat.told
                .push(("alternatives of required properties are not checked", at));
        }
        flat.conditions.push((key, at));
    } else if flat.unions.len() >= MAX_UNIONS {
        flat.obstacle = Some((TOO_MUCH, flat.node));
    } else if member.id == flat.id || !cx.is_alternative(member.id, flat.id) {
        flat.unions.push(FlatUnion {
            rule,
            schema: member.id,
            in_place: member.in_place,
        });
    }
}

impl<'a> Flat<'a> {
    fn new(id: SchemaId, node: Node<'a>, nullable: bool) -> Self {
        Self {
            id,
            node,
            never: false,
            types: None,
            nullable,
            format: None,
            values: None,
            values_of: id,
            properties: NameMap::default(),
            required: NameMap::default(),
            additional: Additional::Silent,
            items: None,
            unevaluated_items: None,
            unevaluated_properties: None,
            unevaluated: Vec::new(),
            patterns: NameMap::default(),
            prefix: Vec::new(),
            names: None,
            encoding: None,
            media_type: None,
            content: None,
            unions: Vec::new(),
            is_part: false,
            discriminator: None,
            constraints: Vec::new(),
            conditions: Vec::new(),
            obstacle: None,
            weaker: Vec::new(),
            told: Vec::new(),
            spare: Vec::new(),
        }
    }

    /// Begins with what stands beside the schema, which is at home elsewhere.
    fn begin_with(&mut self, beside: &Self) {
        self.types = beside.types;
        self.properties.clone_from(&beside.properties);
        self.required.clone_from(&beside.required);
        self.additional = beside.additional;
        self.unevaluated_properties = beside.unevaluated_properties;
        self.patterns.clone_from(&beside.patterns);
        self.names = beside.names;
    }

    /// Makes nothing of what it says its own.
    pub(super) fn is_at_home_elsewhere(&mut self) {
        let properties = self.properties.values_mut();
        for property in properties.chain(self.patterns.values_mut()) {
            property.in_place = false;
        }
    }

    /// Lets go of what is said of properties that nothing else describes: others may describe them.
    pub(super) fn is_described_elsewhere(&mut self) {
        self.unevaluated_properties = None;
    }

    /// Takes `unevaluatedProperties` for `additionalProperties` where all that names properties is
    /// known here; `unevaluatedItems` counts where all that looks at items is.
    fn close(&mut self, validates: bool) {
        let has = |keys: &[&str]| self.conditions.iter().any(|(key, _)| keys.contains(key));
        let is_plain = self.unions.is_empty() && !has(&["if", "dependentSchemas"]);
        let counts_items = is_plain && !has(&["contains"]);
        let counts_properties = is_plain && self.additional == Additional::Silent;
        if !counts_items {
            self.unevaluated_items = None;
        }
        if counts_properties {
            self.additional = self.unevaluated_properties.unwrap_or(Additional::Silent);
        }
        for (key, counts) in [
            ("unevaluatedItems", counts_items && self.items.is_none()),
            ("unevaluatedProperties", counts_properties),
        ] {
            let unused = self.unevaluated.iter().filter(|_| !counts && !validates);
            let unused = unused.filter_map(|schema| schema.get(key));
            self.spare.extend(unused.map(|node| (UNCHECKED, node)));
        }
    }
}
