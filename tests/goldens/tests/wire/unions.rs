//! Unions: which member a body is read as, and that it is written as it came.

use std::fmt::Debug;

use engross_goldens::beside_alternatives::models as beside;
use engross_goldens::unions::models::{
    AddAnimalResponse, Animal, Component, Event, FindAnimalsFilter, Holder, Loop, Owner, Payment,
    Setting, Several, Wide,
};
use engross_runtime::codec::{DecodeLimits, Model, decode, encode};

/// Reads a body, writes it, and returns the variant as `Debug` begins to write it.
fn variant<T: Model + Debug>(body: &str, media_type: &str) -> String {
    let found: T = decode(body.as_bytes(), media_type, &DecodeLimits::default()).expect(body);
    let again = encode(&found, media_type).expect(body);
    let again = String::from_utf8(again).expect("text");
    if media_type == "application/json" {
        assert_eq!(again, body);
    }
    let reread: T = decode(again.as_bytes(), media_type, &DecodeLimits::default()).expect(&again);
    assert_eq!(format!("{reread:?}"), format!("{found:?}"), "{body}");
    let text = format!("{found:?}");
    let end = text.find(['(', ' ']).unwrap_or(text.len());
    text[..end].to_owned()
}

fn check<T: Model + Debug>(cases: &[(&str, &str)]) {
    for (body, expected) in cases {
        assert_eq!(variant::<T>(body, "application/json"), *expected, "{body}");
    }
}

