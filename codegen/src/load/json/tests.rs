//! What is JSON and what is said of the rest.

use crate::load::limits::MAX_DEPTH;
use crate::load::testing::{dump, read};
use crate::load::tree::Node;

#[track_caller]
fn check(json: &str, expect: &str) {
    let (tree, said) = read("a.json", json);
    assert_eq!(said, "", "{}", shown(json));
    assert_eq!(dump(tree.unwrap().root()), expect);
}

/// Checks what is said, without file and code.
#[track_caller]
fn check_error(json: &str, expect: &str) {
    let (tree, said) = read("a.json", json);
    assert!(tree.is_none(), "{}", shown(json));
    let said = said.strip_prefix("a.json:").unwrap_or(&said).trim_end();
    assert_eq!(
        said.replace("error[E0105]: invalid JSON: ", ""),
        expect,
        "{}",
        shown(json)
    );
}

/// Returns as much of a text as is good to see when a test fails.
fn shown(json: &str) -> String {
    json.chars().take(200).collect()
}

#[test]
fn values() {
    for json in [
        "null",
        "true",
        "false",
        "0",
        "-0",
        "1.10",
        "-1.5E+10",
        "\"\"",
        "\"a\"",
        "[]",
        "{}",
        "[1,[2,[]],{}]",
        "{\"a\":1,\"b\":{\"c\":[null]}}",
        "123456789012345678901234567890",
    ] {
        check(json, json);
        check(&format!(" \t\r\n{json}\n"), json);
    }
    check("[ 1 , { \"a\" : 2 } ]", "[1,{\"a\":2}]");
}

#[test]
fn escapes() {
    for (json, expect) in [
        (r#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"),
        (r#""a\u0041b""#, "aAb"),
        (r#""\ud83d\ude00x""#, "😀x"),
        (r#""é\u00e9""#, "éé"),
        (r#""\u0000""#, "\0"),
    ] {
        let (tree, said) = read("a.json", json);
        assert_eq!(tree.unwrap().root().as_str(), Some(expect), "{said}");
    }
}

#[test]
fn errors_say_what_and_where() {
    for (json, expect) in [
        ("[1, 2", "1:6: the text ends too early"),
        ("{\"a\": 1,}", "1:8: a comma without a value after it"),
        ("[1,]", "1:3: a comma without a value after it"),
        ("[1 2]", "1:4: unexpected `2`"),
        ("[,]", "1:2: unexpected `,`"),
        ("{a: 1}", "1:2: unexpected `a`"),
        ("{\"a\" 1}", "1:6: unexpected `1`"),
        ("{\"a\"}", "1:5: unexpected `}`"),
        ("'a'", "1:1: unexpected `'`"),
        ("[1] x", "1:5: unexpected `x`"),
        ("[1}", "1:3: unexpected `}`"),
        ("[\n// no\n1]", "2:1: unexpected `/`"),
        ("nulll", "1:1: unexpected `nulll`"),
        ("True", "1:1: unexpected `True`"),
        ("é", "1:1: unexpected `é`"),
        ("01", "1:1: not a number"),
        ("-", "1:1: not a number"),
        ("1.", "1:1: not a number"),
        ("1e+", "1:1: not a number"),
        (".5", "1:1: unexpected `.`"),
        ("\"a", "1:1: a string without an end"),
        ("[\"a\tb\"]", "1:4: a control character in a string"),
        ("\"\\x\"", "1:2: an escape that JSON does not know"),
        ("\"\\u12g4\"", "1:2: an escape that JSON does not know"),
        ("\"\\ud800\"", "1:2: half of a surrogate pair"),
        ("\"\\ud800\\u0041\"", "1:2: half of a surrogate pair"),
        ("\"\\udc00\"", "1:2: half of a surrogate pair"),
        (
            "{\"a\": 1, \"b\": {\"c\": 2, \"c\": 3}",
            "1:31: the text ends too early",
        ),
    ] {
        check_error(json, expect);
    }
}

#[test]
fn blank_files_are_empty() {
    for json in ["", " \n"] {
        check_error(json, "1:1: error[E0104]: the file has no content");
    }
}

#[test]
fn keys_given_twice() {
    let (tree, said) = read("a.json", r#"{"a": 1, "b": {"a": 1, "\u0061": 2}, "b": 3}"#);
    assert!(tree.is_some());
    let expect = "a.json:1:24: error[E0107]: the key `a` is given twice\n\
                  a.json:1:38: error[E0107]: the key `b` is given twice\n";
    assert_eq!(said, expect);
    let many: Vec<_> = (0..100)
        .map(|number| format!("\"{}\": 0", number % 99))
        .collect();
    let said = read("a.json", &format!("{{{}}}", many.join(","))).1;
    assert_eq!(
        said,
        "a.json:1:784: error[E0107]: the key `0` is given twice\n"
    );
}

#[test]
fn depth_is_limited() {
    let nested = |depth| "[".repeat(depth) + &"]".repeat(depth);
    assert!(read("a.json", &nested(MAX_DEPTH)).0.is_some());
    let expect = "1:513: error[E0108]: more than 512 objects and arrays in each other";
    check_error(&nested(MAX_DEPTH + 1), expect);
    check_error(&"{\"a\":".repeat(1_000_000), &expect.replace("513", "2561"));
}

#[test]
fn places() {
    let json = "{\"ä\": [1, \"x\\n\", {}]}";
    let tree = read("a.json", json).0.unwrap();
    let text = |node: Node<'_>| &json[node.span().range()];
    let array = tree.root().get("ä").unwrap();
    assert_eq!(text(tree.root()), json);
    assert_eq!(&json[array.key_span().unwrap().range()], "\"ä\"");
    assert_eq!(text(array), "[1, \"x\\n\", {}]");
    let elements: Vec<_> = array.as_array().unwrap().map(text).collect();
    assert_eq!(elements, ["1", "\"x\\n\"", "{}"]);
}
