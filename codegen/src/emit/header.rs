//! Headers of answers.

use super::docs::emit_docs;
use super::ty::Paths;
use crate::plan::operations::{HeaderForm, ResponseHeader};
use crate::tokens::{TokenStream, quote};

/// Emits the constant that reads a header.
pub(super) fn emit_header(header: &ResponseHeader) -> TokenStream {
    let ResponseHeader {
        name,
        docs,
        wire,
        ty,
        form,
    } = header;
    let (docs, ty) = (emit_docs(docs), Paths::imported().ty(ty));
    let value = match form {
        HeaderForm::Scalar => quote!(new(#wire)),
        HeaderForm::List => quote!(list(#wire)),
        HeaderForm::Object { explode } => quote!(object(#wire, #explode)),
        HeaderForm::Content(media_type) => quote!(content(#wire, #media_type)),
    };
    quote! {
        #docs
        pub const #name: ResponseHeader<#ty> = ResponseHeader::#value;
    }
}
