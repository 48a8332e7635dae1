//! The reader that models are read from, whatever the format.
//!
//! A struct over an enum of backends rather than a type parameter, so that a model's `read` is
//! compiled once. What depends on a model's type is a thin shim over the rest.

use std::borrow::Cow;

use super::error::{DecodeError, DecodeReason, Kind};
use super::json::{self, JsonReader};
use super::model::{Additional, Model};
use super::shape::{Field, Shape};
use super::tree::{self, TreeReader};
use super::xml::{self, XmlReader};
use crate::value::Value;

/// A cursor over an input, at the start of a value.
#[derive(Debug)]
pub struct Reader<'a>(Backend<'a>);

#[derive(Debug)]
enum Backend<'a> {
    Json(JsonReader<'a>),
    Tree(TreeReader<'a>),
    Xml(XmlReader<'a>),
}

/// Where the reading of one object's properties stands.
#[derive(Debug)]
pub struct Fields {
    pub(crate) shape: &'static Shape,
    /// The index of the field that is due in the description's order.
    pub(crate) next: usize,
    pub(crate) started: bool,
}

/// Where the reading of one array's items stands.
#[derive(Debug, Default)]
pub struct Elements {
    started: bool,
}

/// A value's start, to come back to while it is being read.
#[derive(Debug)]
pub struct Checkpoint<'a>(Place<'a>);

#[derive(Debug)]
enum Place<'a> {
    Json(json::Place),
    Tree(tree::Place<'a>),
    Xml(xml::Place),
}

impl<'a> Reader<'a> {
    pub(crate) fn json(reader: JsonReader<'a>) -> Self {
        Self(Backend::Json(reader))
    }

    pub(crate) fn tree(reader: TreeReader<'a>) -> Self {
        Self(Backend::Tree(reader))
    }

    pub(crate) fn xml(reader: XmlReader<'a>) -> Self {
        Self(Backend::Xml(reader))
    }

    /// Checks that the input ends behind the value.
    pub(crate) fn finish(&mut self) -> Result<(), DecodeError> {
        match &mut self.0 {
            Backend::Json(json) => json.finish(),
            Backend::Tree(_) | Backend::Xml(_) => Ok(()),
        }
    }

    /// Enters an object.
    pub fn begin_object(&mut self, shape: &'static Shape) -> Result<Fields, DecodeError> {
        match &mut self.0 {
            Backend::Json(json) => json.begin_object()?,
            Backend::Tree(tree) => tree.begin_object()?,
            Backend::Xml(xml) => xml.begin_object(shape)?,
        }
        Ok(Fields::of(shape))
    }

    /// Goes on to the value of the object's next property and returns the index of its field, or
    /// a number beyond all fields for a name that the shape lacks. Leaves the object at its end.
    pub fn next_field(&mut self, fields: &mut Fields) -> Result<Option<usize>, DecodeError> {
        match &mut self.0 {
            Backend::Json(json) => json.next_field(fields),
            Backend::Tree(tree) => Ok(tree.next_field(fields)),
            Backend::Xml(xml) => Ok(xml.next_field()),
        }
    }

    /// The name of the property that the shape lacks; to be taken before its value.
    pub fn key(&mut self) -> Result<Cow<'a, str>, DecodeError> {
        match &mut self.0 {
            Backend::Json(json) => json.key(),
            Backend::Tree(tree) => Ok(Cow::Borrowed(tree.key())),
            Backend::Xml(xml) => Ok(xml.key()),
        }
    }

    /// Enters an object whose property names are data; its properties are all "unknown".
    pub fn begin_map(&mut self) -> Result<Fields, DecodeError> {
        self.begin_object(&UNKNOWN)
    }

    /// Enters an array.
    pub fn begin_array(&mut self) -> Result<Elements, DecodeError> {
        match &mut self.0 {
            Backend::Json(json) => json.begin_array()?,
            Backend::Tree(tree) => tree.begin_array()?,
            Backend::Xml(xml) => xml.begin_array()?,
        }
        Ok(Elements::default())
    }

    /// Goes on to the next item, or leaves the array and returns false.
    pub fn next_element(&mut self, elements: &mut Elements) -> Result<bool, DecodeError> {
        match &mut self.0 {
            Backend::Json(json) => json.next_element(&mut elements.started),
            Backend::Tree(tree) => Ok(tree.next_element()),
            Backend::Xml(xml) => Ok(xml.next_element()),
        }
    }

    /// Passes a null, if one is ahead.
    #[inline]
    pub fn null(&mut self) -> Result<bool, DecodeError> {
        match &mut self.0 {
            Backend::Json(json) => json.null(),
            Backend::Tree(tree) => Ok(tree.null()),
            Backend::Xml(xml) => Ok(xml.null()),
        }
    }

    /// Reads a boolean.
    pub fn bool(&mut self) -> Result<bool, DecodeError> {
        match &mut self.0 {
            Backend::Json(json) => json.bool(),
            Backend::Tree(tree) => tree.bool(),
            Backend::Xml(xml) => xml.bool(),
        }
    }

    /// Reads an integer that fits exactly.
    pub fn i32(&mut self) -> Result<i32, DecodeError> {
        self.integer("i32")
    }

    /// Reads an integer that fits exactly.
    pub fn i64(&mut self) -> Result<i64, DecodeError> {
        self.integer("i64")
    }

    /// Reads an integer that fits exactly.
    pub fn u32(&mut self) -> Result<u32, DecodeError> {
        self.integer("u32")
    }

    /// Reads an integer that fits exactly.
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
            Backend::Tree(tree) => tree.integer(ty),
            Backend::Xml(xml) => xml.integer(ty),
        }
    }

    /// Reads the nearest float; numbers beyond its range are an error.
    pub fn f64(&mut self) -> Result<f64, DecodeError> {
        match &mut self.0 {
            Backend::Json(json) => json.f64(),
            Backend::Tree(tree) => tree.f64(),
            Backend::Xml(xml) => xml.f64(),
        }
    }

    /// Reads the nearest float; numbers beyond its range are an error.
    pub fn f32(&mut self) -> Result<f32, DecodeError> {
        match &mut self.0 {
            Backend::Json(json) => json.f32(),
            Backend::Tree(tree) => tree.f32(),
            Backend::Xml(xml) => xml.f32(),
        }
    }

    /// Reads a string.
    pub fn string(&mut self) -> Result<Cow<'a, str>, DecodeError> {
        match &mut self.0 {
            Backend::Json(json) => json.string(),
            Backend::Tree(tree) => tree.string().map(Cow::Borrowed),
            Backend::Xml(xml) => xml.string().map(Cow::Borrowed),
        }
    }

    /// Reads a string into memory of its own.
    pub(crate) fn owned_string(&mut self) -> Result<String, DecodeError> {
        match &mut self.0 {
            Backend::Json(json) => json.owned_string(),
            Backend::Tree(tree) => tree.string().map(str::to_owned),
            Backend::Xml(xml) => xml.string().map(str::to_owned),
        }
    }

    /// Reads whatever is there.
    pub fn value(&mut self) -> Result<Value, DecodeError> {
        match &mut self.0 {
            Backend::Json(json) => json.value(),
            Backend::Tree(tree) => Ok(tree.value()),
            Backend::Xml(xml) => Ok(xml.value()),
        }
    }

    /// Passes over a value.
    pub fn skip(&mut self) -> Result<(), DecodeError> {
        match &mut self.0 {
            Backend::Json(json) => json.skip(),
            Backend::Tree(_) | Backend::Xml(_) => Ok(()),
        }
    }

    /// The kind of the value ahead. Formats that write every scalar as text say "string" for all.
    pub fn peek(&mut self) -> Result<Kind, DecodeError> {
        match &mut self.0 {
            Backend::Json(json) => json.kind(),
            Backend::Tree(tree) => Ok(tree.kind()),
            Backend::Xml(xml) => Ok(xml.kind()),
        }
    }

    /// Remembers the value ahead, so that it can be read again.
    pub fn checkpoint(&self) -> Checkpoint<'a> {
        Checkpoint(match &self.0 {
            Backend::Json(json) => Place::Json(json.place()),
            Backend::Tree(tree) => Place::Tree(tree.place()),
            Backend::Xml(xml) => Place::Xml(xml.place()),
        })
    }

    /// Goes back to a value, whether or not it was read without an error. The object or array
    /// around it must not have gone on since.
    pub fn rewind(&mut self, checkpoint: &Checkpoint<'a>) {
        match (&mut self.0, &checkpoint.0) {
            (Backend::Json(json), Place::Json(place)) => json.return_to(*place),
            (Backend::Tree(tree), Place::Tree(place)) => tree.return_to(*place),
            (Backend::Xml(xml), Place::Xml(place)) => xml.return_to(*place),
            // A checkpoint of another input: nothing to return to.
            (Backend::Json(_) | Backend::Tree(_) | Backend::Xml(_), _) => {}
        }
    }

    /// Reads a model.
    #[inline]
    pub fn read<T: Model>(&mut self) -> Result<T, DecodeError> {
        T::read(self)
    }

    /// Reads a model, or `None` where there is a null.
    #[inline]
    pub fn read_optional<T: Model>(&mut self) -> Result<Option<T>, DecodeError> {
        if self.null()? {
            Ok(None)
        } else {
            T::read(self).map(Some)
        }
    }

    /// Reads the property that the shape lacks into a collection of such.
    pub fn read_additional(&mut self, into: &mut impl Additional) -> Result<(), DecodeError> {
        let name = self.key()?.into_owned();
        into.read_entry(name, self)
    }

    /// Returns a required property's value, once the object has ended.
    #[inline]
    pub fn require<T: Model>(&self, value: Option<T>, field: &Field) -> Result<T, DecodeError> {
        match value {
            Some(value) => Ok(value),
            None => self.absent(field),
        }
    }

    #[cold]
    fn absent<T: Model>(&self, field: &Field) -> Result<T, DecodeError> {
        let value = if self.omits(field) {
            T::omitted()
        } else {
            None
        };
        value.ok_or_else(|| self.missing(field))
    }

    /// Whether the format leaves out a field that has an empty array or a null for a value.
    fn omits(&self, field: &Field) -> bool {
        match &self.0 {
            Backend::Json(_) => false,
            Backend::Tree(tree) => tree.is_lenient(),
            Backend::Xml(_) => XmlReader::omits(field),
        }
    }

    fn missing(&self, field: &Field) -> DecodeError {
        let reason = DecodeReason::MissingField { name: field.name };
        match &self.0 {
            // The object's closing brace stands just before the cursor.
            Backend::Json(json) => DecodeError::at(reason, json.offset().saturating_sub(1)),
            Backend::Tree(tree) => tree.error(reason),
            Backend::Xml(xml) => xml.error(reason),
        }
    }

    /// Returns an error at the value ahead.
    pub(crate) fn error(&self, reason: DecodeReason) -> DecodeError {
        match &self.0 {
            Backend::Json(json) => DecodeError::at(reason, json.offset()),
            Backend::Tree(tree) => tree.error(reason),
            Backend::Xml(xml) => xml.error(reason),
        }
    }
}

static UNKNOWN: Shape = Shape::new("object", &[]);

impl Fields {
    pub(crate) fn of(shape: &'static Shape) -> Self {
        Self {
            shape,
            next: 0,
            started: false,
        }
    }

    /// Properties that all are unknown.
    pub(crate) fn unknown() -> Self {
        Self::of(&UNKNOWN)
    }
}
