//! Types as users write them, for the case `own_types`.

use engross_runtime::codec::{DecodeError, Model, Reader, Writer};
use engross_runtime::{Map, Value};

/// An amount of money, which travels as an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Money {
    /// All of it, as it travels.
    pub parts: Map<Value>,
}

/// A place, of which nobody needs to know more.
#[derive(Clone, Debug, PartialEq)]
pub struct Address(pub Value);

/// A point in time, as it is spelled.
#[derive(Clone, Debug, PartialEq)]
pub struct Instant(pub String);

impl Model for Money {
    fn write(&self, out: &mut Writer<'_>) {
        self.parts.write(out);
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let parts = Map::read(input)?;
        Ok(Self { parts })
    }
}

impl Model for Address {
    fn write(&self, out: &mut Writer<'_>) {
        self.0.write(out);
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        Value::read(input).map(Self)
    }
}

impl Model for Instant {
    fn write(&self, out: &mut Writer<'_>) {
        self.0.write(out);
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        String::read(input).map(Self)
    }
}
