//! Plain text and bytes: what a whole body holds, and what it does not.

use std::fmt::Debug;

use bytes::Bytes;

use super::super::{DecodeLimits, DecodeReason, EncodeReason, Model, decode, encode};
use super::model::Leaf;
use super::{JSON, read, write};
use crate::value::{Map, Value};

const TEXT: &str = "text/plain";
const BINARY: &str = "application/octet-stream";

fn both_ways<T: Model + Debug + PartialEq>(value: T, text: &str, media_type: &str) {
    assert_eq!(write(&value, media_type), text, "{media_type}");
    assert_eq!(read::<T>(text, media_type), Ok(value), "{media_type}");
}

#[test]
fn text_holds_scalars() {
    both_ways(" a\nb\" é ".to_owned(), " a\nb\" é ", TEXT);
    both_ways(String::new(), "", "text/html; charset=UTF-8");
    both_ways(true, "true", TEXT);
    both_ways(-7_i32, "-7", TEXT);
    both_ways(u64::MAX, "18446744073709551615", "text/csv");
    both_ways(0.5_f64, "0.5", TEXT);
    both_ways(0.5_f32, "0.5", TEXT);
    both_ways(35_625.0_f64, "35625", TEXT);
    both_ways(-2.0_f32, "-2", TEXT);
    both_ways(1e21_f64, "1e+21", TEXT);
    both_ways(Some("a".to_owned()), "a", TEXT);
    both_ways(Box::new(1_i64), "1", TEXT);
    both_ways(Bytes::from("a"), "a", TEXT);
    let values = [Value::from("a"), Value::from(1), Value::from(true)];
    assert_eq!(values.map(|value| write(&value, TEXT)), ["a", "1", "true"]);
}

#[test]
fn numbers_and_booleans_in_text_are_strict() {
    for text in ["", " 1", "1\n", "+1", "01", "0x1", "1.5", "1e99", "one"] {
        assert!(read::<i64>(text, TEXT).is_err(), "{text:?}");
    }
    assert_eq!(read::<i64>("1.0", TEXT), Ok(1));
    for text in ["", "NaN", "inf", "1e999", ".5", " 1"] {
        assert!(read::<f64>(text, TEXT).is_err(), "{text:?}");
    }
    for text in ["", "True", "1", "true ", "yes"] {
        assert!(read::<bool>(text, TEXT).is_err(), "{text:?}");
    }
    let error = read::<i64>("secret", TEXT).expect_err("no number");
    assert_eq!(error.to_string(), "expected an integer, found a string");
}

#[test]
fn text_is_read_by_its_character_set() {
    let cases: &[(&[u8], &str, Option<&str>)] = &[
        (b"\xe9", "text/plain; charset=iso-8859-1", Some("é")),
        (b"\0\xe9", "text/plain;charset=utf-16", Some("é")),
        (b"\xff\xfea\0", TEXT, Some("a")),
        (b"\xe9", TEXT, None),
        (b"a", "text/plain;charset=klingon", None),
    ];
    for (body, media_type, expected) in cases {
        let limits = DecodeLimits::default();
        let text = decode::<String>(body, media_type, &limits).ok();
        assert_eq!(text.as_deref(), *expected, "{media_type}");
        let bytes = decode::<Bytes>(body, media_type, &limits);
        assert_eq!(bytes.as_deref(), Ok(*body), "{media_type}");
    }
}

