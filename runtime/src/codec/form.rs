//! Forms, `application/x-www-form-urlencoded` (WHATWG URL §5): pairs of names and values.
//!
//! Writing: an object's scalars are pairs, arrays repeat their name, null properties are left
//! out, and objects and arrays within those are JSON text (OAS 3.1 §4.8.15.1.1). Everything but
//! an object at the root, and a null inside an array, has no form.
//! Reading: names that repeat are arrays; values are text until a model wants them otherwise.

use std::borrow::Cow;

use super::encode_error::{EncodeError, EncodeReason};
use super::json::{JsonReader, JsonWriter};
use crate::value::{Map, Value};

/// A form that has been read.
#[derive(Debug)]
pub(crate) struct Form {
    /// The pairs as an object; all leaves are strings.
    pub(crate) root: Value,
    /// The values that are JSON objects or arrays, by their text.
    pub(crate) nested: Map<Value>,
}

/// Appends the pairs of an object.
pub(crate) fn write(out: &mut Vec<u8>, value: &Value) -> Result<(), EncodeError> {
    let Value::Object(entries) = value else {
        return Err(unrepresentable("a form that is not an object"));
    };
    for (name, value) in entries {
        match value {
            Value::Null => {}
            Value::Array(items) => {
                for item in items {
                    if item.is_null() {
                        return Err(unrepresentable("a null inside an array"));
                    }
                    write_pair(out, name, &text_of(item));
                }
            }
            value => write_pair(out, name, &text_of(value)),
        }
    }
    Ok(())
}

/// Returns the pair or the pairs of one property, joined; none where it is null.
pub(crate) fn pairs(name: &str, value: &Value) -> Result<Option<String>, EncodeError> {
    let mut out = Vec::new();
    let object = Map::from_iter([(name.to_owned(), value.clone())]);
    write(&mut out, &Value::Object(object))?;
    let pairs = String::from_utf8_lossy(&out).into_owned();
    Ok((!pairs.is_empty()).then_some(pairs))
}

/// Reads pairs; `max_depth` bounds the JSON inside them.
pub(crate) fn read(text: &str, max_depth: usize) -> Form {
    let mut pairs: Map<Vec<String>> = Map::new();
    let mut nested = Map::new();
    for pair in text.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let value = unescape(value);
        if let Some(json) = parse_nested(&value, max_depth) {
            nested.insert(value.clone(), json);
        }
        pairs.entry(unescape(name)).or_default().push(value);
    }
    let root = pairs.into_iter().map(|(name, mut values)| {
        let value = match values.len() {
            1 => Value::String(values.pop().unwrap_or_default()),
            _ => Value::Array(values.into_iter().map(Value::String).collect()),
        };
        (name, value)
    });
    Form {
        root: Value::Object(root.collect()),
        nested,
    }
}

/// The JSON object or array that a text is, if it is one.
pub(crate) fn parse_nested(text: &str, max_depth: usize) -> Option<Value> {
    if !text.trim_start().starts_with(['{', '[']) {
        return None;
    }
    let mut reader = JsonReader::new(text, max_depth);
    let value = reader.value().ok()?;
    reader.finish().ok()?;
    Some(value)
}

fn text_of(value: &Value) -> Cow<'_, str> {
    match value {
        Value::String(text) => Cow::Borrowed(text),
        Value::Number(number) => Cow::Owned(number.to_string()),
        value => {
            let mut json = Vec::new();
            JsonWriter::new(&mut json).value(value);
            Cow::Owned(String::from_utf8_lossy(&json).into_owned())
        }
    }
}

fn write_pair(out: &mut Vec<u8>, name: &str, value: &str) {
    if !out.is_empty() {
        out.push(b'&');
    }
    escape(out, name);
    out.push(b'=');
    escape(out, value);
}

/// Appends text with all but a few ASCII characters as `%XX`, and spaces as `+`.
fn escape(out: &mut Vec<u8>, text: &str) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'*' | b'-' | b'.' | b'_' => out.push(byte),
            b' ' => out.push(b'+'),
            _ => {
                let (high, low) = (HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]);
                out.extend_from_slice(&[b'%', high, low]);
            }
        }
    }
}

/// Reads `+` and `%XX`; bytes that are no UTF-8 become U+FFFD, as the standard says.
fn unescape(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [byte, after @ ..] = rest {
        rest = after;
        match (byte, after) {
            (b'+', _) => bytes.push(b' '),
            (b'%', [high, low, after @ ..])
                if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() =>
            {
                bytes.push(hex(*high) << 4 | hex(*low));
                rest = after;
            }
            _ => bytes.push(*byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The value of a hexadecimal digit.
fn hex(digit: u8) -> u8 {
    match digit {
        b'0'..=b'9' => digit - b'0',
        _ => (digit | 0x20) - b'a' + 10,
    }
}

fn unrepresentable(what: &'static str) -> EncodeError {
    EncodeError::new(EncodeReason::Unrepresentable { what })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_read() {
        let cases = [
            ("", "{}"),
            ("a=1&b=x+y%20z", r#"{"a":"1","b":"x y z"}"#),
            ("a=1&b=2&a=3", r#"{"a":["1","3"],"b":"2"}"#),
            ("a&=x&&b=", r#"{"a":"","":"x","b":""}"#),
            ("a=b=c%3D&%C3%A9=%e9", "{\"a\":\"b=c=\",\"é\":\"\u{fffd}\"}"),
            ("a=%&b=%4&c=%zz%41", r#"{"a":"%","b":"%4","c":"%zzA"}"#),
        ];
        for (text, expected) in cases {
            let form = read(text, 10);
            assert_eq!(text_of(&form.root), expected, "{text}");
        }
    }

    #[test]
    fn objects_are_written() {
        let cases = [
            (
                r#"{"a":1.50,"b":true,"c":"x y*é&=","d":null}"#,
                Some("a=1.50&b=true&c=x+y*%C3%A9%26%3D"),
            ),
            (r#"{"a":["x","y"],"b":[]}"#, Some("a=x&a=y")),
            (
                r#"{"a":{"b":[1]},"c":[[1]]}"#,
                Some("a=%7B%22b%22%3A%5B1%5D%7D&c=%5B1%5D"),
            ),
            (r#"{"a":[null]}"#, None),
            ("[]", None),
            ("\"x\"", None),
        ];
        for (json, expected) in cases {
            let value = JsonReader::new(json, 10).value().expect(json);
            let mut out = Vec::new();
            let written = write(&mut out, &value)
                .ok()
                .map(|()| String::from_utf8(out).expect("text"));
            assert_eq!(written.as_deref(), expected, "{json}");
        }
    }
}
