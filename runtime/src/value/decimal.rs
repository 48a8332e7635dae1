//! Numbers as exact decimals, to be compared: `1`, `1.0` and `10e-1` are the same.
//!
//! Work is linear in the length of the text, whatever its exponent.

use std::fmt::Write as _;

/// Beyond so many zeros a number is written with an exponent.
const MOST_ZEROS: i64 = 20;

/// A number, taken apart: `digits` × 10^`exponent`. Zero has no digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Decimal {
    pub(crate) negative: bool,
    /// Without zeros at either end.
    pub(crate) digits: String,
    pub(crate) exponent: i64,
}

impl Decimal {
    /// Takes the text of a number apart, unless its exponent is absurd.
    pub(crate) fn of(text: &str) -> Option<Self> {
        let (negative, magnitude) = match text.strip_prefix('-') {
            Some(magnitude) => (true, magnitude),
            None => (false, text),
        };
        let (mantissa, exponent) = magnitude.split_once(['e', 'E']).unwrap_or((magnitude, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all = [whole, fraction].concat();
        let digits = all.trim_start_matches('0').trim_end_matches('0');
        if digits.is_empty() {
            return Some(Self {
                negative: false,
                digits: String::new(),
                exponent: 0,
            });
        }
        let zeros = all.len() - all.trim_end_matches('0').len();
        Some(Self {
            negative,
            digits: digits.to_owned(),
            exponent: exponent_of(exponent)? + length(zeros) - length(fraction.len()),
        })
    }

    /// Returns the one text of all numbers that are equal to this one.
    pub(crate) fn canonical(&self) -> String {
        let Self {
            negative,
            digits,
            exponent,
        } = self;
        if digits.is_empty() {
            return "0".to_owned();
        }
        let mut text = String::from(if *negative { "-" } else { "" });
        let point = length(digits.len()) + exponent;
        match (usize::try_from(*exponent), usize::try_from(point)) {
            (Ok(zeros), _) if *exponent <= MOST_ZEROS => {
                text.push_str(digits);
                text.push_str(&"0".repeat(zeros));
            }
            (Err(_), Ok(whole)) if whole > 0 => {
                let (whole, fraction) = digits.split_at(whole);
                text.push_str(&[whole, ".", fraction].concat());
            }
            (Err(_), _) if point >= -MOST_ZEROS => {
                let zeros = usize::try_from(-point).unwrap_or(0);
                text.push_str(&["0.", &"0".repeat(zeros), digits].concat());
            }
            (Ok(_) | Err(_), _) => {
                let _ = write!(text, "{digits}e{exponent}");
            }
        }
        text
    }
}

fn length(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX / 4)
}

/// The exponent; nothing beyond what any number in use has, so that no sum overflows.
fn exponent_of(text: &str) -> Option<i64> {
    const BOUND: i64 = 1_000_000_000_000_000;
    let exponent = text.parse().ok()?;
    (-BOUND..=BOUND).contains(&exponent).then_some(exponent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_numbers_have_one_text() {
        for (spellings, canonical) in [
            ("0 -0 0.00 0e9 -0.0e-99999999999999999999", "0"),
            ("1 1.0 10e-1 0.1e1 1E+0", "1"),
            ("-1.50 -15e-1", "-1.5"),
            ("1e2 100 100.0", "100"),
            ("0.05 5e-2", "0.05"),
            ("1e21", "1e21"),
            ("1e20", "100000000000000000000"),
            ("12.5e-30", "125e-31"),
            ("10e999999999999999", "1e1000000000000000"),
        ] {
            for text in spellings.split(' ') {
                let decimal = Decimal::of(text).expect(text);
                assert_eq!(decimal.canonical(), canonical, "{text}");
            }
        }
        assert_eq!(Decimal::of("1e99999999999999999999"), None);
        assert_eq!(Decimal::of("1e-2000000000000000"), None);
    }
}
