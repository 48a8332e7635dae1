//! Whether two texts are the same value in JSON.
//!
//! Numbers are the same where they are mathematically, to the last digit; names of objects have no order.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

/// Returns whether two texts of JSON are the same value. Equal texts are, whatever they are.
pub fn is_same_json(left: &str, right: &str) -> bool {
    left == right
        || matches!((Tree::parse(left), Tree::parse(right)), (Some(left), Some(right)) if left == right)
}

/// A value of which numbers and names have one form each.
#[derive(PartialEq)]
enum Tree {
    Object(BTreeMap<String, Self>),
    Array(Vec<Self>),
    Number(Number),
    Text(String),
    /// `true`, `false` or `null`.
    Word(String),
}

/// A number as its digits without zeros at either end, and the power of ten that they are times.
#[derive(PartialEq)]
struct Number {
    is_negative: bool,
    digits: String,
    exponent: i64,
}

impl Tree {
    fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        Some(match text.chars().next()? {
            '{' => {
                let entries: BTreeMap<String, &RawValue> = serde_json::from_str(text).ok()?;
                let entries = entries.into_iter();
                let entries = entries.map(|(name, value)| Some((name, Self::parse(value.get())?)));
                Self::Object(entries.collect::<Option<_>>()?)
            }
            '[' => {
                let items: Vec<&RawValue> = serde_json::from_str(text).ok()?;
                let items = items.into_iter().map(|item| Self::parse(item.get()));
                Self::Array(items.collect::<Option<_>>()?)
            }
            '"' => Self::Text(serde_json::from_str(text).ok()?),
            '-' | '0'..='9' => Self::Number(Number::parse(text)?),
            _ => Self::Word(text.to_owned()),
        })
    }
}

impl Number {
    fn parse(text: &str) -> Option<Self> {
        let magnitude = text.strip_prefix('-');
        let (mantissa, exponent) = {
            let magnitude = magnitude.unwrap_or(text);
            magnitude.split_once(['e', 'E']).unwrap_or((magnitude, "0"))
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all = [whole, fraction].concat();
        let digits = all.trim_end_matches('0');
        let zeros = all.len() - digits.len();
        let digits = digits.trim_start_matches('0');
        if digits.is_empty() {
            return Some(Self {
                is_negative: false,
                digits: String::new(),
                exponent: 0,
            });
        }
        let shift = i64::try_from(zeros).ok()? - i64::try_from(fraction.len()).ok()?;
        Some(Self {
            is_negative: magnitude.is_some(),
            digits: digits.to_owned(),
            exponent: exponent.parse::<i64>().ok()?.checked_add(shift)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::is_same_json;

    #[test]
    fn values_are_compared_not_texts() {
        for (left, right, expect) in [
            ("[1, 2.0]", "[1.0,2]", true),
            (r#"{"a": 1, "b": null}"#, r#"{"b":null,"a":1}"#, true),
            (r#"{"a": 1}"#, r#"{"a": 1, "b": null}"#, false),
            ("[1]", "[1, 1]", false),
            (r#""\u0041""#, r#""A""#, true),
            ("1", r#""1""#, false),
            ("1e999", "1e999", true),
            ("9007199254740993", "9007199254740992", false),
            ("1e3", "1000.0", true),
            ("-0.00", "0", true),
            ("-12.50e-1", "-1.25", true),
            ("-1", "1", false),
            ("0.12345678901234567890", "0.12345678901234568", false),
            ("100000000000000000000", "1E+20", true),
            (" [true , null ] ", "[true,null]", true),
            ("true", "false", false),
        ] {
            assert_eq!(is_same_json(left, right), expect, "{left} {right}");
        }
    }
}
