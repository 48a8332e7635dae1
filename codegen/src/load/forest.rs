//! All files of one description, read.
//!
//! The loader fills it; afterwards it is only looked at.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::tree::{Node, Tree};
use crate::source::FileId;

/// The trees of all files of a description.
#[derive(Debug)]
pub(crate) struct Forest {
    root: Tree,
    others: BTreeMap<FileId, Tree>,
    /// What is known of each path, relative to the description's folder, as in `shared/pet.yaml`.
    found: BTreeMap<String, Found>,
    /// The path of each file in the same form; the first one, where several lead to it.
    paths: BTreeMap<FileId, String>,
    opened: Vec<PathBuf>,
}

/// What is known of a path that a reference names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found {
    /// A file with a text; it has a tree, unless it was not well-formed.
    File(FileId),
    Missing {
        /// A path that exists and is similar.
        nearest: Option<String>,
    },
    /// A symbolic link out of the folder.
    Outside,
    /// The system refused, or a limit; said already.
    Unreadable,
}

impl Forest {
    /// Returns a forest of one file, with its path in the description's folder.
    pub(super) fn new(root: Tree, path: &str, opened: &Path) -> Self {
        let file = root.root().file();
        Self {
            root,
            others: BTreeMap::new(),
            found: BTreeMap::from([(path.to_owned(), Found::File(file))]),
            paths: BTreeMap::from([(file, path.to_owned())]),
            opened: vec![opened.to_owned()],
        }
    }

    /// Returns the value of the description's first file.
    pub(crate) fn root(&self) -> Node<'_> {
        self.root.root()
    }

    /// Returns the value of a file; none, where the file was not well-formed.
    pub(crate) fn node(&self, file: FileId) -> Option<Node<'_>> {
        if file == self.root().file() {
            return Some(self.root());
        }
        self.others.get(&file).map(|tree| tree.root())
    }

    /// Returns how many values and keys all files have.
    pub(crate) fn size(&self) -> usize {
        let others = self.others.values().map(|tree| tree.size());
        self.root.size() + others.sum::<usize>()
    }

    /// Returns every file that was opened, in the order of opening, by a path that can be opened.
    pub(crate) fn files(&self) -> &[PathBuf] {
        &self.opened
    }

    /// Returns the path of a file in the description's folder, as in `shared/pet.yaml`.
    pub(crate) fn path(&self, file: FileId) -> &str {
        self.paths.get(&file).map_or("", String::as_str)
    }

    /// Returns all files by their paths in the description's folder.
    #[cfg(test)]
    pub(super) fn paths(&self) -> impl Iterator<Item = (FileId, &str)> {
        self.paths.iter().map(|(file, path)| (*file, path.as_str()))
    }

    pub(super) fn found(&self, path: &str) -> Option<&Found> {
        self.found.get(path)
    }

    pub(super) fn note(&mut self, path: String, found: Found) {
        self.found.insert(path, found);
    }

    pub(super) fn note_file(&mut self, file: FileId, path: String, opened: PathBuf) {
        self.found.insert(path.clone(), Found::File(file));
        self.paths.insert(file, path);
        self.opened.push(opened);
    }

    pub(super) fn plant(&mut self, tree: Tree) {
        self.others.insert(tree.root().file(), tree);
    }
}
