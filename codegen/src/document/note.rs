//! Notes on what was not taken as it was written.

use crate::load::Node;

/// One node that counts for less than was written.
#[derive(Debug, Clone)]
pub(crate) struct Note<'a> {
    /// Why, as one clause without a full stop; equal causes have equal reasons.
    pub(crate) reason: String,
    /// Whether users should hear of it. Notes for people, such as examples, are only counted.
    pub(crate) matters: bool,
    pub(crate) node: Node<'a>,
}
