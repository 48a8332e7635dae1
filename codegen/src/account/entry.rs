//! One line of the account, and one of what was taken for granted.

use serde::Serialize;

use super::value::Value;
use crate::api;
use crate::source::Sources;

/// A node that came out weaker than it was written, or not at all.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Entry {
    /// As in `degraded`.
    pub(crate) outcome: &'static str,
    pub(crate) reason: String,
    /// Whether users should hear of it.
    pub(crate) matters: bool,
    /// As in `#/components/schemas/Pet`.
    pub(crate) pointer: String,
    pub(crate) file: String,
    pub(crate) line: usize,
    pub(crate) column: usize,
    /// What is written there.
    pub(crate) value: Value,
}

impl Entry {
    pub(crate) fn new(entry: &api::Entry, sources: &Sources) -> Self {
        let origin = &entry.origin;
        let (line, column) = sources.line_column(origin.span);
        Self {
            outcome: entry.outcome.as_str(),
            reason: entry.reason.clone().into_owned(),
            matters: entry.matters,
            pointer: origin.pointer.to_string(),
            file: sources.display(origin.span.file()).to_owned(),
            line,
            column,
            value: Value::new(sources.slice(origin.value)),
        }
    }
}

/// What a schema leaves open and was taken for granted.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Assumption {
    pub(crate) reason: &'static str,
    pub(crate) pointer: String,
    pub(crate) file: String,
    pub(crate) line: usize,
    pub(crate) column: usize,
}

impl Assumption {
    pub(crate) fn new(assumption: &api::Assumption, sources: &Sources) -> Self {
        let origin = &assumption.origin;
        let (line, column) = sources.line_column(origin.span);
        Self {
            reason: assumption.reason,
            pointer: origin.pointer.to_string(),
            file: sources.display(origin.span.file()).to_owned(),
            line,
            column,
        }
    }
}
