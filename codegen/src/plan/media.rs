//! Media types as words, and what kind of document they are.

use crate::api::media_type::essence;
pub(crate) use crate::api::media_type::{is_events, is_form, is_multipart, is_range, is_sequence};

/// What people call them.
const WELL_KNOWN: &[(&str, &str)] = &[
    ("application/json", "json"),
    ("text/json", "text json"),
    ("application/xml", "xml"),
    ("text/xml", "text xml"),
    ("application/x-www-form-urlencoded", "form"),
    ("multipart/form-data", "multipart"),
    ("text/plain", "text"),
    ("application/octet-stream", "bytes"),
    ("*/*", "any"),
    ("text/event-stream", "events"),
    ("application/jsonl", "lines"),
    ("application/x-ndjson", "lines"),
    ("application/json-seq", "sequence"),
];

/// Returns the words for the media type, as in `text json`; the whole of it where it has no name.
pub(crate) fn words(media_type: &str) -> &str {
    let found = WELL_KNOWN
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(media_type.trim()));
    found.map_or(media_type, |(_, words)| words)
}

/// Returns the words inside the name of a type: none for JSON, which is what everybody means.
pub(crate) fn infix(media_type: &str) -> &str {
    match words(media_type) {
        "json" => "",
        words => words,
    }
}

/// What kind of document a media type is; the runtime chooses its codec by the same rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// JSON, XML or a form: any value.
    Structured,
    /// Characters: texts, numbers, flags.
    Text,
    /// Octets: bytes and texts.
    Binary,
}

/// Returns the kind of document, whatever the capitals and parameters.
pub(crate) fn class(media_type: &str) -> Class {
    let essence = essence(media_type);
    let (ty, subtype) = essence.split_once('/').unwrap_or_default();
    let suffix = subtype.rsplit('+').next().unwrap_or_default();
    match (ty, suffix) {
        ("image" | "audio" | "video" | "font" | "multipart", _) => Class::Binary,
        (_, "json" | "xml") => Class::Structured,
        (_, _) if subtype == "x-www-form-urlencoded" => Class::Structured,
        ("text", _) => Class::Text,
        _ => Class::Binary,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn media_types_have_words() {
        assert_eq!(words("text/XML"), "text xml");
        assert_eq!(words("text/csv"), "text/csv");
        assert_eq!(infix("application/json"), "");
    }

    #[test]
    fn media_types_have_a_class() {
        for (media_type, expect) in [
            ("Application/Problem+JSON; charset=utf-8", Class::Structured),
            ("text/xml", Class::Structured),
            ("application/x-www-form-urlencoded", Class::Structured),
            ("text/csv", Class::Text),
            ("text/*", Class::Text),
            ("image/svg+xml", Class::Binary),
            ("application/octet-stream", Class::Binary),
            ("*/*", Class::Binary),
            ("", Class::Binary),
        ] {
            assert_eq!(class(media_type), expect, "{media_type}");
        }
    }
}
