//! Media types to ask for.

use super::docs::emit_docs;
use crate::plan::operations::Accept;
use crate::tokens::{TokenStream, quote};

pub(super) fn emit_accept(accept: &Accept) -> TokenStream {
    let (docs, name) = (emit_docs(&accept.docs), &accept.name);
    let variants = accept.variants.iter().map(|variant| {
        let (docs, name) = (emit_docs(&variant.docs), &variant.name);
        quote!(#docs #name)
    });
    let names = accept.variants.iter().map(|variant| &variant.name);
    let media_types = accept.variants.iter().map(|variant| &variant.media_type);
    quote! {
        #docs
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name { #(#variants),* }
        impl #name {
            /// Returns the media type as it travels.
            pub const fn as_str(self) -> &'static str {
                match self {
                    #(Self::#names => #media_types,)*
                }
            }
        }
    }
}
