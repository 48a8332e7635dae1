//! Nulls where none may be, tuples, and properties by the pattern of their names.

use super::super::{DecodeError, Field, Model, Reader, Shape, Writer, encode};
use super::{JSON, XML, read, write};
use crate::value::{AdditionalProperties, Map, Value};

static PLACE: Shape = Shape::new(
    "Place",
    &[
        Field::Optional("name").xml(&super::super::Xml::new().attribute()),
        Field::Optional("x").xml(&super::super::Xml::new().name("X")),
        Field::Nullable("note"),
    ],
);

#[derive(Debug, Default, PartialEq)]
#[allow(clippy::option_option, reason = "generated models have three states")]
struct Place {
    name: Option<String>,
    x: Option<i64>,
    note: Option<Option<String>>,
    additional: AdditionalProperties,
}

impl Model for Place {
    fn write(&self, out: &mut Writer<'_>) {
        out.object(&PLACE, &[&self.name, &self.x, &self.note], &self.additional);
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let mut model = Self::default();
        let slots: &mut [&mut dyn super::super::ReadProperty] =
            &mut [&mut model.name, &mut model.x, &mut model.note];
        input.object(&PLACE, slots, &mut model.additional)?;
        Ok(model)
    }
}

fn json(value: &impl Model) -> String {
    write(value, JSON)
}

#[test]
fn nulls_where_none_may_be_come_back() {
    for text in [
        "{}",
        r#"{"name":null}"#,
        r#"{"name":"a","x":null}"#,
        r#"{"name":null,"x":1,"note":null,"other":null}"#,
        r#"{"x":null,"note":"n","other":[null]}"#,
    ] {
        let place: Place = read(text, JSON).expect(text);
        assert_eq!(json(&place), text);
    }
    let place: Place = read(r#"{"x":1,"x":null,"name":null,"name":"a"}"#, JSON).expect("a place");
    assert_eq!((place.x, place.name.as_deref()), (None, Some("a")));
    assert_eq!(json(&place), r#"{"name":"a","x":null}"#);
}

#[test]
fn a_value_goes_before_a_null_that_came() {
    let mut place: Place = read(r#"{"x":null,"other":null}"#, JSON).expect("a place");
    place.x = Some(2);
    assert_eq!(json(&place), r#"{"x":2,"other":null}"#);
}

#[test]
fn nulls_of_xml_keep_their_names() {
    let text = r#"<Place xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><X xsi:nil="true"/></Place>"#;
    let place: Place = read(text, XML).expect("a place");
    assert_eq!((place.x, place.additional.len()), (None, 1));
    let bytes = encode(&place, XML).expect("XML");
    let again: Place = read(std::str::from_utf8(&bytes).expect("UTF-8"), XML).expect("a place");
    assert_eq!(place, again);
}

/// A text, perhaps a number, perhaps null or a flag, and any others.
#[derive(Debug, PartialEq)]
#[allow(clippy::option_option, reason = "generated models have three states")]
struct Row(String, Option<i64>, Option<Option<bool>>, Vec<Value>);

impl Model for Row {
    fn write(&self, out: &mut Writer<'_>) {
        out.tuple(1, &[&self.0, &self.1, &self.2], &self.3);
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let (mut a, mut b, mut c) = (None, None, None);
        let mut rest = Vec::new();
        input.tuple(1, &mut [&mut a, &mut b, &mut c], &mut rest)?;
        let Some(a) = a else {
            return Err(input.incomplete());
        };
        Ok(Self(a, b, c, rest))
    }
}

#[test]
fn tuples_of_every_length_come_back() {
    for text in [
        r#"["a"]"#,
        r#"["a",1]"#,
        r#"["a",1,null]"#,
        r#"["a",1,true]"#,
        r#"["a",1,null,null,{"b":[]}]"#,
    ] {
        let row: Row = read(text, JSON).expect(text);
        assert_eq!(json(&row), text);
    }
}

#[test]
fn what_does_not_fit_a_tuple_is_an_error() {
    for (text, expect) in [
        ("[]", "the array ends before item 0"),
        ("[1]", "expected a string, found a number at `[0]`"),
        (r#"["a",null]"#, "found null at `[1]`"),
        ("{}", "expected an array, found an object"),
    ] {
        let error = read::<Row>(text, JSON).expect_err(text);
        assert!(error.to_string().contains(expect), "{error}");
    }
    let error = read::<Vec<Row>>(r#"[["a"],[]]"#, JSON).expect_err("too short");
    assert_eq!(error.path(), Some("[1]"));
    let row = Row("a".to_owned(), None, Some(None), Vec::new());
    let error = encode(&row, JSON).expect_err("a gap");
    assert!(
        error.to_string().contains("missing before others"),
        "{error}"
    );
}

#[derive(Debug, Default, PartialEq)]
struct Labels {
    matching: Map<i64>,
    others: AdditionalProperties,
}

static LABELS: Shape = Shape::new("Labels", &[]);

impl Model for Labels {
    fn write(&self, out: &mut Writer<'_>) {
        out.object_by_pattern(&LABELS, &[], &self.matching, &self.others);
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let mut model = Self::default();
        input.object_by_pattern(
            &LABELS,
            &mut [],
            "x-",
            &mut model.matching,
            &mut model.others,
        )?;
        Ok(model)
    }
}

#[test]
fn properties_find_their_pattern_by_name_and_value() {
    let text = r#"{"x-a":1,"b":2,"x-c":{"d":[1,{"x-e":null}]},"x-f":3}"#;
    let labels: Labels = read(text, JSON).expect("labels");
    let names = |names: Vec<&str>| names.join(" ");
    assert_eq!(
        names(labels.matching.keys().map(String::as_str).collect()),
        "x-a x-f"
    );
    assert_eq!(
        names(labels.others.iter().map(|(name, _)| name).collect()),
        "b x-c"
    );
    assert_eq!(
        json(&labels),
        r#"{"x-a":1,"x-f":3,"b":2,"x-c":{"d":[1,{"x-e":null}]}}"#
    );
}
