//! The JSON reader: a cursor over text that the model's `read` drives.
//!
//! Between calls it stands at the first byte of a value. Errors carry an offset only; the path is
//! found by a second pass when the error leaves the codec.

use std::borrow::Cow;

use super::scan::{find_special, skip_whitespace};
use super::string::{broken_string, unescape};
use crate::codec::error::{DecodeError, DecodeReason, Kind};
use crate::codec::number::{self, Inexact};
use crate::codec::reader::Fields;
use crate::value::{Map, Number, Value};

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

    pub(crate) fn return_to(&mut self, place: Place) {
        (self.at, self.depth, self.key) = (place.at, place.depth, place.key);
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
    #[inline]
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

    #[inline]
    pub(crate) fn null(&mut self) -> Result<bool, DecodeError> {
        if self.peek() != Some(b'n') {
            return Ok(false);
        }
        self.literal("null").map(|()| true)
    }

    pub(crate) fn bool(&mut self) -> Result<bool, DecodeError> {
        match self.peek() {
            Some(b't') => self.literal("true").map(|()| true),
            Some(b'f') => self.literal("false").map(|()| false),
            _ => Err(self.unexpected(Kind::Boolean)),
        }
    }

    #[inline]
    pub(crate) fn string(&mut self) -> Result<Cow<'a, str>, DecodeError> {
        if self.peek() != Some(b'"') {
            return Err(self.unexpected(Kind::String));
        }
        let (value, end) = self.string_behind(self.at + 1)?;
        self.at = end;
        Ok(value)
    }

    #[inline]
    pub(crate) fn owned_string(&mut self) -> Result<String, DecodeError> {
        if self.peek() != Some(b'"') {
            return Err(self.unexpected(Kind::String));
        }
        let (value, end) = self.string_behind(self.at + 1)?;
        self.at = end;
        Ok(match value {
            Cow::Borrowed(text) => String::from(text),
            Cow::Owned(text) => text,
        })
    }

    #[inline]
    pub(crate) fn integer<T>(&mut self, ty: &'static str) -> Result<T, DecodeError>
    where
        T: TryFrom<i64> + TryFrom<i128>,
    {
        let Some((value, end)) = self.short_integer() else {
            return self.long_integer(ty);
        };
        match T::try_from(value) {
            Ok(value) => {
                self.at = end;
                Ok(value)
            }
            Err(_) => Err(DecodeError::at(Inexact::OutOfRange.reason(ty), self.at)),
        }
    }

    pub(crate) fn f64(&mut self) -> Result<f64, DecodeError> {
        if let Some((value, end)) = number::short_decimal(self.text.as_bytes(), self.at) {
            self.at = end;
            return Ok(value);
        }
        let text = self.number(Kind::Number)?;
        let value = text.parse::<f64>().ok().filter(|value| value.is_finite());
        value.ok_or_else(|| self.out_of_range("f64", text))
    }

    pub(crate) fn f32(&mut self) -> Result<f32, DecodeError> {
        let text = self.number(Kind::Number)?;
        let value = text.parse::<f32>().ok().filter(|value| value.is_finite());
        value.ok_or_else(|| self.out_of_range("f32", text))
    }

    pub(crate) fn value(&mut self) -> Result<Value, DecodeError> {
        Ok(match self.kind()? {
            Kind::Null => self.literal("null").map(|()| Value::Null)?,
            Kind::Boolean => Value::Bool(self.bool()?),
            Kind::Integer | Kind::Number => {
                Value::Number(Number::from_token(self.number(Kind::Number)?))
            }
            Kind::String => Value::String(self.string()?.into_owned()),
            Kind::Array => Value::Array(self.items()?),
            Kind::Object => Value::Object(self.entries()?),
        })
    }

    fn items(&mut self) -> Result<Vec<Value>, DecodeError> {
        self.begin_array()?;
        let (mut items, mut started) = (Vec::new(), false);
        while self.next_element(&mut started)? {
            items.push(self.value()?);
        }
        Ok(items)
    }

    fn entries(&mut self) -> Result<Map<Value>, DecodeError> {
        self.begin_object()?;
        let (mut entries, mut fields) = (Map::new(), Fields::unknown());
        while self.next_field(&mut fields)?.is_some() {
            let name = self.key()?.into_owned();
            let value = self.value()?;
            entries.insert(name, value);
        }
        Ok(entries)
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

    #[cold]
    fn out_of_range(&self, ty: &'static str, text: &str) -> DecodeError {
        DecodeError::at(Inexact::OutOfRange.reason(ty), self.at - text.len())
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
    fn search(&mut self, fields: &mut Fields, start: usize) -> Result<usize, DecodeError> {
        let (name, end) = self.string_behind(start)?;
        self.at = end;
        self.skip_whitespace();
        if self.peek() != Some(b':') {
            return Err(self.expected("expected `:`"));
        }
        self.at += 1;
        match fields.shape.find(&name, fields.next) {
            Some(index) => {
                fields.next = index + 1;
                Ok(index)
            }
            None => {
                self.key = (start, end);
                Ok(usize::MAX)
            }
        }
    }

    /// The string whose opening quote is before `start`, and the offset behind its closing quote.
    #[inline]
    fn string_behind(&self, start: usize) -> Result<(Cow<'a, str>, usize), DecodeError> {
        let bytes = self.text.as_bytes();
        let end = find_special(bytes, start);
        match bytes.get(end) {
            Some(b'"') => Ok((Cow::Borrowed(&self.text[start..end]), end + 1)),
            Some(b'\\') => unescape(self.text, start).map(|(value, end)| (Cow::Owned(value), end)),
            _ => Err(broken_string(bytes, end)),
        }
    }

    pub(super) fn literal(&mut self, word: &'static str) -> Result<(), DecodeError> {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        if !rest.starts_with(word.as_bytes()) {
            return Err(DecodeError::syntax("expected a value", self.at));
        }
        self.at += word.len();
        Ok(())
    }

    /// Passes a number and returns its text.
    #[inline]
    pub(super) fn number(&mut self, expected: Kind) -> Result<&'a str, DecodeError> {
        let Some(b'-' | b'0'..=b'9') = self.peek() else {
            return Err(self.unexpected(expected));
        };
        match number::scan(self.text.as_bytes(), self.at) {
            Ok(token) => {
                let text = &self.text[self.at..token.end];
                self.at = token.end;
                Ok(text)
            }
            Err(at) if at < self.text.len() => Err(DecodeError::syntax("expected a digit", at)),
            Err(at) => Err(DecodeError::at(DecodeReason::UnexpectedEnd, at)),
        }
    }

    /// An integer of at most 18 digits in plain notation and the offset behind it.
    #[inline]
    fn short_integer(&self) -> Option<(i64, usize)> {
        let bytes = self.text.as_bytes();
        let negative = self.peek() == Some(b'-');
        let first = self.at + usize::from(negative);
        let (mut at, mut value) = (first, 0i64);
        while let Some(digit @ b'0'..=b'9') = bytes.get(at) {
            if at - first == 18 {
                return None;
            }
            value = value * 10 + i64::from(digit - b'0');
            at += 1;
        }
        let zero_first = at - first > 1 && bytes.get(first) == Some(&b'0');
        if at == first || zero_first || matches!(bytes.get(at), Some(b'.' | b'e' | b'E')) {
            return None;
        }
        Some((if negative { -value } else { value }, at))
    }

    #[cold]
    fn long_integer<T: TryFrom<i128>>(&mut self, ty: &'static str) -> Result<T, DecodeError> {
        let start = self.at;
        let text = self.number(Kind::Integer)?;
        let value = number::exact_integer(text)
            .and_then(|value| T::try_from(value).map_err(|_| Inexact::OutOfRange));
        value.map_err(|inexact| DecodeError::at(inexact.reason(ty), start))
    }
}
