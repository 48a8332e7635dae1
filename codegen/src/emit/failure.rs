//! What operations answer when they fail.

use super::docs::emit_docs;
use super::ty::Paths;
use crate::plan::operations::{Failure, FailureStatuses, FailureVariant};
use crate::tokens::{TokenStream, quote};

/// Emits the enum over statuses, and how it is read.
pub(super) fn emit_failure(failure: &Failure) -> TokenStream {
    let (docs, name) = (emit_docs(&failure.docs), &failure.name);
    let variants = failure.variants.iter().map(|variant| {
        let (docs, name) = (emit_docs(&variant.docs), &variant.name);
        let ty = variant.ty.iter().map(|ty| Paths::imported().ty(ty));
        quote!(#docs #name #((#ty))*)
    });
    let read = emit_read(&failure.variants);
    quote! {
        #docs
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        pub enum #name { #(#variants),* }
        impl ErrorAnswer for #name {
            #[inline]
            fn read(response: &ResponseReader<'_>) -> Result<Self, Error> { #read }
        }
    }
}

fn emit_read(variants: &[FailureVariant]) -> TokenStream {
    let is_rest = |variant: &FailureVariant| variant.statuses == FailureStatuses::Rest;
    if let [only] = variants
        && is_rest(only)
    {
        return emit_produce(only);
    }
    let arms = variants.iter().map(emit_arm);
    let rest = (!variants.iter().any(is_rest)).then(|| quote!(_ => Err(response.unexpected()),));
    quote! {
        match response.status() {
            #(#arms,)*
            #rest
        }
    }
}

fn emit_arm(variant: &FailureVariant) -> TokenStream {
    let statuses = match variant.statuses {
        FailureStatuses::Code(code) => quote!(#code),
        FailureStatuses::Range(first, last) => quote!(#first..=#last),
        FailureStatuses::Rest => quote!(_),
    };
    let produce = emit_produce(variant);
    quote!(#statuses => #produce)
}

fn emit_produce(variant: &FailureVariant) -> TokenStream {
    let name = &variant.name;
    match (&variant.ty, variant.is_octets) {
        (None, _) => quote!(Ok(Self::#name)),
        (Some(_), true) => quote!(response.octets().map(Self::#name)),
        (Some(_), false) => quote!(response.body_in(Self::#name)),
    }
}
