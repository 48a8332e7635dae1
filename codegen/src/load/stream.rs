//! From what a text says to what a description may say: one document with a value, scalar keys, each
//! of them once.
//!
//! The values of any well-formed text go in, a tree comes out. Whatever is no description's is an
//! error, and the rest is read on, because more may be wrong with it.

use super::tree::{Builder, Tree};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{FileId, Span};

/// All that a text says.
#[derive(Debug)]
pub(super) struct Stream {
    pub(super) builder: Builder,
    /// What in it no description may have, as in a second document.
    pub(super) departures: Vec<Diagnostic>,
}

impl From<Builder> for Stream {
    fn from(builder: Builder) -> Self {
        Self {
            builder,
            departures: Vec::new(),
        }
    }
}

impl Stream {
    /// Returns the value of the first document, and says what no description may have.
    pub(super) fn into_description(
        self,
        file: FileId,
        diagnostics: &mut Diagnostics,
    ) -> Option<Tree> {
        for departure in self.departures {
            diagnostics.add(departure);
        }
        if self.builder.is_blank() {
            diagnostics.add(empty(file));
            return None;
        }
        Some(finish(self.builder, diagnostics))
    }
}

fn empty(file: FileId) -> Diagnostic {
    Diagnostic::new(Code::EmptyFile, "the file has no content")
        .label(Span::new(file, 0, 0), "nothing but blanks and comments")
        .help("a description begins with a line such as `openapi: 3.1.0`")
}

fn finish(builder: Builder, diagnostics: &mut Diagnostics) -> Tree {
    let (tree, duplicates) = builder.finish();
    for duplicate in duplicates {
        let message = format!("the key `{}` is given twice", duplicate.key);
        diagnostics.add(
            Diagnostic::new(Code::DuplicateKey, message)
                .label(duplicate.second, "given again")
                .secondary(duplicate.first, "given here first")
                .help("remove or rename one of them"),
        );
    }
    tree
}
