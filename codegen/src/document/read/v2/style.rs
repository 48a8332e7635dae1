//! `collectionFormat`: how the elements of a list are put together.

use super::super::cx::Cx;
use super::super::fields::Fields;
use super::value::Value;
use crate::document::Text;
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

/// The style that does the same.
#[derive(Debug, Default)]
pub(super) struct Style<'a> {
    pub(super) name: Option<Text<'a>>,
    pub(super) explode: Option<bool>,
}

const FORMATS: [&str; 5] = ["csv", "ssv", "tsv", "pipes", "multi"];

/// Takes the format of a list.
pub(super) fn read_style<'a>(
    cx: &mut Cx<'a, '_>,
    fields: &mut Fields<'a>,
    value: &Value<'a>,
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
    if !known(place).any(|name| name == format.text) {
        let names: Vec<&str> = known(place).collect();
        let message = format!("`{}` is no format of a list in this place", format.text);
        cx.unknown_value(message, format, &names);
        return Style::default();
    }
    let (style, explode) = style(format.text, place);
    if explode && place == Place::Form {
        say_nested(cx, fields);
    }
    Style {
        name: Some(Text {
            text: style,
            span: format.span,
        }),
        explode: Some(explode),
    }
}

/// Takes the format of a list in a header of a response, which is only read: one that no header has
/// is no reason to refuse the description.
pub(super) fn read_answer_style<'a>(
    cx: &mut Cx<'a, '_>,
    fields: &mut Fields<'a>,
    value: &Value<'a>,
) -> Option<Text<'a>> {
    let format = fields.peek("collectionFormat");
    let text = format.and_then(Node::as_str);
    if text.is_none_or(|text| known(Place::Header).any(|name| name == text)) {
        return read_style(cx, fields, value, Place::Header).name;
    }
    let reason = "no header has this format; its list is read by commas";
    fields.annotations(cx, &[("collectionFormat", reason)]);
    None
}

/// Returns the formats that a place allows: only a query and a form can repeat a name.
fn known(place: Place) -> impl Iterator<Item = &'static str> {
    let repeats = matches!(place, Place::Query | Place::Form);
    FORMATS
        .into_iter()
        .filter(move |name| repeats || *name != "multi")
}

/// Returns the style and `explode` that write a list in a format. Not all of them are styles of
/// OpenAPI 3 in each place.
fn style(format: &str, place: Place) -> (&'static str, bool) {
    match (format, place) {
        ("ssv", _) => ("spaceDelimited", false),
        ("tsv", _) => ("tabDelimited", false),
        ("pipes", _) => ("pipeDelimited", false),
        ("multi", _) => ("form", true),
        (_, Place::Path | Place::Header) => ("simple", false),
        (_, Place::Query | Place::Form | Place::Body) => ("form", false),
    }
}

/// Accounts for lists in the list of a form, which no style of OpenAPI 3 joins.
fn say_nested<'a>(cx: &mut Cx<'a, '_>, fields: &Fields<'a>) {
    let items = fields.peek("items");
    let is_list = |items: &Node<'a>| items.get("type").and_then(Node::as_str) == Some("array");
    if let Some(items) = items.filter(is_list) {
        cx.weaken(items, "a list within a list is JSON, not joined");
    }
}
