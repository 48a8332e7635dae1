//! The third-party generators of bodies and the validator, in the target folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use engross_tests::project;
use serde_json::{Value, json};

use crate::{Document, target, tell};

/// What is installed, and what keeps its versions from changing under the test.
const PYTHON: [&str; 4] = [
    "hypothesis-jsonschema==0.23.1",
    "hypothesis==6.99.13",
    "jsonschema-rs==0.60.3",
    "PyYAML==6.0.2",
];
const NODE: [&str; 2] = ["json-schema-faker@0.6.3", "openapi-sampler@1.7.9"];

/// The scripts of Node, which find packages beside them.
const MODULES: [&str; 2] = ["bodies.mjs", "xml.mjs"];

/// A body for a schema of a description.
#[derive(Debug, Clone)]
pub struct Body {
    /// The path of the description.
    pub document: String,
    /// The name of the schema.
    pub name: String,
    /// Who made it: `example`, `hypothesis` or `faker`.
    pub source: String,
    /// The body in JSON.
    pub text: String,
}

/// The installed tools.
#[derive(Debug)]
pub struct Tools {
    folder: PathBuf,
}

impl Tools {
    /// Installs them; returns nothing, with a word about it, where they cannot be had.
    ///
    /// # Panics
    /// Panics where the target folder cannot be written to.
    pub fn install() -> Option<Self> {
        let folder = target().join("judges/tools");
        fs::create_dir_all(&folder).expect("writable");
        let tools = Self { folder };
        let mut make = Command::new("python3");
        make.args(["-m", "venv", "python"]);
        let mut install = Command::new(tools.python());
        install
            .args(["-m", "pip", "install", "--quiet"])
            .args(PYTHON);
        let mut node = Command::new("npm");
        node.args(["install", "--no-audit", "--no-fund", "--silent"]);
        node.args(NODE);
        for command in [&mut make, &mut install, &mut node] {
            let done = command
                .current_dir(&tools.folder)
                .stdout(Stdio::null())
                .status();
            if !done.is_ok_and(|status| status.success()) {
                tell(&format!("skipped: cannot be had: {command:?}"));
                return None;
            }
        }
        for module in MODULES {
            fs::copy(script(module), tools.folder.join(module)).expect("writable");
        }
        Some(tools)
    }

    /// Returns valid bodies for schemas of these descriptions, `most` schemas for each.
    ///
    /// # Panics
    /// Panics where a tool fails.
    pub fn bodies(&self, documents: &[Document], most: usize) -> Vec<Body> {
        let mut schemas = self.script("schemas.py");
        schemas.arg(most.to_string());
        schemas.args(documents.iter().map(|document| &document.path));
        fs::write(self.schemas(), run(&mut schemas, "schemas", "")).expect("writable");
        self.valid_bodies()
    }

    /// Writes into a folder a part of a description (`openapi.json`) and types for serde of the same
    /// schemas (`mirror.rs`); returns valid bodies for those that are named.
    ///
    /// # Panics
    /// Panics where a tool fails.
    pub fn mirror(&self, document: &Document, folder: &Path, names: &[&str]) -> Vec<Body> {
        let mut mirror = self.script("mirror.py");
        mirror.arg(&document.path).arg(folder).args(names);
        run(&mut mirror, "mirror", "");
        fs::copy(folder.join("schemas.jsonl"), self.schemas()).expect("writable");
        self.valid_bodies()
    }

    /// Returns a description of random schemas with `xml` objects, and bodies in XML for them by a
    /// third-party writer.
    ///
    /// # Panics
    /// Panics where a tool fails.
    pub fn xml(&self) -> (String, Vec<Body>) {
        let mut writer = Command::new("node");
        writer.arg("xml.mjs").current_dir(&self.folder);
        let written = run(&mut writer, "writer", "");
        let (description, lines) = written.split_once('\n').expect("there are lines");
        (
            description.to_owned(),
            lines.lines().map(Body::parse).collect(),
        )
    }

    /// Returns the canonical forms of texts in XML, by Python's standard library.
    ///
    /// # Panics
    /// Panics where one is no XML.
    pub fn canonical<'a>(&self, texts: impl Iterator<Item = &'a str>) -> Vec<String> {
        let lines: Vec<_> = texts.map(|text| json!(text).to_string()).collect();
        let said = run(
            &mut self.script("canonical.py"),
            "canonical",
            &lines.join("\n"),
        );
        let forms: Vec<_> = said.lines().map(|line| Body::parse(line).text).collect();
        assert_eq!(forms.len(), lines.len(), "it ended early");
        forms
    }

    fn valid_bodies(&self) -> Vec<Body> {
        let lines = fs::read_to_string(self.schemas()).expect("it was written");
        let mut faker = Command::new("node");
        faker.arg("bodies.mjs").current_dir(&self.folder);
        let mut hypothesis = self.script("bodies.py");
        let made = thread::scope(|scope| {
            let faker = scope.spawn(|| run(&mut faker, "faker", &lines));
            let hypothesis = run(&mut hypothesis, "hypothesis", &lines);
            hypothesis + &faker.join().expect("it does not panic")
        });
        let bodies: Vec<_> = made.lines().map(Body::parse).collect();
        let verdicts = self.validate(&bodies).into_iter();
        let bodies = bodies.into_iter().zip(verdicts);
        bodies
            .filter(|(_, is_valid)| *is_valid)
            .map(|(body, _)| body)
            .collect()
    }

    /// Returns for each body whether it is valid.
    ///
    /// # Panics
    /// Panics where the validator fails.
    pub fn validate(&self, bodies: &[Body]) -> Vec<bool> {
        let mut validator = self.script("valid.py");
        validator.arg(self.schemas());
        let lines: Vec<_> = bodies.iter().map(Body::line).collect();
        let said = run(&mut validator, "validator", &lines.join("\n"));
        let verdicts: Vec<_> = said.lines().map(|line| line == "valid").collect();
        assert_eq!(verdicts.len(), bodies.len(), "the validator ended early");
        verdicts
    }

    fn schemas(&self) -> PathBuf {
        self.folder.join("schemas.jsonl")
    }

    fn python(&self) -> PathBuf {
        self.folder.join("python/bin/python")
    }

    fn script(&self, name: &str) -> Command {
        let mut command = Command::new(self.python());
        // Nothing is left beside the scripts.
        command
            .arg("-B")
            .arg(script(name))
            .current_dir(&self.folder);
        command
    }
}

impl Body {
    fn parse(line: &str) -> Self {
        let line: Value = serde_json::from_str(line).expect("a line of JSON");
        let text = |key: &str| line[key].as_str().unwrap_or_default().to_owned();
        Self {
            document: text("document"),
            name: text("name"),
            source: text("source"),
            text: text("body"),
        }
    }

    fn line(&self) -> String {
        json!({"document": self.document, "name": self.name, "body": self.text}).to_string()
    }
}

fn script(name: &str) -> PathBuf {
    project("tests/judges/scripts").join(name)
}

/// Runs a command with this input, and returns what it prints.
fn run(command: &mut Command, name: &str, input: &str) -> String {
    // Tests and tools run beside each other.
    let name = format!("judges/tools/input-{name}-{}", std::process::id());
    let file = target().join(name);
    fs::write(&file, input).expect("writable");
    command.stdin(fs::File::open(&file).expect("it was written"));
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .expect("it was installed");
    fs::remove_file(&file).expect("it was written");
    assert!(output.status.success(), "{command:?}");
    String::from_utf8(output.stdout).expect("it prints text")
}
