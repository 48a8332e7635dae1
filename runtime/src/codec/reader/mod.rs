//! The reader that models are read from, whatever the format.
//!
//! A struct over an enum of backends rather than a type parameter, so that a model's `read` is
//! compiled once. What depends on a model's type is a thin shim over the rest.

mod model;
mod place;
mod scalar;

use std::borrow::Cow;

use super::error::{DecodeError, Kind};
use super::json::JsonReader;
use super::plain::PlainReader;
use super::shape::{NO_SHAPE, Shape};
use super::table::Table;
use super::tree::TreeReader;
use super::xml::XmlReader;
use crate::value::Value;

pub use place::Checkpoint;

/// A cursor over an input, at the start of a value, and how much of it may still be read again.
#[derive(Debug)]
pub struct Reader<'a>(Backend<'a>, usize);

/// How much may be read again, in bytes of JSON. Unions in unions try every type inside of every
/// other, which would be exponential in the depth of the input.
/// Tests take less, to be quick.
const REREADS: usize = if cfg!(test) { 1 << 20 } else { 1 << 30 };

#[derive(Debug)]
enum Backend<'a> {
    Json(JsonReader<'a>),
    Tree(TreeReader<'a>),
    Xml(XmlReader<'a>),
    Plain(PlainReader<'a>),
}

/// Where the reading of one object's properties stands.
#[derive(Debug)]
pub struct Fields {
    pub(crate) shape: &'static Table,
    /// The index of the field that is due in the description's order.
    pub(crate) next: usize,
    pub(crate) started: bool,
}

/// Where the reading of one array's items stands.
#[derive(Debug, Default)]
pub struct Elements {
    started: bool,
}
impl<'a> Reader<'a> {
    pub(crate) fn json(reader: JsonReader<'a>) -> Self {
        Self(Backend::Json(reader), REREADS)
    }

    pub(crate) fn tree(reader: TreeReader<'a>) -> Self {
        Self(Backend::Tree(reader), REREADS)
    }

    pub(crate) fn xml(reader: XmlReader<'a>) -> Self {
        Self(Backend::Xml(reader), REREADS)
    }

    pub(crate) fn plain(reader: PlainReader<'a>) -> Self {
        Self(Backend::Plain(reader), REREADS)
    }

    /// Ends the reading of a whole input: the value must be its last, and not have been read again
    /// too often on the way.
    pub(crate) fn finish<T>(&mut self, read: Result<T, DecodeError>) -> Result<T, DecodeError> {
        if let Backend::Plain(plain) = &self.0 {
            plain.check()?;
        }
        let value = read?;
        match &mut self.0 {
            Backend::Json(json) => json.finish().map(|()| value),
            Backend::Tree(_) | Backend::Xml(_) | Backend::Plain(_) => Ok(value),
        }
    }

    /// Enters an object.
    pub fn begin_object(&mut self, shape: &'static Shape) -> Result<Fields, DecodeError> {
        match &mut self.0 {
            Backend::Json(json) => json.begin_object()?,
            Backend::Tree(tree) => tree.begin_object()?,
            Backend::Xml(xml) => xml.begin_object(shape)?,
            Backend::Plain(plain) => return Err(plain.unsupported()),
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
            Backend::Plain(_) => Ok(None),
        }
    }

    /// The same, with JSON's part compiled into the one place that uses it.
    #[inline]
    pub(crate) fn next_entry(&mut self, fields: &mut Fields) -> Result<Option<usize>, DecodeError> {
        match &mut self.0 {
            Backend::Json(json) => json.next_field(fields),
            Backend::Tree(_) | Backend::Xml(_) | Backend::Plain(_) => self.next_field(fields),
        }
    }

    /// The name of the property that the shape lacks; to be taken before its value.
    pub fn key(&mut self) -> Result<Cow<'a, str>, DecodeError> {
        match &mut self.0 {
            Backend::Json(json) => json.key(),
            Backend::Tree(tree) => Ok(Cow::Borrowed(tree.key())),
            Backend::Xml(xml) => Ok(xml.key()),
            Backend::Plain(_) => Ok(Cow::Borrowed("")),
        }
    }

    /// Enters an object whose property names are data; its properties are all "unknown".
    pub fn begin_map(&mut self) -> Result<Fields, DecodeError> {
        self.begin_object(&NO_SHAPE)
    }

    /// Enters an array.
    pub fn begin_array(&mut self) -> Result<Elements, DecodeError> {
        match &mut self.0 {
            Backend::Json(json) => json.begin_array()?,
            Backend::Tree(tree) => tree.begin_array()?,
            Backend::Xml(xml) => xml.begin_array()?,
            Backend::Plain(plain) => return Err(plain.unsupported()),
        }
        Ok(Elements::default())
    }

    /// Enters an array whose items have the forms in XML that the fields of a shape say.
    pub(crate) fn begin_tuple(&mut self, shape: &'static Shape) -> Result<Elements, DecodeError> {
        match &mut self.0 {
            Backend::Xml(xml) => xml.begin_tuple(shape)?,
            Backend::Json(_) | Backend::Tree(_) | Backend::Plain(_) => return self.begin_array(),
        }
        Ok(Elements::default())
    }

    /// Goes on to the next item, or leaves the array and returns false.
    pub fn next_element(&mut self, elements: &mut Elements) -> Result<bool, DecodeError> {
        match &mut self.0 {
            Backend::Json(json) => json.next_element(&mut elements.started),
            Backend::Tree(tree) => Ok(tree.next_element()),
            Backend::Xml(xml) => Ok(xml.next_element()),
            Backend::Plain(_) => Ok(false),
        }
    }

    /// Passes a null, if one is ahead.
    #[inline]
    pub fn null(&mut self) -> Result<bool, DecodeError> {
        match &mut self.0 {
            Backend::Json(json) => json.null(),
            Backend::Tree(tree) => Ok(tree.null()),
            Backend::Xml(xml) => Ok(xml.null()),
            Backend::Plain(_) => Ok(false),
        }
    }

    /// Reads whatever is there.
    pub fn value(&mut self) -> Result<Value, DecodeError> {
        match &mut self.0 {
            Backend::Json(json) => json.value(),
            Backend::Tree(tree) => Ok(tree.value()),
            Backend::Xml(xml) => Ok(xml.value()),
            Backend::Plain(plain) => Err(plain.unsupported()),
        }
    }

    /// Passes over a value.
    pub fn skip(&mut self) -> Result<(), DecodeError> {
        match &mut self.0 {
            Backend::Json(json) => json.skip(),
            Backend::Tree(_) | Backend::Xml(_) | Backend::Plain(_) => Ok(()),
        }
    }

    /// The kind of the value ahead. Formats that write every scalar as text say "string" for all.
    pub fn peek(&mut self) -> Result<Kind, DecodeError> {
        match &mut self.0 {
            Backend::Json(json) => json.kind(),
            Backend::Tree(tree) => Ok(tree.kind()),
            Backend::Xml(xml) => Ok(xml.kind()),
            Backend::Plain(_) => Ok(Kind::String),
        }
    }
}

impl Reader<'_> {
    /// Whether the input itself says which kinds its values are of, and what it lacks is not there.
    pub(crate) fn is_exact(&self) -> bool {
        match &self.0 {
            Backend::Json(_) => true,
            Backend::Tree(tree) => !tree.is_lenient(),
            Backend::Xml(_) | Backend::Plain(_) => false,
        }
    }

    /// Whether a property's name alone does not say which property it is.
    pub(crate) fn names_depend_on_shapes(&self) -> bool {
        match &self.0 {
            Backend::Xml(_) => true,
            Backend::Json(_) | Backend::Tree(_) | Backend::Plain(_) => false,
        }
    }

    /// The kind of the object or array that the text ahead is written for, where it is for one.
    pub(crate) fn nested_kind(&self) -> Option<Kind> {
        match &self.0 {
            Backend::Tree(tree) => tree.nested_kind(),
            Backend::Json(_) | Backend::Xml(_) | Backend::Plain(_) => None,
        }
    }
}

impl Fields {
    pub(crate) fn of(shape: &'static Table) -> Self {
        Self {
            shape,
            next: 0,
            started: false,
        }
    }

    /// Properties that all are unknown.
    pub(crate) fn unknown() -> Self {
        Self::of(&NO_SHAPE)
    }
}
