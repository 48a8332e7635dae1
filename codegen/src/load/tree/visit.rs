//! Every value below a node, in the order of the text.

use super::Node;

/// Where to go from a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::load) enum Visit {
    /// To what is in it, then to what is behind it.
    GoOn,
    /// To what is behind it.
    PassOver,
}

impl<'a> Node<'a> {
    /// Calls `visit` with the value and everything below it, without recursion. Aliases are visited
    /// as they stand; what they stand for is visited in its own place.
    pub(in crate::load) fn visit(self, mut visit: impl FnMut(Node<'a>) -> Visit) {
        let (tree, mut id) = (self.tree, self.place);
        let end = tree.end_of(id);
        while id < end {
            let go_on = tree.record(id).tag.is_key() || visit(Node::new(tree, id)) == Visit::GoOn;
            id = if go_on { id + 1 } else { tree.end_of(id) };
        }
    }
}
