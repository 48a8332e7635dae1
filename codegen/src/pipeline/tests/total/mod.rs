//! The accounting is total: no key of a description can be taken away, or given another value or one
//! of a wrong kind, without a change in what is generated, said or accounted for.
//!
//! The documents hold every key that the specifications give to an object; a table of those keys
//! proves it. A plain value (an example, a default, an extension) counts as one.

mod claims;
mod degraded;
mod difference;
mod fields;
mod ignored;
mod known;
mod mutation;
mod site;
mod whole;

use std::collections::BTreeSet;
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

/// What the mutations of documents show.
#[derive(Default)]
struct Findings {
    /// What leaves no trace, and should.
    holes: BTreeSet<String>,
    /// The entries of the tables that something needed.
    known: BTreeSet<usize>,
    whole: BTreeSet<usize>,
}

impl Findings {
    fn add(
        &mut self,
        site: &str,
        mutation: Mutation,
        (name, pointer): (&str, &str),
        trace: &Trace,
    ) {
        let hole = match trace {
            Trace::Seen => return,
            Trace::Within(entry) => {
                if whole::is_whole(entry) {
                    self.whole.extend(whole::position(entry));
                    return;
                }
                format!("only within what is {}: {}", entry.outcome, entry.reason)
            }
            Trace::None => "no trace".to_owned(),
        };
        match known::position(name, pointer, mutation) {
            Some(known) => drop(self.known.insert(known)),
            None => drop(self.holes.insert(format!("{site} {mutation:?}: {hole}"))),
        }
    }
}

/// Adds what each mutation of a document leaves no trace of.
fn find(findings: &Mutex<Findings>, name: &str, text: &str) {
    let document = document(text);
    let runner = Runner::new();
    let base = Base::new(runner.understand(&document.to_string()));
    assert!(base.is_right(), "{name} has errors:\n{}", base.said());
    let sites = site::sites(&document);
    let next = AtomicUsize::new(0);
    let work = || {
        let runner = Runner::new();
        while let Some(site) = sites.get(next.fetch_add(1, Ordering::Relaxed)) {
            let pointer = site.pointer();
            for mutation in Mutation::ALL {
                let Some(mutated) = mutation.apply(&document, site) else {
                    continue;
                };
                let run = runner.understand(&mutated.to_string());
                let trace = base.trace(run, &pointer);
                let mut findings = findings.lock().unwrap();
                let site = format!("{name} {pointer}");
                findings.add(&site, mutation, (name, &pointer), &trace);
            }
        }
    };
    std::thread::scope(|scope| {
        scope.spawn(work);
        scope.spawn(work);
    });
}

#[test]
fn no_key_can_change_without_a_trace() {
    let findings = Mutex::default();
    for (name, text) in DOCUMENTS {
        find(&findings, name, text);
    }
    let Findings {
        holes,
        known,
        whole,
    } = findings.into_inner().unwrap();
    let holes: Vec<_> = holes.into_iter().collect();
    assert!(
        holes.is_empty(),
        "{} holes:\n{}",
        holes.len(),
        holes.join("\n")
    );
    let unneeded = |count: usize, needed: &BTreeSet<usize>| -> Vec<usize> {
        (0..count).filter(|index| !needed.contains(index)).collect()
    };
    let [known, whole] = [
        unneeded(known::COUNT, &known),
        unneeded(whole::COUNT, &whole),
    ];
    assert!(
        known.is_empty() && whole.is_empty(),
        "entries that nothing needs any more: {known:?} of known holes, {whole:?} of wholes"
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
