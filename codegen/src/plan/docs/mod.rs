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

use crate::source::{Origin, Pointer};

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
    /// Shown as code in quotes.
    Quoted(&'a str),
    /// A link to an item of ours that the file names.
    Link(&'a str),
    /// A link to a method of the item that is documented.
    Method(&'a str),
    /// Code that is a link to an item of ours by its path.
    To { shown: &'a str, target: &'a str },
}

/// An item of a list, as in ``- `code`: A validation code.``
#[derive(Debug, Clone)]
pub(crate) struct Item<'a> {
    /// What it is about.
    pub(crate) head: Vec<Piece<'a>>,
    /// What people wrote of it.
    pub(crate) texts: Vec<&'a str>,
    /// One list deeper; what stands below these is not shown.
    pub(crate) below: Vec<Item<'a>>,
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

    /// Adds a list of ours.
    #[must_use]
    pub(crate) fn list(mut self, items: &[Item<'_>]) -> Self {
        self.block(markdown::render_list(items));
        self
    }

    /// Adds a heading of ours.
    #[must_use]
    pub(crate) fn heading(mut self, text: &str) -> Self {
        self.block(vec![["# ", text].concat()]);
        self
    }

    /// Adds where the item comes from. Stands last, but for sections.
    #[must_use]
    pub(crate) fn origin(self, origin: &Origin) -> Self {
        self.pointer(&origin.pointer)
    }

    /// The same for what has no origin of its own.
    #[must_use]
    pub(crate) fn pointer(self, pointer: &Pointer) -> Self {
        self.paragraph(&[
            Piece::Text("Generated from "),
            Piece::Code(&pointer.to_string()),
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
        if self.lines.is_empty() {
            self.lines = lines;
            return;
        }
        self.lines.push(String::new());
        self.lines.extend(lines);
    }
}

/// Returns what people wrote as one bounded line of plain text, for places without Markdown.
pub(crate) fn plain_line(text: &str) -> String {
    clean::line(text, 200).into_owned()
}
