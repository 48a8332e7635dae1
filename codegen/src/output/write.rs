//! Carries changes out.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::changes::{Changes, Edit, EditKind};
use super::OutputError;

/// Writes and removes; folders that become empty by removals go too.
pub(super) fn write_all(changes: &Changes) -> Result<(), OutputError> {
    for edit in &changes.edits {
        let path = changes.folder.join(&edit.path);
        match &edit.kind {
            EditKind::Create { new } | EditKind::Update { new, .. } => replace(&path, new)?,
            EditKind::Remove { .. } => remove(&path)?,
        }
    }
    prune(changes);
    Ok(())
}

/// Writes beside the file and renames, so that no reader ever sees half a file.
fn replace(path: &Path, text: &str) -> Result<(), OutputError> {
    let folder = path.parent().unwrap_or(Path::new(""));
    fs::create_dir_all(folder).map_err(failed("create the folder", folder))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = folder.join(format!(".{name}.{}", std::process::id()));
    let written = fs::write(&beside, text).and_then(|()| fs::rename(&beside, path));
    written.map_err(|error| {
        let _ = fs::remove_file(&beside);
        failed("write", path)(error)
    })
}

fn remove(path: &Path) -> Result<(), OutputError> {
    fs::remove_file(path).map_err(failed("remove", path))
}

/// Removes the folders of removed files as far as they are empty; the system keeps the others.
fn prune(changes: &Changes) {
    let removed = changes.edits.iter().filter(|edit| matches!(edit.kind, EditKind::Remove { .. }));
    for Edit { path, .. } in removed {
        let mut folder = PathBuf::from(path);
        while folder.pop() && !folder.as_os_str().is_empty() {
            if fs::remove_dir(changes.folder.join(&folder)).is_err() {
                break;
            }
        }
    }
}

fn failed(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> OutputError {
    let path = path.to_path_buf();
    move |error| OutputError::Io { doing, path, error }
}