#[test]
fn a_discriminator_decides() {
    check::<Animal>(&[
        (r#"{"petType":"cat","lives":9}"#, "Cat"),
        (r#"{"petType":"kitten","x":[1.50]}"#, "Cat"),
        (r#"{"petType":"dog","bark":"w"}"#, "Dog"),
        (
            r#"{"petType":"dog","bark":"w","friend":{"petType":"cat"},"puppies":[{"petType":"dog"},null]}"#,
            "Dog",
        ),
        // The default takes what no value stands for; what it cannot hold is kept as it came.
        (r#"{"petType":"cow","milk":true}"#, "UnknownVariant"),
        (r#"{"note":"no type"}"#, "UnknownVariant"),
        (r#"{"petType":7}"#, "Unknown"),
        (r#"{"petType":"dog"}"#, "Unknown"),
        (r#"{"petType":"cat","lives":"nine"}"#, "Unknown"),
        ("null", "Unknown"),
        ("[{}]", "Unknown"),
    ]);
}

#[test]
fn properties_and_their_values_decide() {
    check::<Payment>(&[
        (r#"{"number":"1","owner":"o"}"#, "Card"),
        (r#"{"iban":"1","owner":"o"}"#, "Bank"),
        (
            r#"{"kind":"refund","of":{"kind":"new","of":{"iban":"1"}}}"#,
            "Refund",
        ),
        (r#"{"owner":"o"}"#, "Unknown"),
        (r#"{"number":1}"#, "Unknown"),
        ("1.50", "Unknown"),
    ]);
    check::<Event>(&[
        (r#"{"type":"created","id":"1"}"#, "Created"),
        (r#"{"type":"deleted","at":1}"#, "Gone"),
        (r#"{"type":"purged","at":1,"reason":null}"#, "Gone"),
        (r#"{"type":"renamed","at":1}"#, "Unknown"),
        (r#"{"type":"created"}"#, "Unknown"),
        (r#"{"id":"1"}"#, "Unknown"),
    ]);
    check::<Component>(&[
        (r#"{"type":1,"text":"t"}"#, "Button"),
        (r#"{"type":3}"#, "Label"),
        (r#"{"type":4}"#, "Unknown"),
        (r#"{"type":"x"}"#, "Unknown"),
    ]);
    check::<AddAnimalResponse>(&[
        (r#"{"petType":"cat"}"#, "Animal"),
        (r#"{"iban":"1"}"#, "Payment"),
        (r#""text""#, "Unknown"),
    ]);
}

#[test]
fn types_decide() {
    check::<Setting>(&[
        (r#""auto""#, "Auto"),
        ("true", "Boolean"),
        ("1.5", "Number"),
        ("15", "Integer"),
        (r#""low""#, "Enum"),
        (r#""medium""#, "String"),
        (r#"["a"]"#, "StringArray"),
        ("[1]", "IntegerArray"),
        ("[[1.5]]", "NumberArrayArray"),
        ("[]", "StringArray"),
        (r#"[{"a":1}]"#, "Unknown"),
        (r#"{"a":1}"#, "IntegerMap"),
        (r#"{"petType":"cat","lives":1}"#, "Cat"),
        (r#"{"a":"b"}"#, "Unknown"),
        ("null", "Unknown"),
    ]);
    check::<Option<Setting>>(&[("null", "None"), (r#""auto""#, "Some")]);
    check::<Several>(&[
        (r#""x""#, "String"),
        ("1", "Integer"),
        (r#"{"self":{"self":"x"}}"#, "Object"),
        ("1.5", "Unknown"),
    ]);
    check::<Loop>(&[(r#"["a",["b"],[[]]]"#, "Array"), (r#""a""#, "String")]);
    check::<Wide>(&[
        (r#"{"inner":{"inner":{"number":"1"}}}"#, "Nested"),
        (r#"{"iban":"1"}"#, "Payment"),
        (r#"{"inner":7}"#, "Nested"),
    ]);
    check::<FindAnimalsFilter>(&[("1", "Integer"), (r#"["a"]"#, "Array")]);
}

#[test]
fn objects_hold_unions() {
    check::<Holder>(&[
        (r#"{"setting":"auto","nullable":null}"#, "Holder"),
        (
            r#"{"setting":[1],"nullable":{"petType":"x","bark":""},"optional":"o"}"#,
            "Holder",
        ),
        (
            r#"{"setting":null,"nullable":"?","optional":{"iban":"1"}}"#,
            "Holder",
        ),
    ]);
}

#[test]
fn what_extends_or_stands_beside_is_kept() {
    check::<Owner>(&[
        (r#"{"pet":{"kind":"Parrot","words":3}}"#, "Owner"),
        (r#"{"home":{"city":"c","number":1}}"#, "Owner"),
        (r#"{"home":{"city":"c","floor":1}}"#, "Owner"),
        (r#"{"home":{"city":"c"}}"#, "Owner"),
    ]);
}

#[test]
fn what_stands_beside_alternatives_is_typed_in_each() {
    check::<beside::Shape>(&[
        (
            r#"{"id":"i","kind":"round","colour":"red","radius":1.1}"#,
            "Circle",
        ),
        (
            r#"{"id":"i","kind":"box","place":{"x":9007199254740993},"side":2,"nothing":null}"#,
            "Square",
        ),
        (r#"{"id":"i","kind":"line","ends":[1]}"#, "Line"),
        // What lacks a property that all have, or has another kind.
        (r#"{"kind":"box","side":2}"#, "Unknown"),
        (r#"{"id":"i","kind":"star"}"#, "Unknown"),
    ]);
    check::<beside::Drawing>(&[
        (r#"{"name":"n","shapes":[]}"#, "Shapes"),
        (
            r#"{"main":{"id":"i","kind":"line","ends":[]},"nothing":null}"#,
            "Main",
        ),
        (r#""d""#, "String"),
    ]);
    check::<beside::Named>(&[
        (r#"{"kind":"box","side":2}"#, "Square"),
        (r#"["a"]"#, "Array"),
    ]);
    check::<beside::Twice>(&[(r#"{"a":"x","radius":1}"#, "A")]);
    // `Debug` of these shows the text.
    check::<beside::Outcome>(&[
        (r#""Err""#, r#""Err""#),
        (r#""""#, r#""""#),
        (r#""new""#, r#""new""#),
    ]);
    assert!(matches!("Err".into(), beside::Outcome::Err));
    assert!(matches!("".into(), beside::Outcome::Empty));
    assert!(matches!("new".into(), beside::Outcome::Unknown(_)));
    let circle = beside::ShapeCircle::new("i", "round", 1.1);
    let main = beside::DrawingMain::new(circle);
    assert_eq!(main.nothing, engross_runtime::Value::Null);
}

#[test]
fn xml_and_forms_are_read_by_the_same_choice() {
    for (body, expected) in [
        ("<Cat petType='cat'><lives>9</lives></Cat>", "Cat"),
        (
            "<Dog><petType>dog</petType><bark>w</bark><friend petType='cat'/></Dog>",
            "Dog",
        ),
        (
            "<Cow><petType>cow</petType><note>n</note></Cow>",
            "UnknownVariant",
        ),
    ] {
        assert_eq!(
            variant::<Animal>(body, "application/xml"),
            expected,
            "{body}"
        );
    }
    for (body, expected) in [
        ("petType=dog&bark=w", "Dog"),
        ("bark=w&petType=cat", "Cat"),
        ("note=n", "UnknownVariant"),
    ] {
        let form = "application/x-www-form-urlencoded";
        assert_eq!(variant::<Animal>(body, form), expected, "{body}");
    }
}

#[test]
fn members_become_unions() {
    let animal: Animal = engross_goldens::unions::models::Cat::new("cat").into();
    assert!(matches!(animal, Animal::Cat(_)));
    let filter: FindAnimalsFilter = 7.into();
    assert_eq!(filter, FindAnimalsFilter::Integer(7));
}
