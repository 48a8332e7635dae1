//! `enum` and `const`.

use super::super::flat::Flat;
use super::{Decision, Shape};
use crate::api::EnumValue;
use crate::document::{SimpleType, origin};
use crate::load::{Kind, Node};

const OTHER_VALUES: &str = "enumerations of other values than texts come out as their type";
const NO_VALUES: &str = "an enumeration without values comes out as its type";

/// Returns the look of an enumeration; nothing where the type alone decides.
pub(super) fn look<'a>(flat: &mut Flat<'a>, decision: &mut Decision<'a>) -> Option<Shape<'a>> {
    let listed = flat.values.take()?;
    // OpenAPI 3.0 lists `null` in `enum` beside `nullable: true`; later versions list it alone.
    let values: Vec<Node<'a>> = listed
        .iter()
        .copied()
        .filter(|value| !value.is_null())
        .collect();
    decision.nullable |= values.len() < listed.len();
    let of_texts = flat
        .types
        .is_some_and(|types| types.single() == Some(SimpleType::String));
    if values.is_empty() {
        decision.weaker.push((NO_VALUES, flat.node));
        return None;
    }
    let texts: Option<Vec<&str>> = values.iter().map(|value| text(*value, of_texts)).collect();
    if let Some(texts) = texts {
        return Some(Shape::Enum(distinct(&texts, &values, decision)));
    }
    decision
        .weaker
        .push((OTHER_VALUES, flat.node.get("enum").unwrap_or(flat.node)));
    flat.types.is_none().then(|| look_of_values(&values))
}

/// Returns a value as text. In an enumeration of texts, YAML's unquoted `1` and `true` are meant as
/// texts.
fn text(value: Node<'_>, of_texts: bool) -> Option<&str> {
    if of_texts {
        value.text()
    } else {
        value.as_str()
    }
}

fn distinct<'a>(
    texts: &[&'a str],
    values: &[Node<'a>],
    decision: &mut Decision<'a>,
) -> Vec<EnumValue> {
    let mut seen = std::collections::BTreeSet::new();
    let mut list = Vec::new();
    for (text, node) in texts.iter().zip(values) {
        if seen.insert(*text) {
            list.push(EnumValue {
                value: (*text).to_owned(),
                origin: origin(*node),
            });
        } else {
            decision.repeated.push(*node);
        }
    }
    list
}

/// Returns the type that all values have.
fn look_of_values<'a>(values: &[Node<'a>]) -> Shape<'a> {
    let all = |test: fn(Kind<'_>) -> bool| values.iter().all(|value| test(value.kind()));
    if all(|kind| matches!(kind, Kind::Bool(_))) {
        return Shape::Boolean;
    }
    if !all(|kind| matches!(kind, Kind::Number(_))) {
        return Shape::Any;
    }
    let whole = |value: &Node<'_>| {
        value
            .as_number()
            .is_some_and(|text| !text.contains(['.', 'e', 'E']))
    };
    if values.iter().all(whole) {
        Shape::Integer(None)
    } else {
        Shape::Number(None)
    }
}
