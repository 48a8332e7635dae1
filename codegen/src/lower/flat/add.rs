//! What one schema adds to another: values, properties, items. What contradicts is told.

use super::super::cx::Cx;
use super::cover::covers;
use super::{Flat, FlatProperty, Member};
use crate::document::{Additional, Schema, SimpleType, Types};
use crate::load::Node;

const CONFLICT: &str = "members of `allOf` describe one property differently; the first one counts";
const VALUES: &str = "members of `allOf` list different values; the first list counts";
const SAID: &str = "another member of `allOf` says all of it";
const COMMON: &str = "only values that all members of `allOf` list are values";
pub(in crate::lower) const NO_VALUES: &str = "an enumeration without values comes out as its type";
const ITEMS: &str = "members of `allOf` describe items differently; the first one counts";

/// Adds what one schema says itself.
pub(super) fn add<'a>(cx: &Cx<'_, 'a>, flat: &mut Flat<'a>, member: Member) {
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
        // What no value could fit is a slip; other schemas may list some.
        (_, Some(none)) if none.is_empty() => flat.weaker.push((NO_VALUES, schema.node)),
        (None, Some(_)) => {
            flat.values.clone_from(&schema.values);
            flat.values_of = member.id;
        }
        (Some(first), Some(other)) if !same_values(first, other) => {
            let both = common_values(cx, first, other);
            if both.is_empty() {
                flat.weaker.push((VALUES, schema.node));
            } else {
                let listed = schema.node.get("enum").unwrap_or(schema.node);
                pass_over(flat, COMMON, listed);
                flat.values = Some(both);
            }
        }
        (None | Some(_), _) => {}
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
        (Some(first), Some(other)) if !covers(cx, first, other) => {
            if covers(cx, other, first) {
                flat.items = Some(other);
                pass_over(flat, SAID, cx.document[first].node);
            } else {
                flat.weaker.push((ITEMS, schema.node));
            }
        }
        (Some(_), Some(other)) => pass_over(flat, SAID, cx.document[other].node),
        (Some(_), None) => {}
    }
    flat.constraints.extend(&schema.constraints);
    add_rare(flat, schema, member);
}

fn add_rare<'a>(flat: &mut Flat<'a>, schema: &Schema<'a>, member: Member) {
    let rare = schema.rare();
    for pattern in &rare.patterns {
        flat.patterns
            .entry(pattern.name.text)
            .or_insert(FlatProperty {
                property: *pattern,
                in_place: member.in_place,
            });
    }
    if flat.prefix.is_empty() && !rare.prefix.is_empty() {
        flat.prefix.clone_from(&rare.prefix);
    }
    flat.names = flat.names.or(rare.names);
    flat.encoding = flat.encoding.or(rare.encoding);
    flat.media_type = flat.media_type.or(rare.media_type);
    flat.content = flat.content.or(rare.content);
    flat.unevaluated_items = flat.unevaluated_items.or(rare.unevaluated_items);
    flat.unevaluated_properties = flat.unevaluated_properties.or(rare.unevaluated_properties);
    flat.conditions.extend(&rare.conditions);
    if rare.unevaluated_items.is_some() || rare.unevaluated_properties.is_some() {
        flat.unevaluated.push(schema.node);
    }
    if rare.discriminator.is_some() {
        // The schema itself comes last, and what it says goes before what its members say.
        flat.discriminator = Some(member.id);
    }
}

/// Returns whether two enumerations list the same scalars in the same order.
fn same_values(left: &[Node<'_>], right: &[Node<'_>]) -> bool {
    let same = |(a, b): (&Node<'_>, &Node<'_>)| a.text().is_some() && a.text() == b.text();
    left.len() == right.len() && left.iter().zip(right).all(same)
}

/// Accounts for what stands in the schema and does not come out; what stands elsewhere does so there.
fn pass_over<'a>(flat: &mut Flat<'a>, reason: &'static str, node: Node<'a>) {
    let is_inside = flat.node.order() <= node.order() && node.order() < flat.node.order_end();
    flat.spare.extend(is_inside.then_some((reason, node)));
}

/// Returns the values of the first list that the other one has, too. What is no scalar, and what
/// takes too long to compare, is none of them.
fn common_values<'a>(cx: &Cx<'_, 'a>, first: &[Node<'a>], other: &[Node<'a>]) -> Vec<Node<'a>> {
    if !cx.may_compare(first.len() * other.len()) {
        return Vec::new();
    }
    let is_in_other = |value: &&Node<'a>| {
        let text = value.text();
        text.is_some() && other.iter().any(|it| it.text() == text)
    };
    first.iter().filter(is_in_other).copied().collect()
}

/// Returns the types that fit both; an integer is a number.
pub(super) fn intersection(left: Types, right: Types) -> Types {
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
    match compare(cx, old, &new) {
        Comparison::Old => flat.spare.extend(spare(cx, &new)),
        Comparison::New => flat.spare.extend(spare(cx, &std::mem::replace(old, new))),
        Comparison::Conflict => {
            let new_end = cx.end(new.property.schema).id;
            flat.weaker.push((CONFLICT, cx.document[new_end].node));
        }
    }
}

/// Accounts for a property that another one says all of; one that stands elsewhere comes out there.
fn spare<'a>(cx: &Cx<'_, 'a>, property: &FlatProperty<'a>) -> Option<(&'static str, Node<'a>)> {
    let node = cx.document[property.property.schema].node;
    property.in_place.then_some((SAID, node))
}

/// Which of two descriptions of a property says what values look like.
#[derive(PartialEq, Eq)]
enum Comparison {
    Old,
    New,
    Conflict,
}

fn compare(cx: &Cx<'_, '_>, old: &FlatProperty<'_>, new: &FlatProperty<'_>) -> Comparison {
    let (old_id, new_id) = (old.property.schema, new.property.schema);
    if covers(cx, old_id, new_id) {
        return Comparison::Old;
    }
    if covers(cx, new_id, old_id) {
        return Comparison::New;
    }
    let (old, new) = (
        &cx.document[cx.end(old_id).id],
        &cx.document[cx.end(new_id).id],
    );
    let narrower = old.values.is_none() && new.values.is_some();
    let same_type = old.types.single().is_some() && old.types == new.types;
    if narrower && (same_type || new.types.is_empty()) {
        Comparison::New
    } else if same_type && is_scalar(old) {
        Comparison::Old
    } else {
        Comparison::Conflict
    }
}

/// Returns whether a description of a property says all that another one does.
pub(in crate::lower) fn is_covered(
    cx: &Cx<'_, '_>,
    own: &FlatProperty<'_>,
    other: &FlatProperty<'_>,
) -> bool {
    compare(cx, own, other) == Comparison::Old || compare(cx, other, own) == Comparison::New
}

pub(in crate::lower) fn says_nothing(schema: &Schema<'_>) -> bool {
    let alone = schema.reference.is_none() && !schema.combines();
    alone && schema.types.is_empty() && schema.is_bare()
}

fn is_scalar(schema: &Schema<'_>) -> bool {
    !matches!(
        schema.types.single(),
        None | Some(SimpleType::Object | SimpleType::Array)
    )
}
