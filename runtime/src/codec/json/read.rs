//! The JSON reader: a cursor over text that the model's `read` drives.
//!
//! Between calls it stands at the first byte of a value. Errors carry an offset only; the path is
//! found by a second pass when the error leaves the codec.

use std::borrow::Cow;

use super::scan::{find_special, skip_whitespace};
use super::string::{broken_string, unescape};
use crate::codec::error::{DecodeError, DecodeReason, Kind};
use crate::codec::reader::Fields;

#[derive(Debug)]
pub(crate) struct JsonReader<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    /// How many containers may still be entered.
    depth: usize,
    limit: usize,
    /// Where the name of the last unknown property stands, without its opening quote.
    key: (usize, usize),
}

/// A place to come back to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    at: usize,
    depth: usize,
    key: (usize, usize),
}

impl<'a> JsonReader<'a> {
    pub(crate) fn new(text: &'a str, limit: usize) -> Self {
        // RFC 8259 §8.1 allows to ignore a byte order mark.
        let start = if text.starts_with('\u{feff}') {
            '\u{feff}'.len_utf8()
        } else {
            0
        };
        let at = skip_whitespace(text.as_bytes(), start);
        Self {
            text,
            at,
            depth: limit,
            limit,
            key: (0, 0),
        }
    }

    /// Checks that nothing follows the value.
    pub(crate) fn finish(&mut self) -> Result<(), DecodeError> {
        self.skip_whitespace();
        match self.peek() {
            None => Ok(()),
            Some(_) => Err(DecodeError::at(DecodeReason::TrailingData, self.at)),
        }
    }

    pub(crate) fn offset(&self) -> usize {
        self.at
    }

    pub(crate) fn place(&self) -> Place {
        Place {
            at: self.at,
            depth: self.depth,
            key: self.key,
        }
    }

    /// Goes back and returns how far, in bytes.
    pub(crate) fn return_to(&mut self, place: Place) -> usize {
        let distance = self.at.saturating_sub(place.at);
        (self.at, self.depth, self.key) = (place.at, place.depth, place.key);
        distance
    }

    /// The kind of the value ahead, as its first byte tells.
    pub(crate) fn kind(&self) -> Result<Kind, DecodeError> {
        match self.peek() {
            Some(b'"') => Ok(Kind::String),
            Some(b'{') => Ok(Kind::Object),
            Some(b'[') => Ok(Kind::Array),
            Some(b'n') => Ok(Kind::Null),
            Some(b't' | b'f') => Ok(Kind::Boolean),
            Some(b'-' | b'0'..=b'9') => Ok(Kind::Number),
            Some(_) => Err(DecodeError::syntax("expected a value", self.at)),
            None => Err(DecodeError::at(DecodeReason::UnexpectedEnd, self.at)),
        }
    }

    #[inline]
    pub(crate) fn begin_object(&mut self) -> Result<(), DecodeError> {
        self.begin(b'{', Kind::Object)
    }

    #[inline]
    pub(crate) fn begin_array(&mut self) -> Result<(), DecodeError> {
        self.begin(b'[', Kind::Array)
    }

