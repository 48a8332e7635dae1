//! Regular expressions of ECMA-262 in the syntax of the crate `regex`, which matches in linear time.
//!
//! Takes a pattern as it is written, returns one that finds the same, or why there is none: what looks
//! around or back at a group has no linear time. Classes mean what ECMA says: `\d` and `\w` are ASCII,
//! `.` stops at four line terminators.

use std::iter::Peekable;
use std::str::Chars;

use regex::RegexBuilder;

const LOOKS_AROUND: &str = "patterns that look around are not checked: they have no linear time";
const LOOKS_BACK: &str = "patterns that refer back are not checked: they have no linear time";
const UNKNOWN: &str = "patterns that are none of ECMA-262 are not checked";
const TOO_LARGE: &str = "patterns that take too much memory are not checked";

/// What a compiled pattern may take, here and in clients.
const MOST_BYTES: usize = 10 << 20;

/// As in `100,2000}`: no engine counts further than ten digits.
const LONGEST_COUNT: usize = 24;

/// What the classes of ECMA hold, as it stands within brackets.
const DIGITS: &str = "0-9";
const WORDS: &str = "0-9A-Z_a-z";
const SPACES: &str = r"\t\n\x0B\x0C\r \x{A0}\x{FEFF}\x{2028}\x{2029}\p{Zs}";

/// Returns the pattern for the engine, or why there is none.
pub(super) fn translate(pattern: &str) -> Result<String, &'static str> {
    let mut translation = Translation {
        rest: pattern.chars().peekable(),
        out: String::with_capacity(pattern.len() + 8),
    };
    translation.all()?;
    let out = translation.out;
    match RegexBuilder::new(&out).size_limit(MOST_BYTES).build() {
        Ok(_) => Ok(out),
        Err(regex::Error::CompiledTooBig(_)) => Err(TOO_LARGE),
        Err(_) => Err(UNKNOWN),
    }
}

/// Returns about how long a pattern takes to be compiled: what is repeated is compiled that often.
pub(super) fn work(pattern: &str) -> usize {
    let counts = pattern.split(|c: char| !c.is_ascii_digit());
    let counts = counts.filter_map(|digits| digits.parse::<usize>().ok());
    let repeated = counts.fold(0_usize, |sum, count| sum.saturating_add(count.min(10_000)));
    1 + pattern.len() / 16 + repeated / 8
}

struct Translation<'p> {
    rest: Peekable<Chars<'p>>,
    out: String,
}

