//! Names for other types.

use super::derives::emit_derives;
use super::docs::{emit_deprecated, emit_docs};
use super::ty::Paths;
use crate::plan::models::Wrapper;
use crate::tokens::{TokenStream, quote};

pub(super) fn emit_alias(item: &Wrapper) -> TokenStream {
    let (docs, name, ty) = (
        emit_docs(&item.docs),
        &item.name,
        Paths::imported().ty(&item.ty),
    );
    let deprecated = emit_deprecated(item.is_deprecated);
    quote!(#docs #deprecated pub type #name = #ty;)
}

pub(super) fn emit_newtype(item: &Wrapper) -> TokenStream {
    let (docs, name, ty) = (
        emit_docs(&item.docs),
        &item.name,
        Paths::imported().ty(&item.ty),
    );
    let deprecated = emit_deprecated(item.is_deprecated);
    let derives = emit_derives(&item.derives, false);
    quote! {
        #docs
        #deprecated
        #derives
        pub struct #name(pub #ty);
        impl From<#ty> for #name {
            fn from(value: #ty) -> Self {
                Self(value)
            }
        }
    }
}
