//! What is in a folder already: looks, never through symbolic links.

use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use super::{FileSet, MARK, OutputError};

/// So many levels of folders are looked at.
const MAX_DEPTH: usize = 32;

/// The mark stands within so many bytes of a file.
const HEAD: u64 = 256;

/// Returns the text of a file of ours; none where there is no file.
///
/// An empty file is no one's. Fails where something else stands there.
pub(super) fn read_own(folder: &Path, path: &str) -> Result<Option<String>, OutputError> {
    refuse_links(folder, path)?;
    let full = folder.join(path);
    let bytes = match fs::read(&full) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(OutputError::Io { doing: "read", path: full, error }),
    };
    match String::from_utf8(bytes) {
        Ok(text) if text.is_empty() || is_marked(&text) => Ok(Some(text)),
        Ok(_) | Err(_) => Err(OutputError::Foreign(full)),
    }
}

/// Fails where a part of the way from the folder to the file is a symbolic link.
fn refuse_links(folder: &Path, path: &str) -> Result<(), OutputError> {
    let mut way = folder.to_path_buf();
    for part in path.split('/') {
        way.push(part);
        match fs::symlink_metadata(&way) {
            Ok(found) if found.is_symlink() => return Err(OutputError::Link(way)),
            Ok(_) => {}
            Err(_) => return Ok(()),
        }
    }
    Ok(())
}

/// Returns the paths of files that carry our mark and are not in the set, sorted.
pub(super) fn stale(folder: &Path, files: &FileSet) -> Result<Vec<String>, OutputError> {
    let mut stale = Vec::new();
    let mut folders = vec![(folder.to_path_buf(), String::new(), 0)];
    while let Some((folder, prefix, depth)) = folders.pop() {
        for (name, path) in entries(&folder)? {
            let relative = format!("{prefix}{name}");
            match fs::symlink_metadata(&path) {
                Ok(found) if found.is_dir() && depth < MAX_DEPTH && is_ours_to_search(&name) => {
                    folders.push((path, format!("{relative}/"), depth + 1));
                }
                Ok(found) if found.is_file() && !files.contains(&relative) && has_mark(&path) => {
                    stale.push(relative);
                }
                Ok(_) | Err(_) => {}
            }
        }
    }
    stale.sort();
    Ok(stale)
}

/// Hidden folders and cargo's own hold nothing of ours and can be huge.
fn is_ours_to_search(name: &str) -> bool {
    !name.starts_with('.') && name != "target"
}

/// Returns names and paths; none where there is no folder. Names that are not text are not ours.
fn entries(folder: &Path) -> Result<Vec<(String, PathBuf)>, OutputError> {
    let read = match fs::read_dir(folder) {
        Ok(read) => read,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => {
            return Err(OutputError::Io { doing: "list", path: folder.to_path_buf(), error });
        }
    };
    let named = read.filter_map(Result::ok).filter_map(|entry| {
        let name = entry.file_name().into_string().ok()?;
        Some((name, entry.path()))
    });
    Ok(named.collect())
}

fn has_mark(path: &Path) -> bool {
    let mut head = Vec::new();
    let read = File::open(path).and_then(|file| file.take(HEAD).read_to_end(&mut head));
    read.is_ok() && is_marked(&String::from_utf8_lossy(&head))
}

fn is_marked(text: &str) -> bool {
    text.lines().next().is_some_and(|line| line.contains(MARK))
}
