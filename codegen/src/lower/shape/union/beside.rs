//! Properties beside alternatives: each alternative that is an object has them too.
//!
//! Takes what stands beside, and the alternatives. One that is written in the union is read with it;
//! one that a reference leads to, and that does not describe all of it anyway, becomes a type of the
//! union's own. What is no object stays as it is: keywords of objects say nothing of it.

use std::sync::Arc;

use super::super::super::cx::Cx;
use super::super::super::flat::{Flat, FlatProperty, flatten, flatten_with, is_covered};
use super::super::{
    Alternative, Decision, MemberShape, Part, SharedShape, Values, decide_flat, implied_type,
};
use crate::api::Rule;
use crate::document::{Additional, SchemaId, SimpleType, Types};

const REQUIRED: &str =
    "what is required beside alternatives is optional in those that describe it themselves";

/// What an alternative is to the properties beside it.
enum Relation {
    /// No object, so that they say nothing of it.
    Apart,
    /// An object that describes them itself.
    Complete,
    /// An object that lacks some.
    Less,
    /// What cannot be told, or not be one type.
    Unclear,
}

/// Returns whether nothing but keywords of objects stands beside alternatives.
pub(super) fn is_of_objects(flat: &Flat<'_>) -> bool {
    flat.types.is_none_or(is_object)
        && flat.unions.is_empty()
        && flat.format.is_none()
        && flat.values.is_none()
        && flat.items.is_none()
        && flat.prefix.is_empty()
}

fn is_object(types: Types) -> bool {
    types.single() == Some(SimpleType::Object)
}

/// Gives what stands beside alternatives to all that lack it. Returns what is at home in the union,
/// whatever alternatives there are, and whether nothing else is left of what stands beside.
pub(super) fn extend<'a>(
    cx: &mut Cx<'_, 'a>,
    rule: Rule,
    flat: &mut Flat<'a>,
    members: &mut [MemberShape<'a>],
    decision: &mut Decision<'a>,
) -> (SharedShape<'a>, bool) {
    let shared = take_home(flat);
    if rule != Rule::OneOf {
        // A value may be of several alternatives, each of which describes properties of it.
        flat.is_described_elsewhere();
    }
    let beside = Arc::new(flat.clone());
    let mut is_whole = true;
    for member in members {
        let Alternative::Schema { id, .. } = member.what else {
            continue;
        };
        let end = cx.end(id).id;
        let alone = flatten(cx, end);
        let is_written_here =
            cx.links.way_in_place(id).last() == Some(end) && !cx.document[end].referenced;
        // Alternatives of alternatives elsewhere may lead back here.
        if !is_written_here && !alone.unions.is_empty() {
            is_whole = false;
            continue;
        }
        match relation(cx, &alone, &beside) {
            Relation::Apart => {}
            Relation::Complete => {
                let mut required = beside.required.keys();
                if !required.all(|name| alone.required.contains_key(name)) {
                    decision.told.push((REQUIRED, member.node));
                }
            }
            Relation::Less if !cx.affords(1 + beside.properties.len()) => is_whole = false,
            Relation::Less if is_written_here => {
                cx.beside.insert(end, Arc::clone(&beside));
                let in_place = true;
                member.what = Alternative::Schema { id, in_place };
            }
            Relation::Less => member.what = extended(cx, id, end, &beside, decision),
            Relation::Unclear => is_whole = false,
        }
    }
    (shared, is_whole)
}

/// Takes what stands in the schema of the union itself, so that nothing else is its home.
fn take_home<'a>(flat: &mut Flat<'a>) -> SharedShape<'a> {
    let in_place = |property: &&FlatProperty<'a>| property.in_place;
    let shared = SharedShape {
        properties: flat.properties.values().filter(in_place).copied().collect(),
        patterns: flat.patterns.values().filter(in_place).copied().collect(),
        values: Values::new(flat.additional),
        names: flat.names,
    };
    flat.is_at_home_elsewhere();
    shared
}

fn relation<'a>(cx: &Cx<'_, 'a>, alone: &Flat<'a>, beside: &Flat<'a>) -> Relation {
    // A schema that others extend is a union of its own.
    let is_extended = alone.discriminator == Some(alone.id) && alone.unions.is_empty();
    if alone.obstacle.is_some() || is_extended {
        return Relation::Unclear;
    }
    if alone.never || !may_be_object(alone) {
        return Relation::Apart;
    }
    match alone.types {
        Some(types) if !is_object(types) => Relation::Unclear,
        Some(_) | None if has_all(cx, alone, beside) => Relation::Complete,
        Some(_) | None => Relation::Less,
    }
}

fn may_be_object(alone: &Flat<'_>) -> bool {
    match alone.types {
        Some(types) => types.contains(SimpleType::Object),
        None => {
            alone.values.is_none() && matches!(implied_type(alone), None | Some(SimpleType::Object))
        }
    }
}

/// Whether an alternative describes all properties that stand beside it.
fn has_all<'a>(cx: &Cx<'_, 'a>, alone: &Flat<'a>, beside: &Flat<'a>) -> bool {
    let mut properties = beside.properties.iter();
    let is_open = matches!(beside.additional, Additional::Silent | Additional::Allowed);
    alone.unions.is_empty()
        && (is_open || beside.additional == alone.additional)
        && beside
            .patterns
            .keys()
            .all(|regex| alone.patterns.contains_key(regex))
        && properties.all(|(name, property)| {
            let own = alone.properties.get(name);
            own.is_some_and(|own| is_covered(cx, own, property))
        })
}

/// Returns an alternative that stands elsewhere with what stands beside it here.
fn extended<'a>(
    cx: &mut Cx<'_, 'a>,
    id: SchemaId,
    end: SchemaId,
    beside: &Flat<'a>,
    decision: &mut Decision<'a>,
) -> Alternative<'a> {
    let flat = flatten_with(cx, end, beside);
    let part = decide_flat(cx, flat);
    // What is told of the schema itself is not told twice.
    decision.weaker.extend(part.weaker.iter().copied());
    Alternative::Extended {
        id,
        part: Part::New(Box::new(Decision {
            nullable: false,
            ..part
        })),
    }
}
