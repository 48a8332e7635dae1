//! Texts made to break a reader: whatever the bytes, there is a tree or an error, soon, and all that
//! can be asked of either can be asked.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::survive::survives;
use super::testing::read;

const YAML: &str =
    "a: &x\n  - 'b'\n  - \"c\\n\"\n  - !!int 1\nd: {<<: {e: 1}, f: *x}\n? g\n: |\n  h\n";
const JSON: &str = r#"{"a": [1, -2.5e3, "b\u00e9\n", null, true], "c": {"d": {}, "e": []}}"#;

const PLAIN_JSON: &str = r#"{"a": [1, -2.5e3, "b\n", null, true], "c": {"d": {}, "e": ["\\"]}}"#;

/// Returns a text with some pieces replaced.
fn mutated(text: &'static str) -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..4),
        "[-:?,\\[\\]{}#&*!|>'\"%@` \n\t<~0a\\\\]{0,4}".prop_map(String::into_bytes),
    ];
    let change = (any::<prop::sample::Index>(), 0..4_usize, piece);
    proptest::collection::vec(change, 1..6).prop_map(move |changes| {
        let mut bytes = text.as_bytes().to_vec();
        for (at, removed, piece) in changes {
            let at = at.index(bytes.len() + 1);
            let end = (at + removed).min(bytes.len());
            bytes.splice(at..end, piece);
        }
        bytes
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..Default::default() })]

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        survives("a.json", &bytes);
        survives("a.yaml", &bytes);
    }

    #[test]
    fn any_text(text in "\\PC*|[-:?,\\[\\]{}#&*!|>'\"% \n\ta1<]{0,60}") {
        survives("a.json", text.as_bytes());
        survives("a.yaml", text.as_bytes());
    }

    #[test]
    fn nearly_yaml(bytes in mutated(YAML)) {
        survives("a.yaml", &bytes);
    }

    #[test]
    fn nearly_json(bytes in mutated(JSON)) {
        survives("a.json", &bytes);
        survives("a", &bytes);
    }

    #[test]
    fn json_as_serde_json_sees_it(bytes in mutated(PLAIN_JSON)) {
        let text = String::from_utf8_lossy(&bytes);
        let other = serde_json::from_str::<serde::de::IgnoredAny>(&text);
        // What it ignores, it does not decode; we refuse half of a surrogate pair.
        if !text.contains("\\u") {
            prop_assert_eq!(read("a.json", &text).0.is_some(), other.is_ok());
        }
    }
}

/// Texts that repeat something, to which a careless reader gives the square of the time.
fn repetitions(count: usize) -> Vec<(&'static str, String)> {
    let numbered = |line: fn(usize) -> String| (0..count).map(line).collect::<String>();
    let stairs = |depth: usize| format!("{}a:\n", " ".repeat(depth));
    vec![
        ("open arrays", "[".repeat(count)),
        ("open objects", "{a: ".repeat(count)),
        ("open JSON objects", "{\"a\":".repeat(count)),
        ("dashes", "- ".repeat(count)),
        ("question marks", "? ".repeat(count)),
        ("colons", ": ".repeat(count)),
        ("stairs", (0..500).map(stairs).collect()),
        (
            "anchors",
            numbered(|number| format!("a{number}: &x{number} []\n")),
        ),
        ("aliases", format!("a: &x [1]\n{}", "- *x\n".repeat(count))),
        (
            "merges",
            format!("a: &x {{b: 1}}\nc:\n{}", "- <<: *x\n".repeat(count)),
        ),
        ("equal keys", "a: 1\n".repeat(count)),
        (
            "equal JSON keys",
            format!("{{{}\"a\":1}}", "\"a\":1,".repeat(count)),
        ),
        ("tags", "- !a b\n".repeat(count)),
        ("lines in quotes", format!("a: \"{}", "b\n ".repeat(count))),
        (
            "lines of a plain text",
            format!("a: {}", "b\n  ".repeat(count)),
        ),
        ("blocks", "- |\n\n".repeat(count)),
        ("pairs in an array", format!("[{}]", "a: b, ".repeat(count))),
        (
            "arrays in an array",
            format!("[{}]", "[a], {b: c}, ".repeat(count)),
        ),
        ("comments", "# a\n".repeat(count)),
        ("escapes", format!("\"{}\"", "\\n".repeat(count))),
        ("documents", "---\n".repeat(count)),
        ("directives", "%A b\n".repeat(count)),
        ("a long key", format!("{}: 1", "a".repeat(count))),
        ("line breaks", "\n".repeat(count)),
    ]
}

#[test]
fn time_does_not_grow_faster_than_the_text() {
    for (name, text) in repetitions(20_000) {
        let start = Instant::now();
        for file in ["a.yaml", "a.json"] {
            read(file, &text);
        }
        // Far more than it takes, and far less than the square of it.
        assert!(
            start.elapsed() < Duration::from_secs(10),
            "{name}: {:?}",
            start.elapsed()
        );
    }
}
