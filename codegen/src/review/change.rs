//! What a review says: changes with their verdicts.

use std::fmt;

use super::{Rule, Semver, Verdict};
use crate::source::Origin;

/// What a reviewer must know, in the order of the new description.
#[derive(Debug, Clone, Default)]
pub(crate) struct Review {
    pub(crate) changes: Vec<Change>,
}

/// One thing that changed.
#[derive(Debug, Clone)]
pub(crate) struct Change {
    pub(crate) rule: Rule,
    /// Which way of values decides, for rules that judge requests and responses differently.
    pub(crate) direction: Option<Direction>,
    /// What happens to deployed clients of the old description.
    pub(crate) wire: Verdict,
    /// What happens to code that uses the generated crate.
    pub(crate) rust: Semver,
    /// As in `POST /pets query parameter limit` or `Pet.status`.
    pub(crate) subject: String,
    /// Other subjects that changed with it, because they say the same thing at the same place.
    pub(crate) also: Vec<String>,
    /// One sentence.
    pub(crate) message: String,
    pub(crate) old: Option<Origin>,
    pub(crate) new: Option<Origin>,
    pub(crate) affected: Affected,
}

/// The operations that a change concerns.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Affected {
    /// As in `POST /pets`; the first ones if there are very many.
    pub(crate) operations: Vec<String>,
    /// Whether there are more than listed.
    pub(crate) more: bool,
}

/// Which way values travel, from the client's view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Direction {
    Request,
    Response,
}

impl Review {
    /// Returns the gravest verdict on the wire.
    pub(crate) fn wire(&self) -> Verdict {
        self.changes
            .iter()
            .map(|change| change.wire)
            .max()
            .unwrap_or_default()
    }

    /// Returns what all changes together ask of the crate's version.
    pub(crate) fn rust(&self) -> Semver {
        self.changes
            .iter()
            .map(|change| change.rust)
            .max()
            .unwrap_or_default()
    }
}

impl Change {
    /// Returns the rule's id with the direction that decides, as in
    /// `request-property-became-required`.
    pub(crate) fn id(&self) -> String {
        match self.direction {
            Some(direction) => format!("{direction}-{}", self.rule.id()),
            None => self.rule.id().to_owned(),
        }
    }
}

impl fmt::Display for Direction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Request => "request",
            Self::Response => "response",
        })
    }
}
