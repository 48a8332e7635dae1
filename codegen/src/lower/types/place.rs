//! Where a schema's type gets its name from.

use std::hash::{Hash, Hasher};

use super::children::{children, place_parts};
use crate::api::{
    Annotations, Constraint, Constraints, Docs, Identity, Kind, Literal, Owner, Step, Text, Type,
    TypeId, Xml,
};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Schema, SchemaId, Types, origin};
use crate::hashing::QuickHasher;
use crate::load::Node;
use crate::lower::cx::{Cx, Quiet};
use crate::lower::shape::{Decision, Shape, TextShape, decide};
use crate::lower::{docs, info, xml};

/// A schema that is to get a type.
pub(super) struct Placement {
    pub(super) id: SchemaId,
    pub(super) identity: Identity,
    /// The types of its values, where it does not say them itself.
    pub(super) types: Types,
}

/// Gives a type to a schema and to all that stand in it, unless they have one.
pub(in crate::lower) fn place(cx: &mut Cx<'_, '_>, id: SchemaId, identity: Identity) {
    // Types come out even where the operation they stand in does not.
    let quiet = cx.quiet;
    if quiet == Quiet::Operations {
        cx.quiet = Quiet::No;
    }
    let mut stack = vec![Placement {
        id,
        identity,
        types: Types::default(),
    }];
    while let Some(placement) = stack.pop() {
        place_one(cx, placement, &mut stack);
    }
    cx.quiet = quiet;
}

fn place_one(cx: &mut Cx<'_, '_>, placement: Placement, stack: &mut Vec<Placement>) {
    let Placement {
        id,
        identity,
        types,
    } = placement;
    if cx.types[id.index()].is_some() {
        return;
    }
    let last = cx.links.way_in_place(id).last().unwrap_or(id);
    let ty = match (cx.types[last.index()], cx.links.get(last)) {
        (Some(ty), _) => ty,
        (None, None) => {
            let nullable = matches!(identity, Identity::Component(_)) && cx.end(id).nullable;
            let placement = Placement {
                id: last,
                identity,
                types,
            };
            let ty = add_type(cx, placement, stack);
            // What stands between the name and the schema is the component's own.
            cx.api[ty].nullable |= nullable && !cx.anything.contains(&ty);
            ty
        }
        // A reference needs no type of its own, unless it has a name.
        (None, Some(link)) => match identity {
            Identity::Component(_) => add_alias(cx, id, link.to, identity),
            Identity::Inline { .. } => return,
        },
    };
    let Cx { links, types, .. } = cx;
    for id in links.way_in_place(id) {
        types[id.index()] = Some(ty);
    }
}

fn add_alias(cx: &mut Cx<'_, '_>, id: SchemaId, to: SchemaId, identity: Identity) -> TypeId {
    let decision = Decision {
        nullable: cx.end(id).nullable,
        ..Decision::new(Shape::Alias(to))
    };
    add(cx, id, identity, decision, &mut Vec::new())
}

fn add_type(cx: &mut Cx<'_, '_>, placement: Placement, stack: &mut Vec<Placement>) -> TypeId {
    let Placement {
        id,
        identity,
        types,
    } = placement;
    let mut decision = decide(cx, id, types);
    if !is_hidden(cx, &identity) {
        account(cx, &mut decision);
    }
    for node in std::mem::take(&mut decision.repeated) {
        let value = node.text().unwrap_or_default();
        let message = format!("the enumeration lists `{value}` twice");
        let diagnostic = Diagnostic::new(Code::DuplicateEnumValue, message)
            .label(node.span(), "passed over")
            .help("remove one of them")
            .several("values are listed twice in an enumeration");
        cx.warn(diagnostic);
    }
    add(cx, id, identity, decision, stack)
}

/// Accounts for what comes out weaker.
fn account(cx: &mut Cx<'_, '_>, decision: &mut Decision<'_>) {
    for (reason, node) in std::mem::take(&mut decision.weaker) {
        cx.degrade(node, reason);
    }
    for (reason, node) in std::mem::take(&mut decision.told) {
        cx.tell(node, reason);
    }
    for (reason, node) in std::mem::take(&mut decision.spare) {
        cx.pass_over(node, reason);
    }
}

/// Returns whether a type stands in one that is not generated yet, which is accounted for.
fn is_hidden(cx: &Cx<'_, '_>, identity: &Identity) -> bool {
    let Identity::Inline {
        owner: Owner::Type(owner),
        step,
    } = identity
    else {
        return false;
    };
    let is_in_part = match step {
        Step::Base | Step::Name | Step::Content => true,
        Step::Member(_)
        | Step::Items
        | Step::AdditionalProperties
        | Step::Position(_)
        | Step::Pattern(_)
        | Step::Property(_)
        | Step::Parameter(_)
        | Step::RequestBody(_)
        | Step::Response(..)
        | Step::Header(..)
        | Step::RequestItem(_)
        | Step::ResponseItem(..)
        | Step::PartHeader(..)
        | Step::Beside(_) => false,
    };
    is_in_part || cx.hidden.contains(owner)
}

