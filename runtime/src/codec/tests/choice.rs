//! Unions in the form that the generator writes.

use proptest::prelude::*;

use super::super::{
    Choice, DecodeError, Field, Model, Reader, Shape, Test, Writer, from_text_value,
};
use super::{FORM, JSON, XML, read, write};
use crate::codec::{DecodeReason, decode, to_value};
use crate::value::{AdditionalProperties, Map, Value};

/// Makes an object with a property of each name, all of them texts, those before `;` required.
macro_rules! object {
    ($name:ident, $shape:ident: $($field:ident),*; $($rest:ident),*) => {
        #[derive(Clone, Debug, Default, PartialEq)]
        struct $name {
            $($field: String,)*
            $($rest: Option<String>,)*
            more: AdditionalProperties,
        }

        static $shape: Shape = Shape::new(stringify!($name), &[
            $(Field::Required(stringify!($field)),)*
            $(Field::Optional(stringify!($rest)),)*
        ]);

        impl Model for $name {
            fn write(&self, out: &mut Writer<'_>) {
                out.object(&$shape, &[$(&self.$field,)* $(&self.$rest),*], &self.more);
            }

            fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
                $(let mut $field = None;)*
                $(let mut $rest = None;)*
                let mut more = AdditionalProperties::new();
                input.object(&$shape, &mut [$(&mut $field,)* $(&mut $rest),*], &mut more)?;
                $(let Some($field) = $field else { return Err(input.incomplete()) };)*
                Ok(Self { $($field,)* $($rest,)* more })
            }
        }
    };
}

/// Makes a union of these types.
macro_rules! union {
    ($name:ident, $choice:ident: $($index:literal $member:ident($ty:ty)),*) => {
        #[derive(Clone, Debug, PartialEq)]
        enum $name {
            $($member($ty),)*
            Unknown(Value),
        }

        impl Model for $name {
            fn write(&self, out: &mut Writer<'_>) {
                match self {
                    $(Self::$member(value) => value.write(out),)*
                    Self::Unknown(value) => value.write(out),
                }
            }

            fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
                input.union(&$choice, |member, input| match member {
                    $($index => input.member(Self::$member),)*
                    _ => input.member(Self::Unknown),
                })
            }
        }
    };
}

object!(Cat, CAT: kind; name, lives);
object!(Dog, DOG: kind, bark; name, breed);
object!(Fish, FISH: ; depth, name);

static PET: Choice = Choice::by("kind", &[("cat", 0), ("dog", 1), ("hound", 1)]).xml("Kind");
union!(Pet, PET: 0 Cat(Cat), 1 Dog(Dog));

static DEFAULTED: Choice = Choice::by("kind", &[("dog", 1)]).default(0);
union!(Defaulted, DEFAULTED: 0 Fish(Fish), 1 Dog(Dog));

static ANIMAL: Choice = Choice::new(&[
    Test::object().shapes(&[&CAT]),
    Test::object().shapes(&[&DOG]),
    Test::object().shapes(&[&FISH]),
]);
union!(Animal, ANIMAL: 0 Cat(Cat), 1 Dog(Dog), 2 Fish(Fish));

static MARKED: Choice = Choice::new(&[
    Test::object()
        .shapes(&[&CAT])
        .tags(&[("kind", &["cat", "1"])]),
    Test::object().shapes(&[&FISH]),
]);
union!(Marked, MARKED: 0 Cat(Cat), 1 Fish(Fish));

static MIXED: Choice = Choice::new(&[
    Test::boolean(),
    Test::number().wide(),
    Test::number(),
    Test::text().values(&["auto", "none"]),
    Test::text(),
    Test::array().items(&Test::number()),
    Test::array().items(&Test::text()),
    Test::object().shapes(&[&FISH]),
]);
union!(Mixed, MIXED: 0 Flag(bool), 1 Number(f64), 2 Whole(i64), 3 Word(String), 4 Text(String),
    5 Numbers(Vec<i64>), 6 Texts(Vec<String>), 7 Fish(Fish));

static NARROW: Choice = Choice::new(&[Test::number(), Test::object()]);
union!(Narrow, NARROW: 0 Number(i32), 1 Map(Map<i64>));

/// Returns the variants of the items, after the items were written as they came.
fn variants<T: Model + std::fmt::Debug>(items: &str) -> Vec<String> {
    let found = read::<Vec<T>>(items, JSON).expect(items);
    assert_eq!(write(&found, JSON), items);
    let tree = to_value(&found).expect("a tree");
    assert_eq!(write(&tree, JSON), items);
    found.iter().map(variant).collect()
}

fn variant(value: &impl std::fmt::Debug) -> String {
    let text = format!("{value:?}");
    text.split('(').next().unwrap_or_default().to_owned()
}

#[test]
fn values_are_no_larger_than_the_generator_takes_them_for() {
    assert!(size_of::<Value>() <= 80);
    assert!(size_of::<Map<Value>>() <= 72);
    assert!(size_of::<bytes::Bytes>() <= 32);
    assert!(size_of::<AdditionalProperties>() <= 8);
}

