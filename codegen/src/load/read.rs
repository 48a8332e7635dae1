//! Text to tree, in the syntax the text is in.
//!
//! A file called `.json` is JSON. Any other file that begins with `{` or `[` is JSON if it is
//! well-formed JSON; the rest is YAML.

use std::path::Path;
use std::sync::Arc;

use super::json::read_json;
use super::limits::{MAX_DEPTH, MAX_NODES};
use super::tree::{Builder, Exceeded, Tree};
use super::yaml::read_yaml;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{FileId, Sources, Span};

/// Reads a text of the sources. Returns nothing where it is not well-formed, which is said then.
pub(super) fn read_tree(
    file: FileId,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Option<Tree> {
    let source: Arc<String> = sources.shared_text(file);
    let read = read_builder(file, sources.path(file), &source, diagnostics);
    match read {
        Ok(builder) if builder.is_blank() => {
            diagnostics.add(empty(file));
            None
        }
        Ok(builder) => Some(finish(builder, diagnostics)),
        Err(diagnostic) => {
            diagnostics.add(diagnostic);
            None
        }
    }
}

fn read_builder(
    file: FileId,
    path: &Path,
    source: &Arc<String>,
    diagnostics: &mut Diagnostics,
) -> Result<Builder, Diagnostic> {
    if source.trim().is_empty() {
        return Ok(Builder::new(file, Arc::clone(source)));
    }
    if is_json_name(path) {
        return read_json(file, source);
    }
    let json = source.trim_start().starts_with(['{', '[']);
    match if json {
        read_json(file, source).ok()
    } else {
        None
    } {
        Some(builder) => Ok(builder),
        None => read_yaml(file, source, diagnostics),
    }
}

fn empty(file: FileId) -> Diagnostic {
    Diagnostic::new(Code::EmptyFile, "the file has no content")
        .label(Span::new(file, 0, 0), "nothing but blanks and comments")
        .help("a description begins with a line such as `openapi: 3.1.0`")
}

fn is_json_name(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("json"))
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

impl Exceeded {
    /// Says which limit the value at `span` would break.
    pub(super) fn diagnostic(self, span: Span) -> Diagnostic {
        match self {
            Self::Depth => {
                let message = format!("more than {MAX_DEPTH} objects and arrays in each other");
                Diagnostic::new(Code::TooDeep, message)
                    .label(span, "one too many")
                    .help("move inner parts to `components`, and refer to them")
            }
            Self::Nodes => {
                let message = format!("more than {MAX_NODES} values");
                Diagnostic::new(Code::TooLarge, message)
                    .label(span, "one too many")
                    .help("use fewer aliases, or split the description into several files")
            }
        }
    }
}
