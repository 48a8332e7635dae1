//! One sentence on what came out of a description.

use crate::api::{Entry, Outcome as Fate};
use crate::pipeline::Outcome;

/// Returns as in `12 operations and 30 models; 2 nodes degraded, 5 nodes ignored, 40 minor losses`.
///
/// Minor losses are what no warning speaks of, as examples and bounds that nobody checks.
pub(crate) fn summary(outcome: &Outcome) -> String {
    let operations = outcome.api.operations.len();
    let models = outcome.plan.models.len();
    let operations = counted(operations, "operation", "operations");
    let models = counted(models, "model", "models");
    let account = tell(&outcome.api.account);
    format!("{operations} and {models}; {account}")
}

fn tell(account: &[Entry]) -> String {
    let of_fate = |fate| move |entry: &&Entry| entry.matters && entry.outcome == fate;
    let count = |fate| account.iter().filter(of_fate(fate)).count();
    let minor = account.iter().filter(|entry| !entry.matters).count();
    let counts = [
        (count(Fate::Degraded), "node degraded", "nodes degraded"),
        (count(Fate::Ignored), "node ignored", "nodes ignored"),
        (
            count(Fate::Skipped),
            "operation skipped",
            "operations skipped",
        ),
        (minor, "minor loss", "minor losses"),
    ];
    let told: Vec<String> = counts
        .into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, many)| counted(count, one, many))
        .collect();
    if told.is_empty() {
        "nothing left out".to_owned()
    } else {
        told.join(", ")
    }
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Origin, Pointer, Sources, Span};

    fn entry(outcome: Fate, matters: bool) -> Entry {
        let span = Span::new(Sources::default().add("a.yaml", ""), 0, 0);
        let pointer = Pointer::root();
        Entry {
            outcome,
            reason: String::new(),
            matters,
            origin: Origin {
                span,
                value: span,
                pointer,
            },
        }
    }

    #[test]
    fn what_matters_is_told_from_what_does_not() {
        let account = [
            entry(Fate::Degraded, true),
            entry(Fate::Degraded, false),
            entry(Fate::Ignored, true),
            entry(Fate::Ignored, true),
            entry(Fate::Ignored, false),
            entry(Fate::Skipped, true),
        ];
        let expect = "1 node degraded, 2 nodes ignored, 1 operation skipped, 2 minor losses";
        assert_eq!(tell(&account), expect);
        assert_eq!(tell(&account[1..2]), "1 minor loss");
        assert_eq!(tell(&[]), "nothing left out");
    }
}
