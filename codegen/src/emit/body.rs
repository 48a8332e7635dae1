//! Bodies of requests.

use super::codec::emit_xml;
use super::docs::emit_docs;
use super::operation::emit_wire;
use super::parts::emit_parts;
use super::ty::Paths;
use crate::plan::docs::Docs;
use crate::plan::names::Ident;
use crate::plan::operations::{
    Body, BodyContent, BodyVariant, Conversion, Root, Wire, Write, WriteForm,
};
use crate::tokens::{TokenStream, quote};

/// Emits the enum over media types and the struct of the parts, where there are any.
pub(super) fn emit_body(body: &Body) -> TokenStream {
    let parts = body.parts.as_ref().map(emit_parts);
    match &body.content {
        BodyContent::One { .. } => quote!(#parts),
        BodyContent::Choice {
            name,
            docs,
            variants,
            conversions,
            is_comparable,
        } => {
            let comparable = is_comparable.then(|| quote!(, PartialEq));
            let choice = emit_choice(name, docs, variants, comparable.as_ref());
            let conversions = conversions.iter().map(|from| emit_from(name, from));
            quote!(#choice #(#conversions)* #parts)
        }
    }
}

fn emit_choice(
    name: &Ident,
    docs: &Docs,
    variants: &[BodyVariant],
    comparable: Option<&TokenStream>,
) -> TokenStream {
    let docs = emit_docs(docs);
    let variants = variants.iter().map(|variant| {
        let (docs, name) = (emit_docs(&variant.docs), &variant.name);
        let ty = Paths::imported().ty(&variant.ty);
        quote!(#docs #name(#ty))
    });
    quote! {
        #docs
        #[derive(Clone, Debug #comparable)]
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
        (BodyContent::One { write, .. }, true) => {
            emit_write(write, &quote!(&self.#name)).statement()
        }
        (BodyContent::One { write, .. }, false) => {
            let write = emit_write(write, &quote!(body)).inside();
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
    let name = &variant.name;
    let pattern = quote!(#choice::#name(body));
    let pattern = if is_required {
        pattern
    } else {
        quote!(Some(#pattern))
    };
    let write = emit_write(&variant.write, &quote!(body)).arm();
    quote!(#pattern => #write)
}

/// What writes a body: a call, or several statements.
enum Written {
    Call(TokenStream),
    Block(TokenStream),
}

impl Written {
    fn statement(self) -> TokenStream {
        match self {
            Self::Call(call) => quote!(#call;),
            Self::Block(block) => quote!({ #block }),
        }
    }

    /// In a block that holds nothing else.
    fn inside(self) -> TokenStream {
        match self {
            Self::Call(call) => quote!(#call;),
            Self::Block(block) => block,
        }
    }

    fn arm(self) -> TokenStream {
        match self {
            Self::Call(call) => call,
            Self::Block(block) => quote!({ #block }),
        }
    }
}

/// Emits what writes a body in one media type.
fn emit_write(write: &Write, body: &TokenStream) -> Written {
    let media_type = &write.media_type;
    Written::Call(match &write.form {
        WriteForm::Value(None) => quote!(request.body(#media_type, #body)),
        WriteForm::Value(Some(root)) => {
            return Written::Block(emit_write_as(media_type, root, body));
        }
        WriteForm::Form(fields) => {
            return Written::Block(emit_write_form(media_type, fields, body));
        }
        WriteForm::Items => quote!(request.items(#media_type, #body)),
        WriteForm::Stream => quote!(request.body_stream(#media_type, #body)),
        WriteForm::Parts => quote!(request.multipart(#media_type, &Multipart::from(#body))),
        WriteForm::Multipart => quote!(request.multipart(#media_type, #body)),
    })
}

fn emit_write_form(media_type: &str, fields: &[Wire], body: &TokenStream) -> TokenStream {
    let fields = fields.iter().map(emit_wire);
    quote! {
        static FIELDS: &[Parameter] = &[#(#fields),*];
        request.form(#media_type, FIELDS, #body);
    }
}

fn emit_write_as(media_type: &str, root: &Root, body: &TokenStream) -> TokenStream {
    let Root { name, xml } = root;
    let xml = emit_xml(xml);
    let uses = if xml.is_some() {
        quote!({ Property, Xml })
    } else {
        quote!(Property)
    };
    // In a block of its own, these names can mean something else in the rest of the file.
    quote! {
        use engross_runtime::private::#uses;
        static ROOT: Property = Property::new(#name) #xml;
        request.body_as(#media_type, &ROOT, #body);
    }
}
