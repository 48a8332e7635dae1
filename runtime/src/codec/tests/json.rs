//! JSON beyond round trips: leniency where it is promised, exactness everywhere.

use proptest::prelude::*;

use super::super::{DecodeReason, EncodeReason, encode};
use super::model::{Leaf, value};
use super::{JSON, read, write};
use crate::value::{Map, Value};

fn leaf(text: &str, number: i64) -> Leaf {
    Leaf {
        text: Some(text.to_owned()),
        number: Some(number),
    }
}

#[test]
fn names_in_any_order_spelling_and_capitals() {
    let cases = [
        (r#"{"text":"a","number":1}"#, leaf("a", 1)),
        (r#" { "number" : 1 , "text" : "a" } "#, leaf("a", 1)),
        ("\u{feff}{\"number\":1,\"text\":\"a\"}", leaf("a", 1)),
        (r#"{"te\u0078t":"a","NUMBER":1}"#, leaf("a", 1)),
        (
            r#"{"Text":"x","text":"a","unknown":[{"text":1}],"number":1}"#,
            leaf("a", 1),
        ),
        (
            r#"{"text":"x","text":"a","number":2,"number":1.0}"#,
            leaf("a", 1),
        ),
        (r#"{"text":null,"number":null}"#, Leaf::default()),
        ("{}", Leaf::default()),
    ];
    for (text, expected) in cases {
        assert_eq!(read::<Leaf>(text, JSON), Ok(expected), "{text}");
    }
}

#[test]
fn integers_are_exact_or_refused() {
    let max = u64::MAX.to_string();
    assert_eq!(read::<u64>(&max, JSON), Ok(u64::MAX));
    assert_eq!(
        read::<u64>("18446744073709551615.000e0", JSON),
        Ok(u64::MAX)
    );
    assert_eq!(read::<i64>("-9223372036854775808", JSON), Ok(i64::MIN));
    assert_eq!(read::<i32>("1e2", JSON), Ok(100));
    assert_eq!(read::<u32>("-0", JSON), Ok(0));
    for text in [
        "2147483648",
        "-2147483649",
        "1.5",
        "1e10",
        "1e-1",
        "99999999999999999999",
    ] {
        let error = read::<i32>(text, JSON).expect_err(text);
        assert!(
            matches!(
                error.reason(),
                DecodeReason::InvalidNumber { ty: "i32", .. }
            ),
            "{text}"
        );
    }
    assert!(read::<u64>("18446744073709551616", JSON).is_err());
    assert!(read::<u64>("-1", JSON).is_err() && read::<u64>("01", JSON).is_err());
    assert!(read::<f64>("1e999", JSON).is_err() && read::<f32>("1e39", JSON).is_err());
}

#[test]
fn floats_that_are_not_finite_are_an_error() {
    for float in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let error = encode(&vec![float], JSON).expect_err("no number");
        assert_eq!(error.reason(), &EncodeReason::NonFinite);
    }
    assert!(encode(&f32::NAN, JSON).is_err());
}

#[test]
fn additional_properties_keep_order_and_spelling() {
    let text = r#"{"z":1.50,"a":[null,true,{"b":"\u0001é"}],"m":123456789012345678901234567890}"#;
    assert_eq!(
        write(&read::<Map<Value>>(text, JSON).expect("a map"), JSON),
        text
    );
}

/// Whether both hold the same; `serde_json`'s floats may be off by one unit in the last place.
fn same(ours: &Value, theirs: &serde_json::Value) -> bool {
    use serde_json::Value as Theirs;
    match (ours, theirs) {
        (Value::Null, Theirs::Null) => true,
        (Value::Bool(ours), Theirs::Bool(theirs)) => ours == theirs,
        (Value::String(ours), Theirs::String(theirs)) => ours == theirs,
        (Value::Number(ours), Theirs::Number(theirs)) => {
            let (left, right) = (
                ours.as_f64().expect("a float"),
                theirs.as_f64().expect("a float"),
            );
            let exact = theirs
                .as_i64()
                .is_none_or(|theirs| ours.as_i64() == Some(theirs));
            exact && (left - right).abs() <= left.abs() * 4.0 * f64::EPSILON
        }
        (Value::Array(ours), Theirs::Array(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(a, b)| same(a, b))
        }
        (Value::Object(ours), Theirs::Object(theirs)) => {
            let found = |(name, value)| ours.get(name).is_some_and(|ours| same(ours, value));
            ours.len() == theirs.len() && theirs.iter().all(found)
        }
        _ => false,
    }
}

proptest! {
    #[test]
    fn any_text_is_judged_as_serde_json_does(text in "[\\[\\]{}:,\"\\\\truefalsn0-9eE.+ \\n-]{0,24}") {
        let ours = read::<Value>(&text, JSON).is_ok();
        let theirs = serde_json::from_str::<serde_json::Value>(&text);
        // serde_json refuses numbers beyond floats; ours keeps their text.
        let out_of_range = theirs.as_ref().is_err_and(|error| error.to_string().contains("out of range"));
        prop_assert!(ours == theirs.is_ok() || out_of_range, "{}", text);
    }

    #[test]
    fn values_round_trip_and_serde_json_agrees(value in value()) {
        let text = write(&value, JSON);
        prop_assert_eq!(&read::<Value>(&text, JSON).expect("a value"), &value);
        let theirs: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        prop_assert!(same(&value, &theirs), "{} {}", text, theirs);
        let pretty = serde_json::to_string_pretty(&theirs).expect("text");
        prop_assert!(same(&read(&pretty, JSON).expect("a value"), &theirs), "{}", pretty);
    }

    #[test]
    fn floats_are_those_of_the_standard_library(text in "-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,18})?(e-?[0-9]{1,2})?") {
        let expected: f64 = text.parse().expect("a float");
        let found = read::<f64>(&text, JSON).expect("a float");
        prop_assert_eq!(found.to_bits(), expected.to_bits());
    }
}
