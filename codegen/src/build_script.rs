//! The door for build scripts: generates into `OUT_DIR` and speaks to cargo.
//!
//! Cargo reads what a build script prints to standard output, so this module prints; it and the
//! command line are the only ones that do.

#![allow(
    clippy::print_stdout,
    reason = "instructions to cargo are lines on standard output"
)]

use std::env;
use std::path::{Path, PathBuf};
use std::process;

use crate::{Generated, Generator, Report};

/// Generates a client in a build script.
///
/// ```no_run
/// // build.rs
/// engross::Build::new("api/library.yaml").run();
/// ```
///
/// The client is a module tree in `OUT_DIR`, in a folder named after the description's title (or
/// [`module`](Build::module)):
///
/// ```text
/// mod library {
///     include!(concat!(env!("OUT_DIR"), "/library/mod.rs"));
/// }
/// ```
///
/// The script runs again when a file that was read changes, and not otherwise. Warnings and errors
/// of the description appear as those of cargo. Files that would not change are not touched.
#[derive(Debug, Clone)]
pub struct Build {
    description: PathBuf,
    module: Option<String>,
    out_dir: Option<PathBuf>,
    strict: bool,
    validate: bool,
    overlays: Vec<PathBuf>,
}

impl Build {
    /// Starts from a description or a configuration (`engross.yaml`), relative to the package.
    pub fn new(description: impl Into<PathBuf>) -> Self {
        Self {
            description: description.into(),
            module: None,
            out_dir: None,
            strict: false,
            validate: false,
            overlays: Vec::new(),
        }
    }

    /// Names the folder in `OUT_DIR`; otherwise it is named after the title.
    #[must_use]
    pub fn module(mut self, name: impl Into<String>) -> Self {
        self.module = Some(name.into());
        self
    }

    /// Generates below another folder than `OUT_DIR`.
    #[must_use]
    pub fn out_dir(mut self, folder: impl Into<PathBuf>) -> Self {
        self.out_dir = Some(folder.into());
        self
    }

    /// Refuses to generate a client that is less than its description says; see
    /// [`Generator::strict`].
    #[must_use]
    pub fn strict(mut self, strict: bool) -> Self {
        self.strict = strict;
        self
    }

    /// Makes the client check what it sends and what it gets; see [`Generator::validate`]. The feature
    /// `validate` of `engross-runtime` must be on.
    #[must_use]
    pub fn validate(mut self) -> Self {
        self.validate = true;
        self
    }

    /// Applies an overlay to the description before it is read, behind those that the configuration
    /// names and those that were added before; relative to the package.
    #[must_use]
    pub fn overlay(mut self, file: impl Into<PathBuf>) -> Self {
        self.overlays.push(file.into());
        self
    }

    /// Generates, or reports what is wrong to cargo and ends the build script.
    pub fn run(self) {
        if let Err(report) = self.try_run() {
            say(&report, "error");
            process::exit(1);
        }
    }

    /// Generates, and tells cargo which files were read and what to warn of.
    pub fn try_run(self) -> Result<(), Report> {
        // Cargo runs build scripts in the package's folder, so the path holds as it is.
        let result = self.generator().generate();
        watch(&self.description);
        let generated = result.inspect_err(|report| watch_all(report.inputs()))?;
        watch_all(generated.inputs());
        say(generated.report(), "warning");
        self.write(&generated)
    }

    fn generator(&self) -> Generator {
        let generator = Generator::new(&self.description)
            .into_module()
            .strict(self.strict);
        let generator = if self.validate {
            generator.validate()
        } else {
            generator
        };
        let overlays = self.overlays.iter();
        let generator = overlays.fold(generator, Generator::overlay);
        match &self.module {
            Some(name) => generator.name(name),
            None => generator,
        }
    }

    fn write(&self, generated: &Generated) -> Result<(), Report> {
        let folder = self
            .out_dir
            .clone()
            .or_else(|| env::var_os("OUT_DIR").map(PathBuf::from));
        let folder = folder.ok_or_else(|| {
            Report::plain(
                "OUT_DIR is not set: run in a build script, or choose a folder with `out_dir`",
            )
        })?;
        generated
            .changes_in(&folder.join(generated.module_name()))?
            .write()
    }
}

fn watch(path: &Path) {
    println!("cargo::rerun-if-changed={}", path.display());
}

fn watch_all(paths: &[PathBuf]) {
    for path in paths {
        watch(path);
    }
}

/// Cargo shows one line per instruction, so a report becomes as many instructions as it has lines.
fn say(report: &Report, level: &str) {
    for line in report.to_string().lines() {
        println!("cargo::{level}={line}");
    }
}
