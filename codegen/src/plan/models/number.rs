//! Numbers as exact decimals: the one spelling of all that are equal.
//!
//! The runtime compares numbers by the same spelling (`engross_runtime::private::canonical`); a
//! table of examples stands with both.

/// Beyond so many zeros a number is written with an exponent.
const MOST_ZEROS: i64 = 20;

/// Returns the spelling of a JSON number that all equal ones have, as in `1.5` for `15e-1`.
pub(crate) fn canonical(text: &str) -> String {
    let (sign, magnitude) = match text.strip_prefix('-') {
        Some(magnitude) => ("-", magnitude),
        None => ("", text),
    };
    let (mantissa, exponent) = magnitude.split_once(['e', 'E']).unwrap_or((magnitude, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all = [whole, fraction].concat();
    let digits = all.trim_start_matches('0').trim_end_matches('0');
    if digits.is_empty() {
        return "0".to_owned();
    }
    let zeros = all.len() - all.trim_end_matches('0').len();
    // One with an absurd exponent is equal to itself alone.
    let Some(exponent) = exponent_of(exponent) else {
        return text.to_owned();
    };
    let exponent = exponent + length(zeros) - length(fraction.len());
    [sign, &magnitude_of(digits, exponent)].concat()
}

fn magnitude_of(digits: &str, exponent: i64) -> String {
    let point = length(digits.len()) + exponent;
    match (usize::try_from(exponent), usize::try_from(point)) {
        (Ok(zeros), _) if exponent <= MOST_ZEROS => [digits, &"0".repeat(zeros)].concat(),
        (Err(_), Ok(point)) if point > 0 => {
            let (whole, fraction) = digits.split_at(point);
            [whole, ".", fraction].concat()
        }
        (Err(_), _) if point >= -MOST_ZEROS => {
            let zeros = usize::try_from(-point).unwrap_or(0);
            ["0.", &"0".repeat(zeros), digits].concat()
        }
        (Ok(_) | Err(_), _) => [digits, "e", &exponent.to_string()].concat(),
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
    fn equal_numbers_have_one_spelling() {
        for (spellings, expect) in [
            ("0 -0 0.00 0e9 -0.0e-99999999999999999999", "0"),
            ("1 1.0 10e-1 0.1e1 1E+0", "1"),
            ("-1.50 -15e-1", "-1.5"),
            ("1e2 100 100.0", "100"),
            ("0.05 5e-2", "0.05"),
            ("1e21", "1e21"),
            ("1e20", "100000000000000000000"),
            ("12.5e-30", "125e-31"),
            ("10e999999999999999", "1e1000000000000000"),
            ("1e99999999999999999999", "1e99999999999999999999"),
        ] {
            for text in spellings.split(' ') {
                assert_eq!(canonical(text), expect, "{text}");
            }
        }
    }
}
