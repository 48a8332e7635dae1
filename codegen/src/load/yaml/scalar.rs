//! What a scalar is by the core schema (YAML 1.2.2, section 10.3.2), and where its text stands.

use std::ops::Range;

use granit_parser::ScalarStyle;

use super::{Kind, Text};

/// Returns what a plain scalar is. `.inf` and `.nan` are numbers, although JSON has none such.
pub(super) fn resolve(text: &str) -> Kind<'_> {
    if text.starts_with(|first: char| !first.is_ascii_digit() && !"+-.~nNtTfF".contains(first)) {
        return Kind::String(text);
    }
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Kind::Null,
        "true" | "True" | "TRUE" => Kind::Bool(true),
        "false" | "False" | "FALSE" => Kind::Bool(false),
        text if is_integer(text) || is_float(text) => Kind::Number(text),
        text => Kind::String(text),
    }
}

pub(super) fn is_integer(text: &str) -> bool {
    if let Some(octal) = text.strip_prefix("0o") {
        return is_some_of(octal, |byte| matches!(byte, b'0'..=b'7'));
    }
    if let Some(hexadecimal) = text.strip_prefix("0x") {
        return is_some_of(hexadecimal, |byte| byte.is_ascii_hexdigit());
    }
    is_digits(unsigned(text))
}

pub(super) fn is_float(text: &str) -> bool {
    is_decimal(text)
        || matches!(unsigned(text), ".inf" | ".Inf" | ".INF")
        || matches!(text, ".nan" | ".NaN" | ".NAN")
}

fn is_decimal(text: &str) -> bool {
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    let mantissa = match unsigned(mantissa).split_once('.') {
        Some((whole, "")) => is_digits(whole),
        Some((whole, part)) => (whole.is_empty() || is_digits(whole)) && is_digits(part),
        None => is_digits(unsigned(mantissa)),
    };
    mantissa && exponent.is_none_or(|exponent| is_digits(unsigned(exponent)))
}

/// Returns the text as a range of the source, where it stands there as it is.
pub(super) fn content<'a>(
    source: &str,
    text: &'a str,
    style: ScalarStyle,
    place: &Range<usize>,
) -> Text<'a> {
    let start = match style {
        ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => place.start + 1,
        ScalarStyle::Plain | ScalarStyle::Literal | ScalarStyle::Folded => place.start,
    };
    let verbatim = start..start + text.len();
    if verbatim.end <= place.end && source.get(verbatim.clone()) == Some(text) {
        Text::Source(verbatim)
    } else if place.is_empty() {
        // A value that is not written; the parser calls it `~`.
        Text::Source(place.clone())
    } else {
        Text::Decoded(text)
    }
}

/// Returns the place of a scalar without the blank lines behind it, which block scalars take in.
pub(super) fn visible(source: &str, style: ScalarStyle, place: Range<usize>) -> Range<usize> {
    match style {
        ScalarStyle::Literal | ScalarStyle::Folded => {
            let text = source.get(place.clone()).unwrap_or_default();
            place.start..place.start + text.trim_end().len()
        }
        ScalarStyle::Plain | ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => place,
    }
}

fn unsigned(text: &str) -> &str {
    text.strip_prefix(['-', '+']).unwrap_or(text)
}

fn is_digits(text: &str) -> bool {
    is_some_of(text, |byte| byte.is_ascii_digit())
}

fn is_some_of(text: &str, is_one: impl Fn(u8) -> bool) -> bool {
    !text.is_empty() && text.bytes().all(is_one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_core_schema() {
        for text in ["", "~", "null", "Null", "NULL"] {
            assert_eq!(resolve(text), Kind::Null, "{text}");
        }
        for (text, value) in [
            ("true", true),
            ("TRUE", true),
            ("False", false),
            ("false", false),
        ] {
            assert_eq!(resolve(text), Kind::Bool(value), "{text}");
        }
        for text in [
            "0",
            "-1",
            "+12",
            "012",
            "0o17",
            "0xFf",
            "1.10",
            "-.5",
            "5.",
            "1e3",
            "1.5E-3",
            "+1.e+2",
            "123456789012345678901234567890",
            "-0",
            ".inf",
            "-.INF",
            "+.Inf",
            ".NaN",
        ] {
            assert_eq!(resolve(text), Kind::Number(text), "{text}");
        }
        for text in [
            "no",
            "yes",
            "on",
            "off",
            "y",
            "nULL",
            "tRUE",
            "1_000",
            "0b1",
            "0o8",
            "0o",
            "0x",
            "-0x1",
            "1:30",
            "2001-01-01",
            ".",
            "-",
            "+",
            "e3",
            "1e",
            ".e1",
            "1.2.3",
            ".iNF",
            "inf",
            "-.nan",
            "nan",
            "1 2",
            "١",
        ] {
            assert_eq!(resolve(text), Kind::String(text), "{text}");
        }
    }
}
