//! Documentation as attributes, one per line.

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::docs::Docs;

/// Emits the documentation of the item that follows.
pub(super) fn emit_docs(docs: &Docs) -> TokenStream {
    emit_lines(docs.lines().iter().map(String::as_str))
}

/// Emits lines of documentation.
pub(super) fn emit_lines<'a>(lines: impl Iterator<Item = &'a str>) -> TokenStream {
    let lines = lines.map(spaced);
    quote!(#(#[doc = #lines])*)
}

/// Emits the documentation of the file itself.
pub(super) fn emit_inner_docs(docs: &Docs) -> TokenStream {
    let lines = docs.lines().iter().map(|line| spaced(line));
    quote!(#(#![doc = #lines])*)
}

fn spaced(line: &str) -> String {
    if line.is_empty() {
        String::new()
    } else {
        [" ", line].concat()
    }
}
