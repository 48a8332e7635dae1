//! The account of one client in numbers and lines: what the doors write as JSON.
//!
//! The model, the plan, the files and the texts go in; plain data comes out that needs none of them
//! any more. It judges nothing: what matters was decided where it was found.

mod client;
mod counts;
mod entry;
mod value;

use serde::Serialize;

pub(crate) use self::client::{Client, Ending, document};
pub(crate) use self::counts::{Counts, Reason};
use self::entry::{Assumption, Entry};
use crate::pipeline::Outcome;
use crate::source::Sources;

/// What came of one description. The names of the fields are those of the JSON, which
/// `docs/report.md` describes.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Account {
    /// The name of the crate, as in `partner-center`.
    name: String,
    title: String,
    /// The version of the described API, as in `1.0.27`.
    version: String,
    /// The version of OpenAPI, as in `3.1.0`.
    specification: String,
    counts: Counts,
    entries: Vec<Entry>,
    assumptions: Vec<Assumption>,
    files: Vec<File>,
}

/// One generated file.
#[derive(Debug, Clone, Serialize)]
struct File {
    /// From the output folder, with slashes, as in `src/models/pet.rs`.
    path: String,
    lines: usize,
    /// Types, functions, implementations, modules and imports at the top; none where it is no Rust.
    items: usize,
}

impl Account {
    pub(crate) fn new(outcome: &Outcome, sources: &Sources) -> Self {
        let api = &outcome.api;
        let files = outcome.files.iter().map(|(path, text)| File {
            path: path.to_owned(),
            lines: text.lines().count(),
            items: outcome.files.items(path),
        });
        Self {
            name: outcome.plan.package.clone(),
            title: api.title.clone(),
            version: api.version.clone(),
            specification: api.specification.clone(),
            counts: Counts::new(outcome),
            entries: api
                .account
                .iter()
                .map(|entry| Entry::new(entry, sources))
                .collect(),
            assumptions: api
                .assumptions
                .iter()
                .map(|assumption| Assumption::new(assumption, sources))
                .collect(),
            files: files.collect(),
        }
    }
}