/// Adds a type whose kind is filled in when all types are there.
fn add<'a>(
    cx: &mut Cx<'_, 'a>,
    id: SchemaId,
    identity: Identity,
    decision: Decision<'a>,
    stack: &mut Vec<Placement>,
) -> TypeId {
    let schema = &cx.document[id];
    let docs = docs::docs(&schema.docs);
    let written = Written {
        docs,
        xml: xml::declared(schema),
        annotations: annotations(schema),
    };
    add_written(cx, schema.node, identity, decision, written, stack)
}

/// Adds a type that is a part of what a schema says.
pub(super) fn add_part<'a>(
    cx: &mut Cx<'_, 'a>,
    node: Node<'a>,
    identity: Identity,
    decision: Decision<'a>,
    stack: &mut Vec<Placement>,
) -> TypeId {
    add_written(cx, node, identity, decision, Written::default(), stack)
}

/// What is written at a schema for people and tools.
#[derive(Default)]
struct Written {
    docs: Docs,
    xml: Xml,
    annotations: Annotations,
}

fn add_written<'a>(
    cx: &mut Cx<'_, 'a>,
    node: Node<'a>,
    identity: Identity,
    decision: Decision<'a>,
    written: Written,
    stack: &mut Vec<Placement>,
) -> TypeId {
    let is_hidden = is_hidden(cx, &identity);
    let identity = unclaimed(cx, identity);
    let constraints = Constraints {
        keywords: constraints(cx, &decision.constraints),
        conditions: constraints(cx, &decision.conditions),
    };
    let ty = cx.api.add_type(Type {
        identity,
        docs: written.docs,
        kind: Kind::Any,
        nullable: decision.nullable,
        xml: written.xml.into(),
        constraints: constraints.into(),
        text: decision.text.map(|text| Box::new(owned(text))),
        annotations: written.annotations.into(),
        rules: None,
        origin: origin(node),
    });
    if is_hidden {
        cx.hidden.insert(ty);
    }
    if matches!(decision.shape, Shape::Any | Shape::Null) {
        cx.anything.insert(ty);
    }
    let mut shape = decision.shape;
    let first = stack.len();
    let content = decision.text.and_then(|text| text.content);
    if let Some(content) = content {
        cx.contents.push((ty, content));
    }
    // What parts have in common is at home in the whole, which comes first.
    stack.extend(children(cx, (ty, node), &shape, content));
    place_parts(cx, ty, node, &mut shape, stack);
    // The last is taken first from a stack.
    stack[first..].reverse();
    cx.unfilled.push((ty, shape));
    ty
}

fn constraints(cx: &mut Cx<'_, '_>, found: &[(&'static str, Node<'_>)]) -> Vec<Constraint> {
    let constraint = |(keyword, node): &(&'static str, Node<'_>)| Constraint {
        keyword,
        value: literal(cx, *node),
    };
    found.iter().map(constraint).collect()
}

/// Returns a value that is kept for people, as long as there is room: one node can be part of many
/// types.
fn literal(cx: &mut Cx<'_, '_>, node: Node<'_>) -> Literal {
    Literal {
        json: cx.kept_text(node),
        origin: origin(node),
    }
}

fn owned(text: TextShape<'_>) -> Text {
    Text {
        encoding: text.encoding.map(str::to_owned),
        media_type: text.media_type.map(str::to_owned),
        schema: None,
    }
}

fn annotations(schema: &Schema<'_>) -> Annotations {
    let rare = schema.rare();
    let examples = rare.examples.iter();
    Annotations {
        default: schema.default.map(origin),
        examples: examples.map(|node| origin(*node)).collect(),
        read_only: schema.read_only,
        write_only: schema.write_only,
        external_docs: info::lower_external_docs(rare.external_docs.as_ref()),
        comment: rare.comment.map(str::to_owned),
    }
}

/// Claims an identity, or one beside it where it is taken: two types never share one.
pub(super) fn unclaimed(cx: &mut Cx<'_, '_>, wanted: Identity) -> Identity {
    let key = hash(&wanted);
    let Some(count) = cx.claimed.get(&key) else {
        cx.claimed.insert(key, 0);
        return wanted;
    };
    // The count says where to go on, so that many equal ones do not each start again.
    let mut count = *count;
    let mut free = wanted.clone();
    while cx.claimed.contains_key(&hash(&free)) {
        count += 1;
        free = beside(&wanted, count);
    }
    cx.claimed.insert(key, count);
    cx.claimed.insert(hash(&free), 1);
    free
}

/// Returns the hash that stands for an identity, the same in each run. Should two share one, the second
/// is called as if it were the first once more.
fn hash(identity: &Identity) -> u64 {
    let mut hasher = QuickHasher::same_in_each_run();
    identity.hash(&mut hasher);
    hasher.finish()
}

fn beside(identity: &Identity, index: usize) -> Identity {
    match identity {
        Identity::Component(name) => Identity::Component(format!("{name}_{index}")),
        Identity::Inline { owner, .. } => {
            let (owner, step) = (owner.clone(), Step::Beside(index));
            Identity::Inline { owner, step }
        }
    }
}
