//! Measures whole runs: time of each stage, peak memory, and what came of each description.
//!
//! ```text
//! cargo run --release -p engross --features measure --example measure -- understand FILE...
//! ```
//!
//! Each run is a process of its own, so that peaks of memory do not add up.

#![expect(clippy::print_stdout, reason = "tables are what this program is for")]

mod clock;
mod grow;
mod run;
mod table;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clock::clock;
use engross::measure::{generate, understand};

const USAGE: &str = "\
measure understand FILE...      stages up to the check, peak memory
measure generate FILE...        all stages, peak memory
measure corpus FILE...          what came of each description
measure grow FILE MEGABYTES OUT makes one big description of copies of a small one";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["one", "generate", file] => run::tell(&generate(Path::new(file), clock)),
        ["one", _, file] => run::tell(&understand(Path::new(file), clock)),
        [kind @ ("understand" | "generate"), files @ ..] => table::stages(kind, &paths(files)),
        ["corpus", files @ ..] => table::corpus(&paths(files)),
        ["grow", file, megabytes, out] => {
            let megabytes: usize = megabytes.parse().expect("a number of megabytes");
            grow::grow(Path::new(file), megabytes * 1_000_000, Path::new(out));
        }
        _ => {
            println!("{USAGE}");
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}

fn paths(files: &[&str]) -> Vec<PathBuf> {
    files.iter().map(PathBuf::from).collect()
}
