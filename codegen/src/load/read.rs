//! Text to tree, in the syntax the text is in.

use std::sync::Arc;

use super::json::read_json;
use super::limits::{MAX_DEPTH, MAX_NODES};
use super::tree::{Builder, Exceeded, Tree};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{FileId, Sources, Span};

/// Reads a text as JSON.
pub(super) fn read_tree(
    file: FileId,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Option<Tree> {
    let source: Arc<str> = sources.shared_text(file);
    match read_json(file, &source) {
        Ok(builder) => Some(finish(builder, &source, diagnostics)),
        Err(diagnostic) => {
            diagnostics.add(diagnostic);
            None
        }
    }
}

fn finish(builder: Builder, source: &str, diagnostics: &mut Diagnostics) -> Tree {
    let (tree, duplicates) = builder.finish();
    for (first, second) in duplicates {
        let key = &source[second.range()];
        let message = format!("the key {key} is given twice");
        diagnostics.add(
            Diagnostic::new(Code::DuplicateKey, message)
                .label(second, "given again")
                .secondary(first, "given here first")
                .help("remove or rename one of them"),
        );
    }
    tree
}

impl Exceeded {
    /// Says which limit the value at `span` would break.
    pub(super) fn diagnostic(self, span: Span) -> Diagnostic {
        match self {
            Self::Depth => {
                let message = format!("more than {MAX_DEPTH} objects and arrays in each other");
                Diagnostic::new(Code::TooDeep, message).label(span, "one too many")
            }
            Self::Nodes => {
                let message = format!("more than {MAX_NODES} values");
                Diagnostic::new(Code::TooLarge, message).label(span, "one too many")
            }
        }
    }
}
