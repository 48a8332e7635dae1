//! Blocks: paragraphs, lists, quotes, code and tables, with what stands in front of their lines.
//!
//! Takes words and lines; does not know where they come from.

use super::fill::{WIDTH, Word, Words, fill};
use super::inline;

/// Deeper lists and quotes are written as if they were this deep.
const DEEPEST: usize = 6;

/// The text so far, and the lists and quotes that the next line stands in.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    lines: Vec<String>,
    prefixes: Vec<Prefix>,
    /// How many lists and quotes are open that are too deep to be shown.
    flat: usize,
    /// Whether an empty line must come before the next block.
    gap: bool,
}

#[derive(Debug)]
enum Prefix {
    Quote,
    Item { marker: String, is_written: bool },
}

impl Blocks {
    pub(super) fn into_lines(self) -> Vec<String> {
        self.lines
    }

    pub(super) fn open_quote(&mut self) {
        self.gap = !self.lines.is_empty();
        self.open(Prefix::Quote);
    }

    /// Opens an item, with its number or a bullet. It follows what stands above without a gap
    /// unless it is the first of its list.
    pub(super) fn open_item(&mut self, number: Option<u64>) {
        let marker = match number {
            Some(number) => [&number.to_string(), ". "].concat(),
            None => "- ".to_owned(),
        };
        self.open(Prefix::Item {
            marker,
            is_written: false,
        });
    }

    pub(super) fn close(&mut self) {
        if self.flat > 0 {
            self.flat -= 1;
            return;
        }
        match self.prefixes.pop() {
            Some(Prefix::Item { .. }) => self.gap = false,
            Some(Prefix::Quote) => self.gap = true,
            None => {}
        }
    }

    /// Says that a block comes that must not be taken for a part of the one before.
    pub(super) fn separate(&mut self) {
        self.gap = !self.lines.is_empty();
    }

    /// Says that the next block may follow the one before at once.
    pub(super) fn join(&mut self) {
        self.gap = false;
    }

    pub(super) fn paragraph(&mut self, words: &Words) {
        let width = WIDTH.saturating_sub(self.prefix_width());
        self.block(fill(words, width));
    }

    pub(super) fn heading(&mut self, level: usize, words: &Words) {
        let text = inline_text(words);
        if !text.is_empty() {
            self.separate();
            self.block(vec![
                ["#".repeat(level.clamp(1, 6)).as_str(), " ", &text].concat(),
            ]);
        }
    }

    pub(super) fn rule(&mut self) {
        self.separate();
        self.block(vec!["---".to_owned()]);
    }

    /// Writes code such that rustdoc never takes it for Rust.
    pub(super) fn code(&mut self, text: &str) {
        let fence = "`".repeat(inline::longest_run(text).max(2) + 1);
        let mut lines = vec![[&fence, "text"].concat()];
        lines.extend(
            text.trim_end()
                .lines()
                .map(|line| line.trim_end().to_owned()),
        );
        lines.push(fence);
        self.separate();
        self.block(lines);
    }

    pub(super) fn table(&mut self, rows: &[Vec<Words>]) {
        let Some(columns) = rows.first().map(Vec::len) else {
            return;
        };
        let mut lines: Vec<String> = rows.iter().map(|row| table_row(row)).collect();
        let delimiter = (0..columns).map(|_| " --- |").collect::<String>();
        lines.insert(1, ["|", &delimiter].concat());
        self.separate();
        self.block(lines);
    }

    fn open(&mut self, prefix: Prefix) {
        if self.prefixes.len() < DEEPEST {
            self.prefixes.push(prefix);
        } else {
            self.flat += 1;
        }
    }

    fn block(&mut self, lines: Vec<String>) {
        if lines.is_empty() {
            return;
        }
        if self.gap && !self.lines.is_empty() {
            let prefix = self.prefix_of_gap();
            self.lines.push(prefix);
        }
        for mut line in lines {
            let prefix = self.next_prefix();
            line.insert_str(0, &prefix);
            line.truncate(line.trim_end().len());
            self.lines.push(line);
        }
        self.gap = true;
    }

    fn prefix_width(&self) -> usize {
        self.prefixes.iter().map(Prefix::width).sum()
    }

    fn next_prefix(&mut self) -> String {
        self.prefixes.iter_mut().map(Prefix::next).collect()
    }

    /// An item that has not begun cannot be continued by an empty line, nor what stands in it.
    fn prefix_of_gap(&self) -> String {
        let begun = self.prefixes.iter().take_while(|prefix| prefix.has_begun());
        begun
            .map(Prefix::rest)
            .collect::<String>()
            .trim_end()
            .to_owned()
    }
}

impl Prefix {
    fn width(&self) -> usize {
        self.rest().len()
    }

    fn rest(&self) -> String {
        match self {
            Self::Quote => "> ".to_owned(),
            Self::Item { marker, .. } => " ".repeat(marker.len()),
        }
    }

    fn next(&mut self) -> String {
        match self {
            Self::Item { marker, is_written } if !*is_written => {
                *is_written = true;
                marker.clone()
            }
            Self::Item { .. } | Self::Quote => self.rest(),
        }
    }

    fn has_begun(&self) -> bool {
        !matches!(
            self,
            Self::Item {
                is_written: false,
                ..
            }
        )
    }
}

fn table_row(cells: &[Words]) -> String {
    let mut row = "|".to_owned();
    for cell in cells {
        row.extend([" ", &inline_text(cell).replace('|', "\\|"), " |"]);
    }
    row
}

fn inline_text(words: &Words) -> String {
    let mut texts = Vec::new();
    for word in words.iter() {
        match word {
            Word::Text(text) => texts.push(text),
            Word::Break => {}
        }
    }
    texts.join(" ")
}
