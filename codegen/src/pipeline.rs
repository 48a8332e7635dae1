//! The driver: all stages in their order, with the barriers between them. Start reading here.

use std::path::PathBuf;

use crate::api::Api;
use crate::check::{account, check};
use crate::config::Config;
use crate::diagnostic::{Diagnostics, Failed};
use crate::document;
use crate::emit::emit;
use crate::filter::filter;
use crate::load::{Allowances, Forest, OverlayFile, load_overlaid};
use crate::lower::lower;
use crate::plan::{Plan, Settings, plan};
use crate::print::{FileSet, print};
use crate::source::Sources;
use crate::times::Times;

/// What one run reads, may read and says.
#[derive(Debug, Default)]
pub(crate) struct Session {
    pub(crate) sources: Sources,
    pub(crate) diagnostics: Diagnostics,
    /// Every file that was opened.
    pub(crate) inputs: Vec<PathBuf>,
    /// What the description may refer to beside its folder.
    pub(crate) allowances: Allowances,
    pub(crate) times: Times,
}

/// What a client is made from, beside its configuration.
#[derive(Debug)]
pub(crate) struct Inputs {
    pub(crate) description: PathBuf,
    pub(crate) overlays: Vec<OverlayFile>,
}

#[cfg(feature = "measure")]
impl Inputs {
    /// A description as it is.
    pub(crate) fn of(description: &std::path::Path) -> Self {
        Self {
            description: description.to_owned(),
            overlays: Vec::new(),
        }
    }
}

/// What came out of each stage that later ones or `explain` look at.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) api: Api,
    pub(crate) plan: Plan,
    pub(crate) files: FileSet,
}

/// Reads the files of a description, with its overlays applied.
pub(crate) fn open(inputs: &Inputs, session: &mut Session) -> Result<Forest, Failed> {
    let Session {
        sources,
        diagnostics,
        inputs: opened,
        allowances,
        times,
    } = session;
    let Inputs {
        description,
        overlays,
    } = inputs;
    let forest = load_overlaid(description, overlays, allowances, sources, diagnostics);
    let forest = forest.inspect_err(|_| {
        opened.push(description.clone());
        opened.extend(overlays.iter().map(|overlay| overlay.path.clone()));
    })?;
    opened.extend_from_slice(forest.files());
    times.done("load");
    Ok(forest)
}

/// Turns a description into an API: load, document, lower, filter, check.
pub(crate) fn understand(
    inputs: &Inputs,
    config: &Config,
    session: &mut Session,
) -> Result<Api, Failed> {
    let forest = open(inputs, session)?;
    interpret(&forest, config, session)
}

/// Turns the files of a description into an API: document, lower, filter, check.
pub(crate) fn interpret(
    forest: &Forest,
    config: &Config,
    session: &mut Session,
) -> Result<Api, Failed> {
    let Session {
        diagnostics, times, ..
    } = session;
    let document = document::read(forest, config.validate, diagnostics)?;
    times.done("document");
    let mut api = lower(&document, config, diagnostics);
    times.done("lower");
    filter(&mut api, config, diagnostics);
    times.done("filter");
    check(&api, config, diagnostics);
    times.done("check");
    diagnostics.barrier()?;
    Ok(api)
}

/// Turns an API into the files of a client: plan, emit, print. Says what did not come through whole.
pub(crate) fn write(
    mut api: Api,
    config: &Config,
    settings: &Settings,
    session: &mut Session,
) -> Outcome {
    let mut plan = plan(&api, config, settings);
    api.account.append(&mut plan.account);
    account(&api.account, &mut session.diagnostics);
    session.times.done("plan");
    // Identifiers come from scopes and text stays in literals, so this is a promise to be kept by
    // us, whatever the description says.
    let files = print(&emit(&plan), settings.threads).expect("emitted tokens are Rust");
    session.times.done("print");
    Outcome { api, plan, files }
}

#[cfg(test)]
mod tests;
