//! How much was generated, and how much of what was not, for which reasons.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::api;
use crate::pipeline::Outcome;

/// The numbers of one client.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Counts {
    pub(crate) operations: Operations,
    /// Structs, enums and aliases of models.
    pub(crate) types: usize,
    /// Nodes that came out weaker, of those that matter.
    pub(crate) degraded: usize,
    /// Nodes that did not come out, of those that matter.
    pub(crate) ignored: usize,
    /// Nodes of both kinds that nobody misses.
    pub(crate) minor: usize,
    /// The same by reason: by outcome, then the most frequent first.
    pub(crate) reasons: Vec<Reason>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Operations {
    pub(crate) generated: usize,
    pub(crate) skipped: usize,
    /// Those that the configuration leaves out.
    pub(crate) filtered: usize,
}

/// How often a reason holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[expect(clippy::struct_field_names, reason = "the names are those of the JSON")]
pub(crate) struct Reason {
    pub(crate) outcome: &'static str,
    pub(crate) reason: String,
    pub(crate) matters: bool,
    pub(crate) count: usize,
}

impl Counts {
    pub(crate) fn new(outcome: &Outcome) -> Self {
        let api = &outcome.api;
        let operations = (api.operations.len(), api.filtered);
        Self::of(operations, outcome.plan.models.len(), &api.account)
    }

    /// The operations are those that are generated and those that the configuration leaves out.
    pub(crate) fn of(
        (generated, filtered): (usize, usize),
        types: usize,
        account: &[api::Entry],
    ) -> Self {
        let count = |fate| {
            let of_fate = |entry: &&api::Entry| entry.matters && entry.outcome == fate;
            account.iter().filter(of_fate).count()
        };
        Self {
            operations: Operations {
                generated,
                skipped: count(api::Outcome::Skipped),
                filtered,
            },
            types,
            degraded: count(api::Outcome::Degraded),
            ignored: count(api::Outcome::Ignored),
            minor: account.iter().filter(|entry| !entry.matters).count(),
            reasons: reasons(account),
        }
    }
}

fn reasons(account: &[api::Entry]) -> Vec<Reason> {
    let mut counts: BTreeMap<(api::Outcome, bool, &str), usize> = BTreeMap::new();
    for entry in account {
        let key = (entry.outcome, !entry.matters, &*entry.reason);
        *counts.entry(key).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    // The sort is stable, so equal counts stay in the order of their texts.
    counts.sort_by_key(|((outcome, minor, _), count)| (*outcome, *minor, usize::MAX - count));
    let reasons = counts
        .into_iter()
        .map(|((outcome, minor, reason), count)| Reason {
            outcome: outcome.as_str(),
            reason: reason.to_owned(),
            matters: !minor,
            count,
        });
    reasons.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::Outcome;
    use crate::plan::fixture::origin;

    fn entry(outcome: Outcome, reason: &str, matters: bool) -> api::Entry {
        api::Entry {
            outcome,
            reason: reason.to_owned().into(),
            matters,
            origin: origin("#/a"),
        }
    }

    #[test]
    fn what_matters_is_told_from_what_does_not() {
        let account = [
            entry(Outcome::Ignored, "a", true),
            entry(Outcome::Ignored, "b", true),
            entry(Outcome::Skipped, "c", true),
            entry(Outcome::Ignored, "b", true),
            entry(Outcome::Degraded, "e", false),
            entry(Outcome::Degraded, "d", true),
        ];
        let counts = Counts::of((3, 2), 4, &account);
        assert_eq!(counts.operations.generated, 3);
        assert_eq!(counts.operations.skipped, 1);
        assert_eq!(counts.operations.filtered, 2);
        assert_eq!((counts.types, counts.degraded, counts.ignored), (4, 1, 3));
        assert_eq!(counts.minor, 1);
        let reasons: Vec<_> = counts
            .reasons
            .iter()
            .map(|reason| (reason.outcome, reason.reason.as_str(), reason.count))
            .collect();
        let expect = [
            ("degraded", "d", 1),
            ("degraded", "e", 1),
            ("ignored", "b", 2),
            ("ignored", "a", 1),
            ("skipped", "c", 1),
        ];
        assert_eq!(reasons, expect);
    }
}
