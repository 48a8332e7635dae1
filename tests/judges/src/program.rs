//! A program of generated modules that reads bodies and writes them again.
//!
//! Each body goes through the codec of the type that it is for, or through serde: decoded, and encoded as
//! it came out.
//! The program is compiled once for all of them; what a body must become is for the test to say.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use engross_tests::Tree;
use engross_tests::measure::End;

use crate::workshop::{Workshop, manifest, target};

/// A package of generated modules with its types that can be decoded and encoded.
#[derive(Debug)]
pub struct Program {
    name: String,
    workshop: Workshop,
    files: Tree,
    /// What each can be asked for, as in (`pet`, `turn`, `petstore::models::Pet`).
    turns: Vec<(String, &'static str, String)>,
    modules: Vec<String>,
    media_type: &'static str,
}

/// What became of one body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Turn {
    /// It was decoded, and encoded to this.
    Encoded(String),
    /// It was not, for this reason.
    Refused(String),
    /// The codec gave up.
    Panicked,
}

/// What a program needs for serde, where it is asked for. Numbers are exact.
const SERDE: &str = r#"serde = { version = "1", optional = true }
serde_json = { version = "1", features = ["arbitrary_precision"], optional = true }

[features]
serde = ["dep:serde", "dep:serde_json", "engross-runtime/serde"]
"#;

/// The program around the table of types. A line is the key of a type, a tab and a body; the answer
/// is a line that starts with what became of it.
const MAIN: &str = r#"
use std::io::{BufRead, Write};

use engross_runtime::codec::{DecodeLimits, Model, decode, encode};

type Turn = fn(&[u8]) -> Result<Vec<u8>, String>;

fn turn<T: Model>(body: &[u8]) -> Result<Vec<u8>, String> {
    let limits = DecodeLimits::default();
    let value: T = decode(body, MEDIA_TYPE, &limits).map_err(|error| error.to_string())?;
    encode(&value, MEDIA_TYPE).map_err(|error| error.to_string())
}

#[cfg(feature = "serde")]
fn serde_turn<T>(body: &[u8]) -> Result<Vec<u8>, String>
where
    T: for<'de> serde::Deserialize<'de> + serde::Serialize,
{
    let value: T = serde_json::from_slice(body).map_err(|error| error.to_string())?;
    serde_json::to_vec(&value).map_err(|error| error.to_string())
}

fn main() {
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let line = line.expect("text");
        let (key, body) = line.split_once('\t').expect("a key and a body");
        let (_, turn) = TURNS.iter().find(|(name, _)| *name == key).expect("it is listed");
        let done = std::panic::catch_unwind(|| turn(body.as_bytes()));
        let answer = match done {
            Ok(Ok(body)) => format!("+{}", String::from_utf8(body).expect("text")),
            Ok(Err(message)) => format!("-{message}"),
            Err(_) => "!".to_owned(),
        };
        writeln!(out, "{}", answer.replace('\n', " ")).expect("somebody reads");
    }
}
"#;

/// The function that checks a type, which is there where one is checked.
const VERDICT: &str = "verdict";
const CHECK: &str = r"
fn verdict<T: engross_runtime::validate::Validate>(body: &[u8]) -> Result<Vec<u8>, String> {
    let limits = DecodeLimits::default();
    let value = decode(body, MEDIA_TYPE, &limits).map_err(|error| error.to_string())?;
    T::RULES.check(&value).map_err(|violations| violations.to_string())?;
    Ok(Vec::new())
}
";

impl Program {
    /// Starts a program of this name, whose bodies have this media type.
    pub fn new(name: &str, media_type: &'static str) -> Self {
        Self {
            name: name.to_owned(),
            workshop: Workshop::new(name),
            files: Tree::new(),
            turns: Vec::new(),
            modules: Vec::new(),
            media_type,
        }
    }

    /// Adds a generated module.
    pub fn add_module(&mut self, name: &str, files: &Tree) {
        let files = files.iter();
        let files = files.map(|(path, text)| (format!("src/{name}/{path}"), text.clone()));
        self.files.extend(files);
        self.modules.push(name.to_owned());
    }

    /// Adds a type by its path, as in `petstore::models::Pet`, under a key.
    pub fn add_turn(&mut self, key: &str, path: &str) {
        self.turns.push((key.to_owned(), "turn", self.full(path)));
    }

