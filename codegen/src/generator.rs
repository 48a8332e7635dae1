//! The library's main door: one client, from the paths a user gives to files and a report.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use crate::account::{Account, Client, document};
use crate::api::Api;
use crate::check::{UnmatchedRole, refuse, unmatched_roles};
use crate::config::{self, Config, Dependency, PackageName, Places};
use crate::diagnostic::{Code, Diagnostic, Failed};
use crate::load::{OverlayFile, find_configurations};
use crate::output;
use crate::parallel::Threads;
use crate::paths::{common_ancestor, normalise, relative, slashes};
use crate::pipeline::{self, Inputs, Outcome, Session};
use crate::plan::renames::{Fault, Problem};
use crate::plan::{CrateForm, ExampleProgram, ExtraDependency, Form, Plan, Settings, plan};
use crate::source::{Pointer, Span};
use crate::{Changes, Report, explain, summary};

/// Generates one client.
///
/// ```no_run
/// let generated = engross::Generator::new("petstore.yaml").out("petstore").generate()?;
/// eprint!("{}", generated.report());
/// generated.changes()?.write()?;
/// # Ok::<(), engross::Report>(())
/// ```
#[derive(Debug, Clone)]
pub struct Generator {
    spec: PathBuf,
    name: Option<String>,
    out: Option<PathBuf>,
    runtime_path: Option<PathBuf>,
    as_module: bool,
    strict: bool,
    validate: bool,
    overlays: Vec<PathBuf>,
    threads: Threads,
}

/// A generated client, in memory: its files, and what is to be said about its description.
#[derive(Debug)]
pub struct Generated {
    outcome: Outcome,
    report: Report,
    out: Option<PathBuf>,
    threads: Threads,
}

/// What a run works on, once the configuration is read.
struct Job {
    config: Config,
    /// Whether `config` was read from a file.
    is_configured: bool,
    inputs: Inputs,
    out: Option<PathBuf>,
    runtime_path: Option<Runtime>,
}

/// The folder of the runtime, and how the manifest is to name it.
enum Runtime {
    /// As given: an absolute path.
    Fixed(PathBuf),
    /// By the way from the client's folder.
    Beside(PathBuf),
}

impl Runtime {
    /// `folder` is where a relative path starts.
    fn new(given: &Path, folder: &Path) -> Self {
        if given.is_absolute() {
            Self::Fixed(given.to_path_buf())
        } else {
            Self::Beside(normalise(&folder.join(given)))
        }
    }
}

impl Generator {
    /// Starts from a description (YAML or JSON), or from a configuration: a file whose name ends in
    /// `engross.yaml`.
    pub fn new(spec: impl Into<PathBuf>) -> Self {
        Self {
            spec: spec.into(),
            name: None,
            out: None,
            runtime_path: None,
            as_module: false,
            strict: false,
            validate: false,
            overlays: Vec::new(),
            threads: Threads::default(),
        }
    }

    /// Finds every client of a project: each `spec/*/engross.yaml` below a folder, sorted.
    pub fn find(folder: impl AsRef<Path>) -> Vec<Self> {
        find_configurations(folder.as_ref())
            .into_iter()
            .map(Self::new)
            .collect()
    }

    /// Names the crate or module, whatever the configuration or the title say.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Chooses the folder of the client, whatever the configuration says.
    #[must_use]
    pub fn out(mut self, folder: impl Into<PathBuf>) -> Self {
        self.out = Some(folder.into());
        self
    }

    /// Makes the generated `Cargo.toml` take the runtime from this folder. An absolute path stays
    /// one; a relative one is relative to the current folder.
    #[must_use]
    pub fn runtime_path(mut self, folder: impl Into<PathBuf>) -> Self {
        self.runtime_path = Some(folder.into());
        self
    }

    /// Applies an overlay to the description before it is read, behind those that the configuration
    /// names and those that were added before.
    #[must_use]
    pub fn overlay(mut self, file: impl Into<PathBuf>) -> Self {
        self.overlays.push(file.into());
        self
    }

    /// Makes the client check what it sends and what it gets against the description, also where the
    /// configuration does not ask for it.
    #[must_use]
    pub fn validate(mut self) -> Self {
        self.validate = true;
        self
    }

