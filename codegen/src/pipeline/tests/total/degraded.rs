//! The account tells nothing that is not so: what it calls degraded does come out, if weaker. Without
//! it, or with another value in its place, there is another client.
//!
//! Elements of lists are not taken away, because those behind them would have other pointers.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::mutation::Mutation;
use super::site::{Site, sites};
use super::{DOCUMENTS, document};
use crate::pipeline::tests::run::Runner;

/// What comes out nowhere, by the end of its name, and why the account is right.
const EXCEPTIONS: [(&str, &str); 0] = [];

#[test]
fn what_is_degraded_comes_out() {
    let (mut wrong, mut excepted) = (BTreeSet::new(), BTreeSet::new());
    for (name, text) in DOCUMENTS {
        let document = document(text);
        let runner = Runner::new();
        let whole = runner.run(&document.to_string()).result.unwrap();
        let files = whole.files();
        let degraded = whole.entries.iter().filter(|it| it.outcome == "degraded");
        let degraded: BTreeMap<&str, &str> = degraded
            .map(|entry| (entry.pointer.as_str(), entry.reason.as_str()))
            .collect();
        for site in sites(&document) {
            let pointer = site.pointer();
            let Some(reason) = degraded.get(pointer.as_str()) else {
                continue;
            };
            let comes_out = |text: &Value| {
                let result = runner.run(&text.to_string()).result;
                // What makes an error is looked at, too.
                result.is_none_or(|other| !other.has_files(&files))
            };
            if others(&document, &site).iter().any(comes_out) {
                continue;
            }
            match EXCEPTIONS.iter().find(|(end, _)| pointer.ends_with(end)) {
                Some((end, _)) => drop(excepted.insert(*end)),
                None => drop(wrong.insert(format!("{name} {pointer}: {reason}"))),
            }
        }
    }
    let wrong: Vec<_> = wrong.into_iter().collect();
    assert!(wrong.is_empty(), "not generated:\n{}", wrong.join("\n"));
    let unneeded = EXCEPTIONS.iter().filter(|(end, _)| !excepted.contains(end));
    assert_eq!(
        unneeded.count(),
        0,
        "exceptions that nothing needs any more"
    );
}

/// Returns the document without what stands at a place, and with another value there.
fn others(document: &Value, site: &Site) -> Vec<Value> {
    let is_element = site.steps.last().is_some_and(|it| it.parse::<u8>().is_ok());
    let ways = if is_element {
        &[Mutation::Changed][..]
    } else {
        &[Mutation::Deleted, Mutation::Changed]
    };
    let apply = |way: &Mutation| way.apply(document, site);
    ways.iter().filter_map(apply).collect()
}
