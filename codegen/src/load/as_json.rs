//! Values of the description as JSON text.

use std::borrow::Cow;
use std::fmt::Write;

use super::json::plain_length;
use super::tree::{Kind, Node};

/// Returns a value as JSON in one line; nothing where it is too long to be shown or sent.
pub(crate) fn json_text(node: Node<'_>) -> Option<String> {
    // Room for a scalar with its quotes; most values are scalars.
    let mut out = String::with_capacity(node.text().map_or(0, |text| text.len() + 2));
    write_value(&mut out, node)?;
    Some(out)
}

/// Longer texts than this are nobody's default.
const MAX_BYTES: usize = 16_384;

/// Writes a value. Recursion is bounded by the depth that loading accepts.
fn write_value(out: &mut String, node: Node<'_>) -> Option<()> {
    match node.kind() {
        Kind::Null => out.push_str("null"),
        Kind::Bool(value) => out.push_str(if value { "true" } else { "false" }),
        Kind::Number(spelling) => out.push_str(&json_number(spelling)),
        Kind::String(text) => write_text(out, text),
        Kind::Array => write_array(out, node)?,
        Kind::Object => write_object(out, node)?,
    }
    (out.len() <= MAX_BYTES).then_some(())
}

fn write_array(out: &mut String, node: Node<'_>) -> Option<()> {
    out.push('[');
    for (index, item) in node.as_array()?.enumerate() {
        out.push_str(if index > 0 { "," } else { "" });
        write_value(out, item)?;
    }
    out.push(']');
    Some(())
}

fn write_object(out: &mut String, node: Node<'_>) -> Option<()> {
    out.push('{');
    for (index, entry) in node.as_object()?.enumerate() {
        out.push_str(if index > 0 { "," } else { "" });
        write_text(out, entry.key);
        out.push(':');
        write_value(out, entry.value)?;
    }
    out.push('}');
    Some(())
}

fn write_text(out: &mut String, text: &str) {
    out.push('"');
    let mut rest = text;
    loop {
        let (plain, special) = rest.split_at(plain_length(rest.as_bytes()));
        out.push_str(plain);
        let mut special = special.chars();
        let Some(c) = special.next() else { break };
        escape(out, c);
        rest = special.as_str();
    }
    out.push('"');
}

fn escape(out: &mut String, special: char) {
    match special {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        other => {
            // Writing to a string cannot fail.
            let _ = write!(out, "\\u{:04x}", u32::from(other));
        }
    }
}

/// Returns a number of YAML's core schema as JSON writes it; `.inf` and `.nan` have no JSON.
pub(crate) fn json_number(spelling: &str) -> Cow<'_, str> {
    if is_json_number(spelling) {
        return Cow::Borrowed(spelling);
    }
    let (sign, plain) = match spelling.strip_prefix('-') {
        Some(plain) => ("-", plain),
        None => ("", spelling.strip_prefix('+').unwrap_or(spelling)),
    };
    let in_radix = |prefix: &str, radix| {
        let digits = plain.strip_prefix(prefix)?;
        decimal(digits, radix)
    };
    in_radix("0x", 16)
        .or_else(|| in_radix("0o", 8))
        .or_else(|| decimal_number(plain))
        .map_or(Cow::Borrowed("null"), |number| {
            format!("{sign}{number}").into()
        })
}

/// Returns digits of another base as decimal ones, however many there are.
fn decimal(digits: &str, radix: u32) -> Option<String> {
    /// So much of the value is in one limb.
    const LIMB: u64 = 1_000_000_000;
    // Work is quadratic, and nobody writes numbers like that by hand.
    if digits.is_empty() || digits.len() > 1_000 {
        return None;
    }
    let mut limbs: Vec<u64> = vec![0];
    for digit in digits.chars() {
        let mut carry = u64::from(digit.to_digit(radix)?);
        for limb in &mut limbs {
            let value = *limb * u64::from(radix) + carry;
            *limb = value % LIMB;
            carry = value / LIMB;
        }
        if carry > 0 {
            limbs.push(carry);
        }
    }
    let mut limbs = limbs.iter().rev();
    let mut text = limbs.next()?.to_string();
    text.extend(limbs.map(|limb| format!("{limb:09}")));
    Some(text)
}

/// Returns a decimal number of YAML, without a sign, in the grammar of JSON: `007`, `.5`, `1.`.
fn decimal_number(text: &str) -> Option<String> {
    let (mantissa, exponent) = match text.find(['e', 'E']) {
        Some(at) => text.split_at(at),
        None => (text, ""),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    let point = if fraction.is_empty() { "" } else { "." };
    let number = [whole, point, fraction, exponent].concat();
    let has_digits = mantissa.contains(|c: char| c.is_ascii_digit());
    (has_digits && is_json_number(&number)).then_some(number)
}

/// Returns whether a text is a number in the grammar of JSON (RFC 8259, section 6).
fn is_json_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let text = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    let exponent =
        exponent.is_none_or(|text| digits(text.strip_prefix(['+', '-']).unwrap_or(text)));
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let whole = digits(whole) && (whole == "0" || !whole.starts_with('0'));
    whole && fraction.is_none_or(digits) && exponent
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_become_json() {
        for (spelling, expect) in [
            ("1.10", "1.10"),
            ("-0", "-0"),
            ("1e+9", "1e+9"),
            ("+7", "7"),
            ("0x1F", "31"),
            ("0o17", "15"),
            ("007", "7"),
            (".5", "0.5"),
            ("1.", "1"),
            (".inf", "null"),
            (".nan", "null"),
            ("-9223372036854775809", "-9223372036854775809"),
            (
                "0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF",
                "22300745198530623141535718272648361505980415",
            ),
            ("0x3B9ACA00", "1000000000"),
            ("1e400", "1e400"),
            ("+.5e400", "0.5e400"),
            ("-.5", "-0.5"),
            ("-007.10", "-7.10"),
            ("1.e3", "1e3"),
            ("000", "0"),
            ("-.inf", "null"),
            (".", "null"),
            ("", "null"),
        ] {
            assert_eq!(json_number(spelling), expect, "{spelling}");
        }
    }

    #[test]
    fn texts_are_escaped() {
        let mut out = String::new();
        write_text(&mut out, "a\"b\\c\n\u{1}é");
        assert_eq!(out, r#""a\"b\\c\n\u0001é""#);
    }
}
