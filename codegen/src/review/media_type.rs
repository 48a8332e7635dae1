//! Names of media types: what of them counts.

/// Returns the name without parameters and capitals, as in `application/json`.
pub(super) fn essence(media_type: &str) -> String {
    let name = media_type.split(';').next().unwrap_or_default();
    name.trim().to_ascii_lowercase()
}

/// Whether documents of this media type are XML.
pub(super) fn is_xml(media_type: &str) -> bool {
    let name = essence(media_type);
    name.ends_with("/xml") || name.ends_with("+xml")
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
        for (name, expect) in [
            ("text/xml", true),
            ("application/problem+xml;x=y", true),
            ("application/json", false),
            ("", false),
        ] {
            assert_eq!(is_xml(name), expect, "{name}");
        }
    }
}
