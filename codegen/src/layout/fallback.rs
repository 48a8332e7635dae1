//! The layout of any Rust: by syn and prettyplease, which take their time.

use super::Laid;
use crate::tokens::TokenStream;

/// Parses the tokens and prints them.
pub(crate) fn lay_out(tokens: &TokenStream) -> Result<Laid, syn::Error> {
    let file: syn::File = syn::parse_str(&tokens.to_string())?;
    Ok(Laid {
        text: prettyplease::unparse(&file),
        items: file.items.len(),
    })
}
