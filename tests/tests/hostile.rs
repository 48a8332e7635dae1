//! Hostile descriptions against the real binary: whatever it is given, it ends soon, in little
//! memory, with a result or with diagnostics that have a place; it reads nothing outside the
//! description's folder, and asks nobody.
//!
//! The ordinary run uses the debug binary and bounds that hold on a busy machine. With
//! `ENGROSS_SLOW=1` it is the release binary, every command, 1 s of processor time and 200 MB; the
//! table that it prints is made by `ENGROSS_SLOW=1 cargo test -p engross-tests --test hostile --
//! --nocapture`. `ENGROSS_HOSTILE` names a part of the cases' names, to run those alone;
//! `ENGROSS_BINARY` another binary.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use engross_tests::hostile::{CANARY, Case, EVALUATED, End, OVERLAY, Outcome, Watch, cases, run};

/// Who runs, and what it may take.
struct Bounds {
    slow: bool,
    time: Duration,
    memory: u64,
}

const MEGABYTE: u64 = 1024 * 1024;

fn bounds() -> Bounds {
    let slow = std::env::var_os("ENGROSS_SLOW").is_some();
    let (time, memory) = if slow { (1, 200) } else { (60, 400) };
    Bounds {
        slow,
        time: Duration::from_secs(time),
        memory: memory * MEGABYTE,
    }
}

#[test]
fn hostile_descriptions_end_soon_in_little_memory_and_ask_nobody() {
    let bounds = bounds();
    let binary = binary(&bounds);
    let (url, connections) = listen();
    let filter = std::env::var("ENGROSS_HOSTILE").unwrap_or_default();
    let mut wrong = Vec::new();
    let all = cases(&url);
    let chosen = all.iter().enumerate().filter(|(index, case)| {
        bounds.slow || filter.is_empty() && is_representative(*index, case) || !filter.is_empty()
    });
    for (_, case) in chosen.filter(|(_, case)| case.name.contains(&filter)) {
        for command in if bounds.slow {
            &COMMANDS[..]
        } else {
            &COMMANDS[..1]
        } {
            let outcome = attempt(&binary, case, command);
            let verdict = verdict(&outcome, &bounds).or(unevaluated(case, &outcome));
            tell(&case.name, command, &outcome, verdict);
            if let Some(why) = verdict {
                wrong.push(format!("{} ({command}): {why}", case.name));
            }
        }
    }
    assert_eq!(connections.load(Ordering::SeqCst), 0, "somebody was asked");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Returns whether a case is part of the ordinary run: all that lead out of the folder, and one of
/// every few others.
fn is_representative(index: usize, case: &Case) -> bool {
    case.name.starts_with("escape") || case.name.ends_with("URL") || index % 10 == 3
}

const COMMANDS: [&str; 4] = ["generate", "check", "explain", "diff"];

/// Builds the command line, and returns its path.
fn binary(bounds: &Bounds) -> PathBuf {
    if let Some(binary) = std::env::var_os("ENGROSS_BINARY") {
        return binary.into();
    }
    let mut build = Command::new(env!("CARGO"));
    build.args([
        "build",
        "--package",
        "engross",
        "--bin",
        "engross",
        "--quiet",
    ]);
    if bounds.slow {
        build.arg("--release");
    }
    let status = build.current_dir(env!("CARGO_MANIFEST_DIR")).status();
    assert!(status.expect("cargo is there").success(), "it builds");
    let test = std::env::current_exe().expect("this is a file");
    let profiles = test.ancestors().nth(3).expect("target/debug/deps/test");
    let profile = if bounds.slow { "release" } else { "debug" };
    profiles
        .join(profile)
        .join(format!("engross{}", std::env::consts::EXE_SUFFIX))
}

/// Listens on a port of its own; returns its URL and how often somebody came.
fn listen() -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let url = format!("http://{}", listener.local_addr().expect("it is bound"));
    let count = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&count);
    std::thread::spawn(move || {
        for connection in listener.incoming() {
            drop(connection);
            counter.fetch_add(1, Ordering::SeqCst);
        }
    });
    (url, count)
}

fn attempt(binary: &Path, case: &Case, command: &str) -> Outcome {
    let folder = tempfile::tempdir().expect("a folder");
    let spec = case.make(&folder.path().join("case"));
    let out = folder.path().join("out");
    let mut process = Command::new(binary);
    process.arg(command).current_dir(folder.path());
    match command {
        "explain" => process.arg("#/components/schemas/S0").arg(&spec),
        "diff" => process.arg(&spec).arg(&spec),
        _ => process.arg(&spec).arg("--out").arg(&out),
    };
    let watch = Watch {
        time: Duration::from_secs(20),
        patience: Duration::from_secs(200),
        memory: 2_000 * MEGABYTE,
    };
    let overlay = spec.with_file_name(OVERLAY);
    if overlay.exists() && *command != *"explain" && *command != *"diff" {
        process.arg("--overlay").arg(overlay);
    }
    let outcome = run(&mut process, folder.path(), watch).expect("it can be run");
    assert!(
        !contains(&out, CANARY),
        "{}: {CANARY} in the output",
        case.name
    );
    outcome
}

/// Returns what is wrong with an outcome.
fn verdict(outcome: &Outcome, bounds: &Bounds) -> Option<&'static str> {
    match outcome.end {
        End::TooSlow => return Some("it goes on and on"),
        End::TooBig => return Some("it takes all memory"),
        End::Signal => return Some("it was ended by a signal"),
        End::Code(code) if !matches!(code, 0 | 1) => return Some("it ended in an odd way"),
        End::Code(_) => {}
    }
    let said = [&outcome.stdout, &outcome.stderr];
    if said.iter().any(|text| text.contains(CANARY)) {
        return Some("it read what is outside");
    }
    if outcome.stderr.contains("panicked at") {
        return Some("it panicked");
    }
    if outcome.end == End::Code(1) && said.iter().all(|text| text.is_empty()) {
        return Some("it ended without a word");
    }
    if said.iter().any(|text| text.len() as u64 > MEGABYTE * 20) {
        return Some("it says too much");
    }
    if outcome.time > bounds.time {
        return Some("it took too long");
    }
    (outcome.peak > bounds.memory).then_some("it took too much memory")
}

/// Returns what is wrong where a query was refused that is there to be evaluated.
fn unevaluated(case: &Case, outcome: &Outcome) -> Option<&'static str> {
    let is_refused = case.name.contains(EVALUATED) && outcome.stderr.contains("E0233");
    is_refused.then_some("the query was not evaluated")
}

fn contains(folder: &Path, text: &str) -> bool {
    engross_tests::read_tree(folder)
        .values()
        .any(|file| file.contains(text))
}

#[allow(clippy::print_stdout, reason = "the table is what the slow run is for")]
fn tell(name: &str, command: &str, outcome: &Outcome, verdict: Option<&str>) {
    let first = outcome.stderr.lines().next().unwrap_or_default();
    let first: String = first.chars().take(60).collect();
    println!(
        "{name} | {command} | {:.2} s | {} MB | {:?} | {} | {first}",
        outcome.time.as_secs_f64(),
        outcome.peak / MEGABYTE,
        outcome.end,
        verdict.unwrap_or("fine"),
    );
}
