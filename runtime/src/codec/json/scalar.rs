//! Reads scalars: literals, strings and numbers.

use std::borrow::Cow;

use super::read::JsonReader;
use super::scan::find_special;
use crate::codec::error::{DecodeError, DecodeReason, Kind};
use crate::codec::number::{self, Inexact};

impl<'a> JsonReader<'a> {
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
        let bytes = self.text.as_bytes();
        if self.peek() == Some(b'"') {
            let start = self.at + 1;
            let end = find_special(bytes, start);
            if bytes.get(end) == Some(&b'"') {
                self.at = end + 1;
                return Ok(String::from(&self.text[start..end]));
            }
        }
        self.long_string()
    }

    /// A string with escapes, or something else.
    #[inline(never)]
    fn long_string(&mut self) -> Result<String, DecodeError> {
        self.string().map(Cow::into_owned)
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

    #[inline]
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

    #[cold]
    fn out_of_range(&self, ty: &'static str, text: &str) -> DecodeError {
        DecodeError::at(Inexact::OutOfRange.reason(ty), self.at - text.len())
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
    pub(crate) fn number(&mut self, expected: Kind) -> Result<&'a str, DecodeError> {
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
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "a call costs more than most integers")]
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
