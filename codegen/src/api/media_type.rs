//! Names of media types (RFC 9110 §8.3.1): what of them counts, and which have a meaning here.
//!
//! Parameters and capitals never count. What becomes of a body is decided by those who ask.

use std::borrow::Cow;

/// Names of one item after the other, but for those that a suffix tells.
const SEQUENCES: &[&str] = &[
    "event-stream",
    "json-seq",
    "jsonl",
    "x-jsonl",
    "jsonlines",
    "x-jsonlines",
    "json-lines",
    "x-json-lines",
    "ndjson",
    "x-ndjson",
];

/// Returns the name without parameters and capitals, as in `application/json`.
pub(crate) fn essence(media_type: &str) -> Cow<'_, str> {
    let name = media_type.split(';').next().unwrap_or_default().trim();
    if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        name.to_ascii_lowercase().into()
    } else {
        name.into()
    }
}

/// Whether documents of this media type are JSON.
pub(crate) fn is_json(media_type: &str) -> bool {
    has_syntax(&essence(media_type), "json")
}

/// Whether documents of this media type are XML.
pub(crate) fn is_xml(media_type: &str) -> bool {
    has_syntax(&essence(media_type), "xml")
}

/// Whether it stands for many media types, as in `image/*`.
pub(crate) fn is_range(media_type: &str) -> bool {
    essence(media_type).ends_with("/*")
}

pub(crate) fn is_multipart(media_type: &str) -> bool {
    essence(media_type).starts_with("multipart/")
}

pub(crate) fn is_form(media_type: &str) -> bool {
    essence(media_type) == "application/x-www-form-urlencoded"
}

/// Whether it is a stream of events.
pub(crate) fn is_events(media_type: &str) -> bool {
    essence(media_type) == "text/event-stream"
}

/// Whether it is one item after the other: events, JSON Lines, JSON text sequences.
pub(crate) fn is_sequence(media_type: &str) -> bool {
    let essence = essence(media_type);
    let (ty, subtype) = essence.split_once('/').unwrap_or_default();
    let is_known = SEQUENCES.contains(&subtype) && matches!(ty, "application" | "text");
    is_known || subtype.ends_with("+json-seq")
}

/// Whether it is the syntax itself, or has its suffix (RFC 6839), as in `application/problem+json`.
fn has_syntax(essence: &str, syntax: &str) -> bool {
    let before = essence.strip_suffix(syntax);
    before.is_some_and(|before| matches!(before, "application/" | "text/") || before.ends_with('+'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_and_capitals_do_not_count() {
        assert_eq!(
            essence("Application/JSON; charset=utf-8"),
            "application/json"
        );
        assert!(is_form("application/X-WWW-form-urlencoded ; charset=utf-8"));
        assert!(is_events("Text/Event-Stream;x=y"));
        assert!(is_range("image/*; q=1"));
    }

    #[test]
    fn syntaxes_have_names_and_suffixes() {
        for (name, json, xml) in [
            ("text/xml", false, true),
            ("application/problem+xml;x=y", false, true),
            ("image/svg+xml", false, true),
            ("text/JSON", true, false),
            ("application/problem+json", true, false),
            ("image/json", false, false),
            ("application/notxml", false, false),
            ("", false, false),
        ] {
            assert_eq!((is_json(name), is_xml(name)), (json, xml), "{name}");
        }
    }

    #[test]
    fn sequences_have_names_and_a_suffix() {
        for (name, expect) in [
            ("text/event-stream", true),
            ("application/x-ndjson", true),
            ("application/json-seq", true),
            ("application/geo+json-seq; x=y", true),
            ("image/jsonl", false),
            ("application/json", false),
            ("", false),
        ] {
            assert_eq!(is_sequence(name), expect, "{name}");
        }
    }
}
