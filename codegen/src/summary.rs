//! One sentence on what came out of a description.

use crate::account::{Counts, Reason};
use crate::pipeline::Outcome;

/// Returns as in `12 operations and 30 models generated, 1 operation skipped, 2 operations filtered
/// out; 2 nodes degraded (tuples are lists), 5 ignored (3 of them: webhooks are not generated), 40 minor
/// losses`.
///
/// Minor losses are what no warning speaks of, as examples and bounds that nobody checks.
pub(crate) fn summary(outcome: &Outcome) -> String {
    tell(&Counts::new(outcome))
}

fn tell(counts: &Counts) -> String {
    let operations = counted(counts.operations.generated, "operation", "operations");
    let models = counted(counts.types, "model", "models");
    let skipped = left_out(counts.operations.skipped, "skipped");
    let filtered = left_out(counts.operations.filtered, "filtered out");
    format!(
        "{operations} and {models} generated{skipped}{filtered}; {}",
        losses(counts)
    )
}

fn left_out(count: usize, what: &str) -> String {
    match count {
        0 => String::new(),
        count => format!(", {} {what}", counted(count, "operation", "operations")),
    }
}

fn losses(counts: &Counts) -> String {
    let mut told = Vec::new();
    for (count, outcome) in [(counts.degraded, "degraded"), (counts.ignored, "ignored")] {
        if count > 0 {
            // Said once, the noun holds for both.
            let nodes = match (told.is_empty(), count) {
                (false, _) => "",
                (true, 1) => " node",
                (true, _) => " nodes",
            };
            let mostly = mostly(counts, outcome, count);
            told.push(format!("{count}{nodes} {outcome}{mostly}"));
        }
    }
    if counts.minor > 0 {
        told.push(counted(counts.minor, "minor loss", "minor losses"));
    }
    if told.is_empty() {
        "nothing left out".to_owned()
    } else {
        told.join(", ")
    }
}

/// Returns the most frequent reason in parentheses.
fn mostly(counts: &Counts, outcome: &str, count: usize) -> String {
    let of_outcome = |reason: &&Reason| reason.matters && reason.outcome == outcome;
    match counts.reasons.iter().find(of_outcome) {
        Some(reason) if reason.count == count => format!(" ({})", reason.reason),
        Some(reason) => format!(" ({} of them: {})", reason.count, reason.reason),
        None => String::new(),
    }
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::{Entry, Outcome as Fate};
    use crate::plan::fixture::origin;

    #[track_caller]
    fn check(filtered: usize, account: &[(Fate, &str, bool)], expect: &str) {
        let entries = account.iter().map(|(outcome, reason, matters)| Entry {
            outcome: *outcome,
            reason: (*reason).to_owned().into(),
            matters: *matters,
            origin: origin("#"),
        });
        let entries: Vec<_> = entries.collect();
        assert_eq!(tell(&Counts::of((1, filtered), 2, &entries)), expect);
    }

    #[test]
    fn what_matters_is_told_from_what_does_not() {
        let whole = [
            (Fate::Degraded, "a", true),
            (Fate::Degraded, "a", false),
            (Fate::Ignored, "b", true),
            (Fate::Ignored, "c", true),
            (Fate::Ignored, "c", true),
            (Fate::Ignored, "d", false),
            (Fate::Skipped, "e", true),
        ];
        check(
            3,
            &whole,
            "1 operation and 2 models generated, 1 operation skipped, 3 operations filtered out; \
             1 node degraded (a), 3 ignored (2 of them: c), 2 minor losses",
        );
        check(
            0,
            &whole[1..3],
            "1 operation and 2 models generated; 1 node ignored (b), 1 minor loss",
        );
        check(
            0,
            &[],
            "1 operation and 2 models generated; nothing left out",
        );
    }
}
