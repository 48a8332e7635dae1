//! Keys of parameters and headers that their place or their other keys do not allow.

use super::super::cx::Cx;
use crate::diagnostic::{Code, Diagnostic};
use crate::load::Node;

/// The keys that say how a schema's value becomes text.
const SERIALIZATION: [&str; 3] = ["style", "explode", "allowReserved"];

/// Checks one parameter.
pub(super) fn check_parameter(cx: &mut Cx<'_, '_>, node: Node<'_>) {
    let place = node.get("in").and_then(Node::as_str).unwrap_or_default();
    if place == "querystring" {
        forbid(
            cx,
            node,
            "schema",
            "`schema` is not allowed for a parameter `in: querystring`",
            "put the schema under a media type in `content`",
        );
    }
    check_content(cx, node);
    let style = node.get("style").and_then(Node::as_str);
    if node.get("content").is_none() && !cx.version.allows_reserved(place, style) {
        let message = match style {
            Some(style) => format!("`allowReserved` is not allowed with `style: {style}`"),
            None => format!("`allowReserved` is not allowed for a parameter `in: {place}`"),
        };
        forbid(cx, node, "allowReserved", &message, "remove it");
    }
}

/// Checks one header.
pub(super) fn check_header(cx: &mut Cx<'_, '_>, node: Node<'_>) {
    check_content(cx, node);
    if node.get("content").is_none() && !cx.version.allows_reserved("header", None) {
        let message = "`allowReserved` is not allowed for a header";
        forbid(
            cx,
            node,
            "allowReserved",
            message,
            "remove it: headers are not percent-encoded",
        );
    }
    for key in ["name", "in"] {
        if cx.version.describes_values_in_place() {
            return;
        }
        let message = format!("`{key}` is not allowed in a header");
        let help = "remove it: the key above the header is its name";
        forbid(cx, node, key, &message, help);
    }
}

/// What has a media type is written as that says (OAS 3.1 §4.8.12.2).
fn check_content(cx: &mut Cx<'_, '_>, node: Node<'_>) {
    let Some(content) = node.entry("content") else {
        return;
    };
    if node.get("schema").is_some() || !content.value.is_object() {
        return;
    }
    for key in SERIALIZATION {
        let Some(entry) = node.entry(key) else {
            continue;
        };
        let message = format!("`{key}` is not allowed beside `content`");
        let diagnostic = Diagnostic::new(Code::KeyNotAllowed, message)
            .label(entry.key_span, "not allowed here")
            .secondary(content.key_span, "the media type says how it is written")
            .help("remove it, or replace `content` by `schema`");
        cx.diagnostics.add(diagnostic);
    }
}

fn forbid(cx: &mut Cx<'_, '_>, node: Node<'_>, key: &str, message: &str, help: &str) {
    let Some(entry) = node.entry(key) else {
        return;
    };
    let diagnostic =
        Diagnostic::new(Code::KeyNotAllowed, message).label(entry.key_span, "not allowed here");
    let place = node.get("in").filter(|_| key != "in");
    let diagnostic = match place {
        Some(place) => diagnostic.secondary(place.span(), "because of this place"),
        None => diagnostic,
    };
    cx.diagnostics.add(diagnostic.help(help));
}
