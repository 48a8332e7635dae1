//! The same queries and documents, given to a library that has no bounds: both select the same.

use std::cell::Cell;
use std::collections::BTreeSet;

use proptest::prelude::*;

use super::{parse, select};
use crate::load::draft::{Value, View};
use crate::load::testing::tree;
use crate::load::tree::Node;

/// Returns the normalized paths that our own evaluation selects; nothing where it is no query.
fn ours(query: &str, json: &str) -> Option<BTreeSet<String>> {
    let query = parse(query).ok()?;
    let tree = tree(json);
    let draft = Value::Whole(tree.root());
    let found = select(&query, View::new(&draft), &Cell::new(10_000_000)).unwrap();
    let paths = found
        .iter()
        .map(|found| normalized(tree.root(), &found.place));
    Some(paths.collect())
}

fn normalized(root: Node<'_>, place: &[u32]) -> String {
    let (mut node, mut path) = (root, "$".to_owned());
    for position in place {
        let position = *position as usize;
        if let Some(mut entries) = node.as_object() {
            let entry = entries.nth(position).unwrap();
            path = format!("{path}['{}']", entry.key);
            node = entry.value;
        } else {
            path = format!("{path}[{position}]");
            node = node.element(position).unwrap();
        }
    }
    path
}

fn theirs(query: &str, json: &str) -> Option<BTreeSet<String>> {
    let query = serde_json_path::JsonPath::parse(query).ok()?;
    let value: serde_json::Value = serde_json::from_str(json).unwrap();
    let found = query.query_located(&value);
    Some(found.locations().map(ToString::to_string).collect())
}

fn document() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("null".to_owned()),
        any::<bool>().prop_map(|value| value.to_string()),
        (-3..4_i32).prop_map(|value| value.to_string()),
        Just("1.0".to_owned()),
        Just("1e1".to_owned()),
        "[abc]{0,3}".prop_map(|text| format!("\"{text}\"")),
    ];
    leaf.prop_recursive(4, 40, 5, |inner| {
        let list = prop::collection::vec(inner.clone(), 0..5);
        let object = prop::collection::btree_map("[abc]", inner, 0..4);
        prop_oneof![
            list.prop_map(|list| format!("[{}]", list.join(","))),
            object.prop_map(|object| {
                let entries: Vec<_> = object
                    .iter()
                    .map(|(key, value)| format!("\"{key}\":{value}"))
                    .collect();
                format!("{{{}}}", entries.join(","))
            }),
        ]
    })
}

fn segments(depth: u32) -> BoxedStrategy<String> {
    let position = || {
        prop_oneof![
            Just(String::new()),
            (-4..5_i32).prop_map(|at| at.to_string())
        ]
    };
    let slice = (position(), position(), position())
        .prop_map(|(start, end, step)| format!("{start}:{end}:{step}"));
    let mut selector = prop_oneof![
        "'[abc]'",
        "\"[abc]\"",
        Just("*".to_owned()),
        (-4..5_i32).prop_map(|at| at.to_string()),
        slice,
    ]
    .boxed();
    if depth > 0 {
        selector =
            prop_oneof![selector, condition(depth - 1).prop_map(|c| format!("?{c}"))].boxed();
    }
    let brackets =
        prop::collection::vec(selector, 1..3).prop_map(|all| format!("[{}]", all.join(", ")));
    let dots = prop_oneof![Just(String::new()), Just("..".to_owned())];
    let segment = prop_oneof![
        "\\.[abc]",
        "\\.\\.[abc]",
        Just(".*".to_owned()),
        (dots, brackets).prop_map(|(dots, brackets)| dots + &brackets),
    ];
    prop::collection::vec(segment, 0..3)
        .prop_map(|all| all.concat())
        .boxed()
}

fn condition(depth: u32) -> BoxedStrategy<String> {
    let root = || prop_oneof![Just("@"), Just("$")];
    let query = move || (root(), segments(depth)).prop_map(|(root, rest)| format!("{root}{rest}"));
    let single = || {
        (root(), "(\\.[abc]|\\[-?[12]\\]){0,2}").prop_map(|(root, rest)| format!("{root}{rest}"))
    };
    let value = || {
        prop_oneof![
            single(),
            "'[abc]{0,2}'",
            "(-?[1-3]|0|1\\.0|true|false|null)",
            single().prop_map(|query| format!("length({query})")),
            query().prop_map(|query| format!("count({query})")),
            query().prop_map(|query| format!("value({query})")),
        ]
        // Strategies in strategies take their room on the stack.
        .boxed()
    };
    let literal = || prop_oneof!["'[abc]{0,2}'", "(-?[1-3]|0|1\\.0|true|false|null)"];
    let join = |(left, comparison, right): (String, String, String)| {
        format!("{left} {comparison} {right}")
    };
    // The library holds that nothing is not less than or equal to nothing; RFC 9535, 2.3.5.2.2, says
    // that what is equal is. So one side is always something here.
    let comparison = prop_oneof![
        (value(), "(==|!=|<|>)", value()).prop_map(join),
        (value(), "(<=|>=)", literal()).prop_map(join),
    ]
    .boxed();
    let regex = (single(), "(match|search)", "[abc]\\.?[abc]?\\*?")
        .prop_map(|(text, function, regex)| format!("{function}({text}, '{regex}')"));
    let test = prop_oneof![
        query(),
        query().prop_map(|query| format!("!{query}")),
        comparison,
        regex
    ];
    let nested = prop_oneof![test.clone(), test.prop_map(|test| format!("!({test})"))];
    prop::collection::vec(nested, 1..3)
        .prop_flat_map(|all| prop_oneof![Just(all.join(" && ")), Just(all.join("||"))])
        .boxed()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn both_select_the_same(json in document(), rest in segments(2)) {
        let query = format!("${rest}");
        let (ours, theirs) = (ours(&query, &json), theirs(&query, &json));
        prop_assert!(ours.is_some(), "{query}");
        prop_assert_eq!(ours, theirs, "{} in {}", query, json);
    }

    #[test]
    fn both_refuse_the_same(query in "\\$([.\\[\\]abc'*?@!=(),:0-2 -]|\\[\\?|\\]|\\['){0,8}") {
        let json = r#"{"a": [{"b": 1}, [1, 2, 3]], "b": {"c": "a"}}"#;
        prop_assert_eq!(ours(&query, json), theirs(&query, json), "{}", query);
    }

    #[test]
    fn any_text_is_read_or_refused_within_itself(query in "\\PC{0,40}") {
        for query in [query.clone(), format!("$[?{query}]")] {
            if let Err(fault) = parse(&query) {
                prop_assert!(query.get(fault.place).is_some());
            }
        }
    }
}
