//! The accounting is total: no key of a description can be taken away, or given another value or one
//! of a wrong kind, without a change in what is generated, said or accounted for.
//!
//! The documents hold every key that the specifications give to an object; a table of those keys
//! proves it. A plain value (an example, a default, an extension) counts as one.

mod difference;
mod fields;
mod known;
mod mutation;
mod site;
mod whole;

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::Value;

use self::difference::{Base, Trace};
use self::mutation::Mutation;
use super::run::Runner;
use crate::source::Pointer;

const DOCUMENTS: [(&str, &str); 8] = [
    (
        "2.0-operations",
        include_str!("../../../../tests/total/2.0-operations.yaml"),
    ),
    (
        "2.0-schemas",
        include_str!("../../../../tests/total/2.0-schemas.yaml"),
    ),
    (
        "3.0-operations",
        include_str!("../../../../tests/total/3.0-operations.yaml"),
    ),
    (
        "3.0-schemas",
        include_str!("../../../../tests/total/3.0-schemas.yaml"),
    ),
    (
        "3.1-choices",
        include_str!("../../../../tests/total/3.1-choices.yaml"),
    ),
    (
        "3.1-operations",
        include_str!("../../../../tests/total/3.1-operations.yaml"),
    ),
    (
        "3.1-schemas",
        include_str!("../../../../tests/total/3.1-schemas.yaml"),
    ),
    (
        "3.2-operations",
        include_str!("../../../../tests/total/3.2-operations.yaml"),
    ),
];

fn document(text: &str) -> Value {
    serde_yaml::from_str(text).unwrap()
}

/// Returns what each mutation of a document leaves no trace of.
fn holes(name: &str, text: &str) -> Vec<String> {
    let document = document(text);
    let runner = Runner::new();
    let base = Base::new(runner.understand(&document.to_string()));
    assert!(base.is_right(), "{name} has errors:\n{}", base.said());
    let sites = site::sites(&document);
    let (next, found) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let work = || {
        let runner = Runner::new();
        while let Some(site) = sites.get(next.fetch_add(1, Ordering::Relaxed)) {
            for mutation in Mutation::ALL {
                let Some(mutated) = mutation.apply(&document, site) else {
                    continue;
                };
                let run = runner.understand(&mutated.to_string());
                let trace = base.trace(run, &site.pointer());
                let hole = describe(&trace);
                let known = known::is_known(name, &site.pointer(), mutation);
                if let Some(hole) = hole.filter(|_| !known) {
                    let line = format!("{name} {} {mutation:?}: {hole}", site.pointer());
                    found.lock().unwrap().push(line);
                }
            }
        }
    };
    std::thread::scope(|scope| {
        scope.spawn(work);
        scope.spawn(work);
    });
    let mut found = found.into_inner().unwrap();
    found.sort();
    found
}

fn describe(trace: &Trace) -> Option<String> {
    match trace {
        Trace::Seen => None,
        Trace::Within(entry) if whole::is_whole(entry) => None,
        Trace::Within(entry) => Some(format!(
            "only within what is {}: {}",
            entry.outcome, entry.reason
        )),
        Trace::None => Some("no trace".to_owned()),
    }
}

#[test]
fn no_key_can_change_without_a_trace() {
    let holes = DOCUMENTS.iter().flat_map(|(name, text)| holes(name, text));
    let holes: Vec<_> = holes.collect();
    assert!(
        holes.is_empty(),
        "{} holes:\n{}",
        holes.len(),
        holes.join("\n")
    );
}

#[test]
fn what_does_not_change_leaves_no_trace() {
    for (name, text) in DOCUMENTS {
        let text = document(text).to_string();
        let base = Base::new(Runner::new().understand(&text));
        let trace = base.trace(Runner::new().understand(&text), "#");
        assert!(matches!(trace, Trace::None), "{name}");
    }
}

#[test]
fn every_line_of_the_account_leads_to_a_node() {
    for (name, text) in DOCUMENTS {
        let document = document(text);
        let seen = Runner::new().run(&document.to_string());
        let generated = seen
            .result
            .unwrap_or_else(|| panic!("{name}: {:?}", seen.said));
        assert!(!generated.entries.is_empty(), "{name}");
        for entry in &generated.entries {
            let pointer = Pointer::parse(&entry.pointer).unwrap();
            let found = pointer
                .tokens()
                .try_fold(&document, |value, token| match value {
                    Value::Array(array) => array.get(token.parse::<usize>().ok()?),
                    other => other.get(&*token),
                });
            let reason = &entry.reason;
            assert!(found.is_some(), "{name} {}: {reason}", entry.pointer);
        }
    }
}