impl Translation<'_> {
    fn all(&mut self) -> Result<(), &'static str> {
        while let Some(c) = self.rest.next() {
            match c {
                '\\' => self.escape()?,
                '[' => self.class()?,
                '(' => self.group()?,
                '{' => self.brace(),
                '.' => self.out.push_str(r"[^\n\r\x{2028}\x{2029}]"),
                // All other operators mean the same.
                '^' | '$' | '|' | ')' | '*' | '+' | '?' => self.out.push(c),
                _ => self.literal(c),
            }
        }
        Ok(())
    }

    fn literal(&mut self, c: char) {
        if r"\.+*?()|[]{}^$".contains(c) {
            self.out.push('\\');
        }
        self.out.push(c);
    }

    fn group(&mut self) -> Result<(), &'static str> {
        if self.rest.next_if_eq(&'?').is_none() {
            self.out.push_str("(?:");
            return Ok(());
        }
        match self.rest.next() {
            Some(':') => self.out.push_str("(?:"),
            Some('=' | '!') => return Err(LOOKS_AROUND),
            Some('<') => {
                if matches!(self.rest.peek(), Some('=' | '!')) {
                    return Err(LOOKS_AROUND);
                }
                // A name, which nothing needs.
                self.rest.by_ref().find(|c| *c == '>').ok_or(UNKNOWN)?;
                self.out.push_str("(?:");
            }
            Some(c @ ('i' | 's' | 'm' | '-')) => self.modifiers(c)?,
            _ => return Err(UNKNOWN),
        }
        Ok(())
    }

    /// As in `(?i:` and `(?-s:` (ECMA-262, 2025).
    fn modifiers(&mut self, first: char) -> Result<(), &'static str> {
        self.out.push_str("(?");
        self.out.push(first);
        loop {
            match self.rest.next() {
                Some(c @ ('i' | 's' | 'm' | '-')) => self.out.push(c),
                Some(':') => {
                    self.out.push(':');
                    return Ok(());
                }
                _ => return Err(UNKNOWN),
            }
        }
    }

    /// A brace that begins no count is a character.
    fn brace(&mut self) {
        let text: String = self.rest.clone().take(LONGEST_COUNT).collect();
        let Some((count, _)) = text.split_once('}') else {
            return self.literal('{');
        };
        let (least, most) = count.split_once(',').unwrap_or((count, ""));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if least.is_empty() || !digits(least) || !digits(most) {
            return self.literal('{');
        }
        self.out.push('{');
        self.out.push_str(count);
        self.out.push('}');
        for _ in 0..=count.chars().count() {
            self.rest.next();
        }
    }

    fn escape(&mut self) -> Result<(), &'static str> {
        let c = self.rest.next().ok_or(UNKNOWN)?;
        match c {
            'b' => self.out.push_str(r"(?-u:\b)"),
            'B' => self.out.push_str(r"(?-u:\B)"),
            '1'..='9' | 'k' => return Err(LOOKS_BACK),
            _ => match self.class_escape(c)? {
                Escape::Set(set) => {
                    self.out.push('[');
                    self.out.push_str(&set);
                    self.out.push(']');
                }
                Escape::Char(c) => self.literal(c),
            },
        }
        Ok(())
    }

    /// Reads an escape that means the same within brackets.
    fn class_escape(&mut self, c: char) -> Result<Escape, &'static str> {
        let set = |text: &str| Ok(Escape::Set(text.to_owned()));
        match c {
            'd' => set(DIGITS),
            'D' => set(&["[^", DIGITS, "]"].concat()),
            'w' => set(WORDS),
            'W' => set(&["[^", WORDS, "]"].concat()),
            's' => set(SPACES),
            'S' => set(&["[^", SPACES, "]"].concat()),
            'p' | 'P' => Ok(Escape::Set(self.property(c)?)),
            't' => Ok(Escape::Char('\t')),
            'n' => Ok(Escape::Char('\n')),
            'v' => Ok(Escape::Char('\u{B}')),
            'f' => Ok(Escape::Char('\u{C}')),
            'r' => Ok(Escape::Char('\r')),
            '0' => Ok(Escape::Char('\0')),
            'c' => {
                let letter = self.rest.next_if(char::is_ascii_alphabetic);
                let letter = letter.ok_or(UNKNOWN)?;
                Ok(Escape::Char(char::from(letter as u8 % 32)))
            }
            'x' => self.hex(2).map(Escape::Char),
            'u' => self.unicode().map(Escape::Char),
            // Letters and digits that escape nothing are anchors and classes of other dialects.
            c if c.is_ascii_alphanumeric() => Err(UNKNOWN),
            c => Ok(Escape::Char(c)),
        }
    }

    /// As in `\p{Letter}`.
    fn property(&mut self, c: char) -> Result<String, &'static str> {
        self.rest.next_if_eq(&'{').ok_or(UNKNOWN)?;
        let mut out = String::from("\\");
        out.push(c);
        out.push('{');
        loop {
            let c = self.rest.next().ok_or(UNKNOWN)?;
            out.push(c);
            match c {
                '}' => return Ok(out),
                c if c.is_ascii_alphanumeric() || c == '_' || c == '=' => {}
                _ => return Err(UNKNOWN),
            }
        }
    }

    fn hex(&mut self, digits: usize) -> Result<char, &'static str> {
        char::from_u32(self.unit(digits)?).ok_or(UNKNOWN)
    }

    fn unit(&mut self, digits: usize) -> Result<u32, &'static str> {
        (0..digits).try_fold(0, |value, _| {
            let digit = self.rest.next().and_then(|c| c.to_digit(16));
            Ok(value * 16 + digit.ok_or(UNKNOWN)?)
        })
    }

    /// As in `\u00e9`, `\u{1F600}` and, in two halves, `\ud83d\ude00`.
    fn unicode(&mut self) -> Result<char, &'static str> {
        if self.rest.next_if_eq(&'{').is_some() {
            let digits: String = self.rest.by_ref().take_while(|c| *c != '}').collect();
            let value = u32::from_str_radix(&digits, 16).map_err(|_| UNKNOWN)?;
            return char::from_u32(value).ok_or(UNKNOWN);
        }
        let first = self.unit(4)?;
        if !(0xD800..0xDC00).contains(&first) {
            return char::from_u32(first).ok_or(UNKNOWN);
        }
        self.rest.next_if_eq(&'\\').ok_or(UNKNOWN)?;
        self.rest.next_if_eq(&'u').ok_or(UNKNOWN)?;
        let second = self.unit(4)?.checked_sub(0xDC00).ok_or(UNKNOWN)?;
        char::from_u32(0x10000 + ((first - 0xD800) << 10) + second).ok_or(UNKNOWN)
    }

    fn class(&mut self) -> Result<(), &'static str> {
        let is_negated = self.rest.next_if_eq(&'^').is_some();
        if self.rest.next_if_eq(&']').is_some() {
            // Nothing, and anything.
            let all = if is_negated { r"[\s\S]" } else { r"[^\s\S]" };
            self.out.push_str(all);
            return Ok(());
        }
        self.out.push_str(if is_negated { "[^" } else { "[" });
        let mut last_is_char = false;
        loop {
            let c = self.rest.next().ok_or(UNKNOWN)?;
            let escape = match c {
                ']' => break,
                '-' if last_is_char && self.rest.peek().is_some_and(|c| *c != ']') => {
                    self.range_end()?;
                    last_is_char = false;
                    continue;
                }
                '\\' => self.class_member()?,
                c => Escape::Char(c),
            };
            last_is_char = matches!(escape, Escape::Char(_));
            self.member(&escape);
        }
        self.out.push(']');
        Ok(())
    }

    /// Takes what ends a range. Where that is a class, there is no range and the hyphen is itself.
    fn range_end(&mut self) -> Result<(), &'static str> {
        let end = match self.rest.next().ok_or(UNKNOWN)? {
            '\\' => self.class_member()?,
            c => Escape::Char(c),
        };
        self.out.push_str(match end {
            Escape::Char(_) => "-",
            Escape::Set(_) => "\\-",
        });
        self.member(&end);
        Ok(())
    }

    fn class_member(&mut self) -> Result<Escape, &'static str> {
        match self.rest.next().ok_or(UNKNOWN)? {
            'b' => Ok(Escape::Char('\u{8}')),
            c => self.class_escape(c),
        }
    }

    fn member(&mut self, escape: &Escape) {
        match escape {
            Escape::Char(c) => {
                // Sets of the engine have operators between them.
                if r"\[]^-&~".contains(*c) {
                    self.out.push('\\');
                }
                self.out.push(*c);
            }
            Escape::Set(set) => self.out.push_str(set),
        }
    }
}

