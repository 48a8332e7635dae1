//! Prints what becomes of each real description and what that costs, as a table.
//!
//! `cargo run --release -p engross-judges --bin corpus [NAME...]` builds the command line, generates
//! each client as a process of its own, and checks it alone, its dependencies built, without
//! incremental compilation. Times are those of processors, peaks those of the largest process; both
//! are read from `/proc`. Names choose descriptions by a part of their path.

#![allow(clippy::print_stdout, reason = "a table is to be seen")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Duration;

use engross_judges::{Client, Document, Workshop, target};
use engross_tests::measure::{End, Outcome, Watch, run};
use engross_tests::{project, read_tree};

const HEAD: &str = "\
| description | operations | skipped | models | degraded | lines | generation, s | peak, MB | check, s | peak, MB |
|---|---|---|---|---|---|---|---|---|---|";

fn main() -> ExitCode {
    let mut documents = [Document::corpus(), Document::examples()].concat();
    let names: Vec<String> = std::env::args().skip(1).collect();
    if !names.is_empty() {
        documents.retain(|document| {
            let path = document.path.to_string_lossy();
            names.iter().any(|name| path.contains(name))
        });
    }
    let program = build();
    println!("{HEAD}");
    let mut lines = documents.iter().map(|document| line(&program, document));
    let is_whole = lines.all(|line| {
        println!("{}", line.as_deref().unwrap_or_else(|failure| failure));
        line.is_ok()
    });
    if is_whole {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Builds the command line as it is installed, and returns its path; or the one that
/// `ENGROSS_BINARY` names.
fn build() -> PathBuf {
    if let Some(binary) = std::env::var_os("ENGROSS_BINARY") {
        return binary.into();
    }
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
    cargo.args(["build", "--release", "--quiet", "--package", "engross"]);
    let status = cargo.current_dir(project("")).status();
    assert!(status.is_ok_and(|status| status.success()), "it builds");
    let name = format!("release/engross{}", std::env::consts::EXE_SUFFIX);
    target().join(name)
}

/// Generates and checks one; returns a line of the table.
fn line(program: &Path, document: &Document) -> Result<String, String> {
    let folder = target().join("judges/table").join(&document.name);
    // All of it is written, as for a new client.
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let generation = generate(program, &document.path, &folder)?;
    let (report, out) = (folder.join("report.json"), folder.join("out"));
    let report = fs::read_to_string(report).map_err(|error| error.to_string())?;
    let client = Client::new(&document.name, read_tree(&out), &report);
    let check = check(&client)?;
    let figures = [
        client.operations,
        client.skipped.len(),
        client.models,
        client.degraded,
        client.lines,
    ];
    let figures = figures.map(|figure| figure.to_string()).join(" | ");
    let (generation, check) = (shown(&generation), shown(&check));
    Ok(format!(
        "| {} | {figures} | {generation} | {check} |",
        client.name
    ))
}

fn generate(program: &Path, description: &Path, folder: &Path) -> Result<Outcome, String> {
    let mut command = Command::new(program);
    command.arg("generate").arg(description);
    command.arg("--out").arg(folder.join("out"));
    command.arg("--report").arg(folder.join("report.json"));
    command.arg("--runtime-path").arg(project("runtime"));
    let patience = Duration::from_mins(10);
    let watch = Watch {
        time: patience,
        patience,
        memory: u64::MAX,
    };
    succeeded(run(&mut command, folder, watch).map_err(|error| error.to_string())?)
}

/// Checks a client alone, after all that it depends on.
fn check(client: &Client) -> Result<Outcome, String> {
    let name = format!("table/{}", client.name);
    let mut workshop = Workshop::new(&name);
    let (root, files) = ("src/lib.rs", &client.files);
    let mut empty = files.clone();
    empty.retain(|path, _| path == "Cargo.toml");
    empty.insert(root.to_owned(), String::new());
    let full = |workshop: &Workshop| {
        let features = workshop.full();
        workshop.cargo(["check", "--no-default-features", "--features", &features])
    };
    workshop.add("client", &empty);
    workshop.finish();
    succeeded(full(&workshop))?;
    let mut workshop = Workshop::new(&name);
    workshop.add("client", files);
    succeeded(full(&workshop))
}

fn succeeded(outcome: Outcome) -> Result<Outcome, String> {
    match outcome.end {
        End::Code(0) => Ok(outcome),
        _ => Err(outcome.stderr),
    }
}

fn shown(outcome: &Outcome) -> String {
    let (seconds, megabytes) = (outcome.time.as_secs_f64(), outcome.peak / 1_000_000);
    format!("{seconds:.2} | {megabytes}")
}
