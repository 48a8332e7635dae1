//! Headers of answers.

use super::docs::emit_docs;
use super::imports::emit_imports;
use super::ty::Paths;
use crate::plan::operations::{HeaderFile, HeaderForm, ResponseHeader};
use crate::tokens::{TokenStream, quote};

/// Emits the file of headers that the description has once.
pub(super) fn emit_headers(file: &HeaderFile) -> TokenStream {
    let uses = emit_imports(&file.imports, &quote!(super::models));
    let headers = file.headers.iter().map(emit_header);
    quote!(#uses #(#headers)*)
}

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
        HeaderForm::Delimited(delimiter) => quote!(delimited(#wire, #delimiter)),
        HeaderForm::Object { explode } => quote!(object(#wire, #explode)),
        HeaderForm::Content(media_type) => quote!(content(#wire, #media_type)),
    };
    quote! {
        #docs
        pub const #name: ResponseHeader<#ty> = ResponseHeader::#value;
    }
}
