//! What can be seen of a tree.

use super::{Kind, Node};
use crate::load::testing::tree;
use crate::source::Pointer;

#[test]
fn looking() {
    let tree = tree(r#"{"a": [true, null, "x", 1.10], "b/c": {"~": {}}}"#);
    let root = tree.root();
    let array = root.get("a").unwrap();
    let elements: Vec<_> = array.as_array().unwrap().collect();
    assert_eq!(elements[0].as_bool(), Some(true));
    assert!(elements[1].is_null() && !elements[0].is_null());
    assert_eq!(
        (elements[2].as_str(), elements[2].as_number()),
        (Some("x"), None)
    );
    assert_eq!(
        (elements[3].as_str(), elements[3].as_number()),
        (None, Some("1.10"))
    );
    assert_eq!(
        elements
            .iter()
            .filter_map(|node| node.text())
            .collect::<Vec<_>>(),
        ["true", "null", "x", "1.10"]
    );
    assert_eq!((array.kind(), root.kind()), (Kind::Array, Kind::Object));
    assert_eq!(
        (array.key(), root.key(), elements[0].key()),
        (Some("a"), None, None)
    );
    assert_eq!((elements[0].parent(), root.parent()), (Some(array), None));
    assert!(root.get("x").is_none() && array.get("a").is_none() && root.as_array().is_none());
    let keys: Vec<_> = root.as_object().unwrap().map(|entry| entry.key).collect();
    assert_eq!(keys, ["a", "b/c"]);
}

#[test]
fn pointers_lead_back() {
    let tree = tree(r#"{"a": [[], {"b": 1}], "b/c": {"~": {"": 2}}}"#);
    let mut seen = Vec::new();
    tree.root().visit(|node| {
        let pointer = node.pointer();
        let reached = pointer
            .tokens()
            .try_fold(tree.root(), |node, token| node.step(&token));
        assert_eq!(reached, Some(node));
        seen.push(pointer.to_string());
        super::Visit::GoOn
    });
    let expect = [
        "#",
        "#/a",
        "#/a/0",
        "#/a/1",
        "#/a/1/b",
        "#/b~1c",
        "#/b~1c/~0",
        "#/b~1c/~0/",
    ];
    assert_eq!(seen, expect);
}

#[test]
fn steps_into_arrays() {
    let tree = tree("[a, b]");
    for (token, expect) in [
        ("0", Some("a")),
        ("1", Some("b")),
        ("2", None),
        ("01", None),
        ("+1", None),
        ("-", None),
        ("", None),
    ] {
        assert_eq!(
            tree.root().step(token).and_then(Node::as_str),
            expect,
            "{token}"
        );
    }
}

/// 200,000 children, each found and each asked for its pointer: without lists of children this would
/// take hours.
#[test]
fn big_objects_and_arrays() {
    let count = 200_000;
    let entries: Vec<_> = (0..count)
        .map(|number| format!("\"key {number}\": {number}"))
        .collect();
    let elements: Vec<_> = (0..count).map(|number| number.to_string()).collect();
    let text = format!("[{{{}}}, [{}]]", entries.join(","), elements.join(","));
    let tree = tree(&text);
    let (object, array) = (
        tree.root().step("0").unwrap(),
        tree.root().step("1").unwrap(),
    );
    for (number, element) in array.as_array().unwrap().enumerate() {
        let key = format!("key {number}");
        let value = object.get(&key).unwrap();
        assert_eq!(value.text(), Some(number.to_string().as_str()));
        assert_eq!(value.pointer().plain(), format!("/0/{key}"));
        let pointer = Pointer::root().join("1").join(&number.to_string());
        assert_eq!(
            (element.pointer(), array.element(number)),
            (pointer, Some(element))
        );
    }
    assert!(object.get("key").is_none() && array.element(count).is_none());
}

#[test]
fn records_are_small() {
    assert!(size_of::<super::record::Record>() <= 20);
    assert!(size_of::<Node<'_>>() <= 16);
}

#[test]
fn pointers_of_values_are_those_of_their_text() {
    let tree = tree("a/b: [{x: 1}, {x: 1}]\nc: 1");
    let list = tree.root().get("a/b").unwrap();
    let x = |at| list.element(at).unwrap().get("x").unwrap().pointer();
    let parse = |text| Pointer::parse(text).unwrap();
    assert_eq!(x(1), parse("/a~1b/1/x"));
    assert_eq!(x(1).parent(), Some(parse("/a~1b/1")));
    assert_eq!(x(1).join("y").to_string(), "#/a~1b/1/x/y");
    assert!(x(0) < x(1) && x(1) == x(1) && x(1) < parse("/c"));
    assert_eq!(tree.root().pointer(), Pointer::root());
    assert_eq!(tree.root().pointer().parent(), None);
}
