//! Reads scalars in whatever format.

use std::borrow::Cow;

use bytes::Bytes;

use super::{Backend, Reader};
use crate::codec::base64;
use crate::codec::error::{DecodeError, DecodeReason, Kind};
use crate::codec::model::Model;
use crate::value::Number;

impl<'a> Reader<'a> {
    /// Reads a boolean.
    pub fn bool(&mut self) -> Result<bool, DecodeError> {
        match &mut self.0 {
            Backend::Json(json) => json.bool(),
            Backend::Tree(tree) => tree.bool(),
            Backend::Xml(xml) => xml.bool(),
            Backend::Plain(plain) => plain.bool(),
        }
    }

    /// Reads an integer that fits exactly.
    #[inline]
    pub fn i8(&mut self) -> Result<i8, DecodeError> {
        self.integer("i8")
    }

    /// Reads an integer that fits exactly.
    #[inline]
    pub fn i16(&mut self) -> Result<i16, DecodeError> {
        self.integer("i16")
    }

    /// Reads an integer that fits exactly.
    #[inline]
    pub fn i32(&mut self) -> Result<i32, DecodeError> {
        self.integer("i32")
    }

    /// Reads an integer that fits exactly.
    #[inline]
    pub fn i64(&mut self) -> Result<i64, DecodeError> {
        self.integer("i64")
    }

    /// Reads an integer that fits exactly.
    #[inline]
    pub fn u8(&mut self) -> Result<u8, DecodeError> {
        self.integer("u8")
    }

    /// Reads an integer that fits exactly.
    #[inline]
    pub fn u16(&mut self) -> Result<u16, DecodeError> {
        self.integer("u16")
    }

    /// Reads an integer that fits exactly.
    #[inline]
    pub fn u32(&mut self) -> Result<u32, DecodeError> {
        self.integer("u32")
    }

    /// Reads an integer that fits exactly.
    #[inline]
    pub fn u64(&mut self) -> Result<u64, DecodeError> {
        self.integer("u64")
    }

    #[inline]
    fn integer<T>(&mut self, ty: &'static str) -> Result<T, DecodeError>
    where
        T: TryFrom<i64> + TryFrom<i128>,
    {
        match &mut self.0 {
            Backend::Json(json) => json.integer(ty),
            Backend::Tree(_) | Backend::Xml(_) | Backend::Plain(_) => self.integer_elsewhere(ty),
        }
    }

    #[inline(never)]
    fn integer_elsewhere<T: TryFrom<i128>>(&self, ty: &'static str) -> Result<T, DecodeError> {
        match &self.0 {
            Backend::Tree(tree) => tree.integer(ty),
            Backend::Xml(xml) => xml.integer(ty),
            Backend::Plain(plain) => plain.integer(ty),
            Backend::Json(json) => Err(json.unexpected(Kind::Integer)),
        }
    }

    /// Reads the nearest float; numbers beyond its range are an error.
    pub fn f64(&mut self) -> Result<f64, DecodeError> {
        match &mut self.0 {
            Backend::Json(json) => json.f64(),
            Backend::Tree(tree) => tree.f64(),
            Backend::Xml(xml) => xml.f64(),
            Backend::Plain(plain) => plain.f64(),
        }
    }

    /// Reads the nearest float; numbers beyond its range are an error.
    pub fn f32(&mut self) -> Result<f32, DecodeError> {
        match &mut self.0 {
            Backend::Json(json) => json.f32(),
            Backend::Tree(tree) => tree.f32(),
            Backend::Xml(xml) => xml.f32(),
            Backend::Plain(plain) => plain.f32(),
        }
    }

    /// Reads a number as it is written.
    pub fn number(&mut self) -> Result<Number, DecodeError> {
        match &mut self.0 {
            Backend::Json(json) => json.number(Kind::Number).map(Number::from_token),
            Backend::Tree(tree) => tree.number(),
            Backend::Xml(xml) => xml.number(),
            Backend::Plain(plain) => plain.number(Kind::Number),
        }
    }

    /// Reads a string.
    pub fn string(&mut self) -> Result<Cow<'a, str>, DecodeError> {
        match &mut self.0 {
            Backend::Json(json) => json.string(),
            Backend::Tree(tree) => tree.string().map(Cow::Borrowed),
            Backend::Xml(xml) => xml.string().map(Cow::Borrowed),
            Backend::Plain(plain) => plain.string(),
        }
    }

    /// Reads a string into memory of its own.
    #[inline]
    pub(crate) fn owned_string(&mut self) -> Result<String, DecodeError> {
        match &mut self.0 {
            Backend::Json(json) => json.owned_string(),
            Backend::Tree(_) | Backend::Xml(_) | Backend::Plain(_) => self.copied_string(),
        }
    }

    #[inline(never)]
    fn copied_string(&mut self) -> Result<String, DecodeError> {
        self.string().map(Cow::into_owned)
    }

    /// Reads a string into what is made of text.
    pub fn text<T: for<'t> From<&'t str>>(&mut self) -> Result<T, DecodeError> {
        match self.string() {
            Ok(text) => Ok(T::from(&text)),
            Err(error) => Err(error),
        }
    }

    /// Reads a value into what is made of one.
    pub fn made_of<M: Model, T: From<M>>(&mut self) -> Result<T, DecodeError> {
        match M::read(self) {
            Ok(value) => Ok(T::from(value)),
            Err(error) => Err(error),
        }
    }

    /// Reads bytes: a whole body as it is, else base64.
    pub(crate) fn bytes(&mut self) -> Result<Bytes, DecodeError> {
        if let Backend::Plain(plain) = &self.0 {
            return Ok(plain.bytes());
        }
        let start = self.checkpoint();
        if let Some(bytes) = base64::decode(&self.string()?) {
            return Ok(bytes.into());
        }
        self.rewind(&start);
        Err(self.error(DecodeReason::InvalidBase64))
    }
}
