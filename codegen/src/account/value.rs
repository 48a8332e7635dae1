//! What is written at a node, short enough to be listed and exact enough to be told from any other.

use serde::Serialize;

use crate::source::fingerprint;

/// The text of a node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Value {
    /// Its beginning, on one line, as in `{dog: '#/components/...`.
    pub(crate) excerpt: String,
    /// All of it, as 16 digits of base 16 (FNV-1a), so that reports differ where texts do.
    pub(crate) hash: String,
}

/// So many characters are shown.
const SHOWN: usize = 60;

impl Value {
    pub(crate) fn new(text: &str) -> Self {
        Self {
            excerpt: excerpt(text),
            hash: format!("{:016x}", fingerprint(text)),
        }
    }
}

fn excerpt(text: &str) -> String {
    let mut shown = String::new();
    let mut left = SHOWN;
    // Lines and their indentation become single blanks.
    let words = text.split_whitespace().enumerate();
    let blank = |index: usize| (index > 0).then_some(' ');
    for c in words.flat_map(|(index, word)| blank(index).into_iter().chain(word.chars())) {
        if left == 0 {
            return shown + "...";
        }
        left -= 1;
        shown.push(if c.is_control() {
            char::REPLACEMENT_CHARACTER
        } else {
            c
        });
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn excerpts_are_one_short_line() {
        for (text, expect) in [
            ("", String::new()),
            ("[a, b]", "[a, b]".to_owned()),
            (
                "a:\n    b: 1\n    c: \u{1b}2\n",
                "a: b: 1 c: \u{fffd}2".to_owned(),
            ),
            (&"é".repeat(60), "é".repeat(60)),
            (&"é".repeat(61), "é".repeat(60) + "..."),
        ] {
            assert_eq!(Value::new(text).excerpt, expect);
        }
    }

    #[test]
    fn hashes_tell_texts_apart_that_excerpts_do_not() {
        let text = "x".repeat(100);
        let (a, b) = (Value::new(&text), Value::new(&(text.clone() + "x")));
        assert_eq!(a.excerpt, b.excerpt);
        assert_ne!(a.hash, b.hash);
        assert_eq!(Value::new("").hash, "cbf29ce484222325");
    }
}