    /// Goes on to the value of the next property; `usize::MAX` is an unknown one.
    #[inline(always)]
    #[allow(
        clippy::inline_always,
        reason = "the hottest step of all, with few callers"
    )]
    pub(crate) fn next_field(&mut self, fields: &mut Fields) -> Result<Option<usize>, DecodeError> {
        if !self.next_entry(&mut fields.started, b'}')? {
            return Ok(None);
        }
        if self.peek() != Some(b'"') {
            return Err(self.expected("expected a property name"));
        }
        let start = self.at + 1;
        let index = match self.find(fields, start) {
            Some(index) => index,
            None => self.search(fields, start)?,
        };
        self.skip_whitespace();
        Ok(Some(index))
    }

    /// Goes on to the next item; false at the end.
    #[inline]
    pub(crate) fn next_element(&mut self, started: &mut bool) -> Result<bool, DecodeError> {
        self.next_entry(started, b']')
    }

    /// The name of the property that `next_field` did not know.
    pub(crate) fn key(&self) -> Result<Cow<'a, str>, DecodeError> {
        let (start, end) = self.key;
        let name = self
            .text
            .get(start..end.saturating_sub(1))
            .unwrap_or_default();
        if name.contains('\\') {
            return unescape(self.text, start).map(|(name, _)| Cow::Owned(name));
        }
        Ok(Cow::Borrowed(name))
    }

    /// The error of a value of another kind than expected.
    #[cold]
    pub(crate) fn unexpected(&self, expected: Kind) -> DecodeError {
        match self.kind() {
            Ok(found) => DecodeError::at(DecodeReason::UnexpectedType { expected, found }, self.at),
            Err(error) => error,
        }
    }

    #[cold]
    fn expected(&self, problem: &'static str) -> DecodeError {
        match self.peek() {
            Some(_) => DecodeError::syntax(problem, self.at),
            None => DecodeError::at(DecodeReason::UnexpectedEnd, self.at),
        }
    }

    #[inline]
    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    #[inline]
    fn skip_whitespace(&mut self) {
        self.at = skip_whitespace(self.text.as_bytes(), self.at);
    }

    #[inline]
    fn begin(&mut self, open: u8, kind: Kind) -> Result<(), DecodeError> {
        if self.peek() != Some(open) {
            return Err(self.unexpected(kind));
        }
        if self.depth == 0 {
            return Err(DecodeError::at(
                DecodeReason::DepthExceeded { limit: self.limit },
                self.at,
            ));
        }
        self.depth -= 1;
        self.at += 1;
        Ok(())
    }

    /// Passes the comma before an entry, or the container's end.
    #[inline]
    pub(super) fn next_entry(
        &mut self,
        started: &mut bool,
        close: u8,
    ) -> Result<bool, DecodeError> {
        self.skip_whitespace();
        let byte = self.peek();
        if byte == Some(close) {
            self.at += 1;
            self.depth += 1;
            return Ok(false);
        }
        if *started {
            if byte != Some(b',') {
                return Err(self.expected(if close == b'}' {
                    "expected `,` or `}`"
                } else {
                    "expected `,` or `]`"
                }));
            }
            self.at += 1;
            self.skip_whitespace();
        }
        *started = true;
        Ok(true)
    }

    /// Finds the field whose name and colon stand at `start`, beginning with the one that is due
    /// in the description's order, and passes them.
    #[inline]
    fn find(&mut self, fields: &mut Fields, start: usize) -> Option<usize> {
        let rest = self.text.as_bytes().get(start..)?;
        let index = fields.shape.find_in_text(rest, fields.next)?;
        self.at = start + fields.shape.fields.get(index)?.name.len() + 2;
        fields.next = index + 1;
        Some(index)
    }

    /// Finds the field by the value of the name at `start`: names with escapes, in other capitals,
    /// with white space behind, at the end of the input, and unknown ones.
    #[inline(never)]
    fn search(&mut self, fields: &mut Fields, start: usize) -> Result<usize, DecodeError> {
        let (name, end) = self.string_behind(start)?;
        self.at = end;
        self.skip_whitespace();
        if self.peek() != Some(b':') {
            return Err(self.expected("expected `:`"));
        }
        self.at += 1;
        let Some(index) = fields.shape.find(&name, fields.next) else {
            self.key = (start, end);
            return Ok(usize::MAX);
        };
        fields.shape.learn(fields.next, index);
        fields.next = index + 1;
        Ok(index)
    }

    /// The string whose opening quote is before `start`, and the offset behind its closing quote.
    #[inline]
    pub(super) fn string_behind(&self, start: usize) -> Result<(Cow<'a, str>, usize), DecodeError> {
        let bytes = self.text.as_bytes();
        let end = find_special(bytes, start);
        match bytes.get(end) {
            Some(b'"') => Ok((Cow::Borrowed(&self.text[start..end]), end + 1)),
            Some(b'\\') => unescape(self.text, start).map(|(value, end)| (Cow::Owned(value), end)),
            _ => Err(broken_string(bytes, end)),
        }
    }
}