#[test]
fn a_property_decides() {
    let items = r#"[{"kind":"cat"},{"bark":"w","kind":"hound"},{"kind":"dog","bark":"w","x":1.50},{"kind":"cow"},{"kind":["cat"]},{"name":"x"},{"kind":"dog"},null,"cat",[1]]"#;
    // The object lost its order, which says nothing.
    let items = items.replace(
        r#""bark":"w","kind":"hound""#,
        r#""kind":"hound","bark":"w""#,
    );
    assert_eq!(
        variants::<Pet>(&items),
        [
            "Cat", "Dog", "Dog", "Unknown", "Unknown", "Unknown", "Unknown", "Unknown", "Unknown",
            "Unknown"
        ]
    );
}

#[test]
fn a_property_is_found_anywhere() {
    let found = read::<Pet>(
        r#"{"bark":{"kind":"cat"},"k":[{}],"kind":"d\u006fg"}"#,
        JSON,
    );
    assert_eq!(found.as_ref().map(variant), Ok("Unknown".to_owned()));
    let found = read::<Pet>(r#"{"bark":"", "k":[{}], "kind" : "d\u006fg"}"#, JSON);
    assert_eq!(found.as_ref().map(variant), Ok("Dog".to_owned()));
}

#[test]
fn a_default_takes_the_rest() {
    let items =
        r#"[{"depth":"1"},{"kind":"dog","bark":""},{"kind":"cow"},{"kind":null},{"depth":1},3]"#;
    let expected = ["Fish", "Dog", "Fish", "Fish", "Unknown", "Unknown"];
    assert_eq!(variants::<Defaulted>(items), expected);
}

#[test]
fn properties_tell_objects_apart() {
    let items = r#"[{"kind":"x"},{"kind":"x","bark":"w"},{"kind":"x","breed":"b"},{"depth":"1"},{},{"name":"n"},{"kind":1},{"kind":"x","depth":""}]"#;
    assert_eq!(
        variants::<Animal>(items),
        ["Cat", "Dog", "Cat", "Fish", "Fish", "Fish", "Fish", "Cat"]
    );
}

#[test]
fn values_tell_objects_apart() {
    let items = r#"[{"kind":"cat","depth":"1"},{"kind":"1"},{"kind":1},{"kind":"x"},{}]"#;
    assert_eq!(
        variants::<Marked>(items),
        ["Cat", "Cat", "Fish", "Fish", "Fish"]
    );
}

#[test]
fn kinds_tell_values_apart() {
    let items =
        r#"[true,12,1.5,"auto","x","12",[1,2],["a"],[],[{"a":1}],{"depth":"2"},null,[1,"a"]]"#;
    assert_eq!(
        variants::<Mixed>(items),
        [
            "Flag", "Whole", "Number", "Word", "Text", "Text", "Numbers", "Texts", "Numbers",
            "Unknown", "Fish", "Unknown", "Unknown"
        ]
    );
    let items = r#"[1,5000000000,1.5,{"a":1},{"a":"x"},{},true]"#;
    assert_eq!(
        variants::<Narrow>(items),
        [
            "Number", "Unknown", "Unknown", "Map", "Unknown", "Map", "Unknown"
        ]
    );
}

#[test]
fn xml_says_less_and_loses_nothing() {
    let items =
        "<r><a>true</a><a>12</a><a>1.5</a><a>auto</a><a>x</a><a>012</a><a><depth>1</depth></a></r>";
    let found = read::<Vec<Mixed>>(items, XML).expect("XML");
    let variants: Vec<String> = found.iter().map(variant).collect();
    assert_eq!(
        variants,
        ["Flag", "Whole", "Number", "Word", "Text", "Text", "Fish"]
    );
    for (text, expected) in [
        ("<x><Kind>dog</Kind><bark>w</bark></x>", "Unknown"),
        ("<x Kind='cat'/>", "Unknown"),
        ("<x><kind>dog</kind><bark>w</bark><a/></x>", "Dog"),
        ("<x><kind>cow</kind></x>", "Unknown"),
    ] {
        let found = read::<Pet>(text, XML).expect(text);
        assert_eq!(variant(&found), expected, "{text}");
        let again = read::<Pet>(&write(&found, XML), XML);
        assert_eq!(again.as_ref(), Ok(&found), "{text}");
    }
    for (text, expected) in [
        ("<x><kind>a</kind></x>", "Cat"),
        ("<x><kind>a</kind><bark/></x>", "Dog"),
        ("<x><depth>3</depth></x>", "Fish"),
        ("<x/>", "Fish"),
    ] {
        let found = read::<Animal>(text, XML).expect(text);
        assert_eq!(variant(&found), expected, "{text}");
    }
}

#[test]
fn texts_of_forms_and_parameters_are_read() {
    let found = read::<Pet>("kind=dog&bark=w", FORM);
    assert_eq!(found.as_ref().map(variant), Ok("Dog".to_owned()));
    let found = read::<Map<Mixed>>("a=1&b=x&c=true&d=1&d=2&e=%7B%22depth%22%3A%221%22%7D", FORM);
    let found = found.expect("a form");
    let variants: Vec<String> = found.values().map(variant).collect();
    assert_eq!(variants, ["Whole", "Text", "Flag", "Numbers", "Fish"]);
    let found = from_text_value::<Narrow>(&Value::from("7"));
    assert_eq!(found, Ok(Narrow::Number(7)));
    assert_eq!(read::<Mixed>("12", "text/plain"), Ok(Mixed::Whole(12)));
}

#[test]
fn what_is_wrong_for_any_member_is_an_error() {
    for text in [
        r#"{"kind":"cat""#,
        r#"{"kind":"cat","a":[}"#,
        r#"{"kind" "#,
        "[",
        "",
    ] {
        assert!(read::<Pet>(text, JSON).is_err(), "{text}");
        assert!(read::<Animal>(text, JSON).is_err(), "{text}");
    }
    let deep = [
        r#"{"kind":"cat","a":"#,
        &"[".repeat(200),
        &"]".repeat(200),
        "}",
    ]
    .concat();
    let error = read::<Pet>(&deep, JSON).expect_err("too deep");
    assert!(matches!(error.reason(), DecodeReason::DepthExceeded { .. }));
}

/// Objects that hold a union before the property that turns out to be wrong.
#[derive(Clone, Debug, PartialEq)]
struct Nested {
    inner: Option<Box<Boxes>>,
    last: Option<i64>,
}

static BOX: Shape = Shape::new("Box", &[Field::Optional("inner"), Field::Optional("last")]);

impl Model for Nested {
    fn write(&self, out: &mut Writer<'_>) {
        out.object(
            &BOX,
            &[&self.inner, &self.last],
            &super::super::NoAdditional,
        );
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let mut inner = None;
        let mut last = None;
        let rest = &mut super::super::NoAdditional;
        input.object(&BOX, &mut [&mut inner, &mut last], rest)?;
        Ok(Self { inner, last })
    }
}

static BOXES: Choice = Choice::new(&[
    Test::object().shapes(&[&BOX]),
    Test::object().shapes(&[&BOX]),
]);
union!(Boxes, BOXES: 0 First(Nested), 1 Second(Nested));

#[test]
fn hostile_nesting_ends_in_unknown_values() {
    let text = (0..100).fold("1".to_owned(), |text, _| {
        format!(r#"{{"inner":{text},"last":"x"}}"#)
    });
    for media_type in [JSON, "application/problem+json"] {
        let found = read::<Boxes>(&text, media_type).expect("a value");
        assert_eq!(variant(&found), "Unknown");
        assert_eq!(write(&found, media_type), text);
    }
}

fn value() -> impl Strategy<Value = Value> {
    let name =
        || prop::sample::select(vec!["kind", "name", "lives", "bark", "breed", "depth", "x"]);
    let scalar = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(|number| Value::from(i64::from(number))),
        prop::sample::select(vec!["cat", "dog", "auto", "12", ""]).prop_map(Value::from),
    ];
    scalar.prop_recursive(3, 24, 5, move |inner| {
        let entries = prop::collection::vec((name(), inner.clone()), 0..5);
        let object = entries.prop_map(|entries| {
            let entries = entries.into_iter();
            Value::Object(
                entries
                    .map(|(name, value)| (name.to_owned(), value))
                    .collect(),
            )
        });
        let items = prop::collection::vec(inner, 0..4).prop_map(Value::Array);
        prop_oneof![object, items]
    })
}

/// The same in the order of names, without nulls that stand for what is absent.
fn sorted(value: &Value) -> Value {
    match value {
        Value::Object(entries) => {
            let mut entries: Vec<_> = entries
                .iter()
                .filter(|(_, value)| !value.is_null())
                .collect();
            entries.sort_by_key(|(name, _)| name.as_str());
            let entries = entries.into_iter();
            Value::Object(
                entries
                    .map(|(name, value)| (name.clone(), sorted(value)))
                    .collect(),
            )
        }
        Value::Array(items) => Value::Array(items.iter().map(sorted).collect()),
        value => value.clone(),
    }
}

proptest! {
    #[test]
    fn nothing_is_lost(value in value()) {
        let json = write(&value, JSON);
        macro_rules! same {
            ($($ty:ty),*) => {$(
                let found = decode::<$ty>(json.as_bytes(), JSON, &Default::default());
                let found = found.expect("any value is one of a union");
                let again = read::<Value>(&write(&found, JSON), JSON).expect("JSON");
                prop_assert_eq!(sorted(&again), sorted(&value));
            )*};
        }
        same!(Pet, Defaulted, Animal, Marked, Mixed, Narrow);
    }
}