enum Escape {
    Char(char),
    /// What stands within brackets.
    Set(String),
}

#[cfg(test)]
mod tests {
    use regex::Regex;

    use super::*;

    #[test]
    fn patterns_find_what_ecma_finds() {
        for (pattern, found, others) in [
            (
                r"^\d+$",
                &["0", "12"][..],
                &["", "\u{0665}", "1a", "1\n"][..],
            ),
            (r"^\w$", &["a", "_", "9"], &["é", "-"]),
            (
                r"^\s$",
                &[" ", "\u{FEFF}", "\u{A0}", "\u{2003}", "\u{2028}"],
                &["\u{85}", "a"],
            ),
            (r"^\S$", &["\u{85}", "a"], &[" ", "\u{FEFF}"]),
            (r"^[\w-]+$", &["a-b"], &["a b"]),
            (r"^[^\d\s]$", &["x"], &["1", " "]),
            (r"^[\W]$", &["-", "é"], &["a"]),
            (r"^a.c$", &["abc", "a\u{85}c"], &["a\nc", "a\u{2028}c"]),
            (r"^[a-z&&b]$", &["&", "b", "q"], &["-"]),
            (r"^[[a]$", &["[", "a"], &["b"]),
            (r"^[a\-z]$", &["-", "a"], &["b"]),
            (r"^x{,2}$", &["x{,2}"], &["x", "xx"]),
            (r"^x{2}$", &["xx"], &["x"]),
            (r"^x{1,2}$", &["x", "xx"], &["xxx"]),
            (r"^{a}$", &["{a}"], &["a"]),
            (r"^\/a\-b$", &["/a-b"], &["ab"]),
            (r"^(?<year>\d{4})$", &["2024"], &["x"]),
            (r"^\u00e9\u{1F600}\ud83d\ude00\x41\cJ$", &["é😀😀A\n"], &[]),
            (r"^\p{Letter}+$", &["aλ"], &["1"]),
            (r"^\p{Script=Greek}$", &["λ"], &["a"]),
            (r"^(?i:a)b$", &["Ab"], &["AB"]),
            (r"\bcat\b", &["a cat", "caté"], &["cats"]),
            (r"^[]$", &[], &["a", ""]),
            (r"^[^]$", &["\n"], &[""]),
            (r"a#b ~", &["a#b ~"], &["ab"]),
        ] {
            let regex = Regex::new(&translate(pattern).expect(pattern)).expect(pattern);
            for text in found {
                assert!(regex.is_match(text), "{pattern} {text:?}");
            }
            for text in others {
                assert!(!regex.is_match(text), "{pattern} {text:?}");
            }
        }
    }

    #[test]
    fn braces_are_looked_at_once() {
        let braces = "{".repeat(200_000);
        assert_eq!(translate(&braces), Ok(r"\{".repeat(200_000)));
    }

    #[test]
    fn what_has_no_linear_time_is_told() {
        for (pattern, expect) in [
            ("^(?!a)", LOOKS_AROUND),
            ("(?<=a)b", LOOKS_AROUND),
            (r"(a)\1", LOOKS_BACK),
            (r"(?<n>a)\k<n>", LOOKS_BACK),
            (r"\Aa\Z", UNKNOWN),
            ("(?i)a", UNKNOWN),
            ("(?>a)", UNKNOWN),
            ("[", UNKNOWN),
            ("\\", UNKNOWN),
            (r"\u12", UNKNOWN),
            (r"\u{110000}", UNKNOWN),
            ("[z-a]", UNKNOWN),
            ("(((x{1000}){1000}){1000})", TOO_LARGE),
        ] {
            assert_eq!(translate(pattern), Err(expect), "{pattern}");
        }
    }
}
