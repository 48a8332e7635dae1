//! Keys of `content`: media types.

use super::super::cx::Cx;
use super::grammar::Kind;
use super::names::is_token;
use crate::diagnostic::{Code, Diagnostic};
use crate::load::{Node, nearest};

/// What is written most often, for hints.
const USUAL: [&str; 7] = [
    "application/json",
    "application/xml",
    "application/octet-stream",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "text/plain",
    "text/html",
];

/// Says which keys of an object's `content` are no media types.
pub(super) fn check(cx: &mut Cx<'_, '_>, owner: Node<'_>, kind: Kind) {
    if !matches!(
        kind,
        Kind::Body | Kind::Response | Kind::Parameter | Kind::Header
    ) {
        return;
    }
    let entries = owner.get("content").and_then(Node::as_object);
    for entry in entries.into_iter().flatten() {
        if is_media_type(entry.key) || entry.key == "$ref" || entry.key.starts_with("x-") {
            continue;
        }
        let message = format!("`{}` is no media type", entry.key);
        let diagnostic = Diagnostic::new(Code::UnlikelyMediaType, message)
            .label(entry.key_span, "expected a type, `/` and a subtype")
            .several("keys of `content` are no media types");
        let subtype = |usual: &&str| usual.rsplit('/').next() == Some(entry.key);
        let near = || nearest(entry.key, USUAL.into_iter());
        let meant = USUAL.into_iter().find(subtype).or_else(near);
        cx.diagnostics.add(match meant {
            Some(meant) => diagnostic.help(format!("did you mean `{meant}`?")),
            None => diagnostic.help("write it as in `application/json`"),
        });
    }
}

/// Returns whether a text is a media type or a range of them (RFC 9110, 8.3.1).
fn is_media_type(text: &str) -> bool {
    let bare = text.split(';').next().unwrap_or_default().trim();
    let parts = bare.split_once('/');
    parts.is_some_and(|(ty, subtype)| is_token(ty) && is_token(subtype))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn media_types() {
        for (text, expect) in [
            ("application/json", true),
            ("application/json; charset=utf-8", true),
            ("*/*", true),
            ("application/vnd.a+json;v=\"1/2\"", true),
            ("json", false),
            ("application/", false),
            ("application/json/x", false),
            ("schema", false),
            ("", false),
        ] {
            assert_eq!(is_media_type(text), expect, "{text}");
        }
    }
}