    /// Generates a tree of modules with `mod.rs` on top, for `include!`, and no `Cargo.toml`.
    #[must_use]
    pub fn into_module(mut self) -> Self {
        self.as_module = true;
        self
    }

    /// Refuses to generate a client that is less than its description says: where anything is
    /// degraded, ignored (but for what nobody misses in a client) or skipped, that is an error.
    #[must_use]
    pub fn strict(mut self, strict: bool) -> Self {
        self.strict = strict;
        self
    }

    /// Sets how many threads work at once; else there are as many as cores. What comes out does not
    /// depend on it.
    #[must_use]
    pub fn jobs(mut self, jobs: NonZeroUsize) -> Self {
        self.threads = Threads::AtMost(jobs);
        self
    }

    /// Reads, understands and writes, in memory; reports everything that is wrong where that fails.
    pub fn generate(&self) -> Result<Generated, Report> {
        let mut session = Session::default();
        let Ok((outcome, out)) = self.run(&mut session) else {
            return Err(Report::new(session, &self.spec));
        };
        if self.strict && refuse(&outcome.api.account, &mut session.diagnostics) {
            let account = Account::new(&outcome, &session.sources);
            return Err(Report::new(session, &self.spec).refused(account));
        }
        Ok(Generated {
            outcome,
            report: Report::new(session, &self.spec),
            out,
            threads: self.threads,
        })
    }

    /// Tells what the node at a JSON pointer became at every stage.
    pub fn explain(&self, pointer: &str) -> Result<String, Report> {
        let parsed = Pointer::parse(pointer).ok_or_else(|| {
            let message = format_args!("`{pointer}` is no JSON pointer");
            Report::plain_with_help(message, "as in '#/components/schemas/Pet'")
        })?;
        let mut session = Session::default();
        let explained = self.explain_node(&parsed, &mut session);
        explained.map_err(|Failed| {
            if session.diagnostics.has_errors() {
                Report::new(session, &self.spec)
            } else {
                Report::plain(format_args!("`{parsed}` leads nowhere in this description"))
            }
        })
    }

    /// Reads, understands and plans, for those who compare what would come out.
    pub(crate) fn plan(&self, session: &mut Session) -> Result<(Api, Plan), Report> {
        let planned = self.job(session).and_then(|job| {
            let api = pipeline::understand(&job.inputs, &job.config, session)?;
            let plan = plan(&api, &job.config, &self.settings(&job));
            Ok((api, plan))
        });
        planned.map_err(|Failed| Report::new(std::mem::take(session), &self.spec))
    }

    /// Returns the path it started from.
    #[cfg(feature = "cli")]
    pub(crate) fn spec(&self) -> &Path {
        &self.spec
    }

    fn explain_node(&self, pointer: &Pointer, session: &mut Session) -> Result<String, Failed> {
        let job = self.job(session)?;
        let forest = pipeline::open(&job.inputs, session)?;
        let api = pipeline::interpret(&forest, &job.config, session)?;
        let outcome = self.finish(api, &job, session)?;
        explain::explain(pointer, &forest, &outcome, session)
    }

    fn run(&self, session: &mut Session) -> Result<(Outcome, Option<PathBuf>), Failed> {
        let job = self.job(session)?;
        let forest = pipeline::open(&job.inputs, session)?;
        let api = pipeline::interpret(&forest, &job.config, session)?;
        // Nobody looks at the trees any more, and the texts of the client need room.
        drop(forest);
        let outcome = self.finish(api, &job, session)?;
        Ok((outcome, job.out))
    }

    fn finish(&self, api: Api, job: &Job, session: &mut Session) -> Result<Outcome, Failed> {
        let settings = self.settings(job);
        let outcome = pipeline::write(api, &job.config, &settings, session);
        report_unmatched(job, &outcome, session);
        session.diagnostics.barrier()?;
        Ok(outcome)
    }

    fn job(&self, session: &mut Session) -> Result<Job, Failed> {
        let mut job = self.unnamed_job(session)?;
        if let Some(name) = &self.name {
            job.config.package.name = Some(name.clone());
        }
        job.config.validate |= self.validate;
        Ok(job)
    }

