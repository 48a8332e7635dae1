//! Names that must be made of certain characters: those of headers and of components.

use super::super::cx::Cx;
use crate::diagnostic::{Code, Diagnostic};
use crate::load::{Entry, Node};

/// The sections of `components`; what else stands there is said to be unknown by its reader.
const SECTIONS: [&str; 11] = [
    "schemas",
    "responses",
    "parameters",
    "examples",
    "requestBodies",
    "headers",
    "securitySchemes",
    "links",
    "callbacks",
    "pathItems",
    "mediaTypes",
];

/// Checks the names of all components (OAS 3.1 §4.8.7.1).
pub(super) fn check_components(cx: &mut Cx<'_, '_>, components: Node<'_>) {
    for section in SECTIONS {
        let entries = components.get(section).and_then(Node::as_object);
        for entry in entries.into_iter().flatten() {
            if !is_component_name(entry.key) {
                say_component(cx, &entry);
            }
        }
    }
}

/// Checks the names of the headers of a response or a part.
pub(super) fn check_headers(cx: &mut Cx<'_, '_>, owner: Node<'_>) {
    let entries = owner.get("headers").and_then(Node::as_object);
    for entry in entries.into_iter().flatten() {
        if is_token(entry.key) || entry.key == "$ref" {
            continue;
        }
        let message = format!("`{}` cannot be the name of a header", entry.key);
        let diagnostic = Diagnostic::new(Code::InvalidName, message)
            .label(
                entry.key_span,
                "not made of letters, digits and signs such as `-` alone",
            )
            .help("name it as in `X-Request-Id`");
        cx.diagnostics.add(diagnostic);
    }
}

/// Returns whether a text is a token of HTTP (RFC 9110, 5.6.2).
pub(in super::super) fn is_token(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !text.is_empty() && text.bytes().all(fits)
}

fn is_component_name(name: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
    !name.is_empty() && name.bytes().all(fits)
}

fn say_component(cx: &mut Cx<'_, '_>, entry: &Entry<'_>) {
    let usual: String = entry
        .key
        .chars()
        .map(|c| match c {
            c if c.is_ascii_alphanumeric() || "._-".contains(c) => c,
            _ => '_',
        })
        .collect();
    let message = format!("`{}` is no name for a component", entry.key);
    let diagnostic = Diagnostic::new(Code::ComponentName, message)
        .label(
            entry.key_span,
            "has other characters than `A-Z a-z 0-9 . _ -`",
        )
        .help(format!(
            "call it as in `{usual}`, also where it is referred to"
        ))
        .several("names are none for components");
    cx.diagnostics.add(diagnostic);
}
