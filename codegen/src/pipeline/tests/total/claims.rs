//! Whether the account tells the truth of what it calls by one word.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::site::{Site, sites};
use super::{DOCUMENTS, document};
use crate::pipeline::tests::run::Runner;

/// Whether a document makes the same client; none where it has an error, and makes none.
pub(super) type Same<'s> = dyn Fn(&Value) -> Option<bool> + 's;

/// The end of a name for which a claim does not hold, and why the account is right.
pub(super) type Exception = (&'static str, &'static str);

/// Returns the claims that do not hold, where no exception is made for them. No exception is one that
/// nothing needs.
pub(super) fn wrong(
    outcome: &str,
    exceptions: &[Exception],
    holds: impl Fn(&Value, &Site, &Same<'_>) -> bool,
) -> Vec<String> {
    let (mut wrong, mut excepted) = (BTreeSet::new(), BTreeSet::new());
    for (name, text) in DOCUMENTS {
        let document = document(text);
        let runner = Runner::new();
        let whole = runner.run(&document.to_string()).result.unwrap();
        let files = whole.files();
        let claims = whole.entries.iter().filter(|it| it.outcome == outcome);
        let claims: BTreeMap<&str, &str> = claims
            .map(|entry| (entry.pointer.as_str(), entry.reason.as_str()))
            .collect();
        let same = |text: &Value| {
            let result = runner.run(&text.to_string()).result;
            result.map(|other| other.has_files(&files))
        };
        for site in sites(&document) {
            let pointer = site.pointer();
            let Some(reason) = claims.get(pointer.as_str()) else {
                continue;
            };
            if holds(&document, &site, &same) {
                continue;
            }
            match exceptions.iter().find(|(end, _)| pointer.ends_with(end)) {
                Some((end, _)) => drop(excepted.insert(*end)),
                None => drop(wrong.insert(format!("{name} {pointer}: {reason}"))),
            }
        }
    }
    let unneeded = exceptions.iter().filter(|(end, _)| !excepted.contains(end));
    assert_eq!(
        unneeded.count(),
        0,
        "exceptions that nothing needs any more"
    );
    wrong.into_iter().collect()
}