    /// The same by way of serde, in JSON whatever the media type.
    pub fn add_serde_turn(&mut self, key: &str, path: &str) {
        let path = self.full(path);
        self.turns.push((key.to_owned(), "serde_turn", path));
    }

    /// Lets values of a type that was added be null. Where null is a value, the use of a type says so,
    /// not the type.
    ///
    /// # Panics
    /// Panics where no type has this key.
    pub fn admit_null(&mut self, key: &str) {
        let mut turns = self.turns.iter_mut();
        let found = turns.find(|(known, ..)| known == key);
        let (_, _, path) = found.expect("it was added");
        *path = format!("Option<{path}>");
    }

    /// Adds a type that checks itself, under a key: bodies are checked as they are, and are not decoded.
    /// What fits is empty.
    pub fn add_verdict(&mut self, key: &str, path: &str) {
        self.turns.push((key.to_owned(), VERDICT, self.full(path)));
    }

    /// Compiles it, with warnings denied.
    ///
    /// # Errors
    /// Fails with what the compiler says.
    pub fn build(&mut self) -> Result<(), String> {
        let (library, main) = (self.library(), self.main());
        self.files.insert("src/lib.rs".to_owned(), library);
        self.files.insert("src/main.rs".to_owned(), main);
        let features: &[&str] = if self.has_verdicts() {
            &["validate"]
        } else {
            &[]
        };
        let manifest = manifest(&self.name, features) + SERDE;
        self.files.insert("Cargo.toml".to_owned(), manifest);
        self.workshop.add(&self.name, &self.files);
        self.workshop.finish();
        let has_serde = self.turns.iter().any(|(_, way, _)| *way == "serde_turn");
        let features = has_serde.then_some("--features=serde");
        let outcome = self.workshop.cargo(["build"].into_iter().chain(features));
        match outcome.end {
            End::Code(0) => Ok(()),
            _ => Err(outcome.stderr),
        }
    }

    /// Decodes and encodes bodies, each of the type with this key.
    ///
    /// # Panics
    /// Panics where the program cannot be run or ends early.
    pub fn run<'a>(&self, bodies: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<Turn> {
        let mut lines = String::new();
        let mut count = 0;
        for (key, body) in bodies {
            // Within JSON, and between tags, a line's end is a space.
            let body = body.replace(['\n', '\r'], " ");
            let _ = writeln!(lines, "{key}\t{body}");
            count += 1;
        }
        let input = self.workshop.folder().join("bodies");
        fs::write(&input, lines).expect("writable");
        let input = fs::File::open(&input).expect("it was written");
        let mut program = Command::new(self.path());
        program.stdin(input).stderr(Stdio::null());
        let output = program.output().expect("it was built").stdout;
        let answers = String::from_utf8(output).expect("it writes text");
        let turns: Vec<_> = answers.lines().map(Turn::parse).collect();
        assert_eq!(turns.len(), count, "{} ended early", self.name);
        turns
    }

    fn full(&self, path: &str) -> String {
        format!("{}::{path}", self.name.replace('-', "_"))
    }

    fn has_verdicts(&self) -> bool {
        self.turns.iter().any(|(_, way, _)| *way == VERDICT)
    }

    fn path(&self) -> PathBuf {
        let name = format!("{}{}", self.name, std::env::consts::EXE_SUFFIX);
        target().join("judges/target/debug").join(name)
    }

    fn library(&self) -> String {
        let mut library = String::new();
        for name in &self.modules {
            let _ = writeln!(library, "pub mod {name};");
        }
        library
    }

    fn main(&self) -> String {
        // Types that should not be used are turned like others.
        let mut main = format!(
            "#![allow(deprecated)]\n\nconst MEDIA_TYPE: &str = {:?};\n",
            self.media_type
        );
        main.push_str("const TURNS: &[(&str, Turn)] = &[\n");
        for (key, way, path) in &self.turns {
            let _ = writeln!(main, "    ({key:?}, {way}::<{path}>),");
        }
        let check = if self.has_verdicts() { CHECK } else { "" };
        main + "];\n" + MAIN + check
    }
}

impl Turn {
    fn parse(line: &str) -> Self {
        match line.split_at_checked(1) {
            Some(("+", body)) => Self::Encoded(body.to_owned()),
            Some(("-", message)) => Self::Refused(message.to_owned()),
            _ => Self::Panicked,
        }
    }
}
