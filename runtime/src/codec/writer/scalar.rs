//! What a writer takes where a value is due and no object or array begins.

use std::fmt;

use super::{Backend, Writer};
use crate::codec::base64;
use crate::codec::encode_error::EncodeReason;
use crate::codec::model::Model;
use crate::codec::number::shortest;
use crate::value::{Number, Value};

impl Writer<'_> {
    /// Writes a null.
    pub fn null(&mut self) {
        match &mut self.backend {
            Backend::Json(json) => json.raw("null"),
            Backend::Tree(tree, _) => tree.put(Value::Null),
            Backend::Xml(xml) => xml.null(),
            Backend::Plain(plain) => plain.refuse("a null"),
            Backend::Show(show) => show.raw("null"),
        }
    }

    /// Writes a boolean.
    pub fn bool(&mut self, value: bool) {
        match &mut self.backend {
            Backend::Json(json) => json.raw(if value { "true" } else { "false" }),
            Backend::Tree(tree, _) => tree.bool(value),
            Backend::Xml(xml) => xml.scalar(if value { "true" } else { "false" }),
            Backend::Plain(plain) => plain.scalar(if value { "true" } else { "false" }),
            Backend::Show(show) => show.raw(if value { "true" } else { "false" }),
        }
    }

    /// Writes an integer.
    pub fn i64(&mut self, value: i64) {
        self.number_text(itoa::Buffer::new().format(value));
    }

    /// Writes an integer.
    pub fn u64(&mut self, value: u64) {
        self.number_text(itoa::Buffer::new().format(value));
    }

    /// Writes the shortest number that reads back as this one; infinities and NaN are an error.
    pub fn f64(&mut self, value: f64) {
        if value.is_finite() {
            self.number_text(shortest(zmij::Buffer::new().format_finite(value)));
        } else {
            self.non_finite(&value);
        }
    }

    /// Writes the shortest number that reads back as this one; infinities and NaN are an error.
    pub fn f32(&mut self, value: f32) {
        if value.is_finite() {
            self.number_text(shortest(zmij::Buffer::new().format_finite(value)));
        } else {
            self.non_finite(&value);
        }
    }

    // No format but this one has a form for them.
    #[cold]
    fn non_finite(&mut self, value: &dyn fmt::Debug) {
        match &mut self.backend {
            Backend::Show(show) => show.debug(value),
            _ => self.fail(EncodeReason::NonFinite),
        }
    }

    /// Writes a number as it is spelled.
    pub fn number(&mut self, value: &Number) {
        value.with_text(|text| self.number_text(text));
    }

    #[inline]
    fn number_text(&mut self, text: &str) {
        match &mut self.backend {
            Backend::Json(json) => json.raw(text),
            Backend::Tree(tree, _) => tree.number(text),
            Backend::Xml(xml) => xml.scalar(text),
            Backend::Plain(plain) => plain.scalar(text),
            Backend::Show(show) => show.raw(text),
        }
    }

    /// Writes a string.
    #[inline]
    pub fn string(&mut self, text: &str) {
        match &mut self.backend {
            Backend::Json(json) => json.string(text),
            _ => self.string_elsewhere(text),
        }
    }

    #[inline(never)]
    fn string_elsewhere(&mut self, text: &str) {
        match &mut self.backend {
            Backend::Json(_) => {}
            Backend::Tree(tree, _) => tree.string(text),
            Backend::Xml(xml) => xml.scalar(text),
            Backend::Plain(plain) => plain.string(text),
            Backend::Show(show) => show.string(text),
        }
    }

    /// Writes a text that `Debug` does not show.
    pub fn secret(&mut self, text: &str) {
        match &mut self.backend {
            Backend::Show(show) => show.secret(),
            _ => self.string(text),
        }
    }

    /// Writes the text of a variant that has no other value, and whose name `Debug` shows.
    pub fn constant(&mut self, name: &'static str, text: &str) {
        match &mut self.backend {
            Backend::Show(show) => show.raw(name),
            _ => self.string(text),
        }
    }

    /// Whether this is for `Debug`, which shows a listed value by its name.
    pub fn shows(&mut self, value: &dyn fmt::Debug) -> bool {
        match &mut self.backend {
            Backend::Show(show) => {
                show.debug(value);
                true
            }
            _ => false,
        }
    }

    /// Writes bytes: as they are where they are the whole body, else in base64.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) {
        match &mut self.backend {
            Backend::Plain(plain) => plain.bytes(bytes),
            Backend::Show(show) => show.bytes(bytes),
            Backend::Json(_) | Backend::Tree(..) | Backend::Xml(_) => {
                self.string(&base64::encode(bytes));
            }
        }
    }

    /// Writes any value.
    pub fn value(&mut self, value: &Value) {
        match &mut self.backend {
            Backend::Json(json) => json.value(value),
            Backend::Tree(tree, _) => tree.value(value),
            Backend::Plain(plain) => plain.value(value),
            Backend::Xml(_) | Backend::Show(_) => self.value_by_parts(value),
        }
    }

    fn value_by_parts(&mut self, value: &Value) {
        match value {
            Value::Null => self.null(),
            Value::Bool(value) => self.bool(*value),
            Value::Number(number) => self.number(number),
            Value::String(text) => self.string(text),
            Value::Array(items) => items.write(self),
            Value::Object(entries) => entries.write(self),
        }
    }
}
