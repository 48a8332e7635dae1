//! Strings. Most have no escape and stay where they are; the others are decoded.

use super::super::tree::Text;
use super::cursor::Cursor;
use crate::diagnostic::Diagnostic;
use std::ops::Range;

/// The content of a string.
#[derive(Debug)]
pub(super) enum Content {
    Verbatim(Range<usize>),
    Decoded(String),
}

impl Content {
    pub(super) fn as_text(&self) -> Text<'_> {
        match self {
            Self::Verbatim(range) => Text::Source(range.clone()),
            Self::Decoded(text) => Text::Decoded(text),
        }
    }
}

/// Returns a word with marks in the bytes that are a quote, a backslash or a control character; nothing
/// but the lowest mark counts.
fn marks(bytes: [u8; 8]) -> u64 {
    const ONES: u64 = u64::MAX / 0xff;
    const HIGH: u64 = ONES * 0x80;
    let word = u64::from_le_bytes(bytes);
    // Borrows from the bytes below, so a byte may be taken for special that is not, but only where one
    // below it is.
    let below = |word: u64, limit: u64| word.wrapping_sub(ONES * limit) & !word;
    let equal = |byte: u8| below(word ^ (ONES * u64::from(byte)), 1);
    (below(word, 0x20) | equal(b'"') | equal(b'\\')) & HIGH
}

/// Returns how many bytes stand before the first quote, backslash or control character.
pub(in crate::load) fn plain_length(bytes: &[u8]) -> usize {
    // Eight bytes are looked at as fast as one.
    let (words, rest) = bytes.as_chunks();
    for (index, word) in words.iter().enumerate() {
        let marks = marks(*word);
        if marks != 0 {
            return index * 8 + lowest_byte(marks);
        }
    }
    let is_plain = |byte: &&u8| !matches!(byte, b'"' | b'\\' | 0..0x20);
    words.len() * 8 + rest.iter().take_while(is_plain).count()
}

/// Returns which byte of a word is the first one that is not zero.
pub(super) fn lowest_byte(word: u64) -> usize {
    // At most eight.
    (word.trailing_zeros() / 8) as usize
}

impl Cursor<'_> {
    /// Moves over a string whose opening quote stands here.
    pub(super) fn string(&mut self) -> Result<Content, Diagnostic> {
        let quote = self.bump();
        let mut decoded = String::new();
        loop {
            let start = self.skip_plain();
            match self.peek() {
                Some(b'"') if decoded.is_empty() && start == quote + 1 => {
                    let end = self.bump();
                    return Ok(Content::Verbatim(start..end));
                }
                Some(b'"') => {
                    decoded.push_str(&self.text[start..self.at()]);
                    self.bump();
                    return Ok(Content::Decoded(decoded));
                }
                Some(b'\\') => {
                    decoded.push_str(&self.text[start..self.at()]);
                    decoded.push(self.escape()?);
                }
                Some(_) => return Err(self.control_character()),
                None => return Err(self.unclosed_string(quote)),
            }
        }
    }

    /// Moves to the next quote, backslash or control character; returns where it was before.
    fn skip_plain(&mut self) -> usize {
        self.advance(plain_length(self.rest()))
    }

    fn escape(&mut self) -> Result<char, Diagnostic> {
        let start = self.bump();
        let escaped = match self.peek() {
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode_escape(start),
            _ => return Err(self.bad_escape(start)),
        };
        self.bump();
        Ok(escaped)
    }

    fn unicode_escape(&mut self, start: usize) -> Result<char, Diagnostic> {
        let first = self.code_unit(start)?;
        let unit = match first {
            0xd800..0xdc00 if self.rest().starts_with(b"\\u") => {
                self.bump();
                let second = self.code_unit(start)?;
                if !(0xdc00..0xe000).contains(&second) {
                    return Err(self.lone_surrogate(start));
                }
                0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00)
            }
            unit => unit,
        };
        char::from_u32(unit).ok_or_else(|| self.lone_surrogate(start))
    }

    /// Moves over `u` and four hexadecimal digits.
    fn code_unit(&mut self, start: usize) -> Result<u32, Diagnostic> {
        self.bump();
        let mut unit = 0;
        for _ in 0..4 {
            let digit = self.peek().and_then(|byte| char::from(byte).to_digit(16));
            let Some(digit) = digit else {
                return Err(self.bad_escape(start));
            };
            unit = unit * 16 + digit;
            self.bump();
        }
        Ok(unit)
    }
}
