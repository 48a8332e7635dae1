//! Looking ahead and going back, as unions will.

use super::super::{DecodeError, DecodeReason, Kind, Model, Reader, Writer, from_text_value};
use super::model::Leaf;
use super::{JSON, XML, read};
use crate::codec::to_value;
use crate::value::{Map, Value};

/// Tries a leaf, then numbers, then takes whatever is there.
#[derive(Debug, PartialEq)]
enum Union {
    Leaf(Leaf),
    Numbers(Vec<i64>),
    Other(Value),
}

impl Model for Union {
    fn write(&self, out: &mut Writer<'_>) {
        match self {
            Self::Leaf(leaf) => leaf.write(out),
            Self::Numbers(numbers) => numbers.write(out),
            Self::Other(value) => value.write(out),
        }
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let start = input.checkpoint();
        if let Ok(leaf) = Leaf::read(input) {
            return Ok(Self::Leaf(leaf));
        }
        input.rewind(&start);
        if let Ok(numbers) = Vec::read(input) {
            return Ok(Self::Numbers(numbers));
        }
        input.rewind(&start);
        input.value().map(Self::Other)
    }
}

fn leaf(number: i64) -> Union {
    Union::Leaf(Leaf {
        text: None,
        number: Some(number),
    })
}

fn texts(items: &[&str]) -> Value {
    Value::Array(items.iter().map(|&item| Value::from(item)).collect())
}

#[test]
fn json_goes_back() {
    let text = r#"[{"number":1},[1,2],{"number":{"deep":[]}},[1,"x"],{"number":2}]"#;
    let expected = vec![
        leaf(1),
        Union::Numbers(vec![1, 2]),
        Union::Other(read(r#"{"number":{"deep":[]}}"#, JSON).expect("a value")),
        Union::Other(read(r#"[1,"x"]"#, JSON).expect("a value")),
        leaf(2),
    ];
    assert_eq!(read::<Vec<Union>>(text, JSON), Ok(expected));
}

#[test]
fn trees_go_back() {
    let value = to_value(&read::<Value>(r#"[{"number":1},["1"],["x"]]"#, JSON).expect("JSON"));
    let found = from_text_value::<Vec<Union>>(&value.expect("a tree"));
    assert_eq!(
        found,
        Ok(vec![
            leaf(1),
            Union::Numbers(vec![1]),
            Union::Other(texts(&["x"]))
        ])
    );
}

#[test]
fn xml_goes_back() {
    let text = "<r><a><number>1</number></a><a>text</a><a><number>2</number></a></r>";
    let found = read::<Vec<Union>>(text, XML);
    assert_eq!(
        found,
        Ok(vec![leaf(1), Union::Other(Value::from("text")), leaf(2)])
    );
    let found = read::<crate::value::Map<Union>>("<r><a><number><b/></number></a></r>", XML);
    let map = found.expect("a map");
    assert!(matches!(&map["a"], Union::Other(value) if value.get("number").is_some()));
}

/// A union in a union: every level doubles the work of the one below.
#[derive(Debug)]
struct Nested;

impl Model for Nested {
    fn write(&self, out: &mut Writer<'_>) {
        out.null();
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let start = input.checkpoint();
        if Map::<Self>::read(input).is_ok_and(|map| map.is_empty()) {
            return Ok(Self);
        }
        input.rewind(&start);
        Map::<Self>::read(input).map(|_| Self)
    }
}

#[test]
fn trying_types_is_bounded() {
    let depth = 100;
    let json = format!("{}1{}", "{\"a\":".repeat(depth), "}".repeat(depth));
    let xml = format!("{}1{}", "<a>".repeat(depth), "</a>".repeat(depth));
    for (text, media_type) in [(json, JSON), (xml, XML)] {
        let error = read::<Nested>(&text, media_type).expect_err("too much work");
        assert_eq!(error.reason(), &DecodeReason::WorkExceeded, "{media_type}");
    }
}

#[test]
fn kinds_ahead() {
    struct Ahead(Kind);
    impl Model for Ahead {
        fn write(&self, out: &mut Writer<'_>) {
            out.null();
        }
        fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
            let kind = input.peek()?;
            input.skip()?;
            Ok(Self(kind))
        }
    }
    let kinds = |text: &str, media_type: &str| -> Vec<Kind> {
        let found = read::<Vec<Ahead>>(text, media_type).expect("kinds");
        found.into_iter().map(|ahead| ahead.0).collect()
    };
    let all = [
        Kind::Null,
        Kind::Boolean,
        Kind::Number,
        Kind::String,
        Kind::Array,
        Kind::Object,
    ];
    assert_eq!(kinds(r#"[null,true,1,"",[],{}]"#, JSON), all);
    let xsi = "xmlns:i='http://www.w3.org/2001/XMLSchema-instance'";
    let xml = format!("<r {xsi}><a i:nil='true'/><a>1</a><a><b/></a></r>");
    assert_eq!(kinds(&xml, XML), [Kind::Null, Kind::String, Kind::Object]);
}
