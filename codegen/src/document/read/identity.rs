//! What schemas and documents are called, and in which dialect schemas are written.
//!
//! The names did their work while files were read and references followed; here they are accounted
//! for, and so are definitions that nothing refers to.

use super::cx::Cx;
use super::fields::Fields;
use crate::load::Node;

const NAMES: &str = "names of schemas serve references and are not carried over";
const KNOWN_DIALECT: &str = "the dialect is the one that schemas are read in";
const OTHER_DIALECT: &str = "schemas of another dialect are read as JSON Schema 2020-12";

/// Takes what names a schema and its dialect.
pub(super) fn read_identity<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>) {
    for key in ["$id", "$anchor", "$dynamicAnchor"] {
        fields.text(cx, key);
        if let Some(node) = fields.peek(key) {
            cx.skip_annotation(node, NAMES);
        }
    }
    read_dialect(cx, fields, "$schema");
    fields.annotations(
        cx,
        &[
            (
                "$vocabulary",
                "vocabularies are for those who check schemas",
            ),
            (
                "$recursiveAnchor",
                "`$recursiveAnchor` is no keyword since JSON Schema 2020-12",
            ),
        ],
    );
    if let Some(definitions) = fields.any("$defs") {
        cx.definitions.push(definitions);
    }
}

/// Takes what names a document and the dialect of its schemas.
pub(super) fn read_document_identity<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>) {
    if cx.version.has_json_schema_2020() {
        read_dialect(cx, fields, "jsonSchemaDialect");
    }
    if cx.version.has_self() {
        fields.text(cx, "$self");
        if let Some(node) = fields.peek("$self") {
            cx.skip_annotation(node, "`$self` serves references and is not carried over");
        }
    }
}

fn read_dialect<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>, key: &'static str) {
    let dialect = fields.text(cx, key);
    match (fields.peek(key), dialect) {
        (Some(node), Some(dialect)) if !is_known(dialect) => cx.ignore(node, OTHER_DIALECT),
        (Some(node), _) => cx.skip_annotation(node, KNOWN_DIALECT),
        (None, _) => {}
    }
}

/// Returns whether a dialect is JSON Schema 2020-12 or what OpenAPI makes of it (OAS 3.1 §4.8.24.5).
fn is_known(dialect: &str) -> bool {
    let dialect = dialect.strip_suffix('#').unwrap_or(dialect);
    dialect == "https://json-schema.org/draft/2020-12/schema"
        || ["3.1", "3.2"].iter().any(|version| {
            let rest = dialect.strip_prefix("https://spec.openapis.org/oas/");
            let rest = rest.and_then(|rest| rest.strip_prefix(version));
            rest.is_some_and(|rest| rest.starts_with("/dialect/"))
        })
}

/// Accounts for definitions that no reference leads to: they are not even read.
pub(super) fn say_unused_definitions(cx: &mut Cx<'_, '_>) {
    let mut definitions: Vec<Node<'_>> = std::mem::take(&mut cx.definitions);
    definitions.sort_by_key(|node| node.order());
    definitions.dedup();
    for definition in definitions
        .iter()
        .filter_map(|node| node.as_object())
        .flatten()
    {
        if !cx.is_schema(definition.value) {
            cx.skip_annotation(definition.value, "no reference leads to this definition");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_known;

    #[test]
    fn dialects() {
        for (dialect, expect) in [
            ("https://json-schema.org/draft/2020-12/schema", true),
            ("https://json-schema.org/draft/2020-12/schema#", true),
            ("https://spec.openapis.org/oas/3.1/dialect/base", true),
            ("https://spec.openapis.org/oas/3.2/dialect/2025-09-17", true),
            ("https://spec.openapis.org/oas/3.1/schema", false),
            ("https://json-schema.org/draft/2019-09/schema", false),
            ("http://json-schema.org/draft-07/schema#", false),
            ("", false),
        ] {
            assert_eq!(is_known(dialect), expect, "{dialect}");
        }
    }
}