    fn unnamed_job(&self, session: &mut Session) -> Result<Job, Failed> {
        if !is_configuration(&self.spec) {
            return Ok(Job {
                config: Config::default(),
                is_configured: false,
                inputs: Inputs {
                    description: self.spec.clone(),
                    overlays: self.own_overlays().collect(),
                },
                out: self.out.clone(),
                runtime_path: self.own_runtime(),
            });
        }
        session.inputs.push(self.spec.clone());
        let config = config::read(&self.spec, &mut session.sources, &mut session.diagnostics)?;
        session.allowances = config.allowances(self.folder());
        Ok(self.configured(config))
    }

    fn own_overlays(&self) -> impl Iterator<Item = OverlayFile> {
        let paths = self.overlays.iter().cloned();
        paths.map(|path| OverlayFile { path, place: None })
    }

    fn own_runtime(&self) -> Option<Runtime> {
        let path = self.runtime_path.as_deref()?;
        Some(Runtime::new(path, Path::new("")))
    }

    /// Paths in a configuration are relative to this.
    fn folder(&self) -> &Path {
        self.spec.parent().unwrap_or(Path::new(""))
    }

    fn configured(&self, config: Config) -> Job {
        let folder = self.folder();
        let beside = |path: &Path| normalise(&folder.join(path));
        let overlays = config.overlays.iter().enumerate();
        let overlays = overlays.map(|(index, path)| OverlayFile {
            path: beside(path),
            place: config.places.place(&["overlays", &index.to_string()]),
        });
        Job {
            inputs: Inputs {
                description: beside(&config.description),
                overlays: overlays.chain(self.own_overlays()).collect(),
            },
            out: self
                .out
                .clone()
                .or_else(|| config.output.as_deref().map(beside)),
            runtime_path: self.own_runtime().or_else(|| {
                let path = config.package.runtime_path.as_deref()?;
                Some(Runtime::new(path, folder))
            }),
            is_configured: true,
            config,
        }
    }

    fn settings(&self, job: &Job) -> Settings {
        let out = job.out.as_deref().map(absolute);
        let form = if self.as_module {
            Form::Module
        } else {
            Form::Crate(self.crate_form(job, out.as_deref()))
        };
        Settings {
            source: shown_source(job, out.as_deref()),
            form,
            threads: self.threads,
        }
    }

    fn crate_form(&self, job: &Job, out: Option<&Path>) -> CrateForm {
        let from_out = |path: &Path| match out {
            Some(out) => slashes(&relative(out, &absolute(path))),
            None => slashes(path),
        };
        let folder = self.spec.parent().unwrap_or(Path::new(""));
        let example = |path: &PathBuf| ExampleProgram {
            name: path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned(),
            path: from_out(&folder.join(path)),
        };
        let dependency = |(name, said): (&PackageName, &Dependency)| ExtraDependency {
            name: name.as_str().to_owned(),
            version: said.version.clone(),
            path: said.path.as_ref().map(|path| from_out(&folder.join(path))),
            features: said.features.clone(),
        };
        let dependencies = job.config.package.dependencies.iter();
        CrateForm {
            runtime_path: job.runtime_path.as_ref().map(|runtime| match runtime {
                Runtime::Fixed(path) => slashes(path),
                Runtime::Beside(path) => from_out(path),
            }),
            examples: job.config.package.examples.iter().map(example).collect(),
            dependencies: dependencies.map(dependency).collect(),
            is_standalone: !job.is_configured,
        }
    }
}

impl Generated {
    /// Returns the name of the crate, as in `partner-center`.
    pub fn name(&self) -> &str {
        &self.outcome.plan.package
    }

    /// Returns the name of the crate as a module, as in `partner_center`.
    pub fn module_name(&self) -> &str {
        self.outcome.plan.name.as_str()
    }

