//! The account tells nothing that is not so: what it calls ignored can go, and the same client comes
//! out.
//!
//! Elements of lists are left alone, because those behind them would have other pointers.

use std::collections::{BTreeMap, BTreeSet};

use super::mutation::Mutation;
use super::site::sites;
use super::{DOCUMENTS, document};
use crate::pipeline::tests::run::Runner;

/// What counts all the same, by the end of its name, and why the account is right.
const EXCEPTIONS: [(&str, &str); 3] = [
    (
        "get/security/0/oauth",
        "the key names a scheme; only the list under it is ignored",
    ),
    (
        "#/security/1/oauth",
        "the key names a scheme; only the list under it is ignored",
    ),
    (
        "Animal/dependentSchemas",
        "without it, `unevaluatedProperties` is about nothing but what stands beside it",
    ),
];

#[test]
fn what_is_ignored_does_not_come_out() {
    let (mut wrong, mut excepted) = (BTreeSet::new(), BTreeSet::new());
    for (name, text) in DOCUMENTS {
        let document = document(text);
        let runner = Runner::new();
        let whole = runner.run(&document.to_string()).result.unwrap();
        let files = whole.files();
        let ignored = whole.entries.iter().filter(|it| it.outcome == "ignored");
        let ignored: BTreeMap<&str, &str> = ignored
            .map(|entry| (entry.pointer.as_str(), entry.reason.as_str()))
            .collect();
        for site in sites(&document) {
            let pointer = site.pointer();
            let is_element = site.steps.last().is_some_and(|it| it.parse::<u8>().is_ok());
            let Some(reason) = ignored.get(pointer.as_str()).filter(|_| !is_element) else {
                continue;
            };
            let without = Mutation::Deleted.apply(&document, &site).unwrap();
            // What must be there is said, and then nothing comes out.
            let result = runner.run(&without.to_string()).result;
            if result.is_none_or(|other| other.has_files(&files)) {
                continue;
            }
            match EXCEPTIONS.iter().find(|(end, _)| pointer.ends_with(end)) {
                Some((end, _)) => drop(excepted.insert(*end)),
                None => drop(wrong.insert(format!("{name} {pointer}: {reason}"))),
            }
        }
    }
    let wrong: Vec<_> = wrong.into_iter().collect();
    assert!(
        wrong.is_empty(),
        "generated all the same:\n{}",
        wrong.join("\n")
    );
    let unneeded = EXCEPTIONS.iter().filter(|(end, _)| !excepted.contains(end));
    assert_eq!(
        unneeded.count(),
        0,
        "exceptions that nothing needs any more"
    );
}
