//! What part a value plays, as far as references and identifiers need to know: whether its keys are
//! keywords or names that the author chose.
//!
//! Roles follow from the keys on the way to a value; files other than the first may begin anywhere,
//! so what is not known to be a schema is left open.

use super::tree::{Kind, Node};

/// What the keys of an object are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Keywords of OpenAPI or, in a file of its own, of JSON Schema.
    Open,
    /// Keywords of JSON Schema.
    Schema,
    /// Names, each with something open under it.
    Names,
    /// Names of schemas.
    Schemas,
    /// Nothing to this project: what stands under a keyword that schemas do not have.
    Plain,
}

impl Role {
    /// Returns whether keys are names, so that `default` and `$id` are names like any other.
    pub(super) fn has_names(self) -> bool {
        matches!(self, Self::Names | Self::Schemas)
    }

    /// Returns whether an `$id` among the keys identifies a schema.
    pub(super) fn has_identifiers(self) -> bool {
        matches!(self, Self::Open | Self::Schema)
    }

    /// Returns the role of a value in one with this role, which stands under `key` if it has one.
    fn of_child(self, key: Option<&str>) -> Self {
        let Some(key) = key else {
            return self;
        };
        let is_in = |keys: &[&str]| keys.binary_search(&key).is_ok();
        match self {
            Self::Schemas => Self::Schema,
            Self::Open | Self::Schema if is_in(&SCHEMA) => Self::Schema,
            Self::Open | Self::Schema if is_in(&SCHEMAS) => Self::Schemas,
            Self::Schema | Self::Plain => Self::Plain,
            Self::Open if is_in(&NAMES) => Self::Names,
            Self::Names | Self::Open => Self::Open,
        }
    }
}

/// Keys with a schema, or a list of schemas. Sorted.
const SCHEMA: [&str; 17] = [
    "additionalProperties",
    "allOf",
    "anyOf",
    "contains",
    "contentSchema",
    "else",
    "if",
    "itemSchema",
    "items",
    "not",
    "oneOf",
    "prefixItems",
    "propertyNames",
    "schema",
    "then",
    "unevaluatedItems",
    "unevaluatedProperties",
];

/// Keys with schemas under names. Sorted.
const SCHEMAS: [&str; 6] = [
    "$defs",
    "definitions",
    "dependentSchemas",
    "patternProperties",
    "properties",
    "schemas",
];

/// Keys with anything else under names. Sorted.
const NAMES: [&str; 14] = [
    "callbacks",
    "encoding",
    "examples",
    "headers",
    "links",
    "mapping",
    "mediaTypes",
    "parameters",
    "pathItems",
    "requestBodies",
    "responses",
    "scopes",
    "securitySchemes",
    "variables",
];

/// The roles of values, asked for in document order. The way to the last one is remembered, so that
/// asking for all of a file costs no more than looking at each value once.
#[derive(Default)]
pub(super) struct Roles<'a> {
    way: Vec<(Node<'a>, Role)>,
    climbed: Vec<Node<'a>>,
}

impl<'a> Roles<'a> {
    /// Returns the role of the object or list around a value.
    pub(super) fn around(&mut self, value: Node<'a>) -> Option<Role> {
        let parent = value.parent()?;
        while self.way.last().is_some_and(|(node, _)| !node.holds(parent)) {
            self.way.pop();
        }
        let known = self.way.last().map(|(node, _)| *node);
        let mut next = Some(parent);
        while let Some(node) = next.filter(|node| Some(*node) != known) {
            self.climbed.push(node);
            next = node.parent();
        }
        while let Some(node) = self.climbed.pop() {
            let role = match self.way.last() {
                Some((_, role)) => in_list(*role, node),
                None => Role::Open,
            };
            self.way.push((node, role));
        }
        self.way.last().map(|(_, role)| *role)
    }
}

/// A list of names has none, as in `examples` of a schema or `parameters` of an operation: its
/// elements are what stands in the list.
fn in_list(around: Role, node: Node<'_>) -> Role {
    match around.of_child(node.key()) {
        Role::Names if node.kind() == Kind::Array => Role::Open,
        Role::Schemas if node.kind() == Kind::Array => Role::Schema,
        role => role,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tree::Visit;
    use super::*;
    use crate::load::testing::tree;

    #[track_caller]
    fn check(json: &str, expect: &[(&str, Role)]) {
        let tree = tree(json);
        let mut roles = Roles::default();
        let mut found = Vec::new();
        tree.root().visit(|node| {
            if node.key() == Some("?") {
                let around = node.parent().unwrap().pointer().to_string();
                found.push((around, roles.around(node).unwrap()));
            }
            Visit::GoOn
        });
        let found: Vec<_> = found
            .iter()
            .map(|(at, role)| (at.as_str(), *role))
            .collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn roles() {
        check(
            r#"{"?": 1, "a": {"?": 1}}"#,
            &[("#", Role::Open), ("#/a", Role::Open)],
        );
        check(
            r#"{"properties": {"?": 1, "properties": {"?": 1, "properties": {"?": 1}}}}"#,
            &[
                ("#/properties", Role::Schemas),
                ("#/properties/properties", Role::Schema),
                ("#/properties/properties/properties", Role::Schemas),
            ],
        );
        check(
            r#"{"schema": {"allOf": [{"?": 1}], "odd": {"allOf": [{"?": 1}], "?": 1}}}"#,
            &[
                ("#/schema/allOf/0", Role::Schema),
                ("#/schema/odd/allOf/0", Role::Plain),
                ("#/schema/odd", Role::Plain),
            ],
        );
        check(
            r#"{"parameters": [{"?": 1}], "responses": {"?": 1, "parameters": {"?": 1}}}"#,
            &[
                ("#/parameters/0", Role::Open),
                ("#/responses", Role::Names),
                ("#/responses/parameters", Role::Open),
            ],
        );
    }

    #[test]
    fn the_tables_are_sorted() {
        assert!(SCHEMA.is_sorted() && SCHEMAS.is_sorted() && NAMES.is_sorted());
    }
}
