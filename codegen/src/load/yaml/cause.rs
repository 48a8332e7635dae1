//! Where a mistake was made that the parser of events meets only later.
//!
//! Takes the text and the place the parser names; returns the place a person would look at, or
//! nothing where that is the same. Only the usual shapes are known: a line without its `:`, and a
//! quote that is not closed in its line.

use std::ops::Range;

/// A quoted text that goes on until the next quote, which is meant to open another text.
pub(super) struct LeftOpen {
    pub(super) open: Range<usize>,
    pub(super) close: Range<usize>,
}

/// Returns the quote that was left open, where the text behind a closing quote makes no sense.
pub(super) fn quote_left_open(source: &str, at: usize) -> Option<LeftOpen> {
    let before = source.get(..at)?;
    let quote = before.chars().next_back().filter(|c| "'\"".contains(*c))?;
    let close = at - 1..at;
    let open = source[..close.start].rfind(quote)?;
    let opens = source[..open].ends_with([' ', '\n', '[', '{', ',']);
    let goes_on = source[open..close.start].contains('\n');
    (opens && goes_on).then_some(LeftOpen {
        open: open..open + 1,
        close,
    })
}

/// Returns the line above a `:` that has none, so that YAML takes both lines for one text.
pub(super) fn line_without_colon(source: &str, colon: usize) -> Option<Range<usize>> {
    let start = source.get(..colon)?.rfind('\n')?;
    if source[start..colon].contains(": ") {
        return None;
    }
    let mut above = lines_above(&source[..start]);
    let line = above.next().filter(|line| line.is_plain_text())?;
    let belongs_to_text = above.next().is_some_and(|before| {
        before.is_plain_text() || (before.has_value() && before.column < line.column)
    });
    (!belongs_to_text).then(|| line.place())
}

/// Returns the lines from the last one upward that have more than blanks and comments.
fn lines_above(source: &str) -> impl Iterator<Item = Line<'_>> {
    let mut end = source.len();
    let lines = source.rsplit('\n').map(move |line| {
        let start = end - line.len();
        end = start.saturating_sub(1);
        Line::new(line, start)
    });
    lines
        .take(MAX_LINES)
        .filter(|line| !line.content.is_empty() && !line.content.starts_with('#'))
}

/// So many lines are looked at, blank ones among them.
const MAX_LINES: usize = 50;

/// A line without indentation and `- `.
struct Line<'a> {
    content: &'a str,
    start: usize,
    column: usize,
}

impl<'a> Line<'a> {
    fn new(line: &'a str, start: usize) -> Self {
        let content = line.trim_start_matches([' ', '-']);
        let column = line.len() - content.len();
        Self {
            content: content.trim_end(),
            start: start + column,
            column,
        }
    }

    fn place(&self) -> Range<usize> {
        self.start..self.start + self.content.len()
    }

    /// Whether the line has neither a key nor anything that is no plain text.
    fn is_plain_text(&self) -> bool {
        let is_key = self.content.ends_with(':') || self.content.contains(": ");
        !is_key
            && self
                .content
                .starts_with(|c: char| c.is_alphanumeric() || "_$/".contains(c))
    }

    fn has_value(&self) -> bool {
        self.content.contains(": ")
    }
}
