//! Where configurations stand in a project.

use std::fs;
use std::path::{Path, PathBuf};

/// Returns every `spec/*/engross.yaml` below a folder, sorted.
pub(crate) fn find_configurations(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder.join("spec"))
        .into_iter()
        .flatten()
        .filter_map(Result::ok);
    let files = entries.map(|entry| entry.path().join("engross.yaml"));
    let mut found: Vec<_> = files.filter(|path| path.is_file()).collect();
    found.sort();
    found
}
