//! Cutting text without cutting a character.

/// Returns the last boundary between characters at or before `at`, at most the length.
pub(crate) fn floor_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    // At most three steps: a character has at most four bytes.
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boundaries() {
        for (text, at, expect) in [
            ("", 0, 0),
            ("", 5, 0),
            ("ab", 1, 1),
            ("é", 1, 0),
            ("a😀", 4, 1),
            ("a😀", 9, 5),
        ] {
            assert_eq!(floor_boundary(text, at), expect, "{text} {at}");
        }
    }
}
