//! Bodies of requests.

use super::codec::emit_xml;
use super::docs::emit_docs;
use super::ty::Paths;
use crate::plan::docs::Docs;
use crate::plan::names::Ident;
use crate::plan::operations::{Body, BodyContent, BodyVariant, Conversion, Root};
use crate::tokens::{TokenStream, quote};

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
        (
            BodyContent::One {
                media_type, root, ..
            },
            true,
        ) => emit_write(media_type, root.as_ref(), &quote!(&self.#name)),
        (
            BodyContent::One {
                media_type, root, ..
            },
            false,
        ) => {
            let write = emit_write(media_type, root.as_ref(), &quote!(body));
            quote! {
                if let Some(body) = &self.#name {
                    #write
                }
            }
        }
        (
            BodyContent::Choice {
                name: choice,
                variants,
                ..
            },
            is_required,
        ) => {
            let arms = variants
                .iter()
                .map(|variant| emit_arm(choice, variant, is_required));
            let none = (!is_required).then(|| quote!(None => {}));
            quote!(match &self.#name { #(#arms,)* #none })
        }
    }
}

fn emit_arm(choice: &Ident, variant: &BodyVariant, is_required: bool) -> TokenStream {
    let (name, media_type) = (&variant.name, &variant.media_type);
    let pattern = quote!(#choice::#name(body));
    let pattern = if is_required {
        pattern
    } else {
        quote!(Some(#pattern))
    };
    let write = match &variant.root {
        None => quote!(request.body(#media_type, body)),
        root @ Some(_) => emit_write(media_type, root.as_ref(), &quote!(body)),
    };
    quote!(#pattern => #write)
}

fn emit_write(media_type: &str, root: Option<&Root>, body: &TokenStream) -> TokenStream {
    let Some(Root { name, xml }) = root else {
        return quote!(request.body(#media_type, #body););
    };
    let xml = emit_xml(xml);
    let uses = if xml.is_some() {
        quote!({ Field, Xml })
    } else {
        quote!(Field)
    };
    // In a block of its own, these names can mean something else in the rest of the file.
    quote! {{
        use engross_runtime::private::#uses;
        static ROOT: Field = Field::new(#name) #xml;
        request.body_as(#media_type, &ROOT, #body);
    }}
}
