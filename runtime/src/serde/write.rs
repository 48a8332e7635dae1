//! Values out.

use serde_core::ser::{Error, Serialize, Serializer};

use crate::value::{AdditionalProperties, Number, Value};

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(number) => number.serialize(serializer),
            Self::String(text) => serializer.serialize_str(text),
            Self::Array(items) => serializer.collect_seq(items),
            Self::Object(entries) => serializer.collect_map(entries),
        }
    }
}

impl Serialize for AdditionalProperties {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self)
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (self.as_written_u64(), self.as_written_i64()) {
            (Some(value), _) => serializer.serialize_u64(value),
            (None, Some(value)) => serializer.serialize_i64(value),
            (None, None) => self.with_text(|text| serialize_text(text, serializer)),
        }
    }
}

/// Writes a number that is not simply an integer of 64 bits.
fn serialize_text<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    let number: Option<serde_json::Number> = text.parse().ok();
    match number {
        // With `arbitrary_precision`, every number is kept as it is written.
        Some(number) if number.to_string() == text || is_same(&number.to_string(), text) => {
            serde_core::Serialize::serialize(&number, serializer)
        }
        _ => Err(S::Error::custom(format_args!(
            "the number {text} is no float: turn on the feature `arbitrary_precision` of serde_json"
        ))),
    }
}

/// Whether two spellings are of one number, as in `1.50` and `1.5`.
fn is_same(left: &str, right: &str) -> bool {
    let (left, right) = (decimal(left), decimal(right));
    left.is_some() && left == right
}

/// Returns sign, digits without zeros around them, and the exponent of the last digit.
fn decimal(text: &str) -> Option<(bool, String, i64)> {
    let (is_negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = [whole, fraction].concat();
    let kept = digits.trim_end_matches('0');
    let dropped = i64::try_from(digits.len() - kept.len()).ok()?;
    let behind = i64::try_from(fraction.len()).ok()?;
    let kept = kept.trim_start_matches('0');
    if kept.is_empty() {
        return Some((is_negative, String::new(), 0));
    }
    let exponent: i64 = exponent.parse().ok()?;
    let exponent = exponent.checked_sub(behind)?.checked_add(dropped)?;
    Some((is_negative, kept.to_owned(), exponent))
}
