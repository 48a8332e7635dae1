//! Texts that are none of those known in their place.

use super::Text;
use crate::diagnostic::{Code, Diagnostic};
use crate::load::nearest;

/// Returns what to say of such a text: the one that is probably meant, or all that are known.
pub(crate) fn unknown_value(
    message: impl Into<String>,
    found: Text<'_>,
    known: &[&str],
) -> Diagnostic {
    let diagnostic = Diagnostic::new(Code::UnknownValue, message);
    let list = list(known);
    match nearest(found.text, known.iter().copied()) {
        Some(meant) => diagnostic
            .label(found.span, format!("expected {list}"))
            .help(format!("did you mean `{meant}`?")),
        None => diagnostic
            .label(found.span, "not known here")
            .help(format!("write {list}")),
    }
}

/// Returns as in `a`, `a or b`, `a, b or c`, with each in code quotes.
fn list(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists() {
        for (words, expect) in [
            (&["a"][..], "`a`"),
            (&["a", "b"], "`a` or `b`"),
            (&["a", "b", "c"], "`a`, `b` or `c`"),
            (&[], ""),
        ] {
            assert_eq!(list(words), expect);
        }
    }
}
