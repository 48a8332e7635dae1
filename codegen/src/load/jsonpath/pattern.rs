//! Regular expressions of queries: I-Regexp (RFC 9485).

use regex::{Error, Regex, RegexBuilder};

/// An expression, ready to be used.
#[derive(Debug, Clone)]
pub(super) struct Compiled {
    regex: Regex,
    /// Steps that each byte of a text may take: all of a large expression can be tried at each of them.
    weight: usize,
}

impl Compiled {
    /// Returns how many steps it took to make it.
    pub(super) fn cost(&self) -> usize {
        self.weight * 600
    }

    /// Returns how many steps it may take to look at a text.
    pub(super) fn cost_of(&self, text: &str) -> usize {
        self.weight * text.len()
    }

    pub(super) fn is_match(&self, text: &str) -> bool {
        self.regex.is_match(text)
    }
}

/// Sizes in bytes, and the weight of expressions that are no larger. A few signs can stand for very
/// much, so that nothing but the result tells how large it is.
const SIZES: [(usize, usize); 4] = [(1 << 12, 2), (1 << 14, 12), (1 << 16, 50), (1 << 18, 200)];

/// Compiles an expression that is to fit the whole of a text or a part of it. Returns nothing where
/// it is none, or one that would become too big.
pub(super) fn compile(expression: &str, whole: bool) -> Option<Compiled> {
    let expression = plain_dots(expression);
    let expression = if whole {
        format!("^(?:{expression})$")
    } else {
        expression
    };
    for (size, weight) in SIZES {
        let mut builder = RegexBuilder::new(&expression);
        match builder.size_limit(size).nest_limit(50).build() {
            Ok(regex) => return Some(Compiled { regex, weight }),
            Err(Error::CompiledTooBig(_)) => {}
            Err(_) => return None,
        }
    }
    None
}

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
    fn large_expressions_weigh_more() {
        for (expression, weight) in [
            ("beta|internal", 2),
            ("^/v[0-9]+/admin", 2),
            ("\\p{Lu}", 50),
            ("((a{1,10}){1,10}){1,10}b", 200),
        ] {
            assert_eq!(
                compile(expression, false).unwrap().weight,
                weight,
                "{expression}"
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
