//! Exact arithmetic on decimals: comparison and divisibility. The work is linear in the digits,
//! whatever the exponents.

use std::cmp::Ordering;

use crate::value::Decimal;

/// Compares two numbers.
pub(super) fn compare(left: &Decimal, right: &Decimal) -> Ordering {
    let sign = |number: &Decimal| match (number.digits.is_empty(), number.negative) {
        (true, _) => 0,
        (false, true) => -1,
        (false, false) => 1,
    };
    let by_sign = sign(left).cmp(&sign(right));
    if by_sign != Ordering::Equal || left.digits.is_empty() {
        return by_sign;
    }
    let by_magnitude = magnitude(left)
        .cmp(&magnitude(right))
        // Without zeros at the ends, and of one magnitude: as texts are compared.
        .then_with(|| left.digits.cmp(&right.digits));
    if left.negative {
        by_magnitude.reverse()
    } else {
        by_magnitude
    }
}

/// The position of the first digit.
fn magnitude(number: &Decimal) -> i64 {
    let digits = i64::try_from(number.digits.len()).unwrap_or(i64::MAX / 4);
    number.exponent.saturating_add(digits)
}

/// Returns whether a number has no fraction.
pub(super) fn is_integer(number: &Decimal) -> bool {
    number.digits.is_empty() || number.exponent >= 0
}

/// Returns whether a number is a multiple of another one; `None` where that one is zero or has more
/// digits than are divided by.
pub(super) fn is_multiple(number: &Decimal, of: &Decimal) -> Option<bool> {
    let divisor: u128 = of.digits.parse().ok().filter(|_| of.digits.len() <= 37)?;
    if number.digits.is_empty() {
        return Some(true);
    }
    // Neither has zeros at its end, so that fewer decimal places cannot be had.
    let Ok(zeros) = u64::try_from(number.exponent.saturating_sub(of.exponent)) else {
        return Some(false);
    };
    // More tens than the divisor has twos and fives change nothing.
    let zeros = zeros.min(128);
    let digits = number.digits.bytes().map(|digit| u128::from(digit - b'0'));
    let remainder = digits
        .chain((0..zeros).map(|_| 0))
        .fold(0, |rest, digit| (rest * 10 + digit) % divisor);
    Some(remainder == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::of(text).unwrap()
    }

    #[test]
    fn numbers_are_in_order() {
        let sorted = [
            "-1e400", "-10", "-2", "-1.5", "-1e-400", "0", "1e-400", "0.1", "0.11", "0.2", "1",
            "9", "9.5", "10", "99", "100", "1e400", "2e400",
        ];
        for (left, a) in sorted.iter().enumerate() {
            for (right, b) in sorted.iter().enumerate() {
                let found = compare(&decimal(a), &decimal(b));
                assert_eq!(found, left.cmp(&right), "{a} {b}");
            }
        }
        assert_eq!(compare(&decimal("1.0"), &decimal("10e-1")), Ordering::Equal);
    }

    #[test]
    fn multiples_are_exact() {
        for (number, of, expect) in [
            ("10", "2", true),
            ("7", "2", false),
            ("4.5", "1.5", true),
            ("35", "1.5", false),
            ("0.0075", "0.0001", true),
            ("0.00751", "0.0001", false),
            ("0.3", "0.1", true),
            ("19.99", "0.01", true),
            ("1e308", "0.123456789", false),
            ("1e308", "0.5", true),
            ("1e999999", "7", false),
            ("12391239123", "1e-8", true),
            ("0", "3", true),
            ("-9", "3", true),
            ("300", "1e2", true),
            ("250", "1e2", false),
        ] {
            let found = is_multiple(&decimal(number), &decimal(of));
            assert_eq!(found, Some(expect), "{number} {of}");
        }
        assert_eq!(is_multiple(&decimal("1"), &decimal("0")), None);
    }
}
