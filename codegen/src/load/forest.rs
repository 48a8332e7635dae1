//! All files of one description, read.

use super::tree::{Node, Tree};
use crate::source::FileId;

/// The trees of all files of a description.
#[derive(Debug)]
pub(crate) struct Forest {
    root: FileId,
    trees: Vec<Tree>,
}

impl Forest {
    /// Returns the value of the description's first file.
    pub(crate) fn root(&self) -> Option<Node<'_>> {
        self.node(self.root)
    }

    /// Returns the value of a file.
    pub(crate) fn node(&self, file: FileId) -> Option<Node<'_>> {
        self.trees
            .iter()
            .map(Tree::root)
            .find(|root| root.file() == file)
    }
}
