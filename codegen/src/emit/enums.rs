//! Open enums of text values. What does not depend on the values stands with their codecs.

use super::docs::emit_docs;
use crate::plan::models::Enum;
use crate::tokens::{TokenStream, quote};

/// Emits the enum and its conversions.
pub(super) fn emit_enum(item: &Enum) -> TokenStream {
    let (docs, name) = (emit_docs(&item.docs), &item.name);
    let variants = item.variants.iter().map(|variant| {
        let (docs, name) = (emit_docs(&variant.docs), &variant.name);
        quote!(#docs #name)
    });
    let as_str = emit_as_str(item);
    let conversions = emit_conversions(item);
    quote! {
        #docs
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            /// A value that the description does not list.
            Unknown(String),
        }
        impl #name { #as_str }
        #conversions
    }
}

fn emit_as_str(item: &Enum) -> TokenStream {
    let names = item.variants.iter().map(|variant| &variant.name);
    let values = item.variants.iter().map(|variant| &variant.value);
    let body = if item.variants.is_empty() {
        quote! {
            let Self::Unknown(value) = self;
            value
        }
    } else {
        quote! {
            match self {
                #(Self::#names => #values,)*
                Self::Unknown(value) => value,
            }
        }
    };
    quote! {
        /// Returns the value as it travels.
        pub fn as_str(&self) -> &str { #body }
    }
}

fn emit_conversions(item: &Enum) -> TokenStream {
    let name = &item.name;
    let names = item.variants.iter().map(|variant| &variant.name);
    let values = item.variants.iter().map(|variant| &variant.value);
    let unknown = quote!(Self::Unknown(value.to_owned()));
    let body = if item.variants.is_empty() {
        unknown
    } else {
        quote! {
            match value {
                #(#values => Self::#names,)*
                _ => #unknown,
            }
        }
    };
    quote! {
        impl From<&str> for #name {
            fn from(value: &str) -> Self { #body }
        }
    }
}
