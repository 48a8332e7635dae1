//! Bodies of requests.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::emit_docs;
use super::ty::Paths;
use crate::plan::docs::Docs;
use crate::plan::names::Ident;
use crate::plan::operations::{Body, BodyContent, BodyVariant, Conversion};

/// Emits the enum over media types, where there is one.
pub(super) fn emit_body(body: &Body) -> TokenStream {
    match &body.content {
        BodyContent::One { .. } => TokenStream::new(),
        BodyContent::Choice {
            name,
            docs,
            variants,
            conversions,
        } => {
            let choice = emit_choice(name, docs, variants);
            let conversions = conversions.iter().map(|from| emit_from(name, from));
            quote!(#choice #(#conversions)*)
        }
    }
}

fn emit_choice(name: &Ident, docs: &Docs, variants: &[BodyVariant]) -> TokenStream {
    let docs = emit_docs(docs);
    let variants = variants.iter().map(|variant| {
        let (docs, name) = (emit_docs(&variant.docs), &variant.name);
        let ty = Paths::imported().ty(&variant.ty);
        quote!(#docs #name(#ty))
    });
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum #name { #(#variants),* }
    }
}

fn emit_from(name: &Ident, from: &Conversion) -> TokenStream {
    let (ty, variant) = (Paths::imported().ty(&from.ty), &from.variant);
    quote! {
        impl From<#ty> for #name {
            fn from(body: #ty) -> Self {
                Self::#variant(body)
            }
        }
    }
}

/// Emits the statement that writes the builder's body.
pub(super) fn emit_body_write(body: &Body) -> TokenStream {
    let name = &body.name;
    match (&body.content, body.is_required) {
        (BodyContent::One { media_type, .. }, true) => {
            quote!(request.body(#media_type, &self.#name);)
        }
        (BodyContent::One { media_type, .. }, false) => quote! {
            if let Some(body) = &self.#name {
                request.body(#media_type, body);
            }
        },
        (
            BodyContent::Choice {
                name: choice,
                variants,
                ..
            },
            is_required,
        ) => {
            let arms = variants.iter().map(|variant| {
                let (name, media_type) = (&variant.name, &variant.media_type);
                let pattern = quote!(#choice::#name(body));
                let pattern = if is_required {
                    pattern
                } else {
                    quote!(Some(#pattern))
                };
                quote!(#pattern => request.body(#media_type, body))
            });
            let none = (!is_required).then(|| quote!(None => {}));
            quote!(match &self.#name { #(#arms,)* #none })
        }
    }
}
