//! The list of what a model derives.

use crate::plan::models::Derives;
use crate::tokens::{TokenStream, quote};

/// Emits the attribute, in the order of the alphabet.
pub(super) fn emit_derives(derives: Derives, has_default: bool) -> TokenStream {
    let copy = derives.copy.then(|| quote!(Copy,));
    let default = has_default.then(|| quote!(Default,));
    let eq = derives.eq.then(|| quote!(Eq,));
    let hash = derives.hash.then(|| quote!(Hash,));
    quote!(#[derive(Clone, #copy Debug, #default #eq #hash PartialEq)])
}
