//! Which operations to keep.
//!
//! Every line of a filter makes the API smaller: within a list of `include` one entry must fit, and
//! that of every list; of `exclude`, no entry of any list may fit.

use super::pattern::fits;
use crate::api::Operation;
use crate::config::{Config, Selection};

/// The lists of a selection, by their keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum List {
    Tags,
    Operations,
    Paths,
    Methods,
}

impl List {
    pub(super) const ALL: [Self; 4] = [Self::Tags, Self::Operations, Self::Paths, Self::Methods];

    /// Returns its key in the configuration.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Tags => "tags",
            Self::Operations => "operations",
            Self::Paths => "paths",
            Self::Methods => "methods",
        }
    }

    pub(super) fn entries(self, selection: &Selection) -> &[String] {
        match self {
            Self::Tags => &selection.tags,
            Self::Operations => &selection.operations,
            Self::Paths => &selection.paths,
            Self::Methods => &selection.methods,
        }
    }

    /// Returns whether an entry of the list fits an operation.
    pub(super) fn fits(self, entry: &str, operation: &Operation) -> bool {
        match self {
            Self::Tags => operation.tags.iter().any(|tag| tag == entry),
            Self::Operations => operation.id == entry,
            Self::Paths => fits(entry, &operation.path.text),
            Self::Methods => operation.method.eq_ignore_ascii_case(entry),
        }
    }
}

/// Returns for each operation whether to keep it.
pub(super) fn choose(operations: &[Operation], config: &Config) -> Vec<bool> {
    operations
        .iter()
        .map(|operation| {
            let fits = |selection, list: List| {
                let mut entries = list.entries(selection).iter();
                entries.any(|entry| list.fits(entry, operation))
            };
            let is_silent = |list: List| list.entries(&config.include).is_empty();
            List::ALL.into_iter().all(|list| {
                (is_silent(list) || fits(&config.include, list)) && !fits(&config.exclude, list)
            })
        })
        .collect()
}
