//! How bad a diagnostic is.

/// What follows from a diagnostic. Errors come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Severity {
    /// Nothing can be generated.
    Error,
    /// Something was left out or came out weaker, and the rest is generated.
    Warning,
}

impl Severity {
    /// Returns the word people see, as in `error`.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}
