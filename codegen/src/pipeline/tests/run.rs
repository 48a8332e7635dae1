//! Runs the pipeline on a text and keeps what users see of it, without places: a change in one line
//! moves all others.

use std::collections::BTreeMap;

use tempfile::TempDir;

use crate::account::Account;
use crate::api::Api;
use crate::check::{account, check};
use crate::config::Config;
use crate::document;
use crate::emit::emit;
use crate::load::{Allowances, load};
use crate::lower::lower;
use crate::parallel::Threads;
use crate::pipeline::{Outcome, Session};
use crate::plan::{CrateForm, Form, Plan, Settings, plan};
use crate::print::FileSet;

/// A folder with one description, written anew for each run.
pub(super) struct Runner {
    folder: TempDir,
}

/// A run up to the barrier.
pub(super) struct Understood {
    session: Session,
    api: Option<Api>,
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
        self.understand(text).generate()
    }

    /// Runs the stages before planning.
    pub(super) fn understand(&self, text: &str) -> Understood {
        let path = self.folder.path().join("api.json");
        std::fs::write(&path, text).unwrap();
        let mut session = Session::default();
        let (sources, diagnostics) = (&mut session.sources, &mut session.diagnostics);
        let config = Config::default();
        let api = load(&path, &Allowances::default(), sources, diagnostics)
            .ok()
            .and_then(|forest| {
                let document = document::read(&forest, false, diagnostics).ok()?;
                let api = lower(&document, &config, diagnostics);
                check(&api, &config, diagnostics);
                diagnostics.barrier().ok()?;
                Some(api)
            });
        Understood { session, api }
    }
}

impl Understood {
    /// Returns each diagnostic in one line.
    pub(super) fn said(&self) -> Vec<String> {
        let said = self.session.diagnostics.iter().map(|diagnostic| {
            let labels = diagnostic.labels.iter().map(|label| label.text.as_str());
            let labels: Vec<_> = labels.collect();
            let (code, message) = (diagnostic.code.id(), &diagnostic.message);
            let more = diagnostic.more;
            format!("{code} {message} {labels:?} +{more} {:?}", diagnostic.help)
        });
        said.collect()
    }

    /// Returns what is accounted for so far, and all that the nodes say.
    pub(super) fn entries(&self) -> Vec<Entry> {
        let account = self.api.iter().flat_map(|api| &api.account);
        let entries = account.map(|entry| Entry {
            outcome: entry.outcome.as_str().to_owned(),
            reason: entry.reason.clone().into_owned(),
            matters: entry.matters,
            pointer: entry.origin.pointer.to_string(),
            hash: self.session.sources.slice(entry.origin.value).to_owned(),
        });
        entries.collect()
    }

    /// Goes on to the plan and the account.
    pub(super) fn generate(mut self) -> Seen {
        let (sources, diagnostics) = (&self.session.sources, &mut self.session.diagnostics);
        let config = Config::default();
        let result = self.api.take().map(|mut api| {
            let mut plan = plan(&api, &config, &settings());
            api.account.append(&mut plan.account);
            account(&api.account, diagnostics);
            let files = FileSet::default();
            let outcome = Outcome { api, plan, files };
            let account = serde_json::to_value(Account::new(&outcome, sources)).unwrap();
            generated(outcome.plan, account)
        });
        Seen {
            said: self.said(),
            result,
        }
    }
}

fn settings() -> Settings {
    let form = Form::Crate(CrateForm::default());
    let source = "api.json".to_owned();
    Settings {
        source,
        form,
        threads: Threads::default(),
    }
}

fn generated(plan: Plan, mut account: serde_json::Value) -> Generated {
    for assumption in account["assumptions"].as_array_mut().unwrap() {
        // Its folder is another for each runner.
        assumption["file"].take();
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
        let mut files = BTreeMap::new();
        self.each_file(|path, text| files.insert(path, text).is_none());
        files
    }

    /// Returns whether these are its files. Looks no further than the first that is another.
    pub(super) fn has_files(&self, files: &BTreeMap<String, String>) -> bool {
        let mut count = 0;
        let is_same = self.each_file(|path, text| {
            count += 1;
            files.get(&path) == Some(&text)
        });
        is_same && count == files.len()
    }

    /// Shows files as long as more are wanted; returns whether that was so to the end.
    fn each_file(&self, mut wants_more: impl FnMut(String, String) -> bool) -> bool {
        let emitted = emit(&self.plan);
        let mut manifest = emitted.manifest.iter();
        let mut units = emitted.units.iter();
        manifest.all(|manifest| wants_more("Cargo.toml".to_owned(), manifest.to_string()))
            && units.all(|unit| wants_more(unit.path.clone(), unit.tokens().to_string()))
    }
}
