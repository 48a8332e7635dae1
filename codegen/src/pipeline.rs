//! The driver: all stages in their order, with the barriers between them. Start reading here.

use std::path::{Path, PathBuf};

use crate::api::Api;
use crate::check::{account, check};
use crate::config::Config;
use crate::diagnostic::{Diagnostics, Failed};
use crate::document;
use crate::emit::emit;
use crate::load::{Allowances, load};
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

/// What came out of each stage that later ones or `explain` look at.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) api: Api,
    pub(crate) plan: Plan,
    pub(crate) files: FileSet,
}

/// Turns the description at `path` into an API: load, document, lower, check.
pub(crate) fn understand(
    path: &Path,
    config: &Config,
    session: &mut Session,
) -> Result<Api, Failed> {
    let Session {
        sources,
        diagnostics,
        inputs,
        allowances,
        times,
    } = session;
    let forest = load(path, allowances, sources, diagnostics);
    let forest = forest.inspect_err(|_| inputs.push(path.to_owned()))?;
    inputs.extend_from_slice(forest.files());
    times.done("load");
    let document = document::read(&forest, diagnostics)?;
    times.done("document");
    let api = lower(&document, config, diagnostics);
    times.done("lower");
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
    let files = print(&emit(&plan)).expect("emitted tokens are Rust");
    session.times.done("print");
    Outcome { api, plan, files }
}

#[cfg(test)]
mod tests;
