//! Enumerations: lists of scalars.

use super::Format;
use crate::source::Origin;

/// A closed list of values in the description; open in clients. `null` is never among them: where it
/// is listed, the type is nullable.
#[derive(Debug, Clone)]
pub(crate) struct Enum {
    /// The type of all values, listed or not.
    pub(crate) base: Base,
    /// Whether there is one value that is always there (`const`).
    pub(crate) is_constant: bool,
    /// In document order, each value once. Values of a base other than [`Base::Mixed`] are of that
    /// type.
    pub(crate) values: Vec<EnumValue>,
}

/// The type of an enumeration's values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Base {
    Boolean,
    Integer(Option<Format>),
    Number(Option<Format>),
    String(Option<Format>),
    /// Values of several types.
    Mixed,
}

/// One value, as in `available`.
#[derive(Debug, Clone)]
pub(crate) struct EnumValue {
    pub(crate) value: Scalar,
    /// What the description calls the value, as in `x-enum-varnames` or the title of a `const`.
    pub(crate) name: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) origin: Origin,
}

/// A value that has no others in it. Numbers keep their JSON spelling, as in `1.10`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Scalar {
    Boolean(bool),
    Number(String),
    String(String),
}

impl Enum {
    /// Whether the values have names: all but booleans, which say themselves what they are.
    pub(crate) fn has_names(&self) -> bool {
        !matches!(self.base, Base::Boolean)
    }

    /// Returns the value where there is no other.
    pub(crate) fn only(&self) -> Option<&Scalar> {
        match self.values.as_slice() {
            [one] => Some(&one.value),
            _ => None,
        }
    }

    /// Whether all values are texts.
    pub(crate) fn is_of_texts(&self) -> bool {
        matches!(self.base, Base::String(_))
    }
}

impl Scalar {
    /// Returns the value without quotes, as in `available`, `1.10`, `true`.
    pub(crate) fn text(&self) -> &str {
        match self {
            Self::Boolean(true) => "true",
            Self::Boolean(false) => "false",
            Self::Number(text) | Self::String(text) => text,
        }
    }
}
