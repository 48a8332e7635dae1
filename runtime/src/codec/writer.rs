//! The writer that models are written to, whatever the format.
//!
//! No method returns an error: the writer remembers the first one and the end reports it.

use super::error::{EncodeError, EncodeReason};
use super::json::JsonWriter;
use super::model::{Additional, Model};
use super::shape::{Field, Shape};
use super::tree::TreeWriter;
use crate::value::{Number, Value};

/// An output in some format.
#[derive(Debug)]
pub struct Writer<'w> {
    backend: Backend<'w>,
    error: Option<EncodeError>,
    last_field: Option<&'static str>,
}

#[derive(Debug)]
enum Backend<'w> {
    Json(JsonWriter<'w>),
    Tree(TreeWriter),
}

impl<'w> Writer<'w> {
    pub(crate) fn json(out: &'w mut Vec<u8>) -> Self {
        Self::over(Backend::Json(JsonWriter::new(out)))
    }

    pub(crate) fn tree() -> Self {
        Self::over(Backend::Tree(TreeWriter::default()))
    }

    fn over(backend: Backend<'w>) -> Self {
        Self {
            backend,
            error: None,
            last_field: None,
        }
    }

    /// Ends the output; returns the tree, if that is what was written.
    pub(crate) fn finish(self) -> Result<Value, EncodeError> {
        if let Some(error) = self.error {
            return Err(error);
        }
        Ok(match self.backend {
            Backend::Json(_) => Value::Null,
            Backend::Tree(tree) => tree.finish(),
        })
    }

    /// Begins an object.
    pub fn begin_object(&mut self, _shape: &'static Shape) {
        match &mut self.backend {
            Backend::Json(json) => json.begin(b'{'),
            Backend::Tree(tree) => tree.begin_object(),
        }
    }

    /// Ends an object or a map.
    pub fn end_object(&mut self) {
        match &mut self.backend {
            Backend::Json(json) => json.end(b'}'),
            Backend::Tree(tree) => tree.end(),
        }
    }

    /// Begins an object whose property names are data.
    pub fn begin_map(&mut self) {
        match &mut self.backend {
            Backend::Json(json) => json.begin(b'{'),
            Backend::Tree(tree) => tree.begin_object(),
        }
    }

    /// Begins a property; its value follows.
    pub fn field(&mut self, field: &'static Field) {
        self.last_field = Some(field.name);
        match &mut self.backend {
            Backend::Json(json) => json.field(field),
            Backend::Tree(tree) => tree.key(field.name),
        }
    }

    /// Begins a property whose name is data; its value follows.
    pub fn key(&mut self, name: &str) {
        match &mut self.backend {
            Backend::Json(json) => json.key(name),
            Backend::Tree(tree) => tree.key(name),
        }
    }

    /// Begins an array.
    pub fn begin_array(&mut self) {
        match &mut self.backend {
            Backend::Json(json) => json.begin(b'['),
            Backend::Tree(tree) => tree.begin_array(),
        }
    }

    /// Begins an item; its value follows.
    pub fn element(&mut self) {
        match &mut self.backend {
            Backend::Json(json) => json.element(),
            Backend::Tree(_) => {}
        }
    }

    /// Ends an array.
    pub fn end_array(&mut self) {
        match &mut self.backend {
            Backend::Json(json) => json.end(b']'),
            Backend::Tree(tree) => tree.end(),
        }
    }

    /// Writes a null.
    pub fn null(&mut self) {
        match &mut self.backend {
            Backend::Json(json) => json.raw("null"),
            Backend::Tree(tree) => tree.put(Value::Null),
        }
    }

    /// Writes a boolean.
    pub fn bool(&mut self, value: bool) {
        match &mut self.backend {
            Backend::Json(json) => json.raw(if value { "true" } else { "false" }),
            Backend::Tree(tree) => tree.put(Value::Bool(value)),
        }
    }

    /// Writes an integer.
    pub fn i64(&mut self, value: i64) {
        match &mut self.backend {
            Backend::Json(json) => json.raw(itoa::Buffer::new().format(value)),
            Backend::Tree(tree) => tree.put(Value::Number(value.into())),
        }
    }

    /// Writes an integer.
    pub fn u64(&mut self, value: u64) {
        match &mut self.backend {
            Backend::Json(json) => json.raw(itoa::Buffer::new().format(value)),
            Backend::Tree(tree) => tree.put(Value::Number(value.into())),
        }
    }

    /// Writes the shortest number that reads back as this one; infinities and NaN are an error.
    pub fn f64(&mut self, value: f64) {
        if value.is_finite() {
            self.number_text(zmij::Buffer::new().format_finite(value));
        } else {
            self.fail(EncodeReason::NonFinite);
        }
    }

    /// Writes the shortest number that reads back as this one; infinities and NaN are an error.
    pub fn f32(&mut self, value: f32) {
        if value.is_finite() {
            self.number_text(zmij::Buffer::new().format_finite(value));
        } else {
            self.fail(EncodeReason::NonFinite);
        }
    }

    fn number_text(&mut self, text: &str) {
        match &mut self.backend {
            Backend::Json(json) => json.raw(text),
            Backend::Tree(tree) => tree.put(Value::Number(Number::from_token(text))),
        }
    }

    /// Writes a string.
    pub fn string(&mut self, text: &str) {
        match &mut self.backend {
            Backend::Json(json) => json.string(text),
            Backend::Tree(tree) => tree.put(Value::String(text.to_owned())),
        }
    }

    /// Writes any value.
    pub fn value(&mut self, value: &Value) {
        match &mut self.backend {
            Backend::Json(json) => json.value(value),
            Backend::Tree(tree) => tree.put(value.clone()),
        }
    }

    /// Writes a property that is left out when there is no value.
    #[inline]
    pub fn optional<T: Model>(&mut self, field: &'static Field, value: &Option<T>) {
        if let Some(value) = value {
            self.required(field, value);
        }
    }

    /// Writes a property.
    #[inline]
    pub fn required<T: Model>(&mut self, field: &'static Field, value: &T) {
        self.field(field);
        value.write(self);
    }

    /// Writes the properties that the shape lacks.
    pub fn additional(&mut self, entries: &impl Additional) {
        entries.write_entries(self);
    }

    #[cold]
    pub(crate) fn fail(&mut self, reason: EncodeReason) {
        let field = self.last_field;
        self.error
            .get_or_insert_with(|| EncodeError::near(reason, field));
    }
}
