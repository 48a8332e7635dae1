//! What is said of text that is not JSON, with a hint where the habit behind it is known.

use super::cursor::Cursor;
use crate::diagnostic::{Code, Diagnostic};

impl Cursor<'_> {
    /// Says what was expected here, and what stands here instead.
    pub(super) fn unexpected(&self, expected: &str) -> Diagnostic {
        let Some(c) = self.text[self.at()..].chars().next() else {
            let end = self.text.trim_end().len();
            let span = self.span(end..end);
            return problem("the text ends too early").label(span, expected);
        };
        let length = self.word().len().max(c.len_utf8());
        let range = self.at()..self.at() + length;
        let message = format!("unexpected `{}`", &self.text[range.clone()]);
        let diagnostic = problem(&message).label(self.span(range), expected);
        match self.hint(c) {
            Some(hint) => diagnostic.help(hint),
            None => diagnostic,
        }
    }

    pub(super) fn trailing_comma(&self, comma: usize) -> Diagnostic {
        let span = self.span(comma..comma + 1);
        problem("a comma without a value after it")
            .label(span, "nothing follows")
            .help("remove this comma")
    }

    pub(super) fn bad_number(&self, start: usize, why: &str) -> Diagnostic {
        let span = self.span(start..self.at().max(start + 1));
        problem("not a number").label(span, why)
    }

    pub(super) fn bad_escape(&self, start: usize) -> Diagnostic {
        let span = self.span(start..start + 1);
        problem("an escape that JSON does not know")
            .label(span, "begins here")
            .help(
                "write `\\\\` for a backslash, `\\uXXXX` for a character; the other escapes are \
             `\\\"`, `\\/`, `\\b`, `\\f`, `\\n`, `\\r`, `\\t`",
            )
    }

    pub(super) fn lone_surrogate(&self, start: usize) -> Diagnostic {
        let span = self.span(start..self.at());
        problem("half of a surrogate pair")
            .label(span, "this is not a character")
            .help("characters beyond U+FFFF are two escapes together, as in `\\ud83d\\ude00`")
    }

    pub(super) fn control_character(&self) -> Diagnostic {
        let span = self.span(self.at()..self.at());
        problem("a control character in a string")
            .label(span, "the string goes on behind this place")
            .help("close the string with `\"`, or write `\\n` for a line break and `\\t` for a tab")
    }

    pub(super) fn unclosed_string(&self, quote: usize) -> Diagnostic {
        let span = self.span(quote..quote + 1);
        problem("a string without an end")
            .label(span, "opened here")
            .help("close it with `\"`")
    }

    fn hint(&self, c: char) -> Option<&'static str> {
        if self.text[..self.at()].trim().is_empty() && c.is_alphabetic() {
            return Some("a file called `.json` is read as JSON; rename it, if it is YAML");
        }
        let hint = match (c, self.word()) {
            ('"', _) => "is a comma missing before it?",
            ('\'', _) => "JSON has double quotes only",
            ('/' | '#', _) => "JSON has no comments",
            ('}' | ']', _) => "is a bracket missing, or one too many?",
            (_, b"None" | b"nil" | b"undefined" | b"NULL" | b"Null") => "write `null`",
            (_, b"True" | b"TRUE" | b"yes") => "write `true`",
            (_, b"False" | b"FALSE" | b"no") => "write `false`",
            (_, b"NaN" | b"Infinity" | b"inf") => "JSON has finite numbers only",
            ('+' | '.', _) => "numbers begin with a digit or `-`",
            ('\u{feff}', _) => "a byte order mark may stand at the start only",
            (c, _) if c.is_alphabetic() => "write text and keys in double quotes",
            _ => return None,
        };
        Some(hint)
    }
}

fn problem(message: &str) -> Diagnostic {
    Diagnostic::new(Code::InvalidJson, format!("invalid JSON: {message}"))
}
