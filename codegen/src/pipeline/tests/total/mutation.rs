//! The ways in which a key is changed.

use serde_json::{Value, json};

use super::site::{Site, is_plain};

/// What happens to a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mutation {
    /// It goes, with its value.
    Deleted,
    /// It gets another value that may stand there.
    Changed,
    /// It gets a value of another kind.
    WrongKind,
}

/// Words of which one may stand in place of another.
const FAMILIES: &[&[&str]] = &[
    &["string", "integer", "number", "boolean"],
    &["object", "string"],
    &["array", "string"],
    &["null", "integer"],
    &["apiKey", "http"],
    &["mutualTLS", "http"],
    &["query", "header", "cookie"],
    &["form", "spaceDelimited", "pipeDelimited"],
    &["simple", "label", "matrix"],
    &["csv", "ssv", "pipes", "multi"],
    &["int32", "int64"],
    &["date-time", "date"],
    &["double", "float"],
    &["basic", "bearer"],
    &["http", "https"],
    &["attribute", "element", "text"],
    &["3.0.3", "3.0.2"],
    &["3.1.0", "3.1.1"],
    &["3.2.0", "3.2.1"],
    &["accessCode", "implicit"],
];

impl Mutation {
    pub(super) const ALL: [Self; 3] = [Self::Deleted, Self::Changed, Self::WrongKind];

    /// Returns the document with the change; nothing where there is no such change.
    pub(super) fn apply(self, document: &Value, site: &Site) -> Option<Value> {
        let mut document = document.clone();
        let (last, way) = site.steps.split_last()?;
        let parent = way.iter().try_fold(&mut document, step)?;
        match self {
            Self::Deleted => delete(parent, last),
            Self::Changed => {
                let other = changed(parent, last, site)?;
                *step(parent, last)? = other;
            }
            Self::WrongKind => {
                let value = step(parent, last)?;
                *value = wrong_kind(value);
            }
        }
        Some(document)
    }
}

fn step<'a>(value: &'a mut Value, step: &String) -> Option<&'a mut Value> {
    match value {
        Value::Array(array) => array.get_mut(step.parse::<usize>().ok()?),
        Value::Object(object) => object.get_mut(step),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
    }
}

fn delete(parent: &mut Value, last: &str) {
    if let Some(object) = parent.as_object_mut() {
        object.remove(last);
    } else if let (Some(array), Ok(at)) = (parent.as_array_mut(), last.parse::<usize>()) {
        array.remove(at);
    }
}

/// Returns another value of the same kind.
fn changed(parent: &Value, last: &str, site: &Site) -> Option<Value> {
    let value = match parent {
        Value::Array(array) => array.get(last.parse::<usize>().ok()?)?,
        other => other.get(last)?,
    };
    Some(match value {
        Value::Null => json!(false),
        Value::Bool(flag) => json!(!flag),
        Value::Number(number) => json!(number.as_f64()? + 1.0),
        Value::String(text) => json!(other_text(text, site)),
        Value::Array(array) if array.is_empty() => return None,
        Value::Array(_) => json!([]),
        Value::Object(object) if object.is_empty() => return None,
        Value::Object(_) => json!({}),
    })
}

fn other_text(text: &str, site: &Site) -> String {
    if !is_plain(site.key()) {
        let family = FAMILIES.iter().find(|family| family.contains(&text));
        if let Some(other) = family.and_then(|family| family.iter().find(|word| **word != text)) {
            return (*other).to_owned();
        }
    }
    format!("{text}x")
}

fn wrong_kind(value: &Value) -> Value {
    match value {
        Value::String(_) => json!({"wrong": 1}),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => {
            json!("wrong")
        }
    }
}
