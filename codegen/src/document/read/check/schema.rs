//! Schema Objects: keywords that contradict each other.

use super::super::cx::Cx;
use super::{exclusive, format, number, pattern, unions, values};
use crate::diagnostic::{Code, Diagnostic};
use crate::load::{Entry, Node};

/// The keywords of one schema that are looked at, found in one pass: there can be very many schemas.
#[derive(Debug, Default)]
pub(super) struct Keywords<'a> {
    pub(super) ty: Option<Entry<'a>>,
    pub(super) default: Option<Entry<'a>>,
    pub(super) example: Option<Entry<'a>>,
    pub(super) examples: Option<Entry<'a>>,
    pub(super) values: Option<Entry<'a>>,
    pub(super) format: Option<Entry<'a>>,
    pub(super) pattern: Option<Entry<'a>>,
    pub(super) properties: Option<Entry<'a>>,
    pub(super) items: Option<Entry<'a>>,
    pub(super) required: Option<Entry<'a>>,
    pub(super) reference: Option<Entry<'a>>,
    pub(super) discriminator: Option<Entry<'a>>,
    pub(super) xml: Option<Entry<'a>>,
    /// `allOf`, `oneOf`, `anyOf`.
    pub(super) combinations: Vec<Entry<'a>>,
    pub(super) bounds: Vec<Entry<'a>>,
}

/// Checks all schemas that were found.
pub(super) fn check_schemas(cx: &mut Cx<'_, '_>) {
    for index in 0..cx.schemas.len() {
        let node = cx.schemas[index].node;
        if node.is_object() {
            check_schema(cx, node);
        }
    }
}

fn check_schema<'a>(cx: &mut Cx<'a, '_>, node: Node<'a>) {
    let keywords = keywords(node);
    if keywords.reference.is_some() && !cx.version.takes_siblings_of_schema_references() {
        return;
    }
    number::check_bounds(cx, &keywords.bounds);
    if let Some(pattern) = &keywords.pattern {
        pattern::check(cx, pattern);
    }
    if let Some(format) = &keywords.format {
        format::check(cx, format);
    }
    values::check(cx, &keywords);
    unions::check(cx, &keywords);
    if let Some(xml) = &keywords.xml {
        exclusive::check_xml(cx, xml.value);
    }
    check_kind(cx, node, &keywords);
    check_required(cx, node, &keywords);
}

