//! What YAML comes out as and what is said of the rest.

use crate::load::limits::MAX_DEPTH;
use crate::load::testing::{dump, read, tree};
use crate::load::tree::{Kind, Node};

#[track_caller]
fn check(yaml: &str, expect: &str) {
    let (tree, said) = read("a.yaml", yaml);
    assert_eq!(said, "", "{}", shown(yaml));
    assert_eq!(dump(tree.unwrap().root()), expect, "{}", shown(yaml));
}

/// Checks what is said, without the name of the file.
#[track_caller]
fn check_said(yaml: &str, expect: &str) {
    let said = read("a.yaml", yaml).1;
    assert_eq!(
        said.trim_end().replace("a.yaml:", ""),
        expect,
        "{}",
        shown(yaml)
    );
}

/// Returns as much of a text as is good to see when a test fails.
fn shown(yaml: &str) -> String {
    yaml.chars().take(200).collect()
}

#[test]
fn scalars_by_the_core_schema() {
    check(
        "[no, yes, off, 1.10, 0x1F, ~, True, .inf]",
        r#"["no","yes","off",1.10,0x1F,null,true,.inf]"#,
    );
    check(
        "['1', \"2\", 'it''s', \"a\\tb\"]",
        "[\"1\",\"2\",\"it's\",\"a\\tb\"]",
    );
    check("a:\nb: ''\nc: # nothing", r#"{"a":null,"b":"","c":null}"#);
    check(
        "a: |\n  x\n  y\nb: >-\n  x\n  y\nc: x\n  y",
        r#"{"a":"x\ny\n","b":"x y","c":"x y"}"#,
    );
}

#[test]
fn keys_are_their_text() {
    check(
        "200: a\n1.10: b\ntrue: c\n~: d\n'x y': e",
        r#"{"200":"a","1.10":"b","true":"c","~":"d","x y":"e"}"#,
    );
    check("? a\n: b\n? c\n", r#"{"a":"b","c":null}"#);
}

#[test]
fn json_is_yaml_too() {
    check(
        "{\"a\": [1, true, null, \"x\\u0041\"], \"b\": {}}",
        r#"{"a":[1,true,null,"xA"],"b":{}}"#,
    );
    check("{a: [1, {b: c}]}", r#"{"a":[1,{"b":"c"}]}"#);
}

#[test]
fn tags() {
    check(
        "[!!str 1, !!int '2', !!float 3, !!bool true, !!null ~, ! 4]",
        r#"["1",2,3,true,null,"4"]"#,
    );
    check(
        "a: !!map {b: !!seq []}\nc: !!str",
        r#"{"a":{"b":[]},"c":""}"#,
    );
    check_said(
        "a: !!int abc",
        "1:10: error[E0112]: the tag `!!int` does not fit its value",
    );
    check_said(
        "a: !!seq {}",
        "1:4: error[E0112]: the tag `!!seq` does not fit its value",
    );
    check_said(
        "a: !include b.yaml",
        "1:4: warning[W0101]: the tag `!include` has no meaning here",
    );
    check_said(
        "!x {a: !!binary aGk=}",
        "1:1: warning[W0101]: 2 tags have no meaning here",
    );
}

#[test]
fn aliases() {
    check(
        "a: &x {b: 1}\nc: *x\nd: [*x]",
        r#"{"a":{"b":1},"c":{"b":1},"d":[{"b":1}]}"#,
    );
    check("a: &x 1\na2: &x 2\nb: *x", r#"{"a":1,"a2":2,"b":2}"#);
    check("&k a: 1\nb: *k", r#"{"a":1,"b":"a"}"#);
    check("c: &k d\n*k : 2", r#"{"c":"d","d":2}"#);
}

#[test]
fn an_alias_stands_in_its_own_place() {
    let tree = tree("a: &x\n  b: 1\nc: *x\n");
    let alias = tree.root().get("c").unwrap();
    let below = alias.get("b").unwrap();
    assert_eq!(
        (alias.kind(), &*alias.pointer().plain(), alias.key()),
        (Kind::Object, "/c", Some("c"))
    );
    assert_eq!(alias.span().range(), 16..18);
    assert_eq!(below.pointer().plain(), "/a/b");
    assert_eq!(Some(below), tree.root().get("a").and_then(|a| a.get("b")));
}

#[test]
fn aliases_that_lead_nowhere() {
    check_said("a: *x", "1:4: error[E0113]: the alias `*x` leads nowhere");
    check_said(
        "a: *x\nb: &x 1",
        "1:4: error[E0113]: the alias `*x` leads nowhere",
    );
    check_said(
        "a: &x [*x]",
        "1:8: error[E0113]: an alias within the value it stands for",
    );
    check_said(
        "&x {a: {b: *x}}",
        "1:12: error[E0113]: an alias within the value it stands for",
    );
    check_said(
        "a: &x {}\n*x : 1",
        "2:1: error[E0111]: a key that is not a scalar",
    );
}

#[test]
fn aliases_have_a_budget() {
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..30 {
        let aliases = vec![format!("*a{}", level - 1); 10].join(", ");
        let line = format!("a{level}: &a{level} [{aliases}]\n");
        bomb.push_str(&line);
    }
    check_said(&bomb, "8:10: error[E0109]: more than 16000000 values");
    let mut chain = format!("a0: &a0 {}1{}\n", "[".repeat(400), "]".repeat(400));
    let line = format!("a1: {}*a0{}\n", "[".repeat(200), "]".repeat(200));
    chain.push_str(&line);
    check_said(
        &chain,
        "2:205: error[E0108]: more than 512 objects and arrays in each other",
    );
}

#[test]
fn merge_keys() {
    check(
        "a: &x {b: 1, c: 2}\nd: {<<: *x, c: 3}",
        r#"{"a":{"b":1,"c":2},"d":{"c":3,"b":1}}"#,
    );
    check(
        "a: &x {b: 1}\ny: &y {b: 2, c: 3}\nd: {<<: [*x, *y], e: 4}",
        r#"{"a":{"b":1},"y":{"b":2,"c":3},"d":{"e":4,"b":1,"c":3}}"#,
    );
    check(
        "a: &x {b: &y {c: 1}}\nd: &z\n  <<: *x\ne:\n  <<: *z",
        r#"{"a":{"b":{"c":1}},"d":{"b":{"c":1}},"e":{"b":{"c":1}}}"#,
    );
    check("{<<: {a: 1}, '<<': 2}", r#"{"<<":2,"a":1}"#);
    check_said(
        "a: {<<: 1}",
        "1:9: error[E0114]: a merge key without an object",
    );
    check_said(
        "a: {<<: [{}, x]}",
        "1:14: error[E0114]: a merge key without an object",
    );
    let tree = tree("a: &x {b: 1}\nd: {<<: *x}");
    assert_eq!(
        tree.root()
            .get("d")
            .and_then(|d| d.get("b"))
            .map(Node::text),
        Some(Some("1"))
    );
}

#[test]
fn keys_given_twice() {
    check_said(
        "a: 1\nb: 2\na: 3",
        "3:1: error[E0107]: the key `a` is given twice",
    );
    check_said(
        "200: 1\n'200': 2",
        "2:1: error[E0107]: the key `200` is given twice",
    );
}

#[test]
fn errors_say_what_and_where() {
    for (yaml, expect) in [
        (
            "a: 1\n b: 2\nc: 3",
            "2:3: error[E0106]: invalid YAML: a `:` where no key can be",
        ),
        (
            "a:\n  b: 1\n c: 2",
            "3:2: error[E0106]: invalid YAML: an indentation that fits no line above",
        ),
        (
            "- a\nb: 1",
            "2:1: error[E0106]: invalid YAML: a line that is no element of the list above it",
        ),
        (
            "a: 1\nb\nc: 2",
            "2:1: error[E0106]: invalid YAML: a key without a value",
        ),
        (
            "a: \"\\d\"",
            "1:4: error[E0106]: invalid YAML: an escape that YAML does not know",
        ),
        (
            "a: 'it's'",
            "1:8: error[E0106]: invalid YAML: text behind the closing quote",
        ),
        (
            "a: \"b\"c",
            "1:7: error[E0106]: invalid YAML: text behind the closing quote",
        ),
        (
            "[a}",
            "1:1: error[E0106]: invalid YAML: brackets that do not match",
        ),
        (
            "a: !<b c",
            "1:4: error[E0106]: invalid YAML: while scanning a verbatim tag, did not find the expected '>'",
        ),
        (
            "a: b: c",
            "1:5: error[E0106]: invalid YAML: a `:` where no key can be",
        ),
        (
            "a:\n  b c\n  d: 1",
            "2:3: error[E0106]: invalid YAML: a line without `: `",
        ),
        (
            "a:\n  - b:c\n    d: 1",
            "2:5: error[E0106]: invalid YAML: a line without `: `",
        ),
        (
            "a: text\n  that goes on\n  d: 1",
            "3:4: error[E0106]: invalid YAML: a `:` where no key can be",
        ),
        (
            "a: 'b\nc: 'd'\n",
            "1:4: error[E0106]: invalid YAML: a text in quotes without an end",
        ),
        (
            "a:\n  - b: c\n\t  d: 1",
            "3:1: error[E0106]: invalid YAML: a tab in the indentation",
        ),
        (
            "a:\n\tb: 1",
            "2:1: error[E0106]: invalid YAML: a tab in the indentation",
        ),
        (
            "a: 'b",
            "1:4: error[E0106]: invalid YAML: a text in quotes without an end",
        ),
        (
            "a: [1",
            "1:4: error[E0106]: invalid YAML: a bracket that is not closed",
        ),
        (
            "a: @b",
            "1:4: error[E0106]: invalid YAML: a character that no plain text begins with",
        ),
        ("{id}: 1", "1:1: error[E0111]: a key that is not a scalar"),
        (
            "? [a]\n: 1",
            "1:3: error[E0111]: a key that is not a scalar",
        ),
        (
            "a: 1\n---\nb: 2",
            "2:1: error[E0110]: the file has more than one YAML document",
        ),
        ("", "1:1: error[E0104]: the file has no content"),
        ("# nothing\n", "1:1: error[E0104]: the file has no content"),
        ("---\n", "1:1: error[E0104]: the file has no content"),
    ] {
        check_said(yaml, expect);
    }
}

#[test]
fn depth_is_limited() {
    let nested = |depth| "[".repeat(depth) + "x" + &"]".repeat(depth);
    assert!(read("a.yaml", &nested(MAX_DEPTH)).0.is_some());
    let expect = "1:513: error[E0108]: more than 512 objects and arrays in each other";
    check_said(&nested(MAX_DEPTH + 1), expect);
    // The parser of events runs ahead, and stops where it is told.
    check_said(&"[".repeat(200_000), &expect.replace("513", "514"));
    check_said(&"- ".repeat(20_000), &expect.replace("513", "1025"));
}

#[test]
fn places() {
    let yaml = "# c\na:\n  - 'x'\n  - y # c\nb: {c: 1}\nd: |\n  text\n\ne:\n";
    let tree = tree(yaml);
    let text = |pointer: &str| {
        let node = pointer
            .split('/')
            .fold(tree.root(), |node, key| node.step(key).unwrap());
        &yaml[node.span().range()]
    };
    for (pointer, expect) in [
        ("a", "- 'x'\n  - y"),
        ("a/0", "'x'"),
        ("a/1", "y"),
        ("b", "{c: 1}"),
        ("b/c", "1"),
        ("e", ""),
    ] {
        assert_eq!(text(pointer), expect, "{pointer}");
    }
    assert_eq!(text("d"), "text");
    let keys: Vec<_> = tree
        .root()
        .as_object()
        .unwrap()
        .map(|e| &yaml[e.key_span.range()])
        .collect();
    assert_eq!(keys, ["a", "b", "d", "e"]);
}
