//! Numbers as JSON spells them. YAML knows more spellings: `0x1F`, `0o17`, `+1`, `012`, `.5`, `5.`.

use std::borrow::Cow;

use super::{Kind, Node};

impl<'a> Node<'a> {
    /// Returns the number in JSON's spelling, digit for digit otherwise: `1.10` stays `1.10`.
    /// Returns nothing for what is no number, and for hexadecimal or octal ones beyond 128 bits.
    pub(crate) fn json_number(self) -> Option<Cow<'a, str>> {
        match self.kind() {
            Kind::Number(text) => json_spelling(text),
            Kind::Null | Kind::Bool(_) | Kind::String(_) | Kind::Array | Kind::Object => None,
        }
    }
}

fn json_spelling(text: &str) -> Option<Cow<'_, str>> {
    for (prefix, radix) in [("0x", 16), ("0o", 8)] {
        if let Some(digits) = text.strip_prefix(prefix) {
            return Some(Cow::Owned(
                u128::from_str_radix(digits, radix).ok()?.to_string(),
            ));
        }
    }
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let end = rest.find(['.', 'e', 'E']).unwrap_or(rest.len());
    let (whole, rest) = rest.split_at(end);
    let (part, exponent) = rest.split_at(rest.find(['e', 'E']).unwrap_or(rest.len()));
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    let part = if part == "." { "" } else { part };
    let spelled = [sign, whole, part, exponent].concat();
    Some(if spelled == text {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(spelled)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings() {
        for (text, expect) in [
            ("0", "0"),
            ("-0", "-0"),
            ("1.10", "1.10"),
            ("1E+5", "1E+5"),
            (
                "123456789012345678901234567890",
                "123456789012345678901234567890",
            ),
            ("+12", "12"),
            ("012", "12"),
            ("-007.50", "-7.50"),
            ("0.5", "0.5"),
            (".5", "0.5"),
            ("-.5e3", "-0.5e3"),
            ("5.", "5"),
            ("5.e2", "5e2"),
            ("0x1F", "31"),
            ("0o17", "15"),
        ] {
            assert_eq!(json_spelling(text).as_deref(), Some(expect), "{text}");
        }
        assert_eq!(json_spelling(&format!("0x{}", "f".repeat(40))), None);
    }
}
