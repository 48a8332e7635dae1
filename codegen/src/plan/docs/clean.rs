//! Characters: what no text of ours may contain, and how long it may be.
//!
//! Knows nothing of Markdown.

use std::borrow::Cow;

/// Text beyond this is cut; no description in use comes near.
const LONGEST: usize = 32 * 1024;

/// Returns the text without invisible characters, with `\n` for every line end, bounded.
pub(super) fn text(text: &str) -> Cow<'_, str> {
    // Most texts are clean, and descriptions have hundreds of thousands of them.
    if text.len() <= LONGEST && text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n')) {
        return Cow::Borrowed(text);
    }
    let mut clean = String::with_capacity(text.len().min(LONGEST));
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if clean.len() >= LONGEST {
            clean.push('…');
            break;
        }
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' => clean.push('\n'),
            '\t' => clean.push_str("    "),
            c if c == '\n' || !is_invisible(c) => clean.push(c),
            _ => {}
        }
    }
    clean.into()
}

/// Returns the text as one line of at most so many characters.
pub(super) fn line(text: &str, longest: usize) -> Cow<'_, str> {
    if text.len() <= longest && is_line(text) {
        return Cow::Borrowed(text);
    }
    let text = self::text(text);
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(longest) {
        Some((end, _)) => [&line[..end], "…"].concat().into(),
        None => line.into(),
    }
}

/// Whether a text is clean, with single spaces between words.
fn is_line(text: &str) -> bool {
    let is_plain = text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    is_plain && !text.starts_with(' ') && !text.ends_with(' ') && !text.contains("  ")
}

/// Control characters, overrides of the reading direction, and what has no shape at all: what could
/// make a reviewer see another text than the compiler does.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cleans() {
        for (input, expect) in [
            ("a\r\nb\rc", "a\nb\nc"),
            ("a\u{202e}b\u{200b}c\u{feff}", "abc"),
            ("a\tb\u{7}\u{1b}[31m", "a    b[31m"),
            ("a\u{2028}b", "a\nb"),
            ("größe 😀", "größe 😀"),
        ] {
            assert_eq!(text(input), expect);
        }
        assert_eq!(line(" a\n b\t c ", 4), "a b …");
        assert!(text(&"é".repeat(100_000)).len() < LONGEST + 8);
    }
}
