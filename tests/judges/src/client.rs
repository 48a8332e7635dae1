//! What the generator makes of a description, with its own account of it in figures.
//!
//! Generates in memory. The account is read back from the report as other programs see it.

use std::path::Path;

use engross::Generator;
use engross_tests::{Tree, project};
use serde_json::Value;

/// A generated crate and its account.
#[derive(Debug)]
pub struct Client {
    /// The name of the crate.
    pub name: String,
    /// Its files.
    pub files: Tree,
    /// Operations that can be called.
    pub operations: usize,
    /// Those that cannot.
    pub skipped: Vec<Skipped>,
    /// Structs, enums and aliases of models.
    pub models: usize,
    /// Nodes that came out weaker than they are written.
    pub degraded: usize,
    /// Of all files of Rust.
    pub lines: usize,
}

/// An operation that was left out.
#[derive(Debug)]
pub struct Skipped {
    /// Where it stands.
    pub pointer: String,
    /// Why.
    pub reason: String,
}

impl Client {
    /// Generates a crate of this name from a description or a configuration.
    ///
    /// # Errors
    /// Fails with everything that is wrong with the description.
    pub fn generate(description: &Path, name: &str) -> Result<Self, String> {
        let generator = Generator::new(description).name(name);
        let generator = generator.runtime_path(absolute("runtime"));
        let generated = generator.generate().map_err(|report| report.to_string())?;
        let files = generated.files();
        let files = files.map(|(path, text)| (path.to_owned(), text.to_owned()));
        Ok(Self::new(name, files.collect(), &generated.to_json()))
    }

    /// Reads an account as `--report` writes it.
    ///
    /// # Panics
    /// Panics where it is none of one generated client.
    pub fn new(name: &str, files: Tree, report: &str) -> Self {
        let report: Value = serde_json::from_str(report).expect("a report is JSON");
        let client = &report["clients"][0];
        let count = |pointer: &str| {
            let count = client.pointer(pointer).and_then(Value::as_u64);
            usize::try_from(count.expect("it was generated")).expect("not that many")
        };
        let written = client["files"].as_array().expect("there are files");
        let lines = written.iter().filter_map(|file| file["lines"].as_u64());
        Self {
            name: name.to_owned(),
            files,
            operations: count("/counts/operations/generated"),
            skipped: skipped(client),
            models: count("/counts/types"),
            degraded: count("/counts/degraded"),
            lines: usize::try_from(lines.sum::<u64>()).expect("not that many"),
        }
    }
}

fn skipped(client: &Value) -> Vec<Skipped> {
    let entries = client["entries"].as_array().into_iter().flatten();
    let skipped = entries.filter(|entry| entry["outcome"] == "skipped");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    skipped
        .map(|entry| Skipped {
            pointer: text(&entry["pointer"]),
            reason: text(&entry["reason"]),
        })
        .collect()
}

fn absolute(path: &str) -> std::path::PathBuf {
    std::fs::canonicalize(project(path)).expect("it is part of the project")
}
