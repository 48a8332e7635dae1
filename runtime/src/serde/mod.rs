//! Models in serde's data model, behind the feature `serde`.
//!
//! A model goes through a tree of values and its own two functions, so what serde sees equals what
//! the codec of JSON writes, and what it takes is what that codec reads. Numbers are as exact as
//! `serde_json`'s are: where its feature `arbitrary_precision` is on, all of them; else what neither
//! 64 bits nor a float holds is an error. Errors carry the path to the value.

mod read;
mod write;

pub use serde_core::de::{Deserialize, Deserializer};
pub use serde_core::ser::{Serialize, Serializer};

use crate::codec::{Model, from_value, to_value};
use crate::value::Value;

/// The name that `serde_json` gives to an exact number, as a struct and as its field.
const NUMBER: &str = "$serde_json::private::Number";

/// Writes a model.
pub fn serialize<S: Serializer>(model: &impl Model, serializer: S) -> Result<S::Ok, S::Error> {
    let value = to_value(model).map_err(serde_core::ser::Error::custom)?;
    value.serialize(serializer)
}

/// Reads a model.
pub fn deserialize<'de, T: Model, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let value = Value::deserialize(deserializer)?;
    from_value(&value).map_err(serde_core::de::Error::custom)
}

#[cfg(test)]
mod tests;
