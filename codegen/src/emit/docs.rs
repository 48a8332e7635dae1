//! Documentation as attributes, one per line.

use crate::plan::docs::Docs;
use crate::tokens::{TokenStream, quote};

/// Emits the documentation of the item that follows.
pub(super) fn emit_docs(docs: &Docs) -> TokenStream {
    emit_lines(docs.lines().iter().map(String::as_str))
}

/// Emits lines of documentation.
pub(super) fn emit_lines<'a>(lines: impl Iterator<Item = &'a str>) -> TokenStream {
    let mut tokens = TokenStream::new();
    for line in lines {
        tokens.doc_line(line);
    }
    tokens
}

/// Emits the documentation of the file itself.
pub(super) fn emit_inner_docs(docs: &Docs) -> TokenStream {
    emit_inner_lines(docs.lines().iter().map(String::as_str))
}

/// Emits lines of documentation of the file itself.
pub(super) fn emit_inner_lines<'a>(lines: impl Iterator<Item = &'a str>) -> TokenStream {
    let mut tokens = TokenStream::new();
    for line in lines {
        tokens.inner_doc_line(line);
    }
    tokens
}

/// Emits the attribute of an item that the description says should not be used.
pub(super) fn emit_deprecated(is_deprecated: bool) -> Option<TokenStream> {
    is_deprecated.then(|| quote!(#[deprecated = "the description says so"]))
}
