//! The grammar of numbers and their exact conversion, for every text format.
//!
//! Nothing here rounds but the conversion to floats, which rounds to nearest.

use super::error::DecodeReason;
use crate::value::Number;

/// A number's text, found in a longer one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// The offset behind its last byte.
    pub(crate) end: usize,
    /// Whether it has neither fraction nor exponent.
    pub(crate) integral: bool,
}

/// Finds the number that starts at `start` (RFC 8259 §6); fails with the offset of the fault.
pub(crate) fn scan(bytes: &[u8], start: usize) -> Result<Token, usize> {
    let mut at = start;
    if bytes.get(at) == Some(&b'-') {
        at += 1;
    }
    at = match bytes.get(at) {
        Some(b'0') => at + 1,
        _ => digits(bytes, at)?,
    };
    let mut integral = true;
    if bytes.get(at) == Some(&b'.') {
        integral = false;
        at = digits(bytes, at + 1)?;
    }
    if let Some(b'e' | b'E') = bytes.get(at) {
        integral = false;
        at += 1;
        if let Some(b'+' | b'-') = bytes.get(at) {
            at += 1;
        }
        at = digits(bytes, at)?;
    }
    Ok(Token { end: at, integral })
}

/// Drops a fraction of nothing: `1` for `1.0`, as ECMAScript and so RFC 8785 §3.2.2.3 write numbers.
/// Many servers that take an integer for a float do not take `1.0` for an integer.
pub(crate) fn shortest(text: &str) -> &str {
    text.strip_suffix(".0").unwrap_or(text)
}

/// Reads a number of at most 15 digits without an exponent, and the offset behind it; `None` for
/// all others, right or wrong.
///
/// 15 digits and powers of ten up to 10^22 are exact as floats, so their quotient, which is
/// rounded once, is the nearest float.
#[inline]
#[allow(clippy::cast_precision_loss, reason = "15 digits are exact in a float")]
pub(crate) fn short_decimal(bytes: &[u8], start: usize) -> Option<(f64, usize)> {
    let negative = bytes.get(start) == Some(&b'-');
    let first = start + usize::from(negative);
    let (whole, point) = short_digits(bytes, first, 0)?;
    if bytes.get(first) == Some(&b'0') && point - first > 1 {
        return None;
    }
    let (digits, end, places) = match bytes.get(point) {
        Some(b'.') => {
            let (digits, end) = short_digits(bytes, point + 1, whole)?;
            (digits, end, end - point - 1)
        }
        _ => (whole, point, 0),
    };
    let length = point - first + places;
    if length > 15 || matches!(bytes.get(end), Some(b'e' | b'E')) {
        return None;
    }
    let value = digits as f64 / POWERS_OF_TEN.get(places)?;
    Some((if negative { -value } else { value }, end))
}

const POWERS_OF_TEN: [f64; 16] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
];

/// Appends one or more digits to a number, which wraps beyond 19; returns it and the offset behind
/// them.
#[inline]
fn short_digits(bytes: &[u8], start: usize, number: u64) -> Option<(u64, usize)> {
    let (mut at, mut number) = (start, number);
    while let Some(digit @ b'0'..=b'9') = bytes.get(at) {
        number = number
            .wrapping_mul(10)
            .wrapping_add(u64::from(digit - b'0'));
        at += 1;
    }
    (at > start).then_some((number, at))
}

/// The offset behind one or more digits.
fn digits(bytes: &[u8], start: usize) -> Result<usize, usize> {
    let mut at = start;
    while let Some(b'0'..=b'9') = bytes.get(at) {
        at += 1;
    }
    if at == start { Err(at) } else { Ok(at) }
}

/// Why a number is not an integer of the wanted type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Inexact {
    Fraction,
    OutOfRange,
}

impl Inexact {
    pub(crate) fn reason(self, ty: &'static str) -> DecodeReason {
        let problem = match self {
            Self::Fraction => "not whole",
            Self::OutOfRange => "out of range",
        };
        DecodeReason::InvalidNumber { ty, problem }
    }
}

