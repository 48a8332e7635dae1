//! Documentation: untrusted Markdown in, lines of harmless rustdoc out.
//!
//! The text is parsed by the parser that rustdoc uses and written anew, with everything escaped that
//! could mean something else to rustdoc: HTML, links into the code, code to run. Nothing else in
//! the generator turns text of a description into documentation.

mod block;
mod clean;
mod fill;
mod html;
mod inline;
mod markdown;

use crate::source::Origin;

/// The documentation of one item, line by line, without the comment marks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Docs {
    lines: Vec<String>,
}

/// A piece of a sentence of ours.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Piece<'a> {
    /// Shown as it is, whatever it contains.
    Text(&'a str),
    /// Shown as code.
    Code(&'a str),
}

impl Docs {
    /// Returns no documentation.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Returns the lines; empty ones separate paragraphs.
    pub(crate) fn lines(&self) -> &[String] {
        &self.lines
    }

    /// Adds what people wrote.
    #[must_use]
    pub(crate) fn markdown(mut self, text: &str) -> Self {
        self.block(markdown::render(text));
        self
    }

    /// Adds what people wrote where they wrote something.
    #[must_use]
    pub(crate) fn optional(self, text: Option<&str>) -> Self {
        match text {
            Some(text) => self.markdown(text),
            None => self,
        }
    }

    /// Adds a paragraph of ours.
    #[must_use]
    pub(crate) fn paragraph(mut self, pieces: &[Piece<'_>]) -> Self {
        self.block(markdown::render_pieces(pieces));
        self
    }

    /// Adds a list, each item of which is a term and the first paragraph of what people wrote.
    #[must_use]
    pub(crate) fn list(mut self, items: &[(&str, Option<&str>)]) -> Self {
        let items = items
            .iter()
            .flat_map(|(term, text)| markdown::render_item(term, *text));
        self.block(items.collect());
        self
    }

    /// Adds a heading of ours.
    #[must_use]
    pub(crate) fn heading(mut self, text: &str) -> Self {
        self.block(vec![["# ", text].concat()]);
        self
    }

    /// Adds where the item comes from. Stands last.
    #[must_use]
    pub(crate) fn origin(self, origin: &Origin) -> Self {
        let pointer = origin.pointer.to_string();
        self.paragraph(&[
            Piece::Text("Generated from "),
            Piece::Code(&pointer),
            Piece::Text("."),
        ])
    }

    /// Whether nothing has been said yet.
    pub(crate) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    fn block(&mut self, lines: Vec<String>) {
        if lines.is_empty() {
            return;
        }
        if !self.lines.is_empty() {
            self.lines.push(String::new());
        }
        self.lines.extend(lines);
    }
}

/// Returns what people wrote as one bounded line of plain text, for places without Markdown.
pub(crate) fn plain_line(text: &str) -> String {
    clean::line(text, 200)
}
