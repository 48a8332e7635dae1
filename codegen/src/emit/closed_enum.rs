//! Closed enums of texts.

use super::docs::emit_docs;
use crate::plan::closed_enum::ClosedEnum;
use crate::tokens::{TokenStream, quote};

pub(super) fn emit_closed_enum(item: &ClosedEnum) -> TokenStream {
    let (docs, name) = (emit_docs(&item.docs), &item.name);
    let variants = item.variants.iter().map(|variant| {
        let (docs, name) = (emit_docs(&variant.docs), &variant.name);
        quote!(#docs #name)
    });
    let names = item.variants.iter().map(|variant| &variant.name);
    let texts = item.variants.iter().map(|variant| &variant.text);
    quote! {
        #docs
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name { #(#variants),* }
        impl #name {
            /// Returns the text as it is sent.
            pub const fn as_str(self) -> &'static str {
                match self {
                    #(Self::#names => #texts,)*
                }
            }
        }
    }
}
