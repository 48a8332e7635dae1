//! Where a tree refers to something: the strings under `$ref`.
//!
//! Within examples, defaults, enumerations and extensions a `$ref` is a plain value, because all of
//! these may hold anything; nothing is read for its sake.

use super::tree::{Kind, Node, Visit};

/// Returns the strings of all references, in document order.
pub(super) fn references(root: Node<'_>) -> Vec<Node<'_>> {
    let mut found = Vec::new();
    root.visit(|entry| {
        if is_literal(entry) {
            return Visit::PassOver;
        }
        if entry.key() == Some("$ref") && entry.as_str().is_some() {
            found.push(entry);
        }
        Visit::GoOn
    });
    found
}

/// Returns whether the description's author may write any value here.
fn is_literal(value: Node<'_>) -> bool {
    let Some(key) = value.key() else { return false };
    let literal = match key {
        "example" | "default" | "const" | "enum" | "value" => true,
        "examples" => value.kind() == Kind::Array,
        key => key.starts_with("x-"),
    };
    literal && !is_name(value)
}

/// Returns whether the key of a value is a name that the author chose, as in `properties` or
/// `responses`, where `default` and `x-rate-limit` are names like any other.
fn is_name(value: Node<'_>) -> bool {
    let around = value.parent().and_then(Node::key);
    around.is_some_and(|around| NAMED.binary_search(&around).is_ok())
}

/// Keys whose value is an object with names for keys. Sorted.
const NAMED: [&str; 18] = [
    "$defs",
    "callbacks",
    "definitions",
    "dependentSchemas",
    "encoding",
    "examples",
    "headers",
    "links",
    "mediaTypes",
    "parameters",
    "pathItems",
    "patternProperties",
    "properties",
    "requestBodies",
    "responses",
    "schemas",
    "securitySchemes",
    "webhooks",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::testing::tree;

    #[track_caller]
    fn check(json: &str, expect: &[&str]) {
        let tree = tree(json);
        let found: Vec<_> = references(tree.root())
            .into_iter()
            .filter_map(Node::as_str)
            .collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn references_and_values_that_look_like_them() {
        check(
            r#"{"$ref": "a", "b": [{"$ref": "c"}, {"$ref": 1}]}"#,
            &["a", "c"],
        );
        check(r#"{"properties": {"$ref": {"$ref": "a"}}}"#, &["a"]);
        check(
            r#"{"example": {"$ref": "a"}, "default": {"$ref": "b"}, "c": {"$ref": "d"}}"#,
            &["d"],
        );
        check(r#"{"responses": {"default": {"$ref": "a"}}}"#, &["a"]);
        check(
            r#"{"x-code": {"$ref": "a"}, "headers": {"x-limit": {"$ref": "b"}}}"#,
            &["b"],
        );
        check(
            r#"{"examples": [{"$ref": "a"}], "enum": [{"$ref": "b"}]}"#,
            &[],
        );
        check(
            r#"{"examples": {"x": {"$ref": "a"}, "y": {"value": {"$ref": "b"}}}}"#,
            &["a"],
        );
    }

    #[test]
    fn the_table_is_sorted() {
        assert!(NAMED.is_sorted());
    }
}
