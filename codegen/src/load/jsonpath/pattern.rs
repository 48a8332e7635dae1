//! Regular expressions of queries: I-Regexp (RFC 9485).

use regex::{Regex, RegexBuilder};

/// Compiles an expression that is to fit the whole of a text or a part of it. Returns nothing where
/// it is none, or one that would become too big.
pub(super) fn compile(expression: &str, whole: bool) -> Option<Regex> {
    let expression = plain_dots(expression);
    let expression = if whole {
        format!("^(?:{expression})$")
    } else {
        expression
    };
    RegexBuilder::new(&expression)
        .size_limit(MAX_BYTES)
        .nest_limit(50)
        .build()
        .ok()
}

const MAX_BYTES: usize = 1 << 18;

/// RFC 9485, 5.3: a dot fits no end of line of either kind; to the library only `\n` is one.
fn plain_dots(expression: &str) -> String {
    let mut out = String::with_capacity(expression.len());
    let (mut escaped, mut in_class) = (false, false);
    for c in expression.chars() {
        if c == '.' && !escaped && !in_class {
            out.push_str("[^\\n\\r]");
            continue;
        }
        match c {
            '[' if !escaped => in_class = true,
            ']' if !escaped => in_class = false,
            _ => {}
        }
        escaped = c == '\\' && !escaped;
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::compile;

    #[test]
    fn whole_and_part() {
        for (expression, text, whole, part) in [
            ("a.c", "abc", true, true),
            ("a.c", "xabcx", false, true),
            ("a.c", "a\rc", false, false),
            ("[.]", ".", true, true),
            ("[.]", "x", false, false),
            ("\\.", "x", false, false),
            ("a|b", "ab", false, true),
            ("\\p{Lu}+", "ÄB", true, true),
        ] {
            let fits = |whole| compile(expression, whole).unwrap().is_match(text);
            assert_eq!(
                (fits(true), fits(false)),
                (whole, part),
                "{expression} {text}"
            );
        }
    }

    #[test]
    fn what_is_refused() {
        for expression in ["(", "[a", "(?:a{1000}){1000}", &"(".repeat(100_000)] {
            assert!(compile(expression, true).is_none());
        }
    }
}
