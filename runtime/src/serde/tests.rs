//! What serde writes and reads, against the codec of JSON.

use proptest::prelude::*;

use serde_core::de::DeserializeSeed;

use super::Serialize;
use super::read::Nested;
use crate::codec::{DecodeLimits, decode, encode};
use crate::value::{AdditionalProperties, Map, Number, Value};

fn read(text: &str) -> Value {
    decode(
        text.as_bytes(),
        "application/json",
        &DecodeLimits::default(),
    )
    .expect(text)
}

/// What serde writes, which must be what the codec writes.
fn written(value: &Value) -> String {
    let text = serde_json::to_string(value).expect("JSON");
    let by_codec = encode(value, "application/json").expect("JSON");
    assert_eq!(text.as_bytes(), by_codec, "{text}");
    text
}

fn number() -> impl Strategy<Value = Number> {
    prop_oneof![
        any::<u64>().prop_map(Number::from),
        any::<i64>().prop_map(Number::from),
        // What a float holds and reads back as it is spelled.
        any::<i32>().prop_map(|value| Number::parse(&format!("{value}.5")).expect("a number")),
    ]
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        number().prop_map(Value::Number),
        ".*".prop_map(Value::String),
    ];
    leaf.prop_recursive(4, 32, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::Array),
            prop::collection::vec((".{0,4}", inner), 0..4)
                .prop_map(|entries| Value::Object(entries.into_iter().collect::<Map<_>>())),
        ]
    })
}

proptest! {
    #[test]
    fn values_are_written_and_read_as_by_the_codec(value in value()) {
        let text = written(&value);
        let again: Value = serde_json::from_str(&text).expect("JSON");
        prop_assert_eq!(&again, &value);
        prop_assert_eq!(&read(&text), &value);
    }
}

#[test]
fn numbers_are_exact_or_an_error() {
    for (text, expect) in [
        ("18446744073709551615", Some("18446744073709551615")),
        ("-9223372036854775808", Some("-9223372036854775808")),
        ("0.1", Some("0.1")),
        // One number, spelled otherwise.
        ("1.50", Some("1.5")),
        ("100000000000000000000", Some("1e+20")),
        // No float is that.
        ("18446744073709551617", None),
        ("0.1000000000000000055511151231257827", None),
        ("1e400", None),
    ] {
        let number = Number::parse(text).expect("a number");
        let mut out = Vec::new();
        let done = number.serialize(&mut serde_json::Serializer::new(&mut out));
        let out = String::from_utf8(out).expect("UTF-8");
        assert_eq!(done.is_ok().then_some(out.as_str()), expect, "{text}");
    }
}

#[test]
fn exact_numbers_of_serde_json_are_understood() {
    // What it hands over with `arbitrary_precision`.
    let text = r#"{"$serde_json::private::Number":"18446744073709551617.50"}"#;
    let number: Number = serde_json::from_str(text).expect("a number");
    assert_eq!(number.to_string(), "18446744073709551617.50");
    assert!(serde_json::from_str::<Value>(r#"{"$serde_json::private::Number":"x"}"#).is_err());
}

#[test]
fn order_is_kept_and_depth_is_bounded() {
    let properties: AdditionalProperties =
        serde_json::from_str(r#"{"b":1,"a":[null]}"#).expect("an object");
    let text = serde_json::to_string(&properties).expect("JSON");
    assert_eq!(text, r#"{"b":1,"a":[null]}"#);
    for (text, is_read) in [("[[[1]]]", true), ("[[[[1]]]]", false)] {
        let input = &mut serde_json::Deserializer::from_str(text);
        assert_eq!(Nested(3).deserialize(input).is_ok(), is_read, "{text}");
    }
}
