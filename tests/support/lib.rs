//! What the tests share: where things are, trees of files, and expectations that can be blessed.

mod expectation;
pub mod hostile;
pub mod measure;
mod node;
mod tree;

use std::path::{Path, PathBuf};

pub use expectation::Expectations;
pub use node::run_script;
pub use tree::{Tree, read_tree};

/// Returns a path in the project.
pub fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

/// Returns the folder of third-party test material, where it is present: `ENGROSS_SHARED`, or
/// `shared` beside the project.
///
/// Says plainly that a test has nothing to test where it is not.
pub fn shared(path: &str) -> Option<PathBuf> {
    let root =
        std::env::var_os("ENGROSS_SHARED").map_or_else(|| project("../shared"), PathBuf::from);
    let path = root.join(path);
    let present = path.exists();
    if !present {
        announce(&format!(
            "skipped: {} is absent (see CONTRIBUTING.md)",
            path.display()
        ));
    }
    present.then_some(path)
}

/// Says something beside the test's result, as that it has nothing to test.
#[allow(
    clippy::print_stderr,
    reason = "a test that has nothing to test must say so"
)]
pub fn announce(message: &str) {
    eprintln!("{message}");
}

/// Returns the entries of a folder of cases, sorted by name.
///
/// # Panics
/// Panics where there is no such folder.
pub fn cases(folder: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(project(folder)).expect("the cases are part of the project");
    let mut paths: Vec<_> = entries
        .map(|entry| entry.expect("readable").path())
        .collect();
    paths.sort();
    paths
}
