//! Where third-party material is found; those of the library's own tests that need some come here too.

use std::path::{Path, PathBuf};

/// Returns a file of the third-party material: in `ENGROSS_SHARED`, or in `shared` beside the project.
pub(crate) fn shared(path: &str) -> Option<PathBuf> {
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
pub(crate) fn announce(message: &str) {
    eprintln!("{message}");
}
