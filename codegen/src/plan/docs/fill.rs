//! Words to lines of bounded length.
//!
//! Words are Markdown already; only what they would mean at the start of a line is looked at.

use super::inline;

/// With `    /// ` in front a line has 100 columns.
pub(super) const WIDTH: usize = 92;

/// A piece of a paragraph between spaces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word<'a> {
    Text(&'a str),
    /// The line ends here.
    Break,
}

/// The pieces of a paragraph. The last word may not be at its end yet.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// All words, with nothing between them.
    text: String,
    /// Where words end; nothing for a break.
    ends: Vec<Option<usize>>,
    /// Where the last word begins.
    start: usize,
}

impl Words {
    /// Adds to the last word.
    pub(super) fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Ends the last word, if anything is in it.
    pub(super) fn end_word(&mut self) {
        if self.text.len() > self.start {
            self.start = self.text.len();
            self.ends.push(Some(self.start));
        }
    }

    pub(super) fn line_break(&mut self) {
        self.end_word();
        self.ends.push(None);
    }

    /// Returns the pieces that are at their end.
    pub(super) fn iter(&self) -> impl Iterator<Item = Word<'_>> {
        let mut start = 0;
        self.ends.iter().map(move |end| match end {
            Some(end) => {
                let word = &self.text[start..*end];
                start = *end;
                Word::Text(word)
            }
            None => Word::Break,
        })
    }

    /// Returns where the next text is added.
    pub(super) fn end(&self) -> usize {
        self.text.len()
    }

    /// Returns how long they are on one line, about.
    fn len(&self) -> usize {
        self.text.len() + self.ends.len()
    }
}

/// Returns the lines of the paragraph.
pub(super) fn fill(words: &Words, width: usize) -> Vec<String> {
    let mut lines = vec![String::with_capacity(words.len().min(width))];
    let mut length = 0;
    for word in words.iter() {
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
        let mut line = String::with_capacity(width);
        line.push_str(&inline::at_line_start(text));
        lines.push(line);
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

    fn words(text: &str) -> Words {
        let mut words = Words::default();
        for word in text.split_whitespace() {
            if word == "BR" {
                words.line_break();
            } else {
                words.push(word);
                words.end_word();
            }
        }
        words
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
