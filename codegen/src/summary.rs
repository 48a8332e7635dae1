//! One sentence on what came out of a description.

use crate::api::Outcome as Fate;
use crate::pipeline::Outcome;

/// Returns as in `12 operations and 30 models; 2 nodes degraded, 5 ignored, 1 operation skipped`.
pub(crate) fn summary(outcome: &Outcome) -> String {
    let operations = outcome.api.operations.len();
    let models = outcome.plan.models.len();
    let fates = [
        (Fate::Degraded, "node degraded", "nodes degraded"),
        (Fate::Ignored, "node ignored", "nodes ignored"),
        (Fate::Skipped, "operation skipped", "operations skipped"),
    ];
    let account = fates.iter().filter_map(|(fate, one, many)| {
        let count = outcome
            .api
            .account
            .iter()
            .filter(|entry| entry.outcome == *fate)
            .count();
        (count > 0).then(|| counted(count, one, many))
    });
    let account: Vec<_> = account.collect();
    let rest = if account.is_empty() {
        "nothing left out".to_owned()
    } else {
        account.join(", ")
    };
    let operations = counted(operations, "operation", "operations");
    let models = counted(models, "model", "models");
    format!("{operations} and {models}; {rest}")
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
