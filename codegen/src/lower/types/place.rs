//! Where a schema's type gets its name from.

use crate::api::{Constraints, Identity, Kind, Owner, Step, Type, TypeId};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Additional, SchemaId, origin};
use crate::lower::cx::{Cx, Quiet};
use crate::lower::shape::{Decision, Shape, decide};
use crate::lower::{docs, json, xml};

/// Gives a type to a schema and to all that stand in it, unless they have one.
pub(in crate::lower) fn place(cx: &mut Cx<'_, '_>, id: SchemaId, identity: Identity) {
    // Types come out even where the operation they stand in does not.
    let quiet = cx.quiet;
    if quiet == Quiet::Operations {
        cx.quiet = Quiet::No;
    }
    let mut stack = vec![(id, identity)];
    while let Some((id, identity)) = stack.pop() {
        place_one(cx, id, identity, &mut stack);
    }
    cx.quiet = quiet;
}

fn place_one(
    cx: &mut Cx<'_, '_>,
    id: SchemaId,
    identity: Identity,
    stack: &mut Vec<(SchemaId, Identity)>,
) {
    if cx.types[id.index()].is_some() {
        return;
    }
    let way: Vec<SchemaId> = cx.links.way_in_place(id).collect();
    let last = *way.last().unwrap_or(&id);
    let ty = match (cx.types[last.index()], cx.links.get(last)) {
        (Some(ty), _) => ty,
        (None, None) => add_type(cx, last, identity, stack),
        // A reference needs no type of its own, unless it has a name.
        (None, Some(link)) => match identity {
            Identity::Component(_) => add_alias(cx, id, link.to, identity),
            Identity::Inline { .. } => return,
        },
    };
    for id in way {
        cx.types[id.index()] = Some(ty);
    }
}

fn add_alias(cx: &mut Cx<'_, '_>, id: SchemaId, to: SchemaId, identity: Identity) -> TypeId {
    let decision = Decision {
        shape: Shape::Alias(to),
        nullable: cx.end(id).nullable,
        constraints: Vec::new(),
        weaker: Vec::new(),
        told: Vec::new(),
        repeated: Vec::new(),
    };
    add(cx, id, identity, decision)
}

fn add_type(
    cx: &mut Cx<'_, '_>,
    id: SchemaId,
    identity: Identity,
    stack: &mut Vec<(SchemaId, Identity)>,
) -> TypeId {
    let mut decision = decide(cx, id);
    for (reason, node) in std::mem::take(&mut decision.weaker) {
        cx.degrade(node, reason);
    }
    for (reason, node) in std::mem::take(&mut decision.told) {
        cx.tell(node, reason);
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
    let children = children(&decision.shape);
    let ty = add(cx, id, identity, decision);
    // The last is taken first from a stack.
    for (step, child) in children.into_iter().rev() {
        stack.push((
            child,
            Identity::Inline {
                owner: Owner::Type(ty),
                step,
            },
        ));
    }
    ty
}

/// Adds a type whose kind is filled in when all types are there.
fn add<'a>(
    cx: &mut Cx<'_, 'a>,
    id: SchemaId,
    identity: Identity,
    decision: Decision<'a>,
) -> TypeId {
    let identity = unclaimed(cx, identity);
    let schema = &cx.document[id];
    let keywords = decision
        .constraints
        .iter()
        .filter_map(|(key, node)| Some(((*key).to_owned(), json::json_text(*node)?)));
    let ty = Type {
        identity,
        docs: docs::docs(&schema.docs),
        kind: Kind::Any,
        nullable: decision.nullable,
        xml: xml::declared(schema).into(),
        constraints: Constraints {
            keywords: keywords.collect(),
        },
        origin: origin(schema.node),
    };
    let ty = cx.api.add_type(ty);
    if matches!(decision.shape, Shape::Any) {
        cx.anything.insert(ty);
    }
    cx.unfilled.push((ty, decision.shape));
    ty
}

/// Returns the schemas that stand in a shape, with the steps to them.
fn children(shape: &Shape<'_>) -> Vec<(Step, SchemaId)> {
    match shape {
        Shape::Array(Some(items)) => vec![(Step::Items, *items)],
        Shape::Map(Some(values)) => vec![(Step::AdditionalProperties, *values)],
        Shape::Object(object) => {
            // What a member of `allOf` refers to is at home there.
            let own = object
                .properties
                .iter()
                .filter(|property| property.in_place);
            let properties = own.map(|property| {
                let property = property.property;
                (
                    Step::Property(property.name.text.to_owned()),
                    property.schema,
                )
            });
            let additional = match object.additional {
                Additional::Schema(id) => Some((Step::AdditionalProperties, id)),
                Additional::Silent | Additional::Allowed | Additional::Forbidden => None,
            };
            properties.chain(additional).collect()
        }
        Shape::Any
        | Shape::Boolean
        | Shape::Integer(_)
        | Shape::Number(_)
        | Shape::String(_)
        | Shape::Enum(_)
        | Shape::Array(None)
        | Shape::Map(None)
        | Shape::Alias(_) => Vec::new(),
    }
}

/// Claims an identity, or one beside it where it is taken: two types never share one.
pub(super) fn unclaimed(cx: &mut Cx<'_, '_>, wanted: Identity) -> Identity {
    let Some(count) = cx.claimed.get(&wanted) else {
        cx.claimed.insert(wanted.clone(), 0);
        return wanted;
    };
    // The count says where to go on, so that many equal ones do not each start again.
    let mut count = *count;
    let mut free = wanted.clone();
    while cx.claimed.contains_key(&free) {
        count += 1;
        free = beside(&wanted, count);
    }
    cx.claimed.insert(wanted, count);
    cx.claimed.insert(free.clone(), 1);
    free
}

fn beside(identity: &Identity, index: usize) -> Identity {
    match identity {
        Identity::Component(name) => Identity::Component(format!("{name}_{index}")),
        Identity::Inline { owner, .. } => {
            let (owner, step) = (owner.clone(), Step::Member(index));
            Identity::Inline { owner, step }
        }
    }
}
