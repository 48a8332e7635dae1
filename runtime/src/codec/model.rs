//! What can be read and written: [`Model`], for scalars, collections and generated types.

use bytes::Bytes;

use super::error::DecodeError;
use super::reader::Reader;
use super::shape::NO_SHAPE;
use super::table::{Presence, Property, Table};
use super::writer::Writer;
use crate::value::{AdditionalProperties, Map, Number, Value};

/// A type that every codec can write and read.
pub trait Model: Sized {
    /// Writes the value; errors are remembered by the writer.
    fn write(&self, out: &mut Writer<'_>);

    /// Reads the value that the reader stands at.
    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError>;

    /// Writes the value as a property, unless it is left out.
    #[doc(hidden)]
    #[inline]
    fn write_field(&self, field: &'static Property, out: &mut Writer<'_>) {
        out.field(field);
        self.write(out);
    }

    /// The value that a format without a form for it leaves out: an empty array, a null.
    #[doc(hidden)]
    fn omitted() -> Option<Self> {
        None
    }

    /// The text, if the value is nothing else: it need not be written to be had.
    #[doc(hidden)]
    #[inline]
    fn as_text(&self) -> Option<&str> {
        None
    }

    /// Whether there is no value at all.
    #[doc(hidden)]
    #[inline]
    fn is_none(&self) -> bool {
        false
    }
}

/// A collection of the properties that a shape lacks.
pub trait Additional {
    /// Writes all of them as properties of the current object, but for nulls under names that the
    /// shape has.
    fn write_entries(&self, shape: &Table, out: &mut Writer<'_>);

    /// Reads the one that the reader stands at.
    fn read_entry(&mut self, input: &mut Reader<'_>) -> Result<(), DecodeError> {
        let name = input.key()?.into_owned();
        self.read_named(name, input)
    }

    /// The same where the name is known.
    fn read_named(&mut self, name: String, input: &mut Reader<'_>) -> Result<(), DecodeError>;

    /// Remembers that a property of the shape came as a null that it may not be, if there is a place
    /// for that.
    fn keep_null(&mut self, _name: &'static str) {}

    /// Whether any such null is kept.
    fn has_nulls(&self) -> bool {
        false
    }

    /// Whether such a null is kept for this property.
    fn keeps_null(&self, _name: &str) -> bool {
        false
    }
}

macro_rules! scalar_models {
    ($($ty:ident: $write:ident($from:ident => $value:expr),)*) => {$(
        impl Model for $ty {
            #[inline]
            fn write(&self, out: &mut Writer<'_>) {
                let $from = *self;
                out.$write($value);
            }

            #[inline]
            fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
                input.$ty()
            }
        }
    )*};
}

scalar_models! {
    bool: bool(value => value),
    i8: i64(value => i64::from(value)),
    i16: i64(value => i64::from(value)),
    i32: i64(value => i64::from(value)),
    i64: i64(value => value),
    u8: u64(value => u64::from(value)),
    u16: u64(value => u64::from(value)),
    u32: u64(value => u64::from(value)),
    u64: u64(value => value),
    f32: f32(value => value),
    f64: f64(value => value),
}

impl Model for String {
    #[inline]
    fn write(&self, out: &mut Writer<'_>) {
        out.string(self);
    }

    #[inline]
    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        input.owned_string()
    }

    #[inline]
    fn as_text(&self) -> Option<&str> {
        Some(self)
    }
}

/// Every digit and the spelling are kept.
impl Model for Number {
    fn write(&self, out: &mut Writer<'_>) {
        out.number(self);
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        input.number()
    }
}

/// Bytes are a whole body as they are, and base64 inside of JSON, XML and forms.
impl Model for Bytes {
    fn write(&self, out: &mut Writer<'_>) {
        out.bytes(self);
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        input.bytes()
    }
}

impl Model for Value {
    fn write(&self, out: &mut Writer<'_>) {
        out.value(self);
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        input.value()
    }
}

impl<T: Model> Model for Option<T> {
    fn write(&self, out: &mut Writer<'_>) {
        match self {
            Some(value) => value.write(out),
            None => out.null(),
        }
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        // Spelled out: closures and adapters would be compiled again for every model.
        if input.null()? {
            return Ok(None);
        }
        match T::read(input) {
            Ok(value) => Ok(Some(value)),
            Err(error) => Err(error),
        }
    }

    #[inline]
    fn write_field(&self, field: &'static Property, out: &mut Writer<'_>) {
        match self {
            Some(value) => {
                out.field(field);
                value.write(out);
            }
            None if field.presence == Presence::Required => {
                out.field(field);
                out.null();
            }
            None => {}
        }
    }

    fn omitted() -> Option<Self> {
        Some(None)
    }

    #[inline]
    fn is_none(&self) -> bool {
        Self::is_none(self)
    }
}

impl<T: Model> Model for Box<T> {
    fn write(&self, out: &mut Writer<'_>) {
        T::write(self, out);
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        match T::read(input) {
            Ok(value) => Ok(Self::new(value)),
            Err(error) => Err(error),
        }
    }

    fn omitted() -> Option<Self> {
        T::omitted().map(Self::new)
    }
}

impl<T: Model> Model for Vec<T> {
    fn write(&self, out: &mut Writer<'_>) {
        out.begin_array();
        for item in self {
            out.element();
            item.write(out);
        }
        out.end_array();
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let mut items = Self::new();
        let mut elements = input.begin_array()?;
        while input.next_element(&mut elements)? {
            items.push(T::read(input)?);
        }
        Ok(items)
    }

    fn omitted() -> Option<Self> {
        Some(Self::new())
    }
}

impl<T: Model> Model for Map<T> {
    fn write(&self, out: &mut Writer<'_>) {
        out.begin_map();
        self.write_entries(&NO_SHAPE, out);
        out.end_object();
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let mut map = Self::new();
        let mut fields = input.begin_map()?;
        while input.next_field(&mut fields)?.is_some() {
            map.read_entry(input)?;
        }
        Ok(map)
    }
}

impl<T: Model> Additional for Map<T> {
    fn write_entries(&self, _shape: &Table, out: &mut Writer<'_>) {
        for (name, value) in self {
            out.key(name);
            value.write(out);
        }
    }

    fn read_named(&mut self, name: String, input: &mut Reader<'_>) -> Result<(), DecodeError> {
        let value = T::read(input)?;
        self.insert(name, value);
        Ok(())
    }
}

impl Additional for AdditionalProperties {
    fn write_entries(&self, shape: &Table, out: &mut Writer<'_>) {
        if self.is_empty() {
            return;
        }
        for (name, value) in self {
            if !(value.is_null() && shape.names(name)) {
                out.key(name);
                out.value(value);
            }
        }
    }

    fn read_named(&mut self, name: String, input: &mut Reader<'_>) -> Result<(), DecodeError> {
        self.insert(name, input.value()?);
        Ok(())
    }

    fn keep_null(&mut self, name: &'static str) {
        self.insert(name, Value::Null);
    }

    fn has_nulls(&self) -> bool {
        !self.is_empty() && self.iter().any(|(_, value)| value.is_null())
    }

    fn keeps_null(&self, name: &str) -> bool {
        self.get(name).is_some_and(Value::is_null)
    }
}