    /// Returns paths, relative to the client's folder, and texts, sorted by path.
    pub fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.outcome.files.iter()
    }

    /// Returns the warnings.
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// Returns what `engross generate --report` writes: everything that did not come through whole,
    /// with its place and its reason, and what was generated. `docs/report.md` of the project
    /// describes it.
    pub fn to_json(&self) -> String {
        document(&[self.client()])
    }

    #[cfg(feature = "cli")]
    pub(crate) fn api(&self) -> &Api {
        &self.outcome.api
    }

    /// Returns the account with what was said.
    pub(crate) fn client(&self) -> Client {
        let sources = self.report.sources();
        let account = sources.map(|sources| Account::new(&self.outcome, sources));
        self.report.client(account)
    }

    /// Returns every file that was read.
    pub fn inputs(&self) -> &[PathBuf] {
        self.report.inputs()
    }

    /// Returns in one sentence what was generated and what was not.
    pub fn summary(&self) -> String {
        summary::summary(&self.outcome)
    }

    /// Compares with the client's folder.
    pub fn changes(&self) -> Result<Changes, Report> {
        match &self.out {
            Some(folder) => self.changes_in(folder),
            None => Err(Report::plain("no output folder: give one with --out DIR")),
        }
    }

    /// Compares with a folder.
    pub fn changes_in(&self, folder: &Path) -> Result<Changes, Report> {
        let changes = output::changes(&self.outcome.files, folder, self.threads);
        changes
            .map(|changes| Changes::new(changes, folder))
            .map_err(Report::plain)
    }
}

fn is_configuration(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.ends_with("engross.yaml")
}

fn absolute(path: &Path) -> PathBuf {
    normalise(&std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf()))
}

/// How headers name the description: the same on every machine and from every folder. In a project
/// with a configuration that is the path from the folder that holds both description and client.
fn shown_source(job: &Job, out: Option<&Path>) -> String {
    let description = absolute(&job.inputs.description);
    match out.filter(|_| job.is_configured) {
        Some(out) => slashes(&relative(&common_ancestor(&description, out), &description)),
        None => slashes(Path::new(description.file_name().unwrap_or_default())),
    }
}

/// An override without effect is an error, at its place in the configuration.
fn report_unmatched(job: &Job, outcome: &Outcome, session: &mut Session) {
    let places = &job.config.places;
    for UnmatchedRole { key, header } in unmatched_roles(&outcome.api, &job.config) {
        let message = format!("no operation has a header parameter `{header}`");
        let span = places.place(&["headers", key]);
        let diagnostic = unmatched(Code::UnmatchedRole, message, span);
        session.diagnostics.add(diagnostic);
    }
    let trims = job.config.names.trim.iter().enumerate();
    for (index, trim) in trims.filter(|(_, trim)| outcome.plan.unused_trims.contains(trim)) {
        let message = format!("no schema's name starts with `{trim}`");
        let span = places.place(&["names", "trim", &index.to_string()]);
        let diagnostic = unmatched(Code::UnmatchedPrefix, message, span);
        session.diagnostics.add(diagnostic);
    }
    report_formats(job, outcome, session);
    for fault in &outcome.plan.faults {
        session.diagnostics.add(faulty(fault, places));
    }
}

fn faulty(fault: &Fault, places: &Places) -> Diagnostic {
    let path: Vec<&str> = fault.path.iter().map(String::as_str).collect();
    let key = path.last().copied().unwrap_or_default();
    let span = places.place(&path);
    match &fault.problem {
        Problem::Unmatched(what) => {
            let message = format!("there is no {what} `{key}`");
            unmatched(Code::UnmatchedOverride, message, span)
        }
        Problem::NotAName { wanted, free } => {
            let message = format!("`{key}` cannot be called `{wanted}`");
            let diagnostic = Diagnostic::new(Code::UnusableName, message)
                .help(format!("`{free}` is a name that is free"));
            match span {
                Some(span) => diagnostic.label(span, "no name, or that of another item"),
                None => diagnostic,
            }
        }
    }
}

/// A format that is held by what cannot hold it, or that nothing has.
fn report_formats(job: &Job, outcome: &Outcome, session: &mut Session) {
    for format in &outcome.plan.unused_formats {
        let message = format!("no schema of the format `{format}` can be held so");
        let span = job.config.places.place(&["formats", format]);
        let diagnostic = unmatched(Code::UnmatchedFormat, message, span);
        session.diagnostics.add(diagnostic);
    }
}

fn unmatched(code: Code, message: String, span: Option<Span>) -> Diagnostic {
    let diagnostic = Diagnostic::new(code, message)
        .help("remove it, or correct it to what the description says now");
    match span {
        Some(span) => diagnostic.label(span, "has no effect"),
        None => diagnostic,
    }
}
