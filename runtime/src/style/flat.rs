//! A parameter's value as the styles see it: a scalar, a list of scalars or pairs of scalars.

use std::borrow::Cow;

use super::NoForm;
use crate::Value;

/// A value without nesting and without `null`s.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Flat<'v> {
    /// Nothing is to be written: `null`, `[]` or `{}`.
    Absent,
    /// For example `blue`.
    Scalar(Cow<'v, str>),
    /// For example `blue`, `black`.
    Array(Vec<Cow<'v, str>>),
    /// For example `R`: `100`, `G`: `200`.
    Object(Vec<(&'v str, Cow<'v, str>)>),
}

impl<'v> Flat<'v> {
    /// Flattens `value`; fails where an array or object holds another.
    pub(crate) fn new(value: &'v Value) -> Result<Self, NoForm> {
        match value {
            Value::Null => Ok(Self::Absent),
            Value::Array(items) => {
                let items: Result<Vec<_>, _> = items.iter().filter_map(optional_scalar).collect();
                Ok(items.map(|items| {
                    if items.is_empty() {
                        Self::Absent
                    } else {
                        Self::Array(items)
                    }
                })?)
            }
            Value::Object(entries) => {
                let pairs: Result<Vec<_>, _> = entries
                    .iter()
                    .filter_map(|(name, value)| {
                        let value = optional_scalar(value)?;
                        Some(value.map(|value| (name.as_str(), value)))
                    })
                    .collect();
                Ok(pairs.map(|pairs| {
                    if pairs.is_empty() {
                        Self::Absent
                    } else {
                        Self::Object(pairs)
                    }
                })?)
            }
            Value::Bool(_) | Value::Number(_) | Value::String(_) => scalar(value).map(Self::Scalar),
        }
    }
}

/// Returns the text of a scalar.
pub(super) fn scalar(value: &Value) -> Result<Cow<'_, str>, NoForm> {
    match value {
        Value::Bool(true) => Ok(Cow::Borrowed("true")),
        Value::Bool(false) => Ok(Cow::Borrowed("false")),
        Value::Number(number) => Ok(Cow::Owned(number.to_string())),
        Value::String(text) => Ok(Cow::Borrowed(text)),
        Value::Null => Ok(Cow::Borrowed("")),
        Value::Array(_) | Value::Object(_) => {
            Err("arrays and objects in arrays or objects have no form in this style")
        }
    }
}

fn optional_scalar(value: &Value) -> Option<Result<Cow<'_, str>, NoForm>> {
    (!value.is_null()).then(|| scalar(value))
}

#[cfg(test)]
mod tests {
    use super::super::examples;
    use super::*;

    #[test]
    fn nothing_is_absent() {
        for value in examples::nothings() {
            assert_eq!(Flat::new(&value), Ok(Flat::Absent), "{value:?}");
        }
    }

    #[test]
    fn nulls_are_left_out() {
        let value = Value::Array(vec![Value::from(1), Value::Null, Value::from(true)]);
        assert_eq!(
            Flat::new(&value),
            Ok(Flat::Array(vec!["1".into(), "true".into()]))
        );
    }

    #[test]
    fn nesting_has_no_form() {
        assert!(Flat::new(&Value::Array(vec![examples::array()])).is_err());
        assert!(Flat::new(&Value::Array(vec![examples::object()])).is_err());
    }
}
