//! Reads a scalar from a whole body. Nothing is trimmed: white space is part of a text and of no
//! number.

use std::borrow::Cow;

use bytes::Bytes;

use crate::codec::charset::decode_plain_text;
use crate::codec::error::{DecodeError, DecodeReason, Kind};
use crate::codec::{number, text};
use crate::value::Number;

#[derive(Debug)]
pub(crate) struct PlainReader<'a> {
    body: &'a [u8],
    /// The `Content-Type` as it came.
    media_type: &'a str,
    content: Content<'a>,
}

#[derive(Debug)]
enum Content<'a> {
    /// With its character set, where one is declared.
    Text(Option<Cow<'a, str>>),
    Binary,
    /// Nothing any more: too much was read again.
    Exhausted,
}

impl<'a> PlainReader<'a> {
    pub(crate) fn text(body: &'a [u8], media_type: &'a str, charset: Option<Cow<'a, str>>) -> Self {
        Self {
            body,
            media_type,
            content: Content::Text(charset),
        }
    }

    pub(crate) fn binary(body: &'a [u8], media_type: &'a str) -> Self {
        Self {
            body,
            media_type,
            content: Content::Binary,
        }
    }

    /// Returns a reader of an input that must not be read on.
    pub(crate) fn exhausted() -> Self {
        Self {
            body: &[],
            media_type: "",
            content: Content::Exhausted,
        }
    }

    /// Checks that the input may be read.
    pub(crate) fn check(&self) -> Result<(), DecodeError> {
        match self.content {
            Content::Text(_) | Content::Binary => Ok(()),
            Content::Exhausted => Err(DecodeError::new(DecodeReason::WorkExceeded)),
        }
    }

    /// The body as it came, whatever its character set.
    pub(crate) fn bytes(&self) -> Bytes {
        Bytes::copy_from_slice(self.body)
    }

    pub(crate) fn string(&self) -> Result<Cow<'a, str>, DecodeError> {
        match &self.content {
            Content::Text(charset) => decode_plain_text(self.body, charset.as_deref()),
            Content::Binary => match std::str::from_utf8(self.body) {
                Ok(text) => Ok(Cow::Borrowed(text)),
                Err(error) => Err(DecodeError::at(
                    DecodeReason::InvalidCharset { charset: "utf-8" },
                    error.valid_up_to(),
                )),
            },
            Content::Exhausted => Err(self.unsupported()),
        }
    }

    pub(crate) fn bool(&self) -> Result<bool, DecodeError> {
        match self.scalar()?.as_ref() {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(no_scalar(Kind::Boolean)),
        }
    }

    pub(crate) fn integer<T: TryFrom<i128>>(&self, ty: &'static str) -> Result<T, DecodeError> {
        let number = self.number(Kind::Integer)?;
        number::exact(&number, ty).map_err(DecodeError::new)
    }

    pub(crate) fn f64(&self) -> Result<f64, DecodeError> {
        let number = self.number(Kind::Number)?;
        number.with_text(text::parse_f64).map_err(DecodeError::new)
    }

    pub(crate) fn f32(&self) -> Result<f32, DecodeError> {
        let number = self.number(Kind::Number)?;
        number.with_text(text::parse_f32).map_err(DecodeError::new)
    }

    /// The error of a value that has no form here.
    #[cold]
    pub(crate) fn unsupported(&self) -> DecodeError {
        DecodeError::unsupported_media_type(self.media_type)
    }

    pub(crate) fn number(&self, expected: Kind) -> Result<Number, DecodeError> {
        Number::parse(&self.scalar()?).ok_or_else(|| no_scalar(expected))
    }

    /// The text of a number or boolean, which bytes do not hold.
    fn scalar(&self) -> Result<Cow<'a, str>, DecodeError> {
        match self.content {
            Content::Text(_) => self.string(),
            Content::Binary | Content::Exhausted => Err(self.unsupported()),
        }
    }
}

#[cold]
fn no_scalar(expected: Kind) -> DecodeError {
    DecodeError::new(DecodeReason::UnexpectedType {
        expected,
        found: Kind::String,
    })
}
