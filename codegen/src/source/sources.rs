//! All texts of one run, by id.
//!
//! Keeps texts and the paths to show for them. Reading them from somewhere is the loader's work.

use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::sync::{Arc, OnceLock};

use super::line_index::LineIndex;
use super::{FileId, Span};

/// The texts of one run. Ids and spans are meaningful in the collection that made them.
#[derive(Debug, Default)]
pub(crate) struct Sources {
    files: Vec<File>,
}

#[derive(Debug)]
struct File {
    path: PathBuf,
    display: String,
    /// A string, because making anything else of one copies it.
    text: Arc<String>,
    lines: OnceLock<LineIndex>,
}

impl Sources {
    /// Adds a text and returns its id. The path is only shown, never opened.
    pub(crate) fn add(&mut self, path: impl Into<PathBuf>, text: impl Into<String>) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        let path = path.into();
        let display = display_path(&path);
        let lines = OnceLock::new();
        self.files.push(File {
            path,
            display,
            text: Arc::new(text.into()),
            lines,
        });
        id
    }

    pub(crate) fn text(&self, file: FileId) -> &str {
        &self.files[file.index()].text
    }

    /// Returns the text of a span; nothing where the span is none of its text.
    pub(crate) fn slice(&self, span: Span) -> &str {
        let range = span.start() as usize..span.end() as usize;
        self.text(span.file()).get(range).unwrap_or_default()
    }

    /// Returns the text as a shared value that outlives the collection.
    pub(crate) fn shared_text(&self, file: FileId) -> Arc<String> {
        Arc::clone(&self.files[file.index()].text)
    }

    /// Returns the path as it was given.
    pub(crate) fn path(&self, file: FileId) -> &Path {
        &self.files[file.index()].path
    }

    /// Returns the path as people see it: with `/` on every system, without control characters.
    pub(crate) fn display(&self, file: FileId) -> &str {
        &self.files[file.index()].display
    }

    /// Returns line and column where a span starts, both from 1; columns count characters.
    pub(crate) fn line_column(&self, span: Span) -> (usize, usize) {
        let file = &self.files[span.file().index()];
        let lines = file.lines.get_or_init(|| LineIndex::new(&file.text));
        lines.line_column(&file.text, span.start() as usize)
    }

    /// Returns `file:line:column` of a span's start, as in `openapi.yaml:12:7`.
    pub(crate) fn place(&self, span: Span) -> String {
        let (line, column) = self.line_column(span);
        format!("{}:{line}:{column}", self.display(span.file()))
    }
}

/// Writes a path for people. A file name can come from a hostile description, so no byte of it may
/// steer a terminal.
fn display_path(path: &Path) -> String {
    let shown = |c: char| match c {
        MAIN_SEPARATOR => '/',
        c if c.is_control() => char::REPLACEMENT_CHARACTER,
        c => c,
    };
    path.to_string_lossy().chars().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_places() {
        let mut sources = Sources::default();
        let a = sources.add("api/a.yaml", "x: 1\ny: 2\n");
        let b = sources.add("b\u{1b}[31m.yaml", "");
        assert_eq!(sources.text(a), "x: 1\ny: 2\n");
        assert_eq!(sources.slice(Span::new(a, 5, 9)), "y: 2");
        assert_eq!(sources.slice(Span::new(b, 5, 9)), "");
        assert_eq!(sources.path(a), Path::new("api/a.yaml"));
        assert_eq!(sources.place(Span::new(a, 8, 9)), "api/a.yaml:2:4");
        assert_eq!(sources.place(Span::new(b, 0, 0)), "b\u{fffd}[31m.yaml:1:1");
    }
}
