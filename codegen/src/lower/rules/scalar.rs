//! Demands without schemas in them: types, values, bounds.

use crate::api::{Bound, Count, Demand, JsonType, RulePattern};
use crate::document::{Schema, SimpleType, origin};
use crate::load::{Kind, Node, json_text};
use crate::lower::cx::Cx;

const TOO_LONG: &str = "values that are too long to be kept are not checked";
const NO_BOUND: &str = "bounds that no number has are not checked";

/// Adds what a schema says of its value's type, of listed values, of numbers and of texts.
pub(super) fn scalars(cx: &mut Cx<'_, '_>, schema: &Schema<'_>, rules: &mut Vec<Demand>) {
    types(schema, rules);
    values(cx, schema, rules);
    for (key, node) in &schema.constraints {
        let bound = match *key {
            "minimum" => Bound::Minimum,
            "exclusiveMinimum" => Bound::ExclusiveMinimum,
            "maximum" => Bound::Maximum,
            "exclusiveMaximum" => Bound::ExclusiveMaximum,
            "multipleOf" => {
                match number(*node).filter(|text| is_divisor(text)) {
                    Some(of) => rules.push(Demand::MultipleOf(of)),
                    None => cx.degrade(*node, NO_BOUND),
                }
                continue;
            }
            "minLength" => {
                count(cx, Count::MinLength, *node, rules);
                continue;
            }
            "maxLength" => {
                count(cx, Count::MaxLength, *node, rules);
                continue;
            }
            "pattern" => {
                let text = node.as_str().unwrap_or_default().to_owned();
                rules.push(Demand::Pattern(pattern(text, *node)));
                continue;
            }
            _ => continue,
        };
        match number(*node) {
            Some(text) => rules.push(Demand::Bound(bound, text)),
            None => cx.degrade(*node, NO_BOUND),
        }
    }
}

/// Adds how many items there may be.
pub(super) fn array_bounds(cx: &mut Cx<'_, '_>, schema: &Schema<'_>, rules: &mut Vec<Demand>) {
    for (key, node) in &schema.constraints {
        match *key {
            "minItems" => count(cx, Count::MinItems, *node, rules),
            "maxItems" => count(cx, Count::MaxItems, *node, rules),
            "uniqueItems" if node.as_bool() == Some(true) => rules.push(Demand::UniqueItems),
            _ => {}
        }
    }
}

/// Adds how many properties there may be.
pub(super) fn object_bounds(cx: &mut Cx<'_, '_>, schema: &Schema<'_>, rules: &mut Vec<Demand>) {
    for (key, node) in &schema.constraints {
        match *key {
            "minProperties" => count(cx, Count::MinProperties, *node, rules),
            "maxProperties" => count(cx, Count::MaxProperties, *node, rules),
            _ => {}
        }
    }
}

/// Returns how many items of a kind there must be, and may be.
pub(super) fn contained(schema: &Schema<'_>) -> (u64, Option<u64>) {
    let bound = |wanted: &str| {
        let mut all = schema.constraints.iter();
        let (_, node) = all.find(|(key, _)| *key == wanted)?;
        whole(*node)
    };
    (bound("minContains").unwrap_or(1), bound("maxContains"))
}

pub(super) fn pattern(regex: String, node: Node<'_>) -> RulePattern {
    RulePattern {
        regex,
        origin: origin(node),
    }
}

/// `null` as a type is a type; the word that stands for it elsewhere says that it fits whatever else
/// is said.
fn types(schema: &Schema<'_>, rules: &mut Vec<Demand>) {
    let is_null = |node: Node<'_>| node.is_null() || node.as_str() == Some("null");
    let said = schema.node.get("type");
    let null_is_type = said.is_some_and(|node| match node.as_array() {
        Some(mut names) => names.any(is_null),
        None => is_null(node),
    });
    if schema.nullable && !null_is_type {
        rules.push(Demand::OrNull);
    }
    let mut types: Vec<JsonType> = [
        (SimpleType::Boolean, JsonType::Boolean),
        (SimpleType::Integer, JsonType::Integer),
        (SimpleType::Number, JsonType::Number),
        (SimpleType::String, JsonType::String),
        (SimpleType::Array, JsonType::Array),
        (SimpleType::Object, JsonType::Object),
    ]
    .into_iter()
    .filter(|(ty, _)| schema.types.contains(*ty))
    .map(|(_, ty)| ty)
    .collect();
    if null_is_type {
        types.push(JsonType::Null);
    }
    if !types.is_empty() {
        rules.push(Demand::Types(types));
    }
}

fn values(cx: &mut Cx<'_, '_>, schema: &Schema<'_>, rules: &mut Vec<Demand>) {
    let Some(values) = &schema.values else { return };
    let texts: Option<Vec<String>> = values.iter().map(|node| cx.kept_text(*node)).collect();
    match texts {
        None => cx.degrade(schema.node, TOO_LONG),
        Some(mut texts) if schema.constant => rules.extend(texts.pop().map(Demand::Const)),
        Some(texts) => rules.push(Demand::Enum(texts)),
    }
    // `const` stands before `enum` elsewhere; here both hold.
    let listed = schema.node.get("enum").and_then(Node::as_array);
    if let Some(listed) = listed.filter(|_| schema.constant) {
        let texts: Option<Vec<String>> = listed.map(|node| cx.kept_text(node)).collect();
        rules.extend(texts.map(Demand::Enum));
    }
}

fn count(cx: &mut Cx<'_, '_>, count: Count, node: Node<'_>, rules: &mut Vec<Demand>) {
    match whole(node) {
        Some(bound) => rules.push(Demand::Count(count, bound)),
        None => cx.degrade(node, NO_BOUND),
    }
}

/// Returns a bound as JSON writes it. Quoted ones have been said.
fn number(node: Node<'_>) -> Option<String> {
    match node.kind() {
        Kind::Number(spelling) => {
            json_text(node).filter(|text| text != "null" && !spelling.is_empty())
        }
        Kind::String(text) => {
            let text = text.trim();
            let is_number = text.parse::<f64>().is_ok_and(f64::is_finite);
            let is_json = text.starts_with(|c: char| c.is_ascii_digit() || c == '-');
            (is_number && is_json).then(|| text.to_owned())
        }
        Kind::Null | Kind::Bool(_) | Kind::Array | Kind::Object => None,
    }
}

/// Returns a bound of something that is counted; `2.0` is one.
fn whole(node: Node<'_>) -> Option<u64> {
    let text = number(node)?;
    let digits = match text.split_once('.') {
        Some((digits, zeros)) if zeros.bytes().all(|digit| digit == b'0') => digits,
        _ => text.as_str(),
    };
    // There is nothing of which there are more.
    digits.parse().ok().or_else(|| {
        let is_large = digits.bytes().all(|digit| digit.is_ascii_digit());
        is_large.then_some(u64::MAX)
    })
}

/// Whether a number is above zero and has no more digits than are divided by.
fn is_divisor(text: &str) -> bool {
    let mantissa = text.split(['e', 'E']).next().unwrap_or_default();
    let digits = mantissa.bytes().filter(u8::is_ascii_digit).count();
    let is_zero = mantissa.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    !text.starts_with('-') && !is_zero && digits <= 37
}
