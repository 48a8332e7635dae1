//! Parameters against third-party suites: the vectors of RFC 6570, and naughty strings in every place
//! that takes text. Where the suites are absent, the tests say so and pass.

#![allow(
    clippy::unwrap_used,
    reason = "helpers of tests stand outside of test functions"
)]

mod naughty;
mod operation;
mod template;

use std::path::{Path, PathBuf};

/// Returns a file of the third-party material: in `ENGROSS_SHARED`, or in `shared` beside the project.
fn shared(path: &str) -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    let root = std::env::var_os("ENGROSS_SHARED").map_or_else(beside, PathBuf::from);
    let path = root.join(path);
    if !path.exists() {
        announce(&format!("skipped: {} is absent", path.display()));
        return None;
    }
    Some(path)
}

#[allow(
    clippy::print_stderr,
    reason = "a test that has nothing to test must say so"
)]
fn announce(message: &str) {
    eprintln!("{message}");
}

fn json(path: &Path) -> serde_json::Value {
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}
