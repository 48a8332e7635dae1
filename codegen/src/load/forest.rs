//! All files of one description, read.
//!
//! The loader fills it; afterwards it is only looked at.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::address::Address;
use super::identity::Identities;
use super::tree::{Node, Spot, Tree};
use crate::source::FileId;

/// The trees of all files of a description.
#[derive(Debug)]
pub(crate) struct Forest {
    root: Tree,
    others: BTreeMap<FileId, Tree>,
    /// What is known of each address that a reference names.
    found: BTreeMap<Address, Found>,
    /// Where each file was found; the first address, where several lead to it.
    addresses: BTreeMap<FileId, Address>,
    pub(super) identities: Identities,
    opened: Vec<PathBuf>,
}

/// What is known of an address that a reference names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found {
    /// A file with a text; it has a tree, unless it was not well-formed.
    File(FileId),
    Missing {
        /// A path that exists and is similar.
        nearest: Option<String>,
    },
    /// Out of the folder, by its path or by a symbolic link.
    Outside,
    /// The system refused, or a limit; said already.
    Unreadable,
}

impl Forest {
    /// Returns a forest of one file, with its path in the description's folder.
    pub(super) fn new(root: Tree, path: &str, opened: &Path) -> Self {
        let file = root.root().file();
        let address = Address::Path(path.to_owned());
        Self {
            root,
            others: BTreeMap::new(),
            found: BTreeMap::from([(address.clone(), Found::File(file))]),
            addresses: BTreeMap::from([(file, address)]),
            identities: Identities::default(),
            opened: vec![opened.to_owned()],
        }
    }

    /// Returns the value of the description's first file.
    pub(crate) fn root(&self) -> Node<'_> {
        self.root.root()
    }

    /// Returns the value of a file; none, where the file was not well-formed.
    pub(crate) fn node(&self, file: FileId) -> Option<Node<'_>> {
        self.tree(file).map(|tree| tree.root())
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

    /// Returns where a file was found, as in `shared/pet.yaml` in the description's folder, or
    /// `https://example.org/pet.yaml`.
    pub(crate) fn path(&self, file: FileId) -> &str {
        self.addresses.get(&file).map_or("", Address::as_str)
    }

    /// Returns all files with where they were found.
    #[cfg(test)]
    pub(super) fn paths(&self) -> impl Iterator<Item = (FileId, &str)> {
        self.addresses
            .iter()
            .map(|(file, address)| (*file, address.as_str()))
    }

    /// Returns where a file was found.
    pub(super) fn address(&self, file: FileId) -> Option<&Address> {
        self.addresses.get(&file)
    }

    /// Returns the top of what a node belongs to: the nearest schema around it, or it itself, that
    /// has an `$id`, or the whole file.
    pub(crate) fn top<'a>(&self, node: Node<'a>) -> Node<'a> {
        self.identities.top(node)
    }

    /// Returns whether some `$dynamicRef` can mean different things in different places.
    pub(crate) fn has_dynamic_anchors(&self) -> bool {
        self.identities.has_dynamic_anchors()
    }

    /// Returns the names that `$dynamicAnchor` gives where a node belongs to, with what they are
    /// given to.
    pub(crate) fn dynamic_anchors(&self, node: Node<'_>) -> impl Iterator<Item = (&str, Node<'_>)> {
        let anchors = self.identities.anchors(self.top(node));
        anchors
            .filter(|(_, anchor)| anchor.is_dynamic)
            .filter_map(|(name, anchor)| Some((name, self.at(anchor.spot)?)))
    }

    /// Returns everything that has a `$dynamicAnchor` of this name.
    pub(crate) fn dynamic_targets(&self, name: &str) -> Vec<Node<'_>> {
        let spots = self.identities.dynamic_targets(name);
        spots.filter_map(|spot| self.at(spot)).collect()
    }

    /// Returns how many files were read.
    pub(super) fn count(&self) -> usize {
        self.addresses.len()
    }

    pub(super) fn found(&self, address: &Address) -> Option<&Found> {
        self.found.get(address)
    }

    pub(super) fn note(&mut self, address: Address, found: Found) {
        self.found.insert(address, found);
    }

    /// Notes a file, with the path by which it was opened if it is one of this machine.
    pub(super) fn note_file(&mut self, file: FileId, address: Address, opened: Option<PathBuf>) {
        self.found.insert(address.clone(), Found::File(file));
        self.addresses.insert(file, address);
        self.opened.extend(opened);
    }

    /// Notes a file that was opened and is none of the description's own.
    pub(super) fn note_opened(&mut self, path: PathBuf) {
        self.opened.push(path);
    }

    pub(super) fn plant(&mut self, tree: Tree) {
        self.others.insert(tree.root().file(), tree);
    }

    pub(super) fn at(&self, spot: Spot) -> Option<Node<'_>> {
        self.tree(spot.file).map(|tree| tree.at(spot))
    }

    fn tree(&self, file: FileId) -> Option<&Tree> {
        if file == self.root().file() {
            return Some(&self.root);
        }
        self.others.get(&file)
    }
}
