//! A workspace in the target folder, in which generated crates are compiled.
//!
//! What they depend on is built once for all workshops, offline, at the versions of the project. A
//! crate whose text is that of the last run is not touched, so that cargo need not look at it again.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use engross_tests::measure::{Outcome, Watch, run};
use engross_tests::{Tree, project, read_tree};

/// A workspace of generated crates.
#[derive(Debug)]
pub struct Workshop {
    folder: PathBuf,
    members: Vec<String>,
    /// Those that have features by tag, as in `github/full`.
    full: Vec<String>,
}

/// Long enough for the largest of them on a busy machine.
const PATIENCE: Duration = Duration::from_hours(1);

/// How the crates are compiled: as a user's, without what only a debugger needs.
const PROFILE: &str = "[profile.dev]\ndebug = false\nincremental = false\n";

impl Workshop {
    /// Starts a workshop of this name, without any crates.
    pub fn new(name: &str) -> Self {
        Self {
            folder: target().join("judges").join(name),
            members: Vec::new(),
            full: Vec::new(),
        }
    }

    /// Returns its folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Adds a crate, a folder of its own.
    ///
    /// # Panics
    /// Panics where the folder cannot be written to.
    pub fn add(&mut self, name: &str, files: &Tree) {
        let mut files = files.clone();
        let manifest = files.get_mut("Cargo.toml").expect("a crate has a manifest");
        // A generated crate is a workspace of its own, unless it has a configuration.
        *manifest = manifest.replace("\n[workspace]\n", "");
        if manifest.contains("\nfull = [") {
            self.full.push(format!("{}/full", package(manifest)));
        }
        make(&self.folder.join(name), &files);
        self.members.push(name.to_owned());
    }

    /// Writes the workspace of what was added.
    ///
    /// # Panics
    /// Panics where the folder cannot be written to.
    pub fn finish(&self) {
        let members = self.members.iter().map(|name| format!("\"{name}\""));
        let members = members.collect::<Vec<_>>().join(", ");
        let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = [{members}]\n\n{PROFILE}");
        write(&self.folder.join("Cargo.toml"), &manifest);
        fs::copy(project("Cargo.lock"), self.folder.join("Cargo.lock")).expect("writable");
    }

    /// Returns the features that add all tags to crates without default features.
    pub fn full(&self) -> String {
        self.full.join(",")
    }

    /// Runs cargo in it, as in `check --package petstore`, with warnings denied.
    ///
    /// # Panics
    /// Panics where cargo cannot be run, not where it fails.
    pub fn cargo<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Outcome {
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
        cargo.args(arguments).args(["--offline", "--quiet"]);
        cargo.current_dir(&self.folder);
        cargo.env("CARGO_TARGET_DIR", target().join("judges/target"));
        cargo.env("RUSTFLAGS", "-D warnings");
        cargo.env("RUSTDOCFLAGS", "-D warnings");
        let watch = Watch {
            time: PATIENCE,
            patience: PATIENCE,
            memory: u64::MAX,
        };
        run(&mut cargo, &self.folder, watch).expect("cargo can be run")
    }
}

/// Returns cargo's target folder, in which this program lies.
///
/// # Panics
/// Panics where this program was not built by cargo.
pub fn target() -> PathBuf {
    let program = std::env::current_exe().expect("this is a file");
    let target = program
        .ancestors()
        .find(|folder| folder.join("CACHEDIR.TAG").exists());
    target.expect("cargo marks its target folder").to_path_buf()
}

/// Returns the manifest of a package of generated modules, with these features of the runtime.
///
/// # Panics
/// Panics where there is no runtime.
pub fn manifest(name: &str, features: &[&str]) -> String {
    let runtime = fs::canonicalize(project("runtime")).expect("it is part of the project");
    format!(
        "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[dependencies]\n\
         engross-runtime = {{ path = '{}', default-features = false, features = {features:?} }}\n",
        runtime.display()
    )
}

/// Returns the name of a package, which may be another than its folder's, as in `box-client`.
fn package(manifest: &str) -> &str {
    let lines = manifest.lines();
    let mut names = lines.filter_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"'));
    names.next().expect("a package has a name")
}

/// Makes a folder hold exactly these files.
fn make(folder: &Path, files: &Tree) {
    let former = read_tree(folder);
    for name in former.keys().filter(|name| !files.contains_key(*name)) {
        fs::remove_file(folder.join(name)).expect("removable");
    }
    for (name, text) in files {
        if former.get(name) != Some(text) {
            write(&folder.join(name), text);
        }
    }
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("in a folder")).expect("writable");
    fs::write(path, text).expect("writable");
}
