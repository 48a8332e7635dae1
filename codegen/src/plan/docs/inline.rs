//! Pieces of a paragraph: words of text, spans of code, links.
//!
//! Every function returns Markdown that shows exactly what went in.

use std::borrow::Cow;

use super::clean;

/// Longer pieces of code are cut.
const LONGEST_CODE: usize = 300;

/// Returns a word such that it shows as it is; a URL in it becomes a link, which rustdoc asks for.
pub(super) fn word(word: &str) -> Cow<'_, str> {
    if url_start(word).is_none() {
        return escape(word);
    }
    let mut shown = String::new();
    let mut rest = word;
    while let Some(start) = url_start(rest) {
        let url = url_prefix(&rest[start..]);
        shown.push_str(&escape(&rest[..start]));
        rest = &rest[start + url.len()..];
        shown.extend(["<", url, ">"]);
    }
    shown.push_str(&escape(rest));
    shown.into()
}

/// Whether all words of a text show as they are, and lead nowhere.
pub(super) fn is_plain(text: &str) -> bool {
    let may_lead = text.contains(':') && text.contains("://");
    !may_lead && !text.bytes().any(is_special)
}

/// Whether Markdown may take the character for more than text.
fn is_special(byte: u8) -> bool {
    matches!(
        byte,
        b'\\' | b'`' | b'*' | b'[' | b']' | b'<' | b'~' | b'$' | b'_' | b'&'
    )
}

/// Returns a word such that it shows as it is, URLs too.
pub(super) fn escape(word: &str) -> Cow<'_, str> {
    // Most words are plain, and descriptions have millions of them.
    if !word.bytes().any(is_special) {
        return Cow::Borrowed(word);
    }
    let chars: Vec<char> = word.chars().collect();
    let mut shown = String::new();
    for (index, &c) in chars.iter().enumerate() {
        let is_word = |at: Option<usize>| {
            at.and_then(|at| chars.get(at))
                .is_some_and(char::is_ascii_alphanumeric)
        };
        let special = match c {
            // Inside a word an underscore is only that.
            '_' => !is_word(index.checked_sub(1)) || !is_word(Some(index + 1)),
            '&' => is_word(Some(index + 1)) || chars.get(index + 1) == Some(&'#'),
            c => u8::try_from(c).is_ok_and(is_special),
        };
        if special {
            shown.push('\\');
        }
        shown.push(c);
    }
    shown.into()
}

/// Returns the word such that it can begin a line: no list, heading, quote, rule or table.
pub(super) fn at_line_start(word: &str) -> Cow<'_, str> {
    if word.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return Cow::Borrowed(word);
    }
    if word.starts_with(['-', '+', '#', '>', '=', ':', '|']) || word.chars().all(|c| c == '*') {
        return ["\\", word].concat().into();
    }
    let digits = word.chars().take_while(char::is_ascii_digit).count();
    match word[digits..].chars().next() {
        Some('.' | ')') if digits > 0 => [&word[..digits], "\\", &word[digits..]].concat().into(),
        Some(_) | None => Cow::Borrowed(word),
    }
}

/// Returns the text as code, on one line.
pub(super) fn code(text: &str) -> String {
    let text = clean::line(text, LONGEST_CODE);
    if text.is_empty() {
        return "(empty)".to_owned();
    }
    let fence = "`".repeat(longest_run(&text) + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') {
        " "
    } else {
        ""
    };
    [&fence, pad, &text, pad, &fence].concat()
}

/// Returns the number of backticks in the longest run of them.
pub(super) fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

/// Returns the target of a link if it leads to the web, in characters that end no link.
pub(super) fn target(url: &str) -> Option<String> {
    let url = url.trim();
    let leads_out = ["https://", "http://", "mailto:"]
        .iter()
        .any(|scheme| url.starts_with(scheme));
    if !leads_out || url.len() > 1000 {
        return None;
    }
    let mut target = String::new();
    for byte in url.bytes() {
        if byte.is_ascii_graphic() && !b"<>()[]\\\"`|*".contains(&byte) {
            target.push(char::from(byte));
        } else {
            target.push('%');
            for digit in [byte >> 4, byte & 15] {
                let digit = char::from_digit(u32::from(digit), 16).unwrap_or('0');
                target.push(digit.to_ascii_uppercase());
            }
        }
    }
    Some(target)
}

/// Where a URL starts that is more than its scheme.
fn url_start(text: &str) -> Option<usize> {
    if !text.contains(':') {
        return None;
    }
    let candidates = text.match_indices("http").map(|(start, _)| start);
    candidates.into_iter().find(|&start| {
        let url = url_prefix(&text[start..]);
        ["https://", "http://"].iter().any(|scheme| {
            url.strip_prefix(scheme)
                .is_some_and(|rest| !rest.is_empty())
        })
    })
}

/// The URL at the start, without the punctuation of the sentence around it.
fn url_prefix(text: &str) -> &str {
    let is_part = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#@!$&'*+,;=%{}".contains(c);
    let end = text.find(|c| !is_part(c)).unwrap_or(text.len());
    text[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_', '~'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_show_as_they_are() {
        for (text, expect) in [
            ("plain", "plain"),
            ("customer_id", "customer_id"),
            ("_x_", "\\_x\\_"),
            ("Vec<T>", "Vec\\<T>"),
            ("[Foo]", "\\[Foo\\]"),
            ("&lt;", "\\&lt;"),
            ("R&D", "R\\&D"),
            ("(https://a.example/x_y).", "(<https://a.example/x_y>)."),
            ("see:http://b.example,", "see:<http://b.example>,"),
        ] {
            assert_eq!(word(text), expect, "{text}");
        }
    }

    #[test]
    fn no_word_begins_a_block() {
        for (text, expect) in [
            ("-", "\\-"),
            ("---", "\\---"),
            ("1.", "1\\."),
            ("12)", "12\\)"),
            ("1.5", "1\\.5"),
            ("#", "\\#"),
            ("===", "\\==="),
            ("**bold**", "**bold**"),
            ("***", "\\***"),
            ("2024", "2024"),
        ] {
            assert_eq!(at_line_start(text), expect, "{text}");
        }
    }

    #[test]
    fn code_is_fenced_by_more_backticks_than_it_has() {
        assert_eq!(code("a"), "`a`");
        assert_eq!(code("a ``b"), "```a ``b```");
        assert_eq!(code("`"), "`` ` ``");
        assert_eq!(code("a\n\nb"), "`a b`");
    }

    #[test]
    fn links_lead_to_the_web() {
        assert_eq!(
            target("https://a.example/(x)").as_deref(),
            Some("https://a.example/%28x%29")
        );
        assert_eq!(target("javascript:alert(1)"), None);
        assert_eq!(target("Foo::bar"), None);
        assert_eq!(target("#section"), None);
    }
}
