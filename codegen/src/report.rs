//! What the doors hand out when something is to be said: rendered diagnostics and their counts.

use std::fmt;
use std::path::PathBuf;

use crate::diagnostic::{Diagnostics, Format, Severity, render_as};
use crate::source::Sources;

/// What was found in a description and its configuration, ready to be shown.
///
/// `Display` gives the text without colours: for each problem a code, a message, the place and the
/// source line underlined, and where possible a hint that names the fix.
#[derive(Clone)]
pub struct Report {
    plain: String,
    coloured: String,
    errors: usize,
    warnings: usize,
    inputs: Vec<PathBuf>,
}

impl Report {
    pub(crate) fn new(diagnostics: &Diagnostics, sources: &Sources, inputs: Vec<PathBuf>) -> Self {
        Self {
            plain: render_as(diagnostics, sources, Format::Plain),
            coloured: render_as(diagnostics, sources, Format::Coloured),
            errors: diagnostics.count(Severity::Error),
            warnings: diagnostics.count(Severity::Warning),
            inputs,
        }
    }

    /// One error that has no place in any file.
    pub(crate) fn plain(message: impl fmt::Display) -> Self {
        let text = format!("error: {message}\n");
        Self {
            plain: text.clone(),
            coloured: text,
            errors: 1,
            warnings: 0,
            inputs: Vec::new(),
        }
    }

    /// Returns the text with colours for a terminal.
    pub fn to_coloured_string(&self) -> String {
        self.coloured.clone()
    }

    /// Returns the number of errors.
    pub fn errors(&self) -> usize {
        self.errors
    }

    /// Returns the number of warnings.
    pub fn warnings(&self) -> usize {
        self.warnings
    }

    /// Returns the files that were read until then.
    pub fn inputs(&self) -> &[PathBuf] {
        &self.inputs
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.plain)
    }
}

impl fmt::Debug for Report {
    /// The text itself: reports end up in `unwrap` messages.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} errors, {} warnings\n{}",
            self.errors, self.warnings, self.plain
        )
    }
}

impl std::error::Error for Report {}
