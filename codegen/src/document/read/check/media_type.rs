//! Keys of `content`: media types.

use super::super::content::KEYS;
use super::super::cx::Cx;
use super::grammar::Kind;
use super::names::is_token;
use crate::diagnostic::{Code, Diagnostic, MEDIA_TYPE};
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
            .several("keys of `content` are no media types")
            .explains(entry.value.span(), MEDIA_TYPE);
        let help = help(entry.key);
        cx.diagnostics
            .add(diagnostic.cause(help.as_str()).help(help));
    }
}

/// Returns what to write instead of a key that is no media type.
fn help(key: &str) -> String {
    if KEYS.contains(&key) {
        return format!("write the media type above `{key}`, as in `application/json:`");
    }
    let subtype = |usual: &&str| usual.rsplit('/').next() == Some(key);
    let near = || nearest(key, USUAL.into_iter());
    match USUAL.into_iter().find(subtype).or_else(near) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => "write it as in `application/json`".to_owned(),
    }
}

/// Returns whether a text is a media type or a range of them (RFC 9110, 8.3.1).
fn is_media_type(text: &str) -> bool {
    let bare = text.split(';').next().unwrap_or_default().trim();
    let parts = bare.split_once('/');
    parts.is_some_and(|(ty, subtype)| is_token(ty) && is_token(subtype) && !is_slip(ty))
}

/// Returns whether a type is probably meant as another one. Types are few and rarely get more.
fn is_slip(ty: &str) -> bool {
    let is_known = TYPES.iter().any(|known| known.eq_ignore_ascii_case(ty));
    !is_known && ty != "*" && nearest(ty, TYPES.into_iter()).is_some()
}

/// The types of the registry (RFC 6838, 4.2).
const TYPES: [&str; 12] = [
    "application",
    "audio",
    "chemical",
    "example",
    "font",
    "haptics",
    "image",
    "message",
    "model",
    "multipart",
    "text",
    "video",
];

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
            ("aplication/json", false),
            ("Application/JSON", true),
            ("x-world/x-3dmf", true),
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
