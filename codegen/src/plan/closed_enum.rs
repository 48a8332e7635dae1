//! Closed enums of texts, of which a caller picks one.

use super::docs::{Docs, Piece};
use super::names::Ident;

/// An enum of texts, as of the media types of an answer.
#[derive(Debug)]
pub(crate) struct ClosedEnum {
    pub(crate) name: Ident,
    pub(crate) docs: Docs,
    pub(crate) variants: Vec<ClosedVariant>,
}

/// One text, as in `TextJson` for `text/json`.
#[derive(Debug)]
pub(crate) struct ClosedVariant {
    pub(crate) name: Ident,
    pub(crate) docs: Docs,
    pub(crate) text: String,
}

impl ClosedVariant {
    pub(super) fn new(name: Ident, text: &str) -> Self {
        Self {
            name,
            docs: Docs::new().paragraph(&[Piece::Code(text)]),
            text: text.to_owned(),
        }
    }
}
