//! Writes parameter values in the styles of OAS 3.1 §4.8.12. A value goes in, encoded text comes
//! out; where it goes in the request is decided elsewhere.
//!
//! What the specification leaves open is decided as in RFC 6570, which its styles come from: `null`
//! is as good as absent, in arrays and objects too, and so are empty arrays and objects. Values
//! nested in values have no form but in `deepObject`.

mod cookie;
mod deep_object;
mod delimited;
mod flat;
mod form;
mod label;
mod matrix;
mod pairs;
mod query;
mod simple;

pub(crate) use cookie::cookie;
pub(crate) use deep_object::deep_object;
pub(crate) use delimited::delimited;
pub(crate) use flat::Flat;
pub(crate) use form::form;
pub(crate) use label::{dotted_label, label};
pub(crate) use matrix::matrix;
pub(crate) use pairs::Pairs;
pub(crate) use query::{Given, plain_pairs, push_query};
pub(crate) use simple::{listed, simple};

/// Appends text in the encoding of its place.
pub(crate) type Encode = fn(&mut String, &str);

/// Why a value has no form in a style.
pub(crate) type NoForm = &'static str;

/// The encoding of header values: none.
pub(crate) fn push_raw(out: &mut String, text: &str) {
    out.push_str(text);
}

fn push_list<'t>(
    out: &mut String,
    texts: impl Iterator<Item = &'t str>,
    separator: &str,
    encode: Encode,
) {
    for (index, text) in texts.enumerate() {
        if index > 0 {
            out.push_str(separator);
        }
        encode(out, text);
    }
}

fn push_pairs(
    out: &mut String,
    pairs: &[(&str, std::borrow::Cow<'_, str>)],
    separator: &str,
    encode: Encode,
) {
    for (index, (name, value)) in pairs.iter().enumerate() {
        if index > 0 {
            out.push_str(separator);
        }
        encode(out, name);
        out.push('=');
        encode(out, value);
    }
}

/// Names and values of an object in one list: `R`, `100`, `G`, `200`.
fn alternating<'p>(
    pairs: &'p [(&'p str, std::borrow::Cow<'p, str>)],
) -> impl Iterator<Item = &'p str> {
    pairs
        .iter()
        .flat_map(|(name, value)| [*name, value.as_ref()])
}

/// The values of the specification's table "Style Examples".
#[cfg(test)]
mod examples {
    use crate::{Map, Value};

    pub(super) fn empty() -> Value {
        Value::from("")
    }

    pub(super) fn string() -> Value {
        Value::from("blue")
    }

    pub(super) fn array() -> Value {
        Value::Array(["blue", "black", "brown"].map(Value::from).to_vec())
    }

    pub(super) fn object() -> Value {
        let entries = [("R", 100), ("G", 200), ("B", 150)];
        let entries = entries.map(|(name, value)| (name.to_owned(), Value::from(value)));
        Value::Object(entries.into_iter().collect::<Map<Value>>())
    }

    pub(super) fn nothings() -> [Value; 4] {
        [
            Value::Null,
            Value::Array(Vec::new()),
            Value::Array(vec![Value::Null]),
            Value::Object(Map::from_iter([("a".to_owned(), Value::Null)])),
        ]
    }
}
