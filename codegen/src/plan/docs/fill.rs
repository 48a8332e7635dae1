//! Words to lines of bounded length.
//!
//! Words are Markdown already; only what they would mean at the start of a line is looked at.

use super::inline;

/// With `    /// ` in front a line has 100 columns.
pub(super) const WIDTH: usize = 92;

/// A piece of a paragraph between spaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Word {
    Text(String),
    /// The line ends here.
    Break,
}

/// Returns the lines of the paragraph.
pub(super) fn fill(words: &[Word], width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut length = 0;
    for word in words {
        match word {
            Word::Text(text) => length = append(&mut lines, text, length, width),
            Word::Break if length > 0 => {
                if let Some(line) = lines.last_mut() {
                    line.push('\\');
                }
                lines.push(String::new());
                length = 0;
            }
            Word::Break => {}
        }
    }
    // A break at the end breaks nothing; it would show as a backslash.
    if length == 0 {
        lines.pop();
        if let Some(line) = lines.last_mut() {
            line.pop();
        }
    }
    lines
}

fn append(lines: &mut Vec<String>, text: &str, length: usize, width: usize) -> usize {
    let added = text.chars().count();
    if length > 0 && length + 1 + added > width {
        lines.push(inline::at_line_start(text));
        return added;
    }
    let Some(line) = lines.last_mut() else {
        return length;
    };
    if length == 0 {
        line.push_str(&inline::at_line_start(text));
        return added.max(1);
    }
    line.push(' ');
    line.push_str(text);
    length + 1 + added
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<Word> {
        let word = |word: &str| match word {
            "BR" => Word::Break,
            word => Word::Text(word.to_owned()),
        };
        text.split_whitespace().map(word).collect()
    }

    #[test]
    fn fills() {
        for (text, expect) in [
            ("", vec![]),
            ("a bb cc", vec!["a bb", "cc"]),
            ("aaaaaaaa b", vec!["aaaaaaaa", "b"]),
            ("aaaa - b", vec!["aaaa", "\\- b"]),
            ("a BR b", vec!["a\\", "b"]),
            ("a BR BR", vec!["a"]),
            ("BR", vec![]),
        ] {
            assert_eq!(fill(&words(text), 5), expect, "{text}");
        }
    }
}
