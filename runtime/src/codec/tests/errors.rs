//! What errors say, and that they stay small.

use super::super::{DecodeLimits, DecodeReason, decode};
use super::model::{Everything, Leaf};
use super::{FORM, JSON, XML, read};
use crate::codec::from_value;
use crate::value::{Map, Value};

#[test]
fn errors_name_their_place() {
    let cases = [
        (
            "[{\"number\":1},\n {\"number\":\"x\"}]",
            "expected an integer, found a string at `[1].number` (line 2, column 12)",
        ),
        (
            "[{\"number\":99999999999999999999}]",
            "expected i64, the number is out of range at `[0].number` (line 1, column 12)",
        ),
        (
            "[{\"text\":{}}]",
            "expected a string, found an object at `[0].text` (line 1, column 10)",
        ),
        (
            "[{\"é\":1,\"text\":tru}]",
            "expected a string, found a boolean at `[0].text` (line 1, column 16)",
        ),
        (
            "[{\"text\":\"a\",}]",
            "expected a property name at `[0]` (line 1, column 14)",
        ),
        (
            "[{\"text\":\"a\"",
            "the input stops in the middle at `[0].text` (line 1, column 13)",
        ),
        (
            "[1]",
            "expected an object, found a number at `[0]` (line 1, column 2)",
        ),
        (
            "[] x",
            "expected nothing more after the value (line 1, column 4)",
        ),
        (" \n", "the input is empty"),
    ];
    for (text, expected) in cases {
        assert_eq!(
            read::<Vec<Leaf>>(text, JSON).expect_err(text).to_string(),
            expected
        );
    }
}

#[test]
fn errors_in_other_formats_too() {
    let xml = "<a>\n<tag>x</tag><children><number>x</number></children></a>";
    let error = read::<Everything>(xml, XML).expect_err("no number");
    let expected =
        "expected an integer, found a string at `children[0].number` (line 2, column 23)";
    assert_eq!(error.to_string(), expected);
    let form =
        read::<Everything>("children=%7B%22number%22%3A1.5%7D", FORM).expect_err("a fraction");
    assert_eq!(
        form.to_string(),
        "expected i64, the number is not whole at `children[0].number`"
    );
    let value = Value::from(vec![Value::from("x")]);
    let error = from_value::<Vec<bool>>(&value).expect_err("no boolean");
    assert_eq!(
        error.to_string(),
        "expected a boolean, found a string at `[0]`"
    );
}

#[test]
fn missing_properties_are_named_with_their_object() {
    let error = read::<Vec<Everything>>(r#"[{"id":1}]"#, JSON).expect_err("no name");
    assert_eq!(
        error.to_string(),
        "required property `name` is missing at `[0]` (line 1, column 9)"
    );
    let error =
        read::<Everything>("<a id='1'><name/><float>1</float></a>", XML).expect_err("no flag");
    assert_eq!(
        error.to_string(),
        "required property `flag` is missing (line 1, column 1)"
    );
}

#[test]
fn depth_is_limited_everywhere() {
    let limits = DecodeLimits::default().with_max_depth(3);
    let fails = |text: &str, media_type: &str| {
        let error = decode::<Map<Value>>(text.as_bytes(), media_type, &limits).err();
        error.is_some_and(|error| *error.reason() == DecodeReason::DepthExceeded { limit: 3 })
    };
    assert!(!fails(r#"{"a":[[1]]}"#, JSON) && fails(r#"{"a":[[[1]]]}"#, JSON));
    assert!(!fails("<a><b><c/></b></a>", XML) && fails("<a><b><c><d/></c></b></a>", XML));
    let skipped = decode::<Leaf>(br#"{"a":[[[1]]]}"#, JSON, &limits).expect_err("too deep");
    assert_eq!(skipped.reason(), &DecodeReason::DepthExceeded { limit: 3 });
    let endless = "[".repeat(1_000_000);
    let limits = DecodeLimits::default().with_max_depth(usize::MAX);
    let error = decode::<Value>(endless.as_bytes(), JSON, &limits).expect_err("too deep");
    assert_eq!(
        error.reason(),
        &DecodeReason::DepthExceeded {
            limit: DecodeLimits::DEEPEST
        }
    );
}

#[test]
fn no_error_carries_much_of_its_input() {
    let long = "x".repeat(100_000);
    let inputs = [
        (
            format!("{{\"{long}\":{{\"{long}\":[tru]}}}}"),
            JSON.to_owned(),
        ),
        (
            format!("<{long}><{long}>&{long};</{long}></{long}>"),
            XML.to_owned(),
        ),
        ("{}".to_owned(), format!("application/{long}")),
        ("{}".to_owned(), format!("{JSON};charset={long}")),
    ];
    for (text, media_type) in inputs {
        let error = read::<Value>(&text, &media_type).expect_err("an error");
        assert!(format!("{error} {error:?} {:?}", error.excerpt()).len() < 1000);
    }
    assert_eq!(size_of::<super::DecodeError>(), size_of::<usize>());
}

#[test]
fn media_types_and_charsets_without_a_codec() {
    let cases = [
        ("text/plain", "no codec"),
        ("image/png", "no codec"),
        ("", "no codec"),
        ("application/json;charset=x", "unknown character set"),
    ];
    for (media_type, expected) in cases {
        let error = read::<Value>("{}", media_type).expect_err(media_type);
        assert!(error.to_string().starts_with(expected), "{error}");
    }
    let error = decode::<Value>(b"\"\xff\"", JSON, &DecodeLimits::default()).expect_err("no UTF-8");
    assert_eq!(
        error.reason(),
        &DecodeReason::InvalidCharset { charset: "utf-8" }
    );
}
