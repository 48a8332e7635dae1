//! `collectionFormat`: how the elements of a list are put together.

use super::super::cx::Cx;
use super::super::fields::Fields;
use super::value::Value;
use crate::document::{Schema, SimpleType, Text, Types};
use crate::load::Node;

/// Where a parameter travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Path,
    Query,
    Header,
    Form,
    Body,
}

/// The style of OpenAPI 3 that does the same.
#[derive(Debug, Default)]
pub(super) struct Style<'a> {
    pub(super) name: Option<Text<'a>>,
    pub(super) explode: Option<bool>,
}

/// The formats, with what stands between the elements.
const FORMATS: [(&str, &str); 5] = [
    ("csv", "commas"),
    ("ssv", "blanks"),
    ("tsv", "tabs"),
    ("pipes", "`|`"),
    ("multi", "nothing"),
];

/// Takes the format of a list. A list that no style can write comes out as a text.
pub(super) fn read_style<'a>(
    cx: &mut Cx<'a, '_>,
    fields: &mut Fields<'a>,
    value: &mut Value<'a>,
    place: Place,
) -> Style<'a> {
    let node = fields.peek("collectionFormat");
    let format = fields.text_at(cx, "collectionFormat");
    if !value.is_list() {
        if let Some(node) = node {
            cx.skip_annotation(node, "only lists have a `collectionFormat`");
        }
        return Style::default();
    }
    let at = Text {
        text: "csv",
        span: fields.node.span(),
    };
    let format = format.unwrap_or(at);
    let Some((_, separator)) = known(place).find(|(name, _)| *name == format.text) else {
        let names: Vec<&str> = known(place).map(|(name, _)| name).collect();
        let message = format!("`{}` is no format of a list in this place", format.text);
        cx.unknown_value(message, format, &names);
        return Style::default();
    };
    if let Some((style, explode)) = style(format.text, place) {
        say_nested(cx, fields);
        return Style {
            name: (place != Place::Form).then_some(Text {
                text: style,
                span: format.span,
            }),
            explode: Some(explode),
        };
    }
    let reason = format!(
        "a list joined by {separator} comes out as one text here, to be joined by the caller"
    );
    cx.weaken(node.unwrap_or(fields.node), reason);
    if let Some(items) = fields.peek("items") {
        cx.skip_annotation(
            items,
            "the elements of a list that is one text have no type",
        );
    }
    if let Value::Here(schema) = value {
        make_text(schema);
    }
    Style::default()
}

/// Returns the formats that a place allows: only a query and a form can repeat a name.
fn known(place: Place) -> impl Iterator<Item = (&'static str, &'static str)> {
    let repeats = matches!(place, Place::Query | Place::Form);
    FORMATS
        .into_iter()
        .filter(move |(name, _)| repeats || *name != "multi")
}

/// Returns the style and `explode` that write a list in a format, where there are any.
fn style(format: &str, place: Place) -> Option<(&'static str, bool)> {
    match (format, place) {
        ("csv", Place::Path | Place::Header) => Some(("simple", false)),
        ("csv", Place::Query) => Some(("form", false)),
        ("ssv", Place::Query) => Some(("spaceDelimited", false)),
        ("pipes", Place::Query) => Some(("pipeDelimited", false)),
        ("multi", Place::Query | Place::Form) => Some(("form", true)),
        _ => None,
    }
}

/// Accounts for lists in the list, which no style of OpenAPI 3 joins.
fn say_nested<'a>(cx: &mut Cx<'a, '_>, fields: &Fields<'a>) {
    let items = fields.peek("items");
    let is_list = |items: &Node<'a>| items.get("type").and_then(Node::as_str) == Some("array");
    if let Some(items) = items.filter(is_list) {
        cx.weaken(items, "a list within a list is sent as JSON, not joined");
    }
}

/// Makes a schema of lists one of texts.
fn make_text(schema: &mut Schema<'_>) {
    schema.types = Types::default();
    schema.types.insert(SimpleType::String);
    schema.items = None;
    schema.rare_mut().prefix.clear();
    schema.values = None;
    schema.default = None;
    schema.constraints.clear();
}
