//! Equality as JSON Schema has it: `1` and `1.0` are the same, the order of properties is nothing.

use crate::codec;
use crate::value::{Decimal, Value};

/// Returns the one text of all values that are equal to this one.
pub(super) fn canonical(value: &Value) -> String {
    let mut text = String::new();
    push(&mut text, value);
    text
}

/// The same for a JSON text; `None` where it is none.
pub(super) fn canonical_json(json: &str) -> Option<String> {
    let limits = codec::DecodeLimits::default();
    let value: Value = codec::decode(json.as_bytes(), "application/json", &limits).ok()?;
    Some(canonical(&value))
}

/// What is compared is not deeper than what is checked.
fn push(text: &mut String, value: &Value) {
    match value {
        Value::Null => text.push_str("null"),
        Value::Bool(true) => text.push_str("true"),
        Value::Bool(false) => text.push_str("false"),
        Value::Number(number) => {
            let written = number.to_string();
            match Decimal::of(&written) {
                Some(decimal) => text.push_str(&decimal.canonical()),
                None => text.push_str(&written),
            }
        }
        Value::String(content) => push_text(text, content),
        Value::Array(items) => {
            text.push('[');
            for item in items {
                push(text, item);
                text.push(',');
            }
            text.push(']');
        }
        Value::Object(entries) => {
            let mut sorted: Vec<_> = entries.iter().collect();
            sorted.sort_by_key(|(name, _)| *name);
            text.push('{');
            for (name, value) in sorted {
                push_text(text, name);
                push(text, value);
                text.push(',');
            }
            text.push('}');
        }
    }
}

/// With its length before it, a text needs no escapes.
fn push_text(text: &mut String, content: &str) {
    text.push('"');
    text.push_str(itoa::Buffer::new().format(content.len()));
    text.push(':');
    text.push_str(content);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_values_have_one_text() {
        for (left, right, expect) in [
            ("1", "1.0", true),
            ("[1,2]", "[10e-1,2.0]", true),
            ("[1,2]", "[2,1]", false),
            (r#"{"a":1,"b":2}"#, r#"{"b":2,"a":1.0}"#, true),
            (r#"{"a":1}"#, r#"{"a":"1"}"#, false),
            ("false", "0", false),
            (r#"["a,b"]"#, r#"["a","b"]"#, false),
            (r#"[["a"],"b"]"#, r#"["a",["b"]]"#, false),
            ("-0", "0", true),
        ] {
            let [left_text, right_text] = [left, right].map(|text| canonical_json(text).unwrap());
            assert_eq!(left_text == right_text, expect, "{left} {right}");
        }
    }
}
