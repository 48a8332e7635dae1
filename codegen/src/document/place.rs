//! Places to point at: short ones, because an object whole would underline pages.

use crate::load::{Kind, Node};
use crate::source::{Origin, Span};

/// Returns where to point for a value: of an object or list, its key or else its first character.
pub(crate) fn head(node: Node<'_>) -> Span {
    let span = node.span();
    match node.kind() {
        Kind::Array | Kind::Object => {
            let first = Span::new(span.file(), span.start(), span.start().saturating_add(1));
            node.key_span().unwrap_or(first)
        }
        Kind::Null | Kind::Bool(_) | Kind::Number(_) | Kind::String(_) => span,
    }
}

/// Returns where an item stands, by its head.
pub(crate) fn origin(node: Node<'_>) -> Origin {
    Origin {
        span: head(node),
        pointer: node.pointer(),
    }
}
