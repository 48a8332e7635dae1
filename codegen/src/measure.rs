//! A door for measurements: what a run took and what came of it, in plain figures.
//!
//! Takes the path of a description; returns times of stages, counts and the report. It is for the
//! benchmarks and the measuring program of this project alone, and no part of the API.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use crate::Report;
use crate::api::{Api, Outcome as Fate};
use crate::config::Config;
use crate::diagnostic::Diagnostics;
use crate::load::{Allowances, load};
use crate::parallel::Threads;
use crate::pipeline::{self, Inputs, Session};
use crate::plan::{Form, Settings};
use crate::source::Sources;
use crate::times::Times;

/// Tells the time since some point in the past.
pub type Clock = fn() -> Duration;

/// What one run took and made.
#[derive(Debug)]
pub struct Measured {
    /// The stages in their order, as in (`load`, 12 ms).
    pub stages: Vec<(&'static str, Duration)>,
    /// Counts of what came out; none, where the description has errors.
    pub counts: Option<Counts>,
    /// What was said.
    pub report: Report,
}

/// Counts of what came out of a description.
#[derive(Debug)]
pub struct Counts {
    /// Operations that clients can call.
    pub operations: usize,
    /// Types of values, named or not.
    pub types: usize,
    /// Nodes that did not come through whole, by what became of them, whether it matters, and why.
    pub account: BTreeMap<(&'static str, bool, String), usize>,
}

/// Reads a description and stops before planning: load, document, lower, check.
pub fn understand(description: &Path, clock: Clock) -> Measured {
    let mut session = session(clock);
    let api = pipeline::understand(&Inputs::of(description), &Config::default(), &mut session);
    measured(description, session, api.as_ref().ok())
}

/// Generates a client into memory.
pub fn generate(description: &Path, clock: Clock) -> Measured {
    let mut session = session(clock);
    let config = Config::default();
    let result = pipeline::understand(&Inputs::of(description), &config, &mut session);
    let outcome = result.map(|api| {
        let settings = Settings {
            source: String::new(),
            form: Form::Module,
            threads: Threads::default(),
        };
        pipeline::write(api, &config, &settings, &mut session)
    });
    let api = outcome.as_ref().ok().map(|outcome| &outcome.api);
    measured(description, session, api)
}

/// Returns the version of OpenAPI that a description names, as in `3.0.3`.
pub fn version(description: &Path) -> Option<String> {
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let allowances = Allowances::default();
    let forest = load(description, &allowances, &mut sources, &mut diagnostics).ok()?;
    let root = forest.root();
    let named = root.get("openapi").or_else(|| root.get("swagger"))?;
    named.text().map(str::to_owned)
}

fn session(clock: Clock) -> Session {
    Session {
        times: Times::new(clock),
        ..Session::default()
    }
}

fn measured(description: &Path, session: Session, api: Option<&Api>) -> Measured {
    Measured {
        stages: session.times.stages().to_vec(),
        counts: api.map(counts),
        report: Report::new(session, description),
    }
}

fn counts(api: &Api) -> Counts {
    let mut account = BTreeMap::new();
    for entry in &api.account {
        let fate = match entry.outcome {
            Fate::Degraded => "degraded",
            Fate::Ignored => "ignored",
            Fate::Skipped => "skipped",
        };
        let key = (fate, entry.matters, entry.reason.to_string());
        *account.entry(key).or_default() += 1;
    }
    Counts {
        operations: api.operations.len(),
        types: api.types().count(),
        account,
    }
}
