//! Texts and the places in them: what every later stage points at.

/// Placeholder until the reader lands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Origin;
