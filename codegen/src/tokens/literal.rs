//! Literals: values in, their spelling in a file out.

use super::{ToTokens, TokenStream};

/// A literal that is spelled in another way than its type asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Literal(String);

impl Literal {
    /// Returns the number without its type; one that is finite and not negative.
    pub(crate) fn f64_unsuffixed(number: f64) -> Self {
        let mut text = number.to_string();
        if !text.contains('.') {
            text.push_str(".0");
        }
        Self(text)
    }
}

impl ToTokens for Literal {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.literal(&self.0);
    }
}

/// Writes the literal of a text. Nothing in it can end the literal: quotes, backslashes and what is
/// not to be seen are escaped.
pub(super) fn write_string(out: &mut String, value: &str) {
    out.reserve(value.len() + 2);
    out.push('"');
    let mut rest = value;
    while let Some(index) = rest.find(|c: char| !is_plain(c)) {
        let (plain, other) = rest.split_at(index);
        out.push_str(plain);
        let mut chars = other.chars();
        let escaped = chars.next();
        rest = chars.as_str();
        write_escaped(out, escaped, rest);
    }
    out.push_str(rest);
    out.push('"');
}

fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~') && c != '"' && c != '\\'
}

fn write_escaped(out: &mut String, c: Option<char>, rest: &str) {
    match c {
        // `\0` and a digit behind it look like an octal number.
        Some('\0') if rest.starts_with(|c: char| c.is_digit(8)) => out.push_str("\\x00"),
        Some('\0') => out.push_str("\\0"),
        Some(c) => out.extend(c.escape_debug()),
        None => {}
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn written(value: &str) -> String {
        let mut out = String::new();
        write_string(&mut out, value);
        out
    }

    #[test]
    fn texts_are_escaped() {
        for (value, expect) in [
            ("", r#""""#),
            ("a b", r#""a b""#),
            ("it's", r#""it's""#),
            ("\"\\", r#""\"\\""#),
            ("\n\t\r\u{1b}", r#""\n\t\r\u{1b}""#),
            ("\0 \x001", r#""\0 \x001""#),
            ("ö\u{202e}\u{301}", "\"ö\\u{202e}\\u{301}\""),
        ] {
            assert_eq!(written(value), expect);
        }
    }

    #[test]
    fn numbers_have_no_types() {
        assert_eq!(Literal::f64_unsuffixed(1.0).0, "1.0");
        assert_eq!(Literal::f64_unsuffixed(0.25).0, "0.25");
    }

    proptest! {
        #[test]
        fn texts_come_back(value in any::<String>()) {
            let literal: syn::LitStr = syn::parse_str(&written(&value)).expect("a literal");
            prop_assert_eq!(literal.value(), value);
        }
    }
}
