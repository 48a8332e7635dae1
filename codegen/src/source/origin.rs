//! Where an item of the description stands, twice: as a place in a text and as a path in the tree.

use super::{Pointer, Span};

/// Where an item stands, as in byte 120 to 180 of `openapi.yaml`, `#/components/schemas/Pet`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Origin {
    /// Where to point: of a long item, its head.
    pub(crate) span: Span,
    /// All of it, so that reports can tell one content from another.
    pub(crate) value: Span,
    pub(crate) pointer: Pointer,
}
