//! A place in a tree, kept apart from the tree.

use std::sync::Arc;

use super::Node;
use super::arena::Arena;
use crate::source::FileId;

/// Where a node is, for maps and for those who own the trees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::load) struct Spot {
    pub(in crate::load) file: FileId,
    place: u32,
}

impl Node<'_> {
    pub(in crate::load) fn spot(self) -> Spot {
        Spot {
            file: self.file(),
            place: self.place,
        }
    }

    /// Returns whether a node stands in this one, or is it.
    pub(in crate::load) fn holds(self, other: Node<'_>) -> bool {
        let range = self.place..self.tree.end_of(self.place);
        self.file() == other.file() && range.contains(&other.place)
    }
}

impl Arena {
    /// Returns the node at a spot of this tree.
    pub(in crate::load) fn at(self: &Arc<Self>, spot: Spot) -> Node<'_> {
        Node::new(self, spot.place)
    }
}
