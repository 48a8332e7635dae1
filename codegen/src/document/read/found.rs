//! What a reference leads to, where that is plain from its place: a component of some kind, all
//! components of a kind, or a whole description. Goes in: the end of a reference. Comes out: an
//! error where something else is due. What the object itself looks like is not asked.

use super::cx::Cx;
use crate::diagnostic::{Code, Diagnostic};
use crate::load::Node;

/// What stands in `components`, by the key it stands under.
const COMPONENTS: [(&str, &str); 11] = [
    ("schemas", SCHEMA),
    ("responses", "a response"),
    ("parameters", "a parameter"),
    ("examples", "an example"),
    ("requestBodies", "a request body"),
    ("headers", "a header"),
    ("securitySchemes", "a security scheme"),
    ("links", "a link"),
    ("callbacks", "a callback"),
    ("pathItems", "a path item"),
    ("mediaTypes", "a media type"),
];

/// What Swagger 2.0 has at the top in place of `components`.
const SWAGGER: [(&str, &str); 3] = [
    ("responses", "a response"),
    ("parameters", "a parameter"),
    ("securityDefinitions", "a security scheme"),
];

pub(super) const SCHEMA: &str = "a schema";

/// What tells components of other kinds from schemas.
const NO_SCHEMA_HAS: [&str; 10] = [
    "content",
    "dataValue",
    "externalValue",
    "headers",
    "in",
    "links",
    "operationId",
    "operationRef",
    "schema",
    "value",
];

/// Says that a reference leads to something else than what is due. Where that is a schema, the help
/// says how to put one there.
pub(super) fn expect(
    cx: &mut Cx<'_, '_>,
    start: Node<'_>,
    end: Node<'_>,
    due: &'static str,
    around_schema: &str,
) -> Option<()> {
    let Some(found) = found(end).filter(|found| !serves(end, found, due)) else {
        return Some(());
    };
    let reference = start.get("$ref");
    let at = reference.map_or(start.span(), Node::span);
    let message = format!("the reference leads to {found}, where {due} is due");
    let diagnostic =
        Diagnostic::new(Code::WrongKind, message).label(at, format!("this is {found}"));
    let text = reference.and_then(Node::as_str).unwrap_or_default();
    let diagnostic = if found == SCHEMA {
        diagnostic
            .help(around_schema)
            .several("references lead to schemas, where other objects are due")
    } else {
        diagnostic
            .help(inside(end, text, due))
            .several("references lead to other objects than are due")
    };
    cx.diagnostics
        .add(diagnostic.cause(format!("{found} {due}")));
    None
}

/// Returns whether what was found can be read as what is due: that, or one that has the same content. A
/// component without anything of its kind is a schema as well as not: some put schemas there.
fn serves(end: Node<'_>, found: &str, due: &str) -> bool {
    const ALIKE: [[&str; 2]; 2] = [
        ["a response", "a request body"],
        ["a parameter", "a header"],
    ];
    let is_component = || COMPONENTS.iter().any(|(_, what)| *what == found);
    let is_bare = || NO_SCHEMA_HAS.iter().all(|key| end.get(key).is_none());
    let is_alike = |pair: &[&str; 2]| pair.contains(&found) && pair.contains(&due);
    found == due || (due == SCHEMA && is_component() && is_bare()) || ALIKE.iter().any(is_alike)
}

/// Says that a reference leads to a schema, where a map of a key is due.
pub(super) fn expect_map(
    cx: &mut Cx<'_, '_>,
    start: Node<'_>,
    end: Node<'_>,
    key: &str,
) -> Option<()> {
    if !end.parent().is_some_and(is_home_of_schemas) {
        return Some(());
    }
    let at = start.get("$ref").map_or(start.span(), Node::span);
    let message = format!("the reference leads to a schema, where `{key}` is due");
    let help = match key {
        "content" => "put it under a media type, as in `application/json: {schema: {$ref: ...}}`",
        _ => "write the names here, each with what it stands for",
    };
    let diagnostic = Diagnostic::new(Code::WrongKind, message)
        .label(at, "this is a schema")
        .help(help);
    cx.diagnostics.add(diagnostic);
    None
}

/// Returns what stands at a place, where the place tells.
fn found(end: Node<'_>) -> Option<&'static str> {
    let Some(names) = end.parent() else {
        return is_description(end).then_some("a whole description");
    };
    if is_home_of_schemas(end) {
        return Some("all schemas");
    }
    if is_home_of_schemas(names) {
        return Some(SCHEMA);
    }
    if end.key() == Some("properties") && names.parent().is_some_and(is_home_of_schemas) {
        return Some("the properties of a schema");
    }
    let around = names.parent()?;
    let kinds: &[_] = match around.key() {
        Some("components") if is_at_the_top(around) => &COMPONENTS,
        None if around.get("swagger").is_some() => &SWAGGER,
        _ => return None,
    };
    let key = names.key()?;
    let (_, what) = kinds.iter().find(|(section, _)| *section == key)?;
    Some(*what)
}

fn is_description(node: Node<'_>) -> bool {
    let has = |key: &str| node.get(key).is_some_and(|value| value.text().is_some());
    (has("openapi") || has("swagger")) && node.get("info").is_some()
}

fn is_at_the_top(node: Node<'_>) -> bool {
    node.parent().is_some_and(|top| top.parent().is_none())
}

/// Returns whether schemas stand in a map by their names.
fn is_home_of_schemas(names: Node<'_>) -> bool {
    let around = names.parent().and_then(Node::key);
    match names.key() {
        Some("schemas") => around == Some("components"),
        Some("definitions") => names.parent().is_some() && around.is_none(),
        _ => false,
    }
}

/// Returns how to refer to what is due, which may stand in what was found.
fn inside(end: Node<'_>, reference: &str, due: &str) -> String {
    let reference = reference.trim_end_matches('#');
    let pound = if reference.contains('#') { "" } else { "#" };
    if due == SCHEMA {
        if end.get("schema").is_some_and(Node::is_object) {
            return format!("did you mean `{reference}{pound}/schema`?");
        }
        if end.key() == Some("properties") || is_home_of_schemas(end) {
            return format!("name one of them, as in `{reference}{pound}/NAME`");
        }
    }
    if due == "a path item" && end.get("paths").is_some_and(Node::is_object) {
        return format!("name one of its paths, as in `{reference}{pound}/paths/~1pets`");
    }
    let section = COMPONENTS.iter().find(|(_, what)| *what == due);
    let section = section.map_or("schemas", |(section, _)| section);
    let file = reference.split('#').next().unwrap_or_default();
    let top = end.root();
    let home = match section {
        "schemas" if top.get("swagger").is_some() => "definitions".to_owned(),
        section if top.get("swagger").is_some() => section.to_owned(),
        section => format!("components/{section}"),
    };
    format!("refer to {due}, as in `{file}#/{home}/NAME`")
}
