//! Places to point at: short ones, because an object whole would underline pages.

use crate::load::{Kind, Node};
use crate::source::{Origin, Span};

/// Returns where to point for a value that lacks something: of an object or list, its key or else
/// its first character.
pub(crate) fn head(node: Node<'_>) -> Span {
    match node.kind() {
        Kind::Array | Kind::Object => node.key_span().unwrap_or(start(node)),
        Kind::Null | Kind::Bool(_) | Kind::Number(_) | Kind::String(_) => node.span(),
    }
}

/// Returns where to point for a value that is wrong itself: of an object or list, its first
/// character.
pub(crate) fn start(node: Node<'_>) -> Span {
    let span = node.span();
    match node.kind() {
        Kind::Array | Kind::Object => {
            Span::new(span.file(), span.start(), span.start().saturating_add(1))
        }
        Kind::Null | Kind::Bool(_) | Kind::Number(_) | Kind::String(_) => span,
    }
}

/// Returns where an item stands, by its head.
pub(crate) fn origin(node: Node<'_>) -> Origin {
    Origin {
        span: head(node),
        value: node.span(),
        pointer: node.pointer(),
    }
}
