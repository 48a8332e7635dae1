//! Scalars in formats that know nothing but text: forms and XML.
//!
//! More lenient than JSON in what schema languages for such formats allow: white space around,
//! a plus sign and leading zeros before numbers, `1` and `0` for booleans.

use super::error::{DecodeReason, Kind};
use super::number::{self, Inexact};
use crate::value::Number;

pub(crate) fn parse_bool(text: &str) -> Result<bool, DecodeReason> {
    match text.trim() {
        "true" | "1" => Ok(true),
        "false" | "0" => Ok(false),
        _ => Err(unexpected(Kind::Boolean)),
    }
}

pub(crate) fn parse_integer<T>(text: &str, ty: &'static str) -> Result<T, DecodeReason>
where
    T: TryFrom<i128>,
{
    let value = number_value(text).ok_or(unexpected(Kind::Integer))?;
    let value = value.map_err(|inexact| inexact.reason(ty))?;
    T::try_from(value).map_err(|_| Inexact::OutOfRange.reason(ty))
}

/// Reads a number as it is written, but for what JSON does not write.
pub(crate) fn parse_number(text: &str) -> Result<Number, DecodeReason> {
    let (negative, magnitude) = split(text).ok_or(unexpected(Kind::Number))?;
    Ok(if negative {
        Number::from_token(&["-", magnitude].concat())
    } else {
        Number::from_token(magnitude)
    })
}

/// The exact integer, or `None` when the text is no number at all.
fn number_value(text: &str) -> Option<Result<i128, Inexact>> {
    let (negative, magnitude) = split(text)?;
    let value = number::exact_integer(magnitude);
    Some(value.map(|value| if negative { -value } else { value }))
}

/// The sign of a number and the rest as JSON writes it.
fn split(text: &str) -> Option<(bool, &str)> {
    let text = text.trim();
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let zeros = digits.bytes().take_while(|&byte| byte == b'0').count();
    let has_more = digits.as_bytes().get(zeros).is_some_and(u8::is_ascii_digit);
    let digits = &digits[if has_more {
        zeros
    } else {
        zeros.saturating_sub(1)
    }..];
    let token = number::scan(digits.as_bytes(), 0).ok()?;
    (token.end == digits.len() && !digits.starts_with('-')).then_some((negative, digits))
}

pub(crate) fn parse_f64(text: &str) -> Result<f64, DecodeReason> {
    let value: f64 = text.trim().parse().map_err(|_| unexpected(Kind::Number))?;
    if value.is_finite() {
        Ok(value)
    } else {
        Err(Inexact::OutOfRange.reason("f64"))
    }
}

pub(crate) fn parse_f32(text: &str) -> Result<f32, DecodeReason> {
    let value: f32 = text.trim().parse().map_err(|_| unexpected(Kind::Number))?;
    if value.is_finite() {
        Ok(value)
    } else {
        Err(Inexact::OutOfRange.reason("f32"))
    }
}

fn unexpected(expected: Kind) -> DecodeReason {
    DecodeReason::UnexpectedType {
        expected,
        found: Kind::String,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers() {
        let cases = [
            (" 12\n", Some(12)),
            ("+5", Some(5)),
            ("-007", Some(-7)),
            ("000", Some(0)),
            ("00.5e1", Some(5)),
            ("1.0", Some(1)),
            ("--5", None),
            ("+-5", None),
            ("1.5", None),
            ("", None),
            ("-", None),
            ("0x10", None),
            ("99999999999", None),
        ];
        for (text, expected) in cases {
            assert_eq!(parse_integer::<i32>(text, "i32").ok(), expected, "{text}");
        }
    }

    #[test]
    fn numbers_keep_their_digits() {
        for (text, expected) in [
            (" 0012.50 ", Some("12.50")),
            ("-00", Some("-0")),
            ("+1e400", Some("1e400")),
            ("1,5", None),
        ] {
            let number = parse_number(text).ok().map(|number| number.to_string());
            assert_eq!(number.as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn booleans_and_floats() {
        assert_eq!(parse_bool(" true "), Ok(true));
        assert_eq!(parse_bool("0"), Ok(false));
        assert!(parse_bool("True").is_err() && parse_bool("").is_err());
        assert_eq!(parse_f64(" 1.5e3 "), Ok(1500.0));
        assert!(
            parse_f64("NaN").is_err() && parse_f64("1e999").is_err() && parse_f32("1e99").is_err()
        );
    }
}
