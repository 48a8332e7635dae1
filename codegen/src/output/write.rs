//! Changing the output folder, file by file.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::OutputError;
use super::folder::split;

/// Creates the folders of all files.
pub(super) fn create_folders<'a>(
    folder: &Path,
    paths: impl Iterator<Item = &'a str>,
) -> Result<(), OutputError> {
    let parents: BTreeSet<&str> = paths.map(|path| split(path).0).collect();
    for parent in parents {
        let parent = folder.join(parent);
        fs::create_dir_all(&parent).map_err(|error| OutputError::io(parent, "create", error))?;
    }
    Ok(())
}

/// Writes one file where none is. What cannot be written whole is taken away again.
pub(super) fn create(target: &Path, text: &str) -> Result<(), OutputError> {
    let file =
        File::create_new(target).map_err(|error| OutputError::io(target, "create", error))?;
    fill(file, text).map_err(|error| {
        // What failed is reported; that the rest could not be cleared away says nothing more.
        drop(fs::remove_file(target));
        OutputError::io(target, "write", error)
    })
}

/// Writes one file in a folder that is there, such that nobody ever sees half of it.
pub(super) fn replace(target: &Path, text: &str) -> Result<(), OutputError> {
    let (temporary, file) = create_beside(target)?;
    let written = fill(file, text)
        .map_err(|error| OutputError::io(&temporary, "write", error))
        .and_then(|()| {
            fs::rename(&temporary, target)
                .map_err(|error| OutputError::io(target, "replace", error))
        });
    if written.is_err() {
        // What failed is reported; that the rest could not be cleared away says nothing more.
        drop(fs::remove_file(&temporary));
    }
    written
}

/// Removes one file, and its folder if that is empty then.
pub(super) fn remove(folder: &Path, path: &str) -> Result<(), OutputError> {
    let target = folder.join(path);
    fs::remove_file(&target).map_err(|error| OutputError::io(&target, "remove", error))?;
    let parent = target.parent().filter(|parent| *parent != folder);
    match parent.map(fs::remove_dir) {
        // A folder with other files stays, which is what the error says.
        Some(Ok(()) | Err(_)) | None => Ok(()),
    }
}

fn fill(mut file: File, text: &str) -> std::io::Result<()> {
    file.write_all(text.as_bytes())
}

/// Creates a new file; never opens one that is there, or what a link points to.
fn create_beside(target: &Path) -> Result<(PathBuf, File), OutputError> {
    let name = target
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let mut attempt = 0_u32;
    loop {
        let temporary = target.with_file_name(format!(".{name}.{attempt}.tmp"));
        match File::create_new(&temporary) {
            Ok(file) => return Ok((temporary, file)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists && attempt < 100 => attempt += 1,
            Err(error) => return Err(OutputError::io(temporary, "create", error)),
        }
    }
}
