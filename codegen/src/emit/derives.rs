//! The list of what a model derives.

use super::ty::emit_path;
use crate::plan::models::Derives;
use crate::tokens::{TokenStream, quote};

/// Emits the attribute, in the order of the alphabet; what the configuration adds stands in one of
/// its own. `Debug` and `Eq` come with the codec, where they cost less to compile.
pub(super) fn emit_derives(derives: &Derives, has_default: bool) -> TokenStream {
    let traits = derives.traits;
    let copy = traits.copy.then(|| quote!(Copy,));
    let default = has_default.then(|| quote!(Default,));
    let hash = traits.hash.then(|| quote!(Hash,));
    let extra = emit_extra(derives);
    quote!(#[derive(Clone, #copy #default #hash PartialEq)] #extra)
}

/// Emits what the configuration adds.
pub(super) fn emit_extra(derives: &Derives) -> Option<TokenStream> {
    let paths = derives.extra.iter().map(emit_path);
    (!derives.extra.is_empty()).then(|| quote!(#[derive(#(#paths),*)]))
}
