//! A place in a text that moves forward.

use std::ops::Range;

use super::string::lowest_byte;
use crate::source::{FileId, Span};

/// A place in a text. What was read lies before it.
#[derive(Debug)]
pub(super) struct Cursor<'a> {
    file: FileId,
    pub(super) text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(file: FileId, text: &'a str) -> Self {
        Self { file, text, at: 0 }
    }

    pub(super) fn at(&self) -> usize {
        self.at
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Returns the bytes from here to the end.
    pub(super) fn rest(&self) -> &'a [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    /// Moves over one byte, and returns where it stands.
    pub(super) fn bump(&mut self) -> usize {
        self.advance(1)
    }

    /// Moves over some bytes, and returns where the first stands.
    pub(super) fn advance(&mut self, bytes: usize) -> usize {
        let at = self.at;
        self.at = (at + bytes).min(self.text.len());
        at
    }

    /// Moves over what RFC 8259 calls white space.
    pub(super) fn skip_blanks(&mut self) {
        let rest = self.rest();
        // Half of many descriptions is indentation.
        let line = usize::from(rest.first() == Some(&b'\n'));
        let indentation = line + spaces(&rest[line..]);
        let is_blank = |byte: &&u8| matches!(byte, b' ' | b'\n' | b'\r' | b'\t');
        let others = rest[indentation..].iter().take_while(is_blank).count();
        self.at += indentation + others;
    }

    /// Moves over ASCII digits, and returns how many there are.
    pub(super) fn skip_digits(&mut self) -> usize {
        let digits = self
            .rest()
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        self.at += digits;
        digits
    }

    pub(super) fn span(&self, range: Range<usize>) -> Span {
        Span::from_range(self.file, range)
    }
}

/// Returns how many spaces a text begins with, or fewer where it ends soon.
fn spaces(bytes: &[u8]) -> usize {
    const SPACES: u64 = u64::from_le_bytes([b' '; 8]);
    let (words, _) = bytes.as_chunks();
    for (index, word) in words.iter().enumerate() {
        let others = u64::from_le_bytes(*word) ^ SPACES;
        if others != 0 {
            return index * 8 + lowest_byte(others);
        }
    }
    words.len() * 8
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    #[test]
    fn blanks() {
        let file = Sources::default().add("a.json", "");
        for (text, expect) in [
            ("", 0),
            ("a", 0),
            ("  a", 2),
            ("\n", 1),
            ("\n          ", 11),
            ("\n                1,", 17),
            ("\r\n\t\t          \n {", 16),
            ("                        ", 24),
        ] {
            let mut cursor = Cursor::new(file, text);
            cursor.skip_blanks();
            assert_eq!(cursor.at(), expect, "{text:?}");
        }
    }
}
