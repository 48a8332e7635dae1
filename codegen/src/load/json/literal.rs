//! `null`, `true` and `false`.

use super::super::tree::Kind;
use super::cursor::Cursor;

impl Cursor<'_> {
    /// Moves over a literal and returns it; stays where none stands.
    pub(super) fn literal(&mut self) -> Option<Kind<'static>> {
        let literals = [
            ("null", Kind::Null),
            ("true", Kind::Bool(true)),
            ("false", Kind::Bool(false)),
        ];
        let found = literals
            .into_iter()
            .find(|(word, _)| self.word() == word.as_bytes());
        let (word, kind) = found?;
        self.advance(word.len());
        Some(kind)
    }

    /// Returns the letters, digits and underscores from here on.
    pub(super) fn word(&self) -> &[u8] {
        let rest = self.rest();
        let is_other = |byte: &u8| !byte.is_ascii_alphanumeric() && *byte != b'_';
        let end = rest.iter().take(MAX_WORD).position(is_other);
        &rest[..end.unwrap_or(rest.len().min(MAX_WORD))]
    }
}

/// Words are looked at up to this length: longer than any literal.
const MAX_WORD: usize = 40;
