//! The checker against another one: random schemas and random values.
//!
//! Schemas and values are small and made of few names and numbers, so that they meet. The tables are
//! made here, keyword by keyword, from the same JSON that the other one reads.

use engross_runtime::codec::{DecodeLimits, decode};
use engross_runtime::validate::{JsonType, Rule, Rules};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

fn leak<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

fn leak_all<T>(values: Vec<T>) -> &'static [T] {
    Box::leak(values.into_boxed_slice())
}

fn text(text: &str) -> &'static str {
    Box::leak(text.to_owned().into_boxed_str())
}

/// Makes the table of a schema.
fn table(schema: &Json) -> &'static Rules {
    let mut rules = Vec::new();
    match schema {
        Json::Bool(true) => {}
        Json::Bool(false) => rules.push(Rule::Never),
        Json::Object(keywords) => {
            // What asks what others look at stands last.
            let (asking, others): (Vec<_>, Vec<_>) = keywords
                .iter()
                .partition(|(key, _)| key.starts_with("unevaluated"));
            let all = others.into_iter().chain(asking);
            rules.extend(all.filter_map(|(key, value)| rule(keywords, key, value)));
        }
        _ => panic!("{schema}"),
    }
    leak(Rules(leak_all(rules)))
}

fn rule(schema: &serde_json::Map<String, Json>, key: &str, value: &Json) -> Option<Rule> {
    let number = || text(&value.to_string());
    let count = || value.as_u64().expect("a count");
    let list = || value.as_array().expect("a list");
    let tables = || leak_all(list().iter().map(table).collect());
    let texts = |list: &Json| {
        let list = list.as_array().expect("a list").iter();
        leak_all(
            list.map(|it| text(it.as_str().expect("a text")))
                .collect::<Vec<_>>(),
        )
    };
    let named = || {
        let all = value.as_object().expect("an object").iter();
        leak_all(
            all.map(|(name, it)| (text(name), table(it)))
                .collect::<Vec<_>>(),
        )
    };
    Some(match key {
        "type" => Rule::Types(leak_all(list().iter().map(ty).collect())),
        "enum" => {
            let values = list().iter().map(|it| text(&it.to_string()));
            Rule::Values(leak_all(values.collect()))
        }
        "const" => Rule::Constant(number()),
        "minimum" => Rule::Minimum(number()),
        "exclusiveMinimum" => Rule::ExclusiveMinimum(number()),
        "maximum" => Rule::Maximum(number()),
        "exclusiveMaximum" => Rule::ExclusiveMaximum(number()),
        "multipleOf" => Rule::MultipleOf(number()),
        "minLength" => Rule::MinLength(count()),
        "maxLength" => Rule::MaxLength(count()),
        "pattern" => Rule::Pattern(text(value.as_str().expect("a text"))),
        "minItems" => Rule::MinItems(count()),
        "maxItems" => Rule::MaxItems(count()),
        "uniqueItems" => Rule::UniqueItems,
        "prefixItems" => Rule::PrefixItems(tables()),
        "items" => Rule::Items(table(value)),
        "contains" => Rule::Contains {
            item: table(value),
            min: schema
                .get("minContains")
                .map_or(1, |min| min.as_u64().expect("a count")),
            max: schema
                .get("maxContains")
                .map(|max| max.as_u64().expect("a count")),
        },
        "minContains" | "maxContains" | "then" | "else" => return None,
        "unevaluatedItems" => Rule::UnevaluatedItems(table(value)),
        "minProperties" => Rule::MinProperties(count()),
        "maxProperties" => Rule::MaxProperties(count()),
        "required" => Rule::Required(texts(value)),
        "properties" => Rule::Properties(named()),
        "patternProperties" => Rule::PatternProperties(named()),
        "additionalProperties" => Rule::AdditionalProperties(table(value)),
        "propertyNames" => Rule::PropertyNames(table(value)),
        "dependentRequired" => {
            let all = value.as_object().expect("an object").iter();
            let all = all.map(|(name, list)| (text(name), texts(list)));
            Rule::DependentRequired(leak_all(all.collect::<Vec<_>>()))
        }
        "dependentSchemas" => Rule::DependentSchemas(named()),
        "unevaluatedProperties" => Rule::UnevaluatedProperties(table(value)),
        "allOf" => Rule::AllOf(tables()),
        "anyOf" => Rule::AnyOf(tables()),
        "oneOf" => Rule::OneOf(tables()),
        "not" => Rule::Not(table(value)),
        "if" => Rule::If {
            condition: table(value),
            then: schema.get("then").map(table),
            otherwise: schema.get("else").map(table),
        },
        _ => panic!("{key}"),
    })
}

fn ty(name: &Json) -> JsonType {
    match name.as_str() {
        Some("null") => JsonType::Null,
        Some("boolean") => JsonType::Boolean,
        Some("integer") => JsonType::Integer,
        Some("number") => JsonType::Number,
        Some("string") => JsonType::String,
        Some("array") => JsonType::Array,
        _ => JsonType::Object,
    }
}

fn value(json: &Json) -> engross_runtime::Value {
    let limits = DecodeLimits::default();
    let text = json.to_string();
    decode(text.as_bytes(), "application/json", &limits).expect("JSON")
}

