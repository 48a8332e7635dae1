//! The rules: what kinds of change there are, and how grave each is.
//!
//! The table says what holds whatever the circumstances. Where circumstances count (a type that
//! changes may be wider, narrower or neither), the comparison says so beside the rule.

mod table;

use super::{Semver, Verdict};

pub(crate) use table::Rule;

/// How a rule judges deployed clients.
#[derive(Debug, Clone, Copy)]
enum Wire {
    /// The same wherever it applies.
    Always(Verdict),
    /// In what clients send, and in what they receive. What no operation uses is compatible.
    ByUse(Verdict, Verdict),
}

impl Rule {
    /// Whether the rule judges by direction; its id then starts with the direction that decides.
    pub(super) fn is_directed(self) -> bool {
        matches!(self.row().wire, Wire::ByUse(..))
    }

    /// Returns the verdict for what clients send.
    pub(super) fn request(self) -> Verdict {
        match self.row().wire {
            Wire::Always(verdict) | Wire::ByUse(verdict, _) => verdict,
        }
    }

    /// Returns the verdict for what clients receive.
    pub(super) fn response(self) -> Verdict {
        match self.row().wire {
            Wire::Always(verdict) | Wire::ByUse(_, verdict) => verdict,
        }
    }

    /// Returns what the rule asks of the generated crate's version.
    pub(super) fn rust(self) -> Semver {
        self.row().rust
    }

    /// Returns the id, as in `property-became-required`. It never changes.
    pub(super) fn id(self) -> &'static str {
        self.row().id
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn ids_are_unique_and_of_one_form() {
        let ids: BTreeSet<_> = Rule::ALL.iter().map(|rule| rule.id()).collect();
        assert_eq!(ids.len(), Rule::ALL.len());
        for id in ids {
            let plain = |c: char| c.is_ascii_lowercase() || c == '-';
            assert!(id.chars().all(plain), "{id}");
        }
    }

    #[test]
    fn what_a_crate_does_not_notice_is_harmless() {
        for rule in Rule::ALL {
            assert_ne!(rule.rust(), Semver::None, "{}", rule.id());
        }
    }
}
