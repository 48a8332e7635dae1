//! Tokens to text, laid out as prettyplease does it.
//!
//! Takes the tokens of a file, returns its text. It changes no token, knows no header, and puts no
//! blank line anywhere.

mod fallback;

use crate::tokens::TokenStream;

/// The text of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Laid {
    pub(crate) text: String,
    /// How many items stand at its top.
    pub(crate) items: usize,
}

/// Lays out the items of a file. Fails where the tokens are not Rust.
pub(crate) fn lay_out(tokens: &TokenStream) -> Result<Laid, syn::Error> {
    fallback::lay_out(tokens)
}
