//! What tells the alternatives of a union apart, so that their names do not depend on their order.

use std::collections::BTreeMap;

use super::super::super::cx::Cx;
use super::super::{Alternative, MemberShape};
use crate::document::{Schema, SchemaId};
use crate::load::Node;

/// Returns the alternatives with a key each: the first of what can be said of one that is said of no
/// other. What nothing tells from the others goes by its position.
pub(super) fn name_members<'a>(
    cx: &Cx<'_, 'a>,
    alternatives: &[SchemaId],
    discriminator: Option<SchemaId>,
    in_place: bool,
) -> Vec<MemberShape<'a>> {
    let discriminator = discriminator.and_then(|id| cx.document[id].rare().discriminator.as_ref());
    let property = discriminator.map(|discriminator| discriminator.property.text);
    let wishes: Vec<Vec<String>> = alternatives
        .iter()
        .map(|id| wishes(cx, *id, property))
        .collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for wish in wishes.iter().flatten() {
        *counts.entry(wish).or_default() += 1;
    }
    let members = alternatives.iter().zip(&wishes).enumerate();
    members
        .map(|(index, (id, wishes))| {
            let own = wishes
                .iter()
                .find(|wish| counts.get(wish.as_str()) == Some(&1));
            MemberShape {
                key: own.cloned().unwrap_or_else(|| position(index, &counts)),
                node: cx.document[*id].node,
                what: Alternative::Schema { id: *id, in_place },
            }
        })
        .collect()
}

/// Returns a position as a key that is nobody's wish.
fn position(index: usize, wishes: &BTreeMap<&str, usize>) -> String {
    let mut key = (index + 1).to_string();
    while wishes.contains_key(key.as_str()) {
        key.push('\'');
    }
    key
}

/// So many of an object's properties may name it, where no other alternative has them.
const PROPERTIES: usize = 8;

/// What is longer than that is no name.
const LONGEST: usize = 200;

/// Returns what can be said of an alternative, each once, what is surest to stay first.
fn wishes(cx: &Cx<'_, '_>, id: SchemaId, property: Option<&str>) -> Vec<String> {
    let schema = &cx.document[id];
    let target = schema.reference.and_then(|_| schema.node.get("$ref"));
    let target = target.and_then(|node| node.as_str()?.rsplit(['/', '#']).next());
    let end = &cx.document[cx.end(id).id];
    let all = [
        target.map(str::to_owned),
        schema.docs.title.map(str::to_owned),
        property.and_then(|property| constant(cx, end, property)),
        only_value(end).map(str::to_owned),
        end.format.and_then(Node::text).map(str::to_owned),
        end.types.single().map(|ty| ty.as_str().to_owned()),
        is_list(end).then(|| "enum".to_owned()),
    ];
    let constants = end.properties.iter().take(PROPERTIES);
    let constants = constants.filter(|property| is_required(end, property.name.text));
    let constants = constants
        .filter_map(|property| only_value(&cx.document[cx.end(property.schema).id]))
        .map(str::to_owned);
    let properties = end.properties.iter().take(PROPERTIES);
    let properties = properties.map(|property| property.name.text.to_owned());
    let mut wishes: Vec<String> = Vec::new();
    for wish in all
        .into_iter()
        .flatten()
        .chain(constants)
        .chain(properties)
        .filter(|wish| (1..=LONGEST).contains(&wish.len()))
    {
        if !wishes.contains(&wish) {
            wishes.push(wish);
        }
    }
    wishes
}

/// Returns the only value that a property can have.
fn constant(cx: &Cx<'_, '_>, schema: &Schema<'_>, property: &str) -> Option<String> {
    let property = schema
        .properties
        .iter()
        .find(|found| found.name.text == property)?;
    let end = &cx.document[cx.end(property.schema).id];
    only_value(end).map(str::to_owned)
}

fn is_required(schema: &Schema<'_>, name: &str) -> bool {
    schema.required.iter().any(|required| required.text == name)
}

fn only_value<'a>(schema: &Schema<'a>) -> Option<&'a str> {
    match schema.values.as_deref() {
        Some([value]) if !value.is_null() => value.text(),
        _ => None,
    }
}

fn is_list(schema: &Schema<'_>) -> bool {
    schema
        .values
        .as_ref()
        .is_some_and(|values| values.len() > 1)
}
