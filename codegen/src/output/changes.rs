//! What would change in a folder.

use std::path::{Path, PathBuf};

use super::diff::unified_diff;
use super::existing::{read_own, stale};
use super::write::write_all;
use super::{FileSet, OutputError};

/// The difference between generated files and a folder. Nothing has been written yet.
#[derive(Debug)]
pub(crate) struct Changes {
    pub(super) folder: PathBuf,
    pub(super) edits: Vec<Edit>,
    unchanged: usize,
}

/// One file that would change.
#[derive(Debug)]
pub(super) struct Edit {
    /// With `/`, relative to the folder.
    pub(super) path: String,
    pub(super) kind: EditKind,
}

#[derive(Debug)]
pub(super) enum EditKind {
    Create { new: String },
    Update { old: String, new: String },
    Remove { old: String },
}

/// Compares files with what is in a folder, which need not exist.
pub(crate) fn changes(files: &FileSet, folder: &Path) -> Result<Changes, OutputError> {
    let mut changes = Changes { folder: folder.to_path_buf(), edits: Vec::new(), unchanged: 0 };
    for (path, text) in files.iter() {
        let kind = match read_own(folder, path)? {
            Some(old) if old == text => {
                changes.unchanged += 1;
                continue;
            }
            Some(old) => EditKind::Update { old, new: text.to_owned() },
            None => EditKind::Create { new: text.to_owned() },
        };
        changes.edits.push(Edit { path: path.to_owned(), kind });
    }
    for path in stale(folder, files)? {
        let old = read_own(folder, &path)?.unwrap_or_default();
        changes.edits.push(Edit { path, kind: EditKind::Remove { old } });
    }
    Ok(changes)
}

impl Changes {
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }

    pub(crate) fn unchanged(&self) -> usize {
        self.unchanged
    }

    pub(crate) fn created(&self) -> Vec<&str> {
        self.paths(|kind| matches!(kind, EditKind::Create { .. }))
    }

    pub(crate) fn updated(&self) -> Vec<&str> {
        self.paths(|kind| matches!(kind, EditKind::Update { .. }))
    }

    pub(crate) fn removed(&self) -> Vec<&str> {
        self.paths(|kind| matches!(kind, EditKind::Remove { .. }))
    }

    /// Returns one unified diff of all edits.
    pub(crate) fn diff(&self) -> String {
        self.edits.iter().map(unified_diff).collect()
    }

    /// Makes the folder what was generated. Each file is replaced in one step.
    pub(crate) fn write(&self) -> Result<(), OutputError> {
        write_all(self)
    }

    fn paths(&self, wanted: impl Fn(&EditKind) -> bool) -> Vec<&str> {
        let edits = self.edits.iter().filter(|edit| wanted(&edit.kind));
        edits.map(|edit| edit.path.as_str()).collect()
    }
}
