//! What was read, as JSON: models as they would be written again, other values as `Debug` has them.
//!
//! Which of the two it is depends on the type alone: a method of [`Modelled`] is found before one of
//! [`Debugged`], which needs one more reference.

use std::fmt::Debug;

use engross_runtime::codec::{Model, encode};
use serde_json::Value;

/// A value to be shown.
#[derive(Debug)]
pub struct Shown<'a, T>(pub &'a T);

/// Shows models.
pub trait Modelled {
    /// Returns the value as it would be sent again.
    fn show(&self) -> Value;
}

/// Shows anything else.
pub trait Debugged {
    /// Returns `{"debug": ..}`.
    fn show(&self) -> Value;
}

impl<T: Model> Modelled for Shown<'_, T> {
    fn show(&self) -> Value {
        let bytes = encode(self.0, "application/json").map_err(|error| error.to_string());
        let value = bytes
            .and_then(|bytes| serde_json::from_slice(&bytes).map_err(|error| error.to_string()));
        value.unwrap_or_else(|error| serde_json::json!({ "unwritable": error }))
    }
}

impl<T: Debug> Debugged for &Shown<'_, T> {
    fn show(&self) -> Value {
        serde_json::json!({ "debug": format!("{:?}", self.0) })
    }
}