fn any_value() -> impl Strategy<Value = Json> {
    let scalar = prop_oneof![
        Just(json!(null)),
        any::<bool>().prop_map(Json::from),
        (-3..4_i64).prop_map(Json::from),
        prop::sample::select(vec![0.5, 1.0, 1.5, 2.0]).prop_map(Json::from),
        prop::sample::select(vec!["", "a", "b", "ab", "é😀"]).prop_map(Json::from),
    ];
    scalar.prop_recursive(3, 12, 4, |inner| {
        let name = prop::sample::select(vec!["a", "b", "ab", "c"]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Json::from),
            prop::collection::btree_map(name.prop_map(str::to_owned), inner, 0..4)
                .prop_map(|map| Json::Object(map.into_iter().collect())),
        ]
    })
}

fn keyword(
    inner: &BoxedStrategy<Json>,
) -> impl Strategy<Value = Vec<(&'static str, Json)>> + use<> {
    fn one(key: &'static str, value: impl Into<Json>) -> Vec<(&'static str, Json)> {
        vec![(key, value.into())]
    }
    let names = || prop::collection::btree_set(prop::sample::select(vec!["a", "b", "c"]), 1..3);
    let by_name = |keys: Vec<&'static str>| {
        let name = prop::sample::select(keys).prop_map(str::to_owned);
        let map = prop::collection::btree_map(name, inner.clone(), 1..3);
        map.prop_map(|map| Json::Object(map.into_iter().collect()))
    };
    let few = || prop::collection::vec(inner.clone(), 1..3).prop_map(Json::from);
    let types = vec![
        "null", "boolean", "integer", "number", "string", "array", "object",
    ];
    let number = prop::sample::select(vec![json!(-1), json!(0), json!(1), json!(1.5), json!(2)]);
    let bounds = vec!["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"];
    let counts = vec![
        "minLength",
        "maxLength",
        "minItems",
        "maxItems",
        "minProperties",
        "maxProperties",
    ];
    let applied = vec![
        "items",
        "additionalProperties",
        "propertyNames",
        "unevaluatedItems",
        "unevaluatedProperties",
        "not",
    ];
    prop_oneof![
        prop::collection::btree_set(prop::sample::select(types), 1..4)
            .prop_map(|set| one("type", set.into_iter().collect::<Vec<_>>())),
        prop::collection::vec(any_value(), 1..3).prop_map(|all| one("enum", all)),
        any_value().prop_map(|value| one("const", value)),
        (prop::sample::select(bounds), number).prop_map(|(key, bound)| one(key, bound)),
        prop::sample::select(vec![json!(2), json!(0.5), json!(1.5)])
            .prop_map(|of| one("multipleOf", of)),
        (prop::sample::select(counts), 0..3_u64).prop_map(|(key, bound)| one(key, bound)),
        prop::sample::select(vec!["^a", "b$", "."]).prop_map(|regex| one("pattern", regex)),
        Just(one("uniqueItems", true)),
        names().prop_map(|set| one("required", set.into_iter().collect::<Vec<_>>())),
        names().prop_map(|set| {
            let list: Vec<_> = set.into_iter().collect();
            one("dependentRequired", json!({ "a": list }))
        }),
        by_name(vec!["a", "b", "ab"]).prop_map(|map| one("properties", map)),
        by_name(vec!["a", "b", "ab"]).prop_map(|map| one("dependentSchemas", map)),
        by_name(vec!["^a", "b$"]).prop_map(|map| one("patternProperties", map)),
        (prop::sample::select(applied), inner.clone()).prop_map(|(key, it)| one(key, it)),
        few().prop_map(|all| one("prefixItems", all)),
        (prop::sample::select(vec!["allOf", "anyOf", "oneOf"]), few())
            .prop_map(|(key, all)| one(key, all)),
        (inner.clone(), 0..3_u64, 1..3_u64).prop_map(|(item, min, max)| vec![
            ("contains", item),
            ("minContains", min.into()),
            ("maxContains", max.into()),
        ]),
        (inner.clone(), inner.clone(), inner.clone()).prop_map(|(first, then, otherwise)| vec![
            ("if", first),
            ("then", then),
            ("else", otherwise),
        ]),
    ]
}

fn any_schema() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        4 => Just(json!({"type": ["string", "integer"]})),
        2 => Just(json!({"const": 1})),
        1 => any::<bool>().prop_map(Json::from),
    ];
    leaf.prop_recursive(4, 24, 3, |inner| {
        prop::collection::vec(keyword(&inner.boxed()), 1..4).prop_map(|all| {
            let keywords = all.into_iter().flatten();
            let keywords = keywords.map(|(key, value)| (key.to_owned(), value));
            Json::Object(keywords.collect())
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, ..ProptestConfig::default() })]

    #[test]
    fn verdicts_are_those_of_another_checker(
        schema in any_schema(),
        values in prop::collection::vec(any_value(), 6),
    ) {
        let other = jsonschema::draft202012::new(&schema).expect("a schema");
        let rules = table(&schema);
        for json in values {
            let own = rules.check(&value(&json));
            prop_assert_eq!(own.is_ok(), other.is_valid(&json), "{}\n{}\n{:?}", schema, json, own);
            if let Err(violations) = own {
                prop_assert!(violations.iter().next().is_some());
            }
        }
    }
}
