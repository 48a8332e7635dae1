//! What every open enum of integers, numbers or mixed values has beside its values.
//!
//! Macros, because nothing of it depends on the values: see `text_enum`. Values are equal that are
//! the same number: `1` and `1.0` are.

use std::fmt;
use std::str::FromStr;

use crate::value::{Decimal, Number, Value};

/// Returns the number that the description writes as `text`, which is one.
pub fn number(text: &'static str) -> Number {
    Number::from_token(text)
}

/// Returns the one text of all numbers that are equal to this one, as in `1.5` for `15e-1`. One with
/// an absurd exponent is equal to itself alone.
pub fn canonical(value: &Number) -> String {
    value.with_text(|text| match Decimal::of(text) {
        Some(decimal) => decimal.canonical(),
        None => text.to_owned(),
    })
}

/// Reads an enum of numbers from text.
pub fn parse_enum<N: FromStr, T: From<N>>(text: &str) -> Result<T, N::Err> {
    match text.parse::<N>() {
        Ok(value) => Ok(T::from(value)),
        Err(error) => Err(error),
    }
}

/// Returns what tells a scalar from all others: its kind, and its text without quotes, canonical
/// for numbers. All arrays and objects are alike; none of them is listed.
pub fn scalar(value: &Value) -> (&'static str, String) {
    match value {
        Value::Null => ("null", String::new()),
        Value::Bool(value) => ("boolean", value.to_string()),
        Value::Number(value) => ("number", canonical(value)),
        Value::String(value) => ("string", value.clone()),
        Value::Array(_) => ("array", String::new()),
        Value::Object(_) => ("object", String::new()),
    }
}

/// Shows a scalar by its text, without quotes. Arrays and objects, of which none is listed, are shown as
/// they are to who looks for mistakes.
pub fn show(value: &Value, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match value {
        Value::Null => f.pad("null"),
        Value::Bool(value) => fmt::Display::fmt(value, f),
        Value::Number(value) => fmt::Display::fmt(value, f),
        Value::String(value) => f.pad(value),
        Value::Array(_) | Value::Object(_) => fmt::Debug::fmt(value, f),
    }
}

/// Implements equality, hashing, `Display`, `FromStr` and the codec of an enum that has `as_i64` and
/// `From<i64>`, or the same for `u64`.
#[doc(hidden)]
#[macro_export]
macro_rules! integer_enum {
    ($name:ty, i64) => {
        $crate::integer_enum!($name, i64, as_i64);
    };
    ($name:ty, u64) => {
        $crate::integer_enum!($name, u64, as_u64);
    };
    ($name:ty, $integer:ident, $get:ident) => {
        impl ::core::cmp::PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                self.$get() == other.$get()
            }
        }

        impl ::core::cmp::Eq for $name {}

        impl ::core::hash::Hash for $name {
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                ::core::hash::Hash::hash(&self.$get(), state);
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.$get(), f)
            }
        }

        impl ::core::str::FromStr for $name {
            type Err = ::core::num::ParseIntError;

            fn from_str(value: &str) -> ::core::result::Result<Self, ::core::num::ParseIntError> {
                $crate::private::parse_enum::<$integer, Self>(value)
            }
        }

        impl $crate::private::Model for $name {
            #[inline]
            fn write(&self, out: &mut $crate::private::Writer<'_>) {
                if !out.shows(self) {
                    out.$integer(self.$get());
                }
            }

            #[inline]
            fn read(
                input: &mut $crate::private::Reader<'_>,
            ) -> ::core::result::Result<Self, $crate::private::DecodeError> {
                input.made_of::<$integer, Self>()
            }
        }

        $crate::serde_model!($name);
    };
}

/// Implements equality, hashing, `Display`, `FromStr` and the codec of an enum that has `to_number` and
/// `From<Number>`.
#[doc(hidden)]
#[macro_export]
macro_rules! number_enum {
    ($name:ty) => {
        impl ::core::cmp::PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                let own = $crate::private::canonical(&self.to_number());
                own == $crate::private::canonical(&other.to_number())
            }
        }

        impl ::core::cmp::Eq for $name {}

        impl ::core::hash::Hash for $name {
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                let own = $crate::private::canonical(&self.to_number());
                ::core::hash::Hash::hash(&own, state);
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.to_number(), f)
            }
        }

        impl ::core::str::FromStr for $name {
            type Err = $crate::ParseNumberError;

            fn from_str(value: &str) -> ::core::result::Result<Self, $crate::ParseNumberError> {
                $crate::private::parse_enum::<$crate::Number, Self>(value)
            }
        }

        impl $crate::private::Model for $name {
            #[inline]
            fn write(&self, out: &mut $crate::private::Writer<'_>) {
                if !out.shows(self) {
                    out.number(&self.to_number());
                }
            }

            #[inline]
            fn read(
                input: &mut $crate::private::Reader<'_>,
            ) -> ::core::result::Result<Self, $crate::private::DecodeError> {
                input.made_of::<$crate::Number, Self>()
            }
        }

        $crate::serde_model!($name);
    };
}

/// Implements equality, hashing, `Display` and the codec of an enum that has `to_value` and `From<Value>`.
/// There is no `FromStr`: one text can be that of several values, as `1` and `"1"` are.
#[doc(hidden)]
#[macro_export]
macro_rules! mixed_enum {
    ($name:ty) => {
        impl ::core::cmp::PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                self.to_value() == other.to_value()
            }
        }

        impl ::core::cmp::Eq for $name {}

        impl ::core::hash::Hash for $name {
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                ::core::hash::Hash::hash(&$crate::private::scalar(&self.to_value()), state);
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::private::show(&self.to_value(), f)
            }
        }

        impl $crate::private::Model for $name {
            #[inline]
            fn write(&self, out: &mut $crate::private::Writer<'_>) {
                if !out.shows(self) {
                    out.value(&self.to_value());
                }
            }

            #[inline]
            fn read(
                input: &mut $crate::private::Reader<'_>,
            ) -> ::core::result::Result<Self, $crate::private::DecodeError> {
                input.made_of::<$crate::Value, Self>()
            }
        }

        $crate::serde_model!($name);
    };
}
