//! Numbers of any size and precision, kept as they were written.

use std::fmt;

use crate::codec::number;

/// A JSON number, exactly as it was written.
///
/// Two numbers are equal when they are written alike: `1` and `1.0` differ.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Number(Repr);

/// Every number has one representation only, so that equality can be derived.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Repr {
    Unsigned(u64),
    Negative(i64),
    /// Fractions, exponents, `-0` and what is beyond 64 bits.
    Text(Box<str>),
}

impl Number {
    /// Returns the number that JSON writes as `text`, if it is one.
    pub fn parse(text: &str) -> Option<Self> {
        let token = number::scan(text.as_bytes(), 0).ok()?;
        (token.end == text.len()).then(|| Self::from_token(text))
    }

    /// Returns the number whose text has been checked already.
    pub(crate) fn from_token(text: &str) -> Self {
        if let Ok(value) = text.parse::<u64>() {
            return Self(Repr::Unsigned(value));
        }
        match text.parse::<i64>() {
            Ok(value) if value < 0 => Self(Repr::Negative(value)),
            _ => Self(Repr::Text(text.into())),
        }
    }

    /// Returns the shortest number that reads back as `value`, or `None` for infinities and NaN.
    pub fn from_f64(value: f64) -> Option<Self> {
        value
            .is_finite()
            .then(|| Self::from_token(number::shortest(zmij::Buffer::new().format_finite(value))))
    }

    /// Returns the shortest number that reads back as `value`, or `None` for infinities and NaN.
    pub fn from_f32(value: f32) -> Option<Self> {
        value
            .is_finite()
            .then(|| Self::from_token(number::shortest(zmij::Buffer::new().format_finite(value))))
    }

    /// The number as `i64`, if it is exactly one; `1.0` and `1e2` are.
    pub fn as_i64(&self) -> Option<i64> {
        i64::try_from(self.as_integer()?).ok()
    }

    /// The number as `u64`, if it is exactly one; `1.0` and `1e2` are.
    pub fn as_u64(&self) -> Option<u64> {
        u64::try_from(self.as_integer()?).ok()
    }

    /// The nearest float, if the number is within the range of floats.
    pub fn as_f64(&self) -> Option<f64> {
        self.with_text(|text| text.parse().ok())
            .filter(|value: &f64| value.is_finite())
    }

    /// The number, if it is written as an integer from zero on that 64 bits hold.
    #[cfg(feature = "serde")]
    pub(crate) fn as_written_u64(&self) -> Option<u64> {
        match self.0 {
            Repr::Unsigned(value) => Some(value),
            Repr::Negative(_) | Repr::Text(_) => None,
        }
    }

    /// The number, if it is written as a negative integer that 64 bits hold.
    #[cfg(feature = "serde")]
    pub(crate) fn as_written_i64(&self) -> Option<i64> {
        match self.0 {
            Repr::Negative(value) => Some(value),
            Repr::Unsigned(_) | Repr::Text(_) => None,
        }
    }

    fn as_integer(&self) -> Option<i128> {
        match &self.0 {
            Repr::Unsigned(value) => Some(i128::from(*value)),
            Repr::Negative(value) => Some(i128::from(*value)),
            Repr::Text(text) => number::exact_integer(text).ok(),
        }
    }

    /// Hands over the number's text without allocating.
    pub(crate) fn with_text<R>(&self, receive: impl FnOnce(&str) -> R) -> R {
        match &self.0 {
            Repr::Unsigned(value) => receive(itoa::Buffer::new().format(*value)),
            Repr::Negative(value) => receive(itoa::Buffer::new().format(*value)),
            Repr::Text(text) => receive(text),
        }
    }
}

/// A text that is no number as JSON writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseNumberError;

impl std::error::Error for ParseNumberError {}

impl fmt::Display for ParseNumberError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a number as JSON writes it")
    }
}

impl std::str::FromStr for Number {
    type Err = ParseNumberError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text).ok_or(ParseNumberError)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.with_text(|text| f.write_str(text))
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl From<u64> for Number {
    fn from(value: u64) -> Self {
        Self(Repr::Unsigned(value))
    }
}

impl From<i64> for Number {
    fn from(value: i64) -> Self {
        match u64::try_from(value) {
            Ok(value) => Self(Repr::Unsigned(value)),
            Err(_) => Self(Repr::Negative(value)),
        }
    }
}

impl From<u32> for Number {
    fn from(value: u32) -> Self {
        Self::from(u64::from(value))
    }
}

impl From<i32> for Number {
    fn from(value: i32) -> Self {
        Self::from(i64::from(value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_comes_back() {
        let spellings = "0 -0 1 -1 1.0 1.50 1e2 1E+2 18446744073709551615 18446744073709551616 \
             -9223372036854775808 -9223372036854775809 0.1 1e999 123456789.123456789123456789";
        for text in spellings.split_whitespace() {
            assert_eq!(Number::parse(text).expect(text).to_string(), text);
        }
    }

    #[test]
    fn what_json_does_not_write_is_no_number() {
        for text in [
            "", "-", "01", "+1", ".5", "1.", "1e", "0x1", "NaN", " 1", "1 ", "1.5.2",
        ] {
            assert_eq!(Number::parse(text), None, "{text}");
        }
    }

    #[test]
    fn conversions_are_exact_or_absent() {
        let cases = [
            ("1.0", Some(1), Some(1), Some(1.0)),
            ("-1e2", Some(-100), None, Some(-100.0)),
            ("0.5", None, None, Some(0.5)),
            (
                "18446744073709551615",
                None,
                Some(u64::MAX),
                Some(18_446_744_073_709_551_615.0),
            ),
            ("1e999", None, None, None),
        ];
        for (text, signed, unsigned, float) in cases {
            let number = Number::parse(text).expect(text);
            assert_eq!(
                (number.as_i64(), number.as_u64(), number.as_f64()),
                (signed, unsigned, float)
            );
        }
        assert_eq!(Number::from_f64(f64::NAN), None);
        assert_eq!(Number::from(-1i64), Number::parse("-1").expect("a number"));
        assert_eq!(Number::from_f64(1.0), Number::parse("1"));
    }
}
