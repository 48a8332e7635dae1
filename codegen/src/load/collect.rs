//! Where a tree refers to something, and where it says what it is called: the strings under `$ref`,
//! `$dynamicRef`, `$id`, `$anchor` and `$dynamicAnchor`.
//!
//! Within examples, defaults, enumerations and extensions these are plain values, because all of
//! them may hold anything; nothing is read for their sake, and nothing is called by them.

use super::role::{Role, Roles};
use super::tree::{Kind, Node, Visit};

/// What a file refers to and what it calls by a name, in document order.
#[derive(Debug, Default)]
pub(super) struct Collected<'a> {
    pub(super) references: Vec<Node<'a>>,
    /// The strings under `$id`, `$anchor` and `$dynamicAnchor`.
    pub(super) identifiers: Vec<Node<'a>>,
}

/// Whether a file has the identifiers of JSON Schema 2020-12, as all have since OpenAPI 3.1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Identifiers {
    Known,
    Unknown,
}

/// Looks through a whole file.
pub(super) fn collect(root: Node<'_>, identifiers: Identifiers) -> Collected<'_> {
    let mut found = Collected::default();
    let mut roles = Roles::default();
    root.visit(|value| {
        let Some(key) = value.key() else {
            return Visit::GoOn;
        };
        if may_be_literal(key, value) && !is_name(&mut roles, value) {
            return Visit::PassOver;
        }
        if requires_elsewhere(value) {
            found.references.push(value);
        }
        if key == "mapping" {
            // Few values are mapped, and all values would have to be asked.
            let mapped = value.as_object().into_iter().flatten();
            let mapped = mapped
                .map(|entry| entry.value)
                .filter(|it| maps_to_file(*it));
            found.references.extend(mapped);
        }
        if !key.starts_with('$') || value.as_str().is_none() {
            return Visit::GoOn;
        }
        let known = identifiers == Identifiers::Known;
        match key {
            "$ref" => found.references.push(value),
            "$dynamicRef" if known => found.references.push(value),
            "$id" | "$anchor" | "$dynamicAnchor" if known && identifies(&mut roles, value) => {
                found.identifiers.push(value);
            }
            _ => {}
        }
        Visit::GoOn
    });
    found
}

/// Returns whether a value of a discriminator's `mapping` names a file, and not a schema (OAS 3.1
/// §4.8.25.2). Names can have dots in them, so that only a path or the usual endings tell.
pub(super) fn maps_to_file(value: Node<'_>) -> bool {
    let is_of = |map: Node<'_>| {
        map.is_under("mapping") && map.parent().is_some_and(|it| it.is_under("discriminator"))
    };
    let text = || value.as_str().filter(|text| !text.starts_with('#'));
    value.parent().is_some_and(is_of) && text().is_some_and(names_file)
}

/// Returns whether a value is that of a security requirement whose key is the URI of a scheme
/// (OAS 3.2 §4.30), which in other versions no key looks like.
pub(super) fn requires_elsewhere(value: Node<'_>) -> bool {
    let list = || value.parent().and_then(Node::parent);
    let names = |name: &str| name.contains('#') || names_file(name);
    value.is_list()
        && list().is_some_and(|list| list.is_list() && list.is_under("security"))
        && value.key().is_some_and(names)
}

/// Returns the text of a reference that was collected: a value, or the key of one.
pub(super) fn text_of(reference: Node<'_>) -> Option<&str> {
    let key = || reference.key().filter(|_| requires_elsewhere(reference));
    reference.as_str().or_else(key)
}

/// Returns whether a text looks like that of a reference to another file.
fn names_file(text: &str) -> bool {
    let file = text.split('#').next().unwrap_or_default();
    let endings = [".yaml", ".yml", ".json"];
    file.contains('/') || endings.iter().any(|ending| file.ends_with(ending))
}

/// Returns whether the description's author may write any value under a key, unless it is a name.
fn may_be_literal(key: &str, value: Node<'_>) -> bool {
    match key {
        "example" | "default" | "const" | "enum" | "value" | "dataValue" => true,
        "examples" => value.kind() == Kind::Array,
        key => key.starts_with("x-"),
    }
}

/// Returns whether the key of a value is a name that the author chose, as in `properties` or
/// `responses`, where `default` and `x-rate-limit` are names like any other.
fn is_name<'a>(roles: &mut Roles<'a>, value: Node<'a>) -> bool {
    roles.around(value).is_some_and(Role::has_names)
}

fn identifies<'a>(roles: &mut Roles<'a>, value: Node<'a>) -> bool {
    roles.around(value).is_some_and(Role::has_identifiers)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::testing::tree;

    fn texts<'a>(nodes: &[Node<'a>]) -> Vec<&'a str> {
        nodes.iter().filter_map(|node| node.as_str()).collect()
    }

    #[track_caller]
    fn check(json: &str, expect: &[&str]) {
        let tree = tree(json);
        let found = collect(tree.root(), Identifiers::Unknown);
        assert_eq!(texts(&found.references), expect);
        assert!(found.identifiers.is_empty());
    }

    #[track_caller]
    fn check_identifiers(json: &str, expect: &[&str]) {
        let tree = tree(json);
        let found = collect(tree.root(), Identifiers::Known);
        assert_eq!(texts(&found.identifiers), expect);
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
            r#"{"properties": {"properties": {"default": {"$ref": "a"}}}}"#,
            &[],
        );
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
        check(r#"{"$dynamicRef": "a"}"#, &[]);
        check(
            r##"{"discriminator": {"mapping": {"a": "b.yaml", "c": "d/e", "f": "G.H", "i": "#/j"}}}"##,
            &["b.yaml", "d/e"],
        );
    }

    #[test]
    fn requirements_by_uri() {
        let tree = tree(
            r##"{"security": [{"a": [], "b.yaml#/s": ["x"]}], "c": {"security": [{"#/d": [], "e/f": {}}]}}"##,
        );
        let found = collect(tree.root(), Identifiers::Known);
        let texts: Vec<_> = found
            .references
            .iter()
            .copied()
            .filter_map(text_of)
            .collect();
        assert_eq!(texts, ["b.yaml#/s", "#/d"]);
    }

    #[test]
    fn identifiers_and_values_that_look_like_them() {
        check_identifiers(
            r#"{"$id": "a", "$anchor": "b", "$dynamicAnchor": "c", "d": [{"$id": "d"}]}"#,
            &["a", "b", "c", "d"],
        );
        check_identifiers(
            r#"{"properties": {"$id": {"$id": "a"}, "b": {"$anchor": 1}}}"#,
            &["a"],
        );
        check_identifiers(r#"{"mapping": {"$id": "a"}, "enum": [{"$id": "b"}]}"#, &[]);
        check_identifiers(
            r#"{"schema": {"unknown": {"$id": "a"}, "items": {"$id": "b"}}}"#,
            &["b"],
        );
        check_identifiers(r#"{"const": {"$id": "a"}, "x-a": {"$anchor": "b"}}"#, &[]);
    }
}
