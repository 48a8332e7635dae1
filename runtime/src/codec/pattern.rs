//! Objects with properties whose names match a pattern, beside others.
//!
//! No regular expression is looked at here: a property belongs to the pattern if its value has the
//! pattern's type and its name begins as the pattern says, where that is all the pattern says. So
//! nothing is lost where a name matches no pattern, and nothing fails where a value does not fit.

use super::error::DecodeError;
use super::model::Additional;
use super::property::{ReadProperty, WriteProperty};
use super::reader::Reader;
use super::shape::Shape;
use super::table::Table;
use super::writer::Writer;

/// The properties that a pattern stands for, while an object is read, and the others.
struct ByPattern<'a> {
    prefix: &'static str,
    matching: &'a mut dyn Additional,
    others: &'a mut dyn Additional,
}

impl Additional for ByPattern<'_> {
    fn write_entries(&self, shape: &Table, out: &mut Writer<'_>) {
        self.matching.write_entries(shape, out);
        self.others.write_entries(shape, out);
    }

    fn read_named(&mut self, name: String, input: &mut Reader<'_>) -> Result<(), DecodeError> {
        if !name.starts_with(self.prefix) {
            return self.others.read_named(name, input);
        }
        let start = input.checkpoint();
        if self.matching.read_named(name.clone(), input).is_ok() {
            return Ok(());
        }
        input.rewind(&start);
        self.others.read_named(name, input)
    }

    fn keep_null(&mut self, name: &'static str) {
        self.others.keep_null(name);
    }
}

impl Writer<'_> {
    /// Writes an object: its properties, those that a pattern stands for, and the others.
    pub fn object_by_pattern(
        &mut self,
        shape: &'static Shape,
        properties: &[&dyn WriteProperty],
        matching: &dyn Additional,
        others: &dyn Additional,
    ) {
        self.begin_object(shape);
        self.properties(shape, properties, others);
        matching.write_entries(shape, self);
        others.write_entries(shape, self);
        self.end_object();
    }
}

impl Reader<'_> {
    /// Reads an object: its properties into slots, those whose names begin so and whose values fit
    /// into one collection, and the rest into the other.
    pub fn object_by_pattern(
        &mut self,
        shape: &'static Shape,
        slots: &mut [&mut dyn ReadProperty],
        prefix: &'static str,
        matching: &mut dyn Additional,
        others: &mut dyn Additional,
    ) -> Result<(), DecodeError> {
        let mut additional = ByPattern {
            prefix,
            matching,
            others,
        };
        self.object(shape, slots, &mut additional)
    }
}
