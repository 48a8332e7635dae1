//! `pattern`: regular expressions that no engine can read.
//!
//! Only what every dialect refuses is said: brackets that do not match, and repetitions of nothing or
//! of a range that is empty.

use super::super::cx::Cx;
use crate::diagnostic::{Code, Diagnostic};
use crate::load::Entry;

/// Checks one pattern.
pub(super) fn check(cx: &mut Cx<'_, '_>, entry: &Entry<'_>) {
    let Some(problem) = entry.value.as_str().and_then(problem) else {
        return;
    };
    let diagnostic = Diagnostic::new(Code::InvalidPattern, "`pattern` is no regular expression")
        .label(entry.value.span(), problem)
        .help("correct it; in double quotes, YAML and JSON want each `\\` twice")
        .several("patterns are no regular expressions");
    cx.diagnostics.add(diagnostic);
}

/// Returns what is wrong with a pattern.
fn problem(pattern: &str) -> Option<&'static str> {
    let mut scan = Scan::default();
    let mut chars = pattern.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\\' {
            if chars.next().is_none() {
                return Some("ends with a `\\`");
            }
            scan.can_repeat = true;
        } else if scan.in_class {
            scan.in_class = c != ']';
            scan.can_repeat = true;
        } else if c == '{' {
            let rest: String = chars
                .clone()
                .take(MAX_COUNT)
                .take_while(|c| *c != '}')
                .collect();
            if let Some(problem) = scan.count(&rest) {
                return Some(problem);
            }
        } else if let Some(problem) = scan.step(c) {
            return Some(problem);
        } else if c == '(' && chars.peek() == Some(&'?') {
            // The start of a special group, not a repetition.
            chars.next();
        } else if c == '[' && chars.peek() == Some(&'^') {
            chars.next();
        }
    }
    scan.end()
}

/// Counts are at most so many characters long; what is longer is text.
const MAX_COUNT: usize = 24;

#[derive(Default)]
struct Scan {
    groups: usize,
    in_class: bool,
    /// Whether there is something before that can be repeated.
    can_repeat: bool,
}

impl Scan {
    fn step(&mut self, c: char) -> Option<&'static str> {
        match c {
            '[' => self.in_class = true,
            '(' => {
                self.groups += 1;
                self.can_repeat = false;
                return None;
            }
            ')' => {
                let Some(groups) = self.groups.checked_sub(1) else {
                    return Some("a `)` without a `(`");
                };
                self.groups = groups;
            }
            '*' | '+' | '?' if !self.can_repeat => return Some("repeats nothing"),
            '|' | '^' => {
                self.can_repeat = false;
                return None;
            }
            _ => {}
        }
        self.can_repeat = true;
        None
    }

    /// Looks at what stands in braces, as in `1,3`. What is no count is text.
    fn count(&mut self, text: &str) -> Option<&'static str> {
        let bounds = text.split_once(',').unwrap_or((text, text));
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        if !is_number(bounds.0) || !(bounds.1.is_empty() || is_number(bounds.1)) {
            self.can_repeat = true;
            return None;
        }
        if !self.can_repeat {
            return Some("repeats nothing");
        }
        let numbers = bounds
            .0
            .parse::<u64>()
            .ok()
            .zip(bounds.1.parse::<u64>().ok());
        numbers
            .is_some_and(|(low, high)| low > high)
            .then_some("repeats at least more often than at most")
    }

    fn end(&self) -> Option<&'static str> {
        if self.in_class {
            Some("a `[` without a `]`")
        } else if self.groups > 0 {
            Some("a `(` without a `)`")
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns() {
        for (pattern, expect) in [
            ("^[a-z]+$", None),
            ("^(?:a|b)*?$", None),
            ("(?<name>x)", None),
            ("(?=x)y", None),
            ("[(]", None),
            ("[^]]", None),
            ("\\(", None),
            ("a{1,3}b{2}c{2,}", None),
            ("{id}", None),
            ("^\\p{L}+$", None),
            ("a**", None),
            ("(a", Some("a `(` without a `)`")),
            ("a)", Some("a `)` without a `(`")),
            ("[a-z", Some("a `[` without a `]`")),
            ("*a", Some("repeats nothing")),
            ("a|+", Some("repeats nothing")),
            ("(*)", Some("repeats nothing")),
            ("a{3,2}", Some("repeats at least more often than at most")),
            ("a\\", Some("ends with a `\\`")),
        ] {
            assert_eq!(problem(pattern), expect, "{pattern}");
        }
    }
}
