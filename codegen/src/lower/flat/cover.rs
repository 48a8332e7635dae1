//! Whether one schema says all that another one says of the same values, so that nothing is lost
//! where it counts for both.
//!
//! Compares what types are made of: kinds of values, formats, listed values, properties, items. Bounds
//! and texts are not its business. Where it takes too long to find out, the answer is no.

use super::add::intersection;
use super::says_nothing;
use crate::document::{Additional, Schema, SchemaId, SimpleType, Types};
use crate::lower::cx::Cx;
use crate::lower::links::is_null;

/// Objects and arrays in each other are compared to this depth.
const DEEPEST: usize = 8;

/// Returns whether the first schema says all that the other one does.
pub(super) fn covers(cx: &Cx<'_, '_>, first: SchemaId, other: SchemaId) -> bool {
    covers_below(cx, first, other, DEEPEST)
}

fn covers_below(cx: &Cx<'_, '_>, first: SchemaId, other: SchemaId, depth: usize) -> bool {
    let (first_end, other_end) = (cx.end(first).id, cx.end(other).id);
    let (first, other) = (&cx.document[first_end], &cx.document[other_end]);
    if first_end == other_end || says_nothing(other) {
        return true;
    }
    if depth == 0 || !cx.may_compare(1 + other.properties.len()) {
        return false;
    }
    let is_plain = !other.never && other.reference.is_none() && !other.combines();
    is_plain
        && other.rare().is_bare()
        && (a_part_covers(cx, first, other_end, depth) || covers_itself(cx, first, other, depth))
}

/// Returns whether a member of the first schema does, or each of its alternatives.
fn a_part_covers(cx: &Cx<'_, '_>, first: &Schema<'_>, other: SchemaId, depth: usize) -> bool {
    let covers = |id: &SchemaId| covers_below(cx, *id, other, depth - 1);
    let mut members = first.all_of().iter().chain(&first.reference);
    let all_cover = |alternatives: &[SchemaId]| {
        let mut values = alternatives
            .iter()
            .filter(|id| !is_null(&cx.document[**id]));
        !alternatives.is_empty() && values.all(covers)
    };
    members.any(covers) || all_cover(first.one_of()) || all_cover(first.any_of())
}

fn covers_itself(cx: &Cx<'_, '_>, first: &Schema<'_>, other: &Schema<'_>, depth: usize) -> bool {
    let types = types(first);
    let has_types =
        other.types.is_empty() || (!types.is_empty() && intersection(types, other.types) == types);
    let has_format = other.format.is_none() || first.format.is_some();
    has_types
        && has_format
        && has_values(cx, first, other)
        && has_properties(cx, first, other, depth)
        && has_rest(cx, first, other, depth)
}

/// Returns the types that a schema names or, where it has properties, means.
fn types(schema: &Schema<'_>) -> Types {
    let mut types = schema.types;
    if types.is_empty() && !schema.properties.is_empty() {
        types.insert(SimpleType::Object);
    }
    types
}

/// Returns whether the other one lists nothing, or all that the first one does.
fn has_values(cx: &Cx<'_, '_>, first: &Schema<'_>, other: &Schema<'_>) -> bool {
    let Some(listed) = &other.values else {
        return true;
    };
    let Some(values) = &first.values else {
        return false;
    };
    let is_listed = |text: Option<&str>| listed.iter().any(|it| it.text() == text);
    cx.may_compare(values.len() * listed.len())
        && values
            .iter()
            .all(|value| value.text().is_some() && is_listed(value.text()))
}

fn has_properties(cx: &Cx<'_, '_>, first: &Schema<'_>, other: &Schema<'_>, depth: usize) -> bool {
    let requires = |name: &str| first.required.iter().any(|own| own.text == name);
    let has = |name: &str, schema: SchemaId| {
        let mut own = first.properties.iter();
        let own = own.find(|property| property.name.text == name);
        own.is_some_and(|own| covers_below(cx, own.schema, schema, depth - 1))
    };
    let cost = first.properties.len() * other.properties.len()
        + first.required.len() * other.required.len();
    cx.may_compare(cost)
        && other.required.iter().all(|name| requires(name.text))
        && other
            .properties
            .iter()
            .all(|property| has(property.name.text, property.schema))
}

fn has_rest(cx: &Cx<'_, '_>, first: &Schema<'_>, other: &Schema<'_>, depth: usize) -> bool {
    let covers = |own: SchemaId, id: SchemaId| covers_below(cx, own, id, depth - 1);
    let has_additional = match (first.additional, other.additional) {
        (_, Additional::Silent | Additional::Allowed) | (Additional::Forbidden, _) => true,
        (Additional::Schema(own), Additional::Schema(id)) => covers(own, id),
        (_, Additional::Forbidden | Additional::Schema(_)) => false,
    };
    let has_items = match (first.items, other.items) {
        (_, None) => true,
        (Some(own), Some(id)) => covers(own, id),
        (None, Some(id)) => says_nothing(&cx.document[cx.end(id).id]),
    };
    has_additional && has_items
}
