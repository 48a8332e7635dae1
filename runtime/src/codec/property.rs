//! Properties as an object's reader and writer see them: values behind a virtual call.
//!
//! A generated codec hands all of its properties over at once, in the order of its shape, and the
//! loop over them stands here. So the compiler sees two calls for each model, not several for each
//! property: `docs/decisions/0001-codec-form.md` has what that saves.

use super::error::DecodeError;
use super::model::{Additional, Model};
use super::reader::Reader;
use super::shape::Shape;
use super::table::{Presence, Property, Table};
use super::writer::Writer;

/// A property to be written.
pub trait WriteProperty {
    /// Writes name and value, unless the property is left out.
    fn write_property(&self, field: &'static Property, out: &mut Writer<'_>);
}

impl<T: Model> WriteProperty for T {
    #[inline]
    fn write_property(&self, field: &'static Property, out: &mut Writer<'_>) {
        self.write_field(field, out);
    }
}

/// The place that a property is read into.
pub trait ReadProperty {
    /// Reads the value that the reader stands at.
    fn fill(&mut self, input: &mut Reader<'_>) -> Result<(), DecodeError>;

    /// Forgets the value.
    fn clear(&mut self);

    /// Makes up for a value that is required and did not come, or says that it is missing.
    fn complete(&mut self, field: &Property, input: &Reader<'_>) -> Result<(), DecodeError>;
}

impl<T: Model> ReadProperty for Option<T> {
    #[inline]
    fn fill(&mut self, input: &mut Reader<'_>) -> Result<(), DecodeError> {
        match T::read(input) {
            Ok(value) => {
                *self = Some(value);
                Ok(())
            }
            Err(error) => Err(error),
        }
    }

    fn clear(&mut self) {
        *self = None;
    }

    fn complete(&mut self, field: &Property, input: &Reader<'_>) -> Result<(), DecodeError> {
        if self.is_none() {
            *self = Some(input.absent(field)?);
        }
        Ok(())
    }
}

/// What an object has beyond its properties where the description allows nothing: passed over.
#[derive(Debug)]
pub struct NoAdditional;

impl Additional for NoAdditional {
    fn write_entries(&self, _shape: &Table, _out: &mut Writer<'_>) {}

    fn read_entry(&mut self, input: &mut Reader<'_>) -> Result<(), DecodeError> {
        input.skip()
    }

    fn read_named(&mut self, _name: String, input: &mut Reader<'_>) -> Result<(), DecodeError> {
        input.skip()
    }
}

impl Writer<'_> {
    /// Writes an object: its properties in the order of the shape, and what it has beyond them.
    pub fn object(
        &mut self,
        shape: &'static Shape,
        properties: &[&dyn WriteProperty],
        additional: &dyn Additional,
    ) {
        self.begin_object(shape);
        self.properties(shape, properties, additional);
        additional.write_entries(shape, self);
        self.end_object();
    }

    /// Writes the properties of an object.
    pub(crate) fn properties(
        &mut self,
        shape: &'static Shape,
        properties: &[&dyn WriteProperty],
        additional: &dyn Additional,
    ) {
        if additional.has_nulls() {
            return self.properties_or_nulls(shape, properties, additional);
        }
        for (field, property) in shape.fields.iter().zip(properties) {
            if !self.leaves_out(field) {
                property.write_property(field, self);
            }
        }
    }

    /// A null that came where the description allows none goes back where it was, unless the
    /// property has a value by now.
    #[cold]
    fn properties_or_nulls(
        &mut self,
        shape: &'static Shape,
        properties: &[&dyn WriteProperty],
        additional: &dyn Additional,
    ) {
        for (field, property) in shape.fields.iter().zip(properties) {
            if self.leaves_out(field) {
                continue;
            }
            let is_written = self.has_written(|out| property.write_property(field, out));
            if !is_written && additional.keeps_null(field.name) {
                self.field(field);
                self.null();
            }
        }
    }
}

impl Reader<'_> {
    /// Reads an object: its properties into slots in the order of the shape, the rest beside them.
    /// Afterwards no slot of a required property is empty.
    pub fn object(
        &mut self,
        shape: &'static Shape,
        slots: &mut [&mut dyn ReadProperty],
        additional: &mut dyn Additional,
    ) -> Result<(), DecodeError> {
        let mut fields = self.begin_object(shape)?;
        let (shape, mut seen) = (fields.shape, 0);
        while let Some(index) = self.next_entry(&mut fields)? {
            match (slots.get_mut(index), shape.fields.get(index)) {
                (Some(slot), Some(field)) => {
                    seen |= Table::bit(index);
                    if field.presence == Presence::Optional && self.null()? {
                        slot.clear();
                        additional.keep_null(field.name);
                    } else {
                        slot.fill(self)?;
                    }
                }
                _ => additional.read_entry(self)?,
            }
        }
        if shape.is_complete(seen) {
            return Ok(());
        }
        self.complete(shape, slots)
    }

    #[cold]
    fn complete(
        &self,
        shape: &'static Table,
        slots: &mut [&mut dyn ReadProperty],
    ) -> Result<(), DecodeError> {
        for (field, slot) in shape.fields.iter().zip(slots) {
            if field.presence == Presence::Required {
                slot.complete(field, self)?;
            }
        }
        Ok(())
    }
}
