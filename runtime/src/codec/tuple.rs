//! Arrays whose first items have a type each.
//!
//! As with the properties of objects, a generated codec hands all items over at once and the loop
//! over them stands here. The first items must be there, those behind them may be missing from some
//! position on, and the rest are of one type.

use super::encode_error::EncodeReason;
use super::error::{DecodeError, DecodeReason};
use super::model::Model;
use super::property::NoAdditional;
use super::reader::{Elements, Reader};
use super::shape::Shape;
use super::table::Property;
use super::writer::Writer;

/// An item to be written.
pub trait WriteItem {
    /// Whether there is none, if it may be missing.
    fn is_missing(&self) -> bool;

    /// Writes the value.
    fn write_item(&self, out: &mut Writer<'_>);
}

impl<T: Model> WriteItem for T {
    fn is_missing(&self) -> bool {
        self.is_none()
    }

    fn write_item(&self, out: &mut Writer<'_>) {
        self.write(out);
    }
}

/// The place that an item is read into.
pub trait ReadItem {
    /// Reads the value that the reader stands at.
    fn fill(&mut self, input: &mut Reader<'_>) -> Result<(), DecodeError>;
}

impl<T: Model> ReadItem for Option<T> {
    fn fill(&mut self, input: &mut Reader<'_>) -> Result<(), DecodeError> {
        match T::read(input) {
            Ok(value) => {
                *self = Some(value);
                Ok(())
            }
            Err(error) => Err(error),
        }
    }
}

/// The items behind those with types of their own.
pub trait Rest {
    /// How many there are.
    fn count(&self) -> usize;

    /// Writes the one at a position.
    fn write_item(&self, index: usize, out: &mut Writer<'_>);

    /// Reads one more.
    fn read_item(&mut self, input: &mut Reader<'_>) -> Result<(), DecodeError>;
}

impl<T: Model> Rest for Vec<T> {
    fn count(&self) -> usize {
        self.len()
    }

    fn write_item(&self, index: usize, out: &mut Writer<'_>) {
        if let Some(item) = self.get(index) {
            item.write(out);
        }
    }

    fn read_item(&mut self, input: &mut Reader<'_>) -> Result<(), DecodeError> {
        self.push(T::read(input)?);
        Ok(())
    }
}

/// Where the description allows no more items, they are passed over.
impl Rest for NoAdditional {
    fn count(&self) -> usize {
        0
    }

    fn write_item(&self, _index: usize, _out: &mut Writer<'_>) {}

    fn read_item(&mut self, input: &mut Reader<'_>) -> Result<(), DecodeError> {
        input.skip()
    }
}

impl Writer<'_> {
    /// Writes an array: its items up to the last one that is there, and the rest. So many of the
    /// items are always there. One that is missing before others is an error.
    pub fn tuple(&mut self, required: usize, items: &[&dyn WriteItem], rest: &dyn Rest) {
        self.begin_array();
        self.items(&[], required, items, rest);
        self.end_array();
    }

    /// The same where the fields of a shape say, by position, what the items are in XML.
    pub fn tuple_of(
        &mut self,
        shape: &'static Shape,
        required: usize,
        items: &[&dyn WriteItem],
        rest: &dyn Rest,
    ) {
        self.begin_tuple(shape);
        self.items(&shape.fields, required, items, rest);
        self.end_array();
    }

    fn items(
        &mut self,
        fields: &'static [Property],
        required: usize,
        items: &[&dyn WriteItem],
        rest: &dyn Rest,
    ) {
        let optional = items.get(required..).unwrap_or_default();
        let last = optional.iter().rposition(|item| !item.is_missing());
        let count = match rest.count() {
            0 => required + last.map_or(0, |last| last + 1),
            _ => items.len(),
        };
        for (index, item) in items.iter().enumerate().take(count) {
            if index >= required && item.is_missing() {
                let what = "an item that is missing before others";
                self.fail(EncodeReason::Unrepresentable { what });
            }
            match fields.get(index) {
                Some(field) => self.position(field),
                None => self.element(),
            }
            item.write_item(self);
        }
        for index in 0..rest.count() {
            self.element();
            rest.write_item(index, self);
        }
    }
}

impl Reader<'_> {
    /// Reads an array: its first items into slots, of which so many are filled afterwards, and the
    /// rest beside them.
    pub fn tuple(
        &mut self,
        required: usize,
        slots: &mut [&mut dyn ReadItem],
        rest: &mut dyn Rest,
    ) -> Result<(), DecodeError> {
        let elements = self.begin_array()?;
        self.items(elements, required, slots, rest)
    }

    /// The same where the fields of a shape say, by position, what the items are in XML.
    pub fn tuple_of(
        &mut self,
        shape: &'static Shape,
        required: usize,
        slots: &mut [&mut dyn ReadItem],
        rest: &mut dyn Rest,
    ) -> Result<(), DecodeError> {
        let elements = self.begin_tuple(shape)?;
        self.items(elements, required, slots, rest)
    }

    fn items(
        &mut self,
        mut elements: Elements,
        required: usize,
        slots: &mut [&mut dyn ReadItem],
        rest: &mut dyn Rest,
    ) -> Result<(), DecodeError> {
        let mut index = 0;
        while self.next_element(&mut elements)? {
            match slots.get_mut(index) {
                Some(slot) => slot.fill(self)?,
                None => rest.read_item(self)?,
            }
            index += 1;
        }
        if index < required {
            return Err(self.behind(DecodeReason::MissingItem { index }));
        }
        Ok(())
    }
}