#[test]
fn bytes_are_the_body_of_any_unstructured_type() {
    let all: Vec<u8> = (0..=255).collect();
    let all = Bytes::from(all);
    for media_type in [
        BINARY,
        "image/png",
        "image/svg+xml",
        "*/*",
        "text/csv; charset=utf-16",
    ] {
        assert_eq!(encode(&all, media_type).as_deref(), Ok(&all[..]));
        let read = decode::<Bytes>(&all, media_type, &DecodeLimits::default());
        assert_eq!(read.as_ref(), Ok(&all), "{media_type}");
    }
    for no_media_type in ["", "nothing"] {
        let read = decode::<Bytes>(&all, no_media_type, &DecodeLimits::default());
        assert_eq!(read.as_ref(), Ok(&all));
    }
    both_ways(Bytes::from("a"), r#""YQ==""#, JSON);
    let error = read::<Vec<Bytes>>(r#"["YQ==","!"]"#, JSON).expect_err("no base64");
    assert_eq!(
        error.to_string(),
        "expected base64 at `[1]` (line 1, column 9)"
    );
}

#[test]
fn bytes_hold_a_text_in_utf8() {
    both_ways("a\u{feff}é".to_owned(), "a\u{feff}é", BINARY);
    both_ways("\u{feff}".to_owned(), "\u{feff}", BINARY);
    let error = decode::<String>(b"a\xe9", BINARY, &DecodeLimits::default());
    let error = error.expect_err("no UTF-8");
    assert_eq!(
        (error.reason(), error.offset()),
        (&DecodeReason::InvalidCharset { charset: "utf-8" }, Some(1))
    );
}

fn unreadable<T: Model + Debug>(media_type: &str) {
    let error = read::<T>("1", media_type).expect_err(media_type);
    let media_type = media_type.to_owned();
    assert_eq!(
        error.reason(),
        &DecodeReason::UnsupportedMediaType { media_type }
    );
}

#[test]
fn what_has_no_form_is_not_read() {
    for media_type in [TEXT, "text/html; charset=utf-8", BINARY, "image/png", ""] {
        unreadable::<Leaf>(media_type);
        unreadable::<Vec<String>>(media_type);
        unreadable::<Map<String>>(media_type);
        unreadable::<Value>(media_type);
        unreadable::<Option<Leaf>>(media_type);
    }
    unreadable::<bool>(BINARY);
    unreadable::<i32>(BINARY);
    unreadable::<f64>(BINARY);
    unreadable::<f32>(BINARY);
}

fn unwritable(value: &impl Model, media_type: &str, what: &'static str) {
    let error = encode(value, media_type).expect_err(what);
    assert_eq!(
        error.reason(),
        &EncodeReason::Unrepresentable { what },
        "{media_type}"
    );
}

#[test]
fn what_has_no_form_is_not_written() {
    for media_type in [TEXT, BINARY, "multipart/form-data"] {
        unwritable(&Leaf::default(), media_type, "an object");
        unwritable(&Map::<i64>::new(), media_type, "an object");
        unwritable(&vec![Leaf::default()], media_type, "an array");
        unwritable(&None::<String>, media_type, "a null");
        unwritable(&Value::Null, media_type, "a null");
        unwritable(&Value::Array(Vec::new()), media_type, "an array");
        unwritable(&Value::Object(Map::new()), media_type, "an object");
    }
    for value in [Value::from(1), Value::from(true)] {
        unwritable(&value, BINARY, "a number or boolean");
    }
    unwritable(&true, BINARY, "a number or boolean");
    unwritable(&1.5, BINARY, "a number or boolean");
    unwritable(&1_u32, BINARY, "a number or boolean");
}

#[test]
fn a_media_type_does_not_lie_about_the_character_set() {
    let text = "é".to_owned();
    for (media_type, expected) in [
        ("text/plain; charset=\"utf-8\"", true),
        ("text/plain; charset=iso-8859-1", false),
        ("application/json; charset=us-ascii", false),
        ("application/xml; charset=utf-16", false),
    ] {
        assert_eq!(encode(&text, media_type).is_ok(), expected, "{media_type}");
    }
    let ascii = "e".to_owned();
    assert!(encode(&ascii, "text/plain; charset=iso-8859-1").is_ok());
    let error = encode(&text, "no media type").expect_err("an error");
    assert_eq!(error.to_string(), "`no media type` is not a media type");
}