fn keywords(node: Node<'_>) -> Keywords<'_> {
    let mut found = Keywords::default();
    for entry in node.as_object().into_iter().flatten() {
        let slot = match entry.key {
            "type" => &mut found.ty,
            "default" => &mut found.default,
            "example" => &mut found.example,
            "examples" => &mut found.examples,
            "enum" => &mut found.values,
            "format" => &mut found.format,
            "pattern" => &mut found.pattern,
            "properties" => &mut found.properties,
            "items" => &mut found.items,
            "required" => &mut found.required,
            "$ref" => &mut found.reference,
            "discriminator" => &mut found.discriminator,
            "xml" => &mut found.xml,
            "allOf" | "oneOf" | "anyOf" => {
                found.combinations.push(entry);
                continue;
            }
            key if number::is_bound(key) => {
                found.bounds.push(entry);
                continue;
            }
            _ => continue,
        };
        *slot = Some(entry);
    }
    found
}

/// Says which keywords are for values of another type than the one that is named.
fn check_kind(cx: &mut Cx<'_, '_>, node: Node<'_>, keywords: &Keywords<'_>) {
    let Some(ty) = &keywords.ty else {
        return;
    };
    let Some(name) = ty.value.as_str() else {
        // A list of types is a choice, and each keyword is for one of them.
        if ty.value.as_array().is_some() && !cx.version.has_json_schema_2020() {
            say_type_list(cx, ty);
        }
        return;
    };
    if !TYPES.contains(&name) {
        // That has been said by the reader of types.
        return;
    }
    if name == "null" && !cx.version.has_json_schema_2020() {
        say_null(cx, ty);
    }
    let wrong = [
        (
            &keywords.properties,
            "object",
            "put it under `items`, or write `type: object`",
        ),
        (
            &keywords.items,
            "array",
            "write `type: array`, or remove it",
        ),
    ];
    for (keyword, wanted, help) in wrong {
        let present = keyword.as_ref().filter(|entry| !entry.value.is_null());
        if let Some(entry) = present.filter(|_| name != wanted) {
            say_misplaced(cx, entry, ty, help);
        }
    }
    let lacks_items = name == "array" && keywords.items.is_none();
    if lacks_items && say_items_beside(cx, node) {
        return;
    }
    if lacks_items && cx.version.wants_items() {
        let diagnostic = Diagnostic::new(
            Code::ArrayWithoutItems,
            "the items of an array are not described",
        )
        .label(ty.value.span(), "an array of what?")
        .help("add `items`, with the schema of one item")
        .several("arrays do not say what their items are")
        .because_of(node.span(), "items");
        cx.diagnostics.add(diagnostic);
    }
}

/// Says that `items` stands behind an array without, as if it were the name of the next schema. Returns
/// whether it does.
fn say_items_beside(cx: &mut Cx<'_, '_>, array: Node<'_>) -> bool {
    let names = array.parent().filter(|names| names.is_object());
    let Some(names) =
        names.filter(|names| names.key().is_some_and(|key| OF_SCHEMAS.contains(&key)))
    else {
        return false;
    };
    let Some(items) = names.entry("items").filter(|items| follows(array, items)) else {
        return false;
    };
    let name = array.key().unwrap_or_default();
    let message = "`items` stands where the name of a schema is due";
    let diagnostic = Diagnostic::new(Code::MisplacedKey, message)
        .label(items.key_span, "a keyword of arrays, read as a name")
        .secondary(
            array.key_span().unwrap_or(array.span()),
            "an array without items",
        )
        .help(format!(
            "check the indentation: move it one level further right, so that it is part of `{name}`"
        ));
    cx.diagnostics.add(diagnostic);
    true
}

/// Where schemas have names.
const OF_SCHEMAS: [&str; 5] = [
    "properties",
    "schemas",
    "definitions",
    "$defs",
    "patternProperties",
];

/// Returns whether an entry stands directly behind a value of the same object.
fn follows(value: Node<'_>, entry: &Entry<'_>) -> bool {
    let mut siblings = value
        .parent()
        .and_then(Node::as_object)
        .into_iter()
        .flatten();
    siblings.find(|it| it.value == value).is_some()
        && siblings
            .next()
            .is_some_and(|next| next.key_span == entry.key_span)
}

pub(super) const TYPES: [&str; 7] = [
    "string", "number", "integer", "boolean", "array", "object", "null",
];

fn say_type_list(cx: &mut Cx<'_, '_>, ty: &Entry<'_>) {
    let message = format!(
        "a list of types is known since OpenAPI 3.1, not in {}",
        cx.version.name()
    );
    let names = ty.value.as_array().into_iter().flatten();
    let mut names = names.filter_map(Node::text).filter(|name| *name != "null");
    let help = match (names.next(), names.next()) {
        (Some(name), None) => format!("write `type: {name}` and `nullable: true`"),
        _ => "write `anyOf` with a schema for each type".to_owned(),
    };
    let diagnostic = Diagnostic::new(Code::ForeignVersion, message)
        .label(super::super::super::start(ty.value), "more than one type")
        .help(help)
        .several("schemas have a list of types, which is known since OpenAPI 3.1")
        .cause("type");
    cx.diagnostics.add(diagnostic);
}

fn say_null(cx: &mut Cx<'_, '_>, ty: &Entry<'_>) {
    let message = format!(
        "`null` as a type is known since OpenAPI 3.1, not in {}",
        cx.version.name()
    );
    let help = if cx.version.has_nullable_extension() {
        "write the type of other values, and `x-nullable: true`, which tools agree on"
    } else {
        "write the type of other values, and `nullable: true`"
    };
    let diagnostic = Diagnostic::new(Code::ForeignVersion, message)
        .label(ty.value.span(), "no type in this version")
        .help(help)
        .several("schemas have the type `null`, which is known since OpenAPI 3.1")
        .cause("null");
    cx.diagnostics.add(diagnostic);
}

fn say_misplaced(cx: &mut Cx<'_, '_>, entry: &Entry<'_>, ty: &Entry<'_>, help: &str) {
    let name = ty.value.as_str().unwrap_or_default();
    let message = format!("`{}` has no meaning for `type: {name}`", entry.key);
    let diagnostic = Diagnostic::new(Code::MisplacedKey, message)
        .label(entry.key_span, "without a meaning here")
        .secondary(ty.value.span(), "because of this type")
        .help(help)
        .several("keywords have no meaning for the type beside them");
    cx.diagnostics.add(diagnostic);
}

/// Says that a property is required by its object, not by itself.
fn check_required(cx: &mut Cx<'_, '_>, node: Node<'_>, keywords: &Keywords<'_>) {
    let Some(entry) = keywords
        .required
        .as_ref()
        .filter(|entry| entry.value.as_bool().is_some())
    else {
        return;
    };
    if cx.version.describes_values_in_place() && node.get("in").is_some() {
        return;
    }
    let owner = node
        .parent()
        .filter(|properties| properties.key() == Some("properties"));
    let object = owner.and_then(Node::parent);
    let mut diagnostic = Diagnostic::new(
        Code::MisplacedKey,
        "`required` of a schema is a list of names, not a flag",
    )
    .label(entry.key_span, "ignored")
    .several("schemas have a flag `required`, which is a list of names");
    let help = match (node.key(), object) {
        (Some(name), Some(object)) => {
            let place = object.entry("required").map_or_else(
                || object.entry("properties").map(|entry| entry.key_span),
                |list| Some(list.key_span),
            );
            if let Some(place) = place {
                diagnostic = diagnostic.secondary(place, "the object says what it requires");
            }
            format!("remove it, and list the name in the object: `required: [{name}]`")
        }
        _ => "remove it: whether a value must be there is said by what it is a part of".to_owned(),
    };
    cx.diagnostics.add(diagnostic.help(help));
}
