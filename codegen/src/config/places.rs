//! Where the values of a configuration stand.

use std::sync::Arc;

use crate::load::{Forest, Node};
use crate::source::Span;

/// The places of a configuration's values; of one that was not read from a file, none.
#[derive(Debug, Clone, Default)]
pub(crate) struct Places {
    forest: Option<Arc<Forest>>,
}

impl Places {
    pub(super) fn new(forest: Forest) -> Self {
        Self {
            forest: Some(Arc::new(forest)),
        }
    }

    /// Returns the place of the value at a path of keys and list positions, as in `headers`,
    /// `correlation-id`; of the nearest value around it where there is none.
    pub(crate) fn place(&self, path: &[&str]) -> Option<Span> {
        let root = self.forest.as_ref()?.root();
        Some(reach(root, path).0.span())
    }

    /// Returns the place of a key at the top.
    pub(crate) fn key(&self, key: &str) -> Option<Span> {
        let entry = self.forest.as_ref()?.root().entry(key)?;
        Some(entry.key_span)
    }
}

/// Goes down a path as far as there is something; returns how many steps that were too.
pub(super) fn reach<'a>(root: Node<'a>, path: &[&str]) -> (Node<'a>, usize) {
    let mut node = root;
    for (steps, key) in path.iter().enumerate() {
        let Some(next) = node.step(key) else {
            return (node, steps);
        };
        node = next;
    }
    (node, path.len())
}
