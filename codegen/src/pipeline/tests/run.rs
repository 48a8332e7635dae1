//! Runs the pipeline on a text and keeps what users see of it, without places: a change in one line
//! moves all others.

use std::collections::BTreeMap;

use tempfile::TempDir;

use crate::account::Account;
use crate::check::{account, check};
use crate::config::Config;
use crate::document;
use crate::emit::emit;
use crate::load::{Allowances, load};
use crate::lower::lower;
use crate::pipeline::{Outcome, Session};
use crate::plan::{CrateForm, Form, Plan, Settings, plan};
use crate::print::FileSet;

/// A folder with one description, written anew for each run.
pub(super) struct Runner {
    folder: TempDir,
}

/// What users see of a run.
pub(super) struct Seen {
    /// Each diagnostic in one line.
    pub(super) said: Vec<String>,
    /// Where there are no errors.
    pub(super) result: Option<Generated>,
}

pub(super) struct Generated {
    pub(super) entries: Vec<Entry>,
    /// What the account says besides, as in the version of the API.
    pub(super) about: String,
    plan: Plan,
}

/// A line of the account, without its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) outcome: String,
    pub(super) reason: String,
    pub(super) matters: bool,
    pub(super) pointer: String,
    pub(super) hash: String,
}

impl Runner {
    pub(super) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { folder }
    }

    /// Runs all stages but the last two, which only say what the plan says.
    pub(super) fn run(&self, text: &str) -> Seen {
        let path = self.folder.path().join("api.json");
        std::fs::write(&path, text).unwrap();
        let mut session = Session::default();
        let (sources, diagnostics) = (&mut session.sources, &mut session.diagnostics);
        let config = Config::default();
        let api = load(&path, &Allowances::default(), sources, diagnostics)
            .ok()
            .and_then(|forest| {
                let document = document::read(&forest, diagnostics).ok()?;
                let api = lower(&document, &config, diagnostics);
                check(&api, &config, diagnostics);
                diagnostics.barrier().ok()?;
                Some(api)
            });
        let result = api.map(|mut api| {
            let mut plan = plan(&api, &config, &settings());
            api.account.append(&mut plan.account);
            account(&api.account, diagnostics);
            let files = FileSet::default();
            let outcome = Outcome { api, plan, files };
            let account = serde_json::to_value(Account::new(&outcome, sources)).unwrap();
            generated(outcome.plan, account)
        });
        let said = diagnostics.iter().map(|diagnostic| {
            let labels = diagnostic.labels.iter().map(|label| label.text.as_str());
            let labels: Vec<_> = labels.collect();
            let (code, message) = (diagnostic.code.id(), &diagnostic.message);
            let more = diagnostic.more;
            format!("{code} {message} {labels:?} +{more} {:?}", diagnostic.help)
        });
        Seen {
            said: said.collect(),
            result,
        }
    }
}

fn settings() -> Settings {
    let form = Form::Crate(CrateForm::default());
    let source = "api.json".to_owned();
    Settings { source, form }
}

fn generated(plan: Plan, mut account: serde_json::Value) -> Generated {
    for assumption in account["assumptions"].as_array_mut().unwrap() {
        assumption["line"].take();
        assumption["column"].take();
    }
    let entries = account["entries"].take();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let entries = entries.as_array().unwrap().iter().map(|entry| Entry {
        outcome: text(&entry["outcome"]),
        reason: text(&entry["reason"]),
        matters: entry["matters"].as_bool().unwrap(),
        pointer: text(&entry["pointer"]),
        hash: text(&entry["value"]["hash"]),
    });
    Generated {
        entries: entries.collect(),
        about: account.to_string(),
        plan,
    }
}

impl Generated {
    /// Returns the tokens of each file.
    pub(super) fn files(&self) -> BTreeMap<String, String> {
        let emitted = emit(&self.plan);
        let manifest = emitted.manifest.iter();
        let manifest = manifest.map(|manifest| ("Cargo.toml".to_owned(), manifest.to_string()));
        let units = emitted.units.iter();
        let units = units.map(|unit| (unit.path.clone(), unit.tokens().to_string()));
        manifest.chain(units).collect()
    }
}
