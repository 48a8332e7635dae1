//! What writing files would change in a folder, and writing them.
//!
//! Reads and writes the output folder and nothing else. Files that are not ours are never touched:
//! where one stands in the way, nothing is written at all. Symbolic links are not followed.

mod error;
mod folder;
#[cfg(feature = "cli")]
mod single;
mod write;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use similar::TextDiff;

pub(crate) use self::error::OutputError;
use self::folder::{Existing, Folder};
#[cfg(feature = "cli")]
pub(crate) use self::single::{create, replace_report};
use crate::parallel::{self, Threads};
pub(crate) use crate::print::FileSet;

/// The difference between a folder and the files that belong there.
#[derive(Debug)]
pub(crate) struct Changes {
    folder: PathBuf,
    threads: Threads,
    created: BTreeMap<String, Arc<str>>,
    updated: BTreeMap<String, Update>,
    removed: BTreeMap<String, String>,
    unchanged: BTreeSet<String>,
}

#[derive(Debug)]
struct Update {
    old: String,
    new: Arc<str>,
}

/// A file that is to be written.
#[derive(Debug)]
struct Piece<'a> {
    path: &'a str,
    text: &'a str,
    /// Whether there is none in its place.
    is_new: bool,
}

impl Piece<'_> {
    fn write(&self, folder: &Path) -> Result<(), OutputError> {
        let target = folder.join(self.path);
        // A root is the sign that the rest is there: it appears whole.
        if self.is_new && !is_root(self.path) {
            write::create(&target, self.text)
        } else {
            write::replace(&target, self.text)
        }
    }
}

/// Folders that a root file may have beside it; they may be left over when no file is in them now.
const FOLDERS: [&str; 3] = ["codec", "models", "operations"];

/// Compares the files with the folder, which need not exist. Writes nothing.
pub(crate) fn changes(
    files: &FileSet,
    folder: &Path,
    threads: Threads,
) -> Result<Changes, OutputError> {
    let mut changes = Changes {
        folder: folder.to_owned(),
        threads,
        created: BTreeMap::new(),
        updated: BTreeMap::new(),
        removed: BTreeMap::new(),
        unchanged: BTreeSet::new(),
    };
    let below = folders(files);
    let found = Folder::look(folder, below.iter().map(String::as_str))?;
    let wanted: Vec<_> = files.shared().collect();
    let existing = parallel::map(&wanted, threads, |(path, _)| found.read(path));
    for ((path, new), existing) in wanted.into_iter().zip(existing) {
        let (path, new) = (path.to_owned(), Arc::clone(new));
        match existing? {
            Existing::Nothing => {
                changes.created.insert(path, new);
            }
            Existing::Foreign => return Err(OutputError::Foreign(folder.join(path))),
            Existing::Ours(old) if *old == *new => {
                changes.unchanged.insert(path);
            }
            Existing::Ours(old) => {
                changes.updated.insert(path, Update { old, new });
            }
            Existing::Empty => {
                let old = String::new();
                changes.updated.insert(path, Update { old, new });
            }
        }
    }
    for path in found.list()? {
        if files.get(&path).is_some() {
            continue;
        }
        match found.read(&path)? {
            Existing::Ours(old) => {
                changes.removed.insert(path, old);
            }
            Existing::Nothing | Existing::Foreign | Existing::Empty => {}
        }
    }
    Ok(changes)
}

/// Where files of ours may stand: only where this output has its files, never deeper.
fn folders(files: &FileSet) -> BTreeSet<String> {
    let mut folders = BTreeSet::new();
    for (path, _) in files.iter() {
        let (parent, _) = folder::split(path);
        if !folders.contains(parent) {
            folders.insert(parent.to_owned());
        }
        if is_root(path) {
            let slash = if parent.is_empty() { "" } else { "/" };
            folders.extend(FOLDERS.map(|name| [parent, slash, name].concat()));
        }
    }
    folders
}

/// Returns whether all other files hang on one: nothing compiles without it.
fn is_root(path: &str) -> bool {
    matches!(path, "lib.rs" | "src/lib.rs" | "mod.rs")
}

impl Changes {
    /// Whether the folder is as it should be.
    pub(crate) fn is_empty(&self) -> bool {
        self.created.is_empty() && self.updated.is_empty() && self.removed.is_empty()
    }

    /// Files that are not there yet.
    pub(crate) fn created(&self) -> impl Iterator<Item = &str> {
        self.created.keys().map(String::as_str)
    }

    /// Files with another text.
    pub(crate) fn updated(&self) -> impl Iterator<Item = &str> {
        self.updated.keys().map(String::as_str)
    }

    /// Files of ours that are no longer generated.
    pub(crate) fn removed(&self) -> impl Iterator<Item = &str> {
        self.removed.keys().map(String::as_str)
    }

    /// Files that are as they should be.
    pub(crate) fn unchanged(&self) -> impl Iterator<Item = &str> {
        self.unchanged.iter().map(String::as_str)
    }

    /// Makes the folder as it should be. Unchanged files keep their times.
    ///
    /// A file that is there is replaced in one step. A new one is written where it belongs: if that is cut
    /// short, what is left of it is known as ours, and the next run replaces it. Roots come last, so that
    /// a new client that has one is whole.
    pub(crate) fn write(&self) -> Result<(), OutputError> {
        // What goes, goes first: on a file system that is blind to case a new file may have the
        // name of an old one.
        for path in self.removed.keys() {
            write::remove(&self.folder, path)?;
        }
        let (roots, files): (Vec<Piece<'_>>, Vec<_>) =
            self.pieces().partition(|piece| is_root(piece.path));
        let paths = files.iter().chain(&roots).map(|piece| piece.path);
        write::create_folders(&self.folder, paths)?;
        let written = parallel::map(&files, self.threads, |piece| piece.write(&self.folder));
        written.into_iter().collect::<Result<(), _>>()?;
        roots.iter().try_for_each(|piece| piece.write(&self.folder))
    }

    /// Everything that is to be written.
    fn pieces(&self) -> impl Iterator<Item = Piece<'_>> {
        let created = self.created.iter().map(|(path, text)| Piece {
            path,
            text,
            is_new: true,
        });
        let updated = self.updated.iter().map(|(path, update)| Piece {
            path,
            text: &update.new,
            is_new: false,
        });
        created.chain(updated)
    }

    /// Returns the changes as a unified diff.
    pub(crate) fn diff(&self) -> String {
        let created = self.created.iter().map(|(path, new)| (path, ["", &**new]));
        let updated = self
            .updated
            .iter()
            .map(|(path, update)| (path, [&*update.old, &*update.new]));
        let removed = self.removed.iter().map(|(path, old)| (path, [old, ""]));
        let all: BTreeMap<_, _> = created.chain(updated).chain(removed).collect();
        all.into_iter()
            .map(|(path, [old, new])| diff_file(path, old, new))
            .collect()
    }
}

fn diff_file(path: &str, old: &str, new: &str) -> String {
    let name = |side: &str, text: &str| match text {
        "" => "/dev/null".to_owned(),
        _ => [side, "/", path].concat(),
    };
    let diff = TextDiff::from_lines(old, new);
    diff.unified_diff()
        .header(&name("a", old), &name("b", new))
        .to_string()
}

#[cfg(test)]
mod tests;
