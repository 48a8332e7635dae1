//! Text to tree, in the syntax the text is in.
//!
//! A file called `.json` is JSON. Any other file that begins with `{` or `[` is JSON if it is
//! well-formed JSON; the rest is YAML. What else a description must be is asked a step later.

use std::path::Path;
use std::sync::Arc;

use super::json::read_json;
use super::limits::{MAX_DEPTH, MAX_NODES};
use super::stream::Stream;
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
    let read = if source.trim().is_empty() {
        Ok(Stream::from(Builder::new(file, Arc::clone(&source))))
    } else {
        read_stream(file, sources.path(file), &source, diagnostics)
    };
    match read {
        Ok(stream) => stream.into_description(file, diagnostics),
        Err(diagnostic) => {
            diagnostics.add(diagnostic);
            None
        }
    }
}

/// Reads a text that is JSON or YAML, whatever it says.
pub(super) fn read_stream(
    file: FileId,
    path: &Path,
    source: &Arc<String>,
    diagnostics: &mut Diagnostics,
) -> Result<Stream, Diagnostic> {
    if is_json_name(path) {
        return read_json(file, source).map(Stream::from);
    }
    let json = source.trim_start().starts_with(['{', '[']);
    match if json {
        read_json(file, source).ok()
    } else {
        None
    } {
        Some(builder) => Ok(Stream::from(builder)),
        None => read_yaml(file, source, diagnostics),
    }
}

fn is_json_name(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("json"))
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
