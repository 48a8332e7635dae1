//! `enum` and `const`, and alternatives that are one value each.

mod names;

use super::super::cx::Cx;
use super::super::flat::{Flat, NO_VALUES};
use super::{Decision, Shape, scalar};
use crate::api::{Base, Enum, EnumValue, Scalar};
use crate::document::{Schema, SchemaId, SimpleType, Types, origin};
use crate::load::{Kind, Node, json_number};
use names::Names;

const OTHER_VALUES: &str = "an enumeration with lists or objects comes out as its type";

/// Returns the look of an enumeration; nothing where the type alone decides.
pub(super) fn look<'a>(
    cx: &Cx<'_, 'a>,
    flat: &mut Flat<'a>,
    decision: &mut Decision<'a>,
) -> Option<Shape<'a>> {
    let listed = flat.values.take()?;
    // OpenAPI 3.0 lists `null` in `enum` beside `nullable: true`; later versions list it alone.
    let is_null = |value: &Node<'_>| value.is_null();
    let has_null = listed.iter().any(is_null);
    decision.nullable |= has_null;
    if listed.iter().all(is_null) {
        // Some write another type beside it, because OpenAPI 3.0 has none for `null`.
        if has_null {
            decision.told.push((super::NULL, flat.node));
            return Some(Shape::Null);
        }
        decision.weaker.push((NO_VALUES, flat.node));
        return None;
    }
    let schema = &cx.document[flat.values_of];
    let mut names = Names::new(schema);
    let listed = listed.into_iter().enumerate();
    let listed = listed.map(|(index, node)| names.listed(index, node));
    let values: Vec<_> = listed.filter(|value| !value.node.is_null()).collect();
    build(flat, decision, &values, schema.constant)
}

/// Whether values are listed, none of which has others in it.
pub(super) fn lists_scalars(flat: &Flat<'_>) -> bool {
    let mut values = flat.values.iter().flatten();
    let has_one = flat
        .values
        .as_ref()
        .is_some_and(|values| !values.is_empty());
    has_one && values.all(|value| scalar(*value, None).is_some())
}

/// A value with what it is called.
#[derive(Debug, Clone, Copy)]
struct Listed<'a> {
    node: Node<'a>,
    name: Option<&'a str>,
    description: Option<&'a str>,
}

/// Returns the look of alternatives that are one value each, as in `oneOf: [{const: a}, {const: b}]`:
/// an enumeration whose values have titles and descriptions.
pub(super) fn of_constants<'a>(
    cx: &Cx<'_, 'a>,
    alternatives: &[SchemaId],
    flat: &mut Flat<'a>,
    decision: &mut Decision<'a>,
) -> Option<Shape<'a>> {
    let constants: Option<Vec<_>> = alternatives
        .iter()
        .map(|id| constant(&cx.document[*id]))
        .collect();
    let constants = constants.filter(|_| flat.values.is_none())?;
    let first = alternatives.first().map(|id| cx.document[*id].types);
    flat.types = flat.types.or(first.filter(|types| !types.is_empty()));
    build(flat, decision, &constants, false)
}

fn constant<'a>(schema: &Schema<'a>) -> Option<Listed<'a>> {
    let [node] = schema.values.as_deref()? else {
        return None;
    };
    let is_alone = schema.reference.is_none()
        && !schema.combines()
        && schema.properties.is_empty()
        && schema.constraints.is_empty()
        && !schema.nullable
        && scalar(*node, None).is_some();
    is_alone.then_some(Listed {
        node: *node,
        name: schema.docs.title,
        description: schema.docs.description,
    })
}

fn build<'a>(
    flat: &Flat<'a>,
    decision: &mut Decision<'a>,
    listed: &[Listed<'a>],
    is_constant: bool,
) -> Option<Shape<'a>> {
    let named = flat.types.and_then(Types::single);
    let scalars: Option<Vec<Scalar>> = listed
        .iter()
        .map(|value| scalar(value.node, named))
        .collect();
    let at = flat.node.get("enum").unwrap_or(flat.node);
    let Some(scalars) = scalars else {
        // Lists and objects are no enumeration of anything that has names.
        decision.weaker.push((OTHER_VALUES, at));
        decision.conditions.push(("enum", at));
        return None;
    };
    let base = base(flat, decision, &scalars);
    Some(Shape::Enum(Box::new(Enum {
        base,
        is_constant,
        values: distinct(scalars, listed, decision),
    })))
}

/// Returns a value. In an enumeration of texts, YAML's unquoted `1` and `true` are meant as texts; in
/// one of numbers, a quoted `"1"` is meant as a number.
fn scalar(node: Node<'_>, named: Option<SimpleType>) -> Option<Scalar> {
    match (node.kind(), named) {
        (Kind::Null | Kind::Array | Kind::Object, _) => None,
        (_, Some(SimpleType::String)) => node.text().map(|text| Scalar::String(text.to_owned())),
        (Kind::String(text), Some(SimpleType::Integer | SimpleType::Number)) if is_number(text) => {
            Some(Scalar::Number(text.to_owned()))
        }
        (Kind::Bool(value), _) => Some(Scalar::Boolean(value)),
        (Kind::Number(spelling), _) => Some(Scalar::Number(json_number(spelling).into_owned())),
        (Kind::String(text), _) => Some(Scalar::String(text.to_owned())),
    }
}

/// Whether a text is a number as JSON writes it.
fn is_number(text: &str) -> bool {
    text.starts_with(|c: char| c == '-' || c.is_ascii_digit())
        && serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
}

/// Returns the type that all values have.
fn base<'a>(flat: &Flat<'a>, decision: &mut Decision<'a>, values: &[Scalar]) -> Base {
    let all = |test: fn(&Scalar) -> bool| values.iter().all(test);
    let named = flat.types.and_then(Types::single);
    if all(|value| matches!(value, Scalar::Boolean(_))) {
        Base::Boolean
    } else if all(|value| matches!(value, Scalar::String(_))) {
        Base::String(scalar::named(flat))
    } else if !all(|value| matches!(value, Scalar::Number(_))) {
        Base::Mixed
    } else if named != Some(SimpleType::Number) && all(is_whole) {
        Base::Integer(scalar::integer_format(flat, decision))
    } else {
        Base::Number(scalar::number_format(flat, decision))
    }
}

fn is_whole(value: &Scalar) -> bool {
    matches!(value, Scalar::Number(text) if !text.contains(['.', 'e', 'E']))
}

fn distinct<'a>(
    scalars: Vec<Scalar>,
    listed: &[Listed<'a>],
    decision: &mut Decision<'a>,
) -> Vec<EnumValue> {
    let mut seen = std::collections::BTreeSet::new();
    let is_new: Vec<bool> = scalars.iter().map(|value| seen.insert(value)).collect();
    let mut list = Vec::with_capacity(scalars.len());
    for ((value, listed), is_new) in scalars.into_iter().zip(listed).zip(is_new) {
        if is_new {
            list.push(EnumValue {
                value,
                name: listed.name.map(str::to_owned),
                description: listed.description.map(str::to_owned),
                origin: origin(listed.node),
            });
        } else {
            decision.repeated.push(listed.node);
        }
    }
    list
}
