//! Callbacks: requests that the API sends.

use super::PathItem;
use crate::load::Node;

/// The place of a callback in its [`Document`](super::Document).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct CallbackId(u32);

/// One callback: expressions with what is sent to the URLs that they give.
#[derive(Debug)]
pub(crate) struct Callback<'a> {
    pub(crate) node: Node<'a>,
    /// Whether it stands apart from the operations that use it.
    pub(crate) shared: bool,
    pub(crate) paths: Vec<PathItem<'a>>,
}

impl CallbackId {
    pub(super) fn new(index: usize) -> Self {
        // Readers bound a description to far fewer values than that.
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }

    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}
