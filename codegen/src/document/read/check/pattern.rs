//! `pattern`: regular expressions that no engine can read.
//!
//! Only what every dialect refuses is said: brackets that do not match, and repetitions of nothing or
//! of a range that is empty.

use super::super::cx::Cx;
use crate::diagnostic::{Code, Diagnostic};
use crate::load::Entry;

/// Checks one pattern.
pub(super) fn check(cx: &mut Cx<'_, '_>, entry: &Entry<'_>) {
    let Some(text) = entry.value.as_str() else {
        return;
    };
    if is_literal(text) {
        say_literal(cx, entry);
    }
    let Some(problem) = problem(text) else {
        return;
    };
    let diagnostic = Diagnostic::new(Code::InvalidPattern, "`pattern` is no regular expression")
        .label(entry.value.span(), problem)
        .help("correct it; in double quotes, YAML and JSON want each `\\` twice")
        .several("patterns are no regular expressions");
    cx.diagnostics.add(diagnostic);
}

/// Returns whether a pattern is written as a literal of JavaScript: nothing begins in front of its own
/// start, and nothing follows its end but flags.
fn is_literal(pattern: &str) -> bool {
    let ends = |text: &str| {
        text.rsplit_once('/')
            .is_some_and(|(_, flags)| is_flags(flags))
    };
    pattern.strip_prefix("/^").is_some_and(ends)
}

fn is_flags(text: &str) -> bool {
    text.len() <= 3 && text.bytes().all(|b| b"dgimsuvy".contains(&b))
}

fn say_literal(cx: &mut Cx<'_, '_>, entry: &Entry<'_>) {
    let message = "the slashes around `pattern` are part of it";
    let diagnostic = Diagnostic::new(Code::InvalidPattern, message)
        .label(entry.value.span(), "nothing fits: a `/` before the start")
        .help("write the pattern without slashes and flags")
        .several("patterns are in slashes, which are part of them");
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
    fn literals_of_another_language() {
        for (pattern, expect) in [
            ("/^a$/", true),
            ("/^a$/gi", true),
            ("^/a/$", false),
            ("/a/", false),
            ("/^a/b$", false),
            ("/^", false),
        ] {
            assert_eq!(is_literal(pattern), expect, "{pattern}");
        }
    }

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
