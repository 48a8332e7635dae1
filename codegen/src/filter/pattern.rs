//! Paths with `*` for any text.

/// Returns whether a path fits a pattern. Takes no more steps than the product of their lengths.
pub(super) fn fits(pattern: &str, path: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = path.strip_prefix(first) else {
        return false;
    };
    let Some(last) = parts.next_back() else {
        return rest.is_empty();
    };
    for part in parts {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn stars_stand_for_any_text() {
        for (pattern, path, expect) in [
            ("/pets", "/pets", true),
            ("/pets", "/pets/{id}", false),
            ("/pets*", "/pets", true),
            ("/pets/*", "/pets/{id}/photos", true),
            ("/pets/*", "/pets", false),
            ("*/photos", "/pets/{id}/photos", true),
            ("/*/{id}", "/pets/{id}", true),
            ("/*a*a", "/a", false),
            ("/*a*a", "/aba", true),
            ("*", "/", true),
            ("**", "", true),
            ("", "", true),
            ("", "/", false),
        ] {
            assert_eq!(fits(pattern, path), expect, "{pattern} {path}");
        }
    }
}
