//! The feature `serde` against the codec of JSON: whatever goes in, both take or refuse it, read the same
//! value and write the same text.

use std::fmt::Debug;

use engross_goldens::{
    additional_typed, all_of, arrays, enum_open, maps, nullable_3_1, pattern_properties, presence,
    recursion, required_and_optional, scalars, tuples,
};
use engross_runtime::codec::{DecodeLimits, Model, decode, encode};
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

trait Both: Model + Serialize + DeserializeOwned + PartialEq + Debug {}
impl<T: Model + Serialize + DeserializeOwned + PartialEq + Debug> Both for T {}

/// Reads and writes in both ways; returns whether the text was taken.
fn check<T: Both>(text: &str) -> bool {
    let by_codec = decode::<T>(
        text.as_bytes(),
        "application/json",
        &DecodeLimits::default(),
    );
    let by_serde = serde_json::from_str::<T>(text);
    match (by_codec, by_serde) {
        (Ok(by_codec), Ok(by_serde)) => {
            assert_eq!(by_codec, by_serde, "{text}");
            let written = encode(&by_codec, "application/json").expect("the model can be written");
            let by_serde = serde_json::to_string(&by_serde).expect("the model can be written");
            assert_eq!(by_serde.as_bytes(), written, "{text}");
            true
        }
        (Err(by_codec), Err(by_serde)) => {
            let path = by_codec.path().unwrap_or_default();
            assert!(
                by_serde.to_string().contains(path),
                "{by_codec}; {by_serde}"
            );
            false
        }
        (by_codec, by_serde) => panic!("{text}: {by_codec:?}, {by_serde:?}"),
    }
}

#[test]
fn what_the_cases_read() {
    assert!(check::<required_and_optional::models::Pet>(
        r#"{"id":-9223372036854775808,"name":"\u0000","nickname":"","weight":0.1,"new":[null]}"#
    ));
    assert!(check::<scalars::models::Scalars>(
        r#"{"uint64":18446744073709551615,"float":0.1,"bytes":"AP8=","date":"2020-02-30"}"#
    ));
    assert!(check::<all_of::models::Dog>(
        r#"{"name":"a","bark":"b","breed":"c","z":1,"a":2}"#
    ));
    assert!(check::<nullable_3_1::models::States>(
        r#"{"required_null":null,"by_reference":null}"#
    ));
    assert!(check::<recursion::models::Node>(
        r#"{"value":"a","next":{"children":[]},"children":[{"children":[]}],"by_name":{}}"#
    ));
    assert!(check::<pattern_properties::models::Service>(
        r#"{"name":"a","x-a":"b","c":{}}"#
    ));
    assert!(check::<tuples::models::Shape>(
        r#"{"from":[1.5,2.0],"loose":[true,null,1]}"#
    ));
    assert!(check::<enum_open::models::Status>(r#""new""#));
    assert!(!check::<tuples::models::Shape>(r#"{"from":[1.5,"a"]}"#));
    assert!(!check::<tuples::models::Shape>(r#"{"from":[1.5]}"#));
}

/// Any value, of the names and the types that the cases have.
fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        any::<i16>().prop_map(|value| json!(f64::from(value) + 0.5)),
        "[a-zé\"]{0,4}".prop_map(Value::from),
    ];
    let name = prop::sample::select(vec![
        "id",
        "name",
        "tags",
        "matrix",
        "points",
        "x",
        "y",
        "value",
        "next",
        "children",
        "by_name",
        "nested",
        "free",
        "x-a",
        "open",
        "headers",
        "range",
        "path",
        "loose",
        "optional",
        "optionalNullable",
        "other",
    ]);
    leaf.prop_recursive(3, 24, 4, move |inner| {
        let entry = (name.clone().prop_map(str::to_owned), inner.clone());
        prop_oneof![
            prop::collection::vec(inner, 0..4).prop_map(Value::from),
            prop::collection::vec(entry, 0..5)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn both_take_the_same_and_make_the_same_of_it(value in value()) {
        let text = value.to_string();
        check::<arrays::models::Holder>(&text);
        check::<maps::models::Labels>(&text);
        check::<recursion::models::Node>(&text);
        check::<additional_typed::models::Typed>(&text);
        check::<pattern_properties::models::Service>(&text);
        check::<pattern_properties::models::Open>(&text);
        check::<tuples::models::Shape>(&text);
        check::<tuples::models::Row>(&text);
        check::<tuples::models::Loose>(&text);
        check::<presence::models::Strict>(&text);
        check::<required_and_optional::models::Pet>(&text);
    }
}
