//! What the user lets a description refer to beside the folder it is in.
//!
//! The wishes come from the configuration, with their places in it; what they came to is said here.

use std::path::PathBuf;

use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;

/// Folders and origins that a description may refer to.
#[derive(Debug, Clone, Default)]
pub(crate) struct Allowances {
    /// Paths that can be opened.
    pub(crate) folders: Vec<Allowance<PathBuf>>,
    /// As in `https://schemas.example.org`.
    pub(crate) origins: Vec<Allowance<String>>,
}

/// One wish.
#[derive(Debug, Clone)]
pub(crate) struct Allowance<T> {
    pub(crate) value: T,
    /// As it is written in the configuration.
    pub(crate) text: String,
    /// Where it is written.
    pub(crate) place: Span,
}

impl<T> Allowance<T> {
    /// Says that nothing was read thanks to this.
    pub(super) fn unused(&self, what: &str) -> Diagnostic {
        let message = format!("no reference leads to the {what} `{}`", self.text);
        Diagnostic::new(Code::UnusedAllowance, message)
            .label(self.place, "has no effect")
            .help("remove it, or correct it to what the description refers to now")
    }

    /// Says that this can never be read from.
    pub(super) fn invalid(&self, message: String, label: &str, help: &str) -> Diagnostic {
        Diagnostic::new(Code::InvalidConfiguration, message)
            .label(self.place, label)
            .help(help)
    }
}
