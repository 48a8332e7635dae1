//! Media types as words.

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

/// Whether the runtime has a codec for the media type. A value without a schema is any value then,
/// and bytes otherwise.
pub(crate) fn has_codec(media_type: &str) -> bool {
    let essence = media_type
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    let subtype = essence.split('/').nth(1).unwrap_or_default();
    ["json", "xml", "x-www-form-urlencoded"].iter().any(|name| {
        subtype == *name
            || subtype
                .strip_suffix(name)
                .is_some_and(|rest| rest.ends_with('+'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn media_types_have_words() {
        assert_eq!(words("text/XML"), "text xml");
        assert_eq!(words("text/csv"), "text/csv");
        assert_eq!(infix("application/json"), "");
        assert!(has_codec("application/problem+json; charset=utf-8"));
        assert!(!has_codec("image/svg") && !has_codec(""));
    }
}