/// Returns the integer that a number is exactly, as a type that can hold it.
pub(crate) fn exact<T: TryFrom<i128>>(
    number: &Number,
    ty: &'static str,
) -> Result<T, DecodeReason> {
    let value = number.with_text(exact_integer);
    let value = value.and_then(|value| T::try_from(value).map_err(|_| Inexact::OutOfRange));
    value.map_err(|inexact| inexact.reason(ty))
}

/// Returns the integer that a number's text stands for; `1.0` and `1e2` are integers, `1.5` is not.
pub(crate) fn exact_integer(text: &str) -> Result<i128, Inexact> {
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, parse_exponent(exponent)),
        None => (text, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let magnitude = shift(whole, fraction, exponent)?;
    Ok(if negative { -magnitude } else { magnitude })
}

/// The exponent, or a bound that is beyond every text that fits into memory.
fn parse_exponent(text: &str) -> i64 {
    const BOUND: i64 = i64::MAX / 4;
    match text.parse::<i64>() {
        Ok(exponent) => exponent.clamp(-BOUND, BOUND),
        Err(_) if text.starts_with('-') => -BOUND,
        Err(_) => BOUND,
    }
}

/// Moves the point of `whole.fraction` by `exponent` places.
fn shift(whole: &str, fraction: &str, exponent: i64) -> Result<i128, Inexact> {
    let all = || whole.bytes().chain(fraction.bytes());
    let Some(zeros) = all().rev().position(|digit| digit != b'0') else {
        return Ok(0);
    };
    let last = whole.len() + fraction.len() - zeros - 1;
    let first = all().position(|digit| digit != b'0').unwrap_or(last);
    let width = |length: usize| i64::try_from(length).unwrap_or(i64::MAX / 4);
    // How many digits stand before the point once it has moved.
    let point = width(whole.len()) + exponent;
    if width(last) >= point {
        return Err(Inexact::Fraction);
    }
    // u64 has at most 20 digits, i64 fewer, so i128 never overflows below.
    if point - width(first) > 20 {
        return Err(Inexact::OutOfRange);
    }
    let mut value = 0;
    for digit in all().skip(first).take(last - first + 1) {
        value = value * 10 + i128::from(digit - b'0');
    }
    for _ in width(last) + 1..point {
        value *= 10;
    }
    Ok(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_are_exact() {
        let cases = [
            ("0", Ok(0)),
            ("-0.000e99999999999999999999", Ok(0)),
            ("1.0", Ok(1)),
            ("1e2", Ok(100)),
            ("1.25e2", Ok(125)),
            ("1200e-2", Ok(12)),
            ("-12.50e1", Ok(-125)),
            ("0.0001e4", Ok(1)),
            ("18446744073709551615", Ok(18_446_744_073_709_551_615)),
            ("1.5", Err(Inexact::Fraction)),
            ("1e-1", Err(Inexact::Fraction)),
            ("1e-99999999999999999999", Err(Inexact::Fraction)),
            ("1e21", Err(Inexact::OutOfRange)),
            ("1e99999999999999999999", Err(Inexact::OutOfRange)),
            ("1234567890123456789012", Err(Inexact::OutOfRange)),
        ];
        for (text, expected) in cases {
            assert_eq!(exact_integer(text), expected, "{text}");
        }
    }

    #[test]
    fn the_grammar_is_strict() {
        let cases = [
            ("0", Ok((1, true))),
            ("-12,", Ok((3, true))),
            ("01", Ok((1, true))),
            ("1.5e-3]", Ok((6, false))),
            ("", Err(0)),
            ("-", Err(1)),
            ("1.", Err(2)),
            ("1e+", Err(3)),
        ];
        for (text, expected) in cases {
            let found = scan(text.as_bytes(), 0).map(|token| (token.end, token.integral));
            assert_eq!(found, expected, "{text}");
        }
    }
}
