//! Validation: values against the demands of a description, which are static tables of generated code.
//!
//! In: a tree of values and the [`Rules`] of its schema. Out: the [`Violations`], each with the place
//! of the value, the keyword and what it demands. Nothing is changed and no value is ever shown. The
//! work is bounded, whatever the table and the value; formats are not looked at, the types that hold
//! their values are.

mod check;
mod number;
mod operation;
#[cfg(feature = "validate")]
mod pattern;
mod rules;
mod same;
mod slot;
#[cfg(all(test, feature = "validate"))]
mod tests;
mod violation;

pub use operation::{OperationRules, ParameterPlace};
pub use rules::{JsonType, Named, Rule, Rules};
pub use violation::{Violation, Violations};

pub(crate) use check::{Direction, check};
pub(crate) use slot::with_checks;

use crate::codec::{self, Model};

/// A model that knows what the description demands of its values.
///
/// Generated with `validate: true`. A client checks what it sends and what it gets by itself; this is
/// for values that come from, or go, elsewhere.
pub trait Validate: Model {
    /// What the description demands.
    const RULES: &'static Rules;

    /// Checks the value. Properties that only requests or only answers must have may be absent.
    fn validate(&self) -> Result<(), Violations> {
        match codec::to_value(self) {
            Ok(value) => check(Self::RULES, &value, Direction::Any),
            Err(error) => Err(Violations::of_one(Violation::unwritable(
                &error.to_string(),
            ))),
        }
    }
}
