//! Request builders.

use super::docs::{emit_deprecated, emit_docs};
use super::header::emit_header;
use super::operation::emit_output_ty;
use super::streams::emit_streams;
use super::structs::emit_preset;
use super::ty::{Paths, emit_conversion};
use crate::plan::closed_enum::ClosedEnum;
use crate::plan::operations::{Body, Given, Operation, Parameter};
use crate::tokens::{TokenStream, quote};

/// Emits the builder with a method for everything that is optional.
pub(super) fn emit_builder(operation: &Operation) -> TokenStream {
    let (docs, name) = (emit_docs(&operation.docs), &operation.name);
    let fields = emit_fields(operation);
    let new = emit_new(operation);
    let optional = operation
        .parameters
        .iter()
        .filter(|parameter| !parameter.is_positional());
    let setters = optional.map(emit_setter);
    let body = operation
        .body
        .as_ref()
        .filter(|body| !body.is_required)
        .map(emit_body_setter);
    let accept = operation.accept.as_ref().map(emit_accept_setter);
    let ends = emit_ends(operation);
    let streams = emit_streams(&operation.output.streams);
    let halves = emit_halves(operation);
    let headers = operation.headers.iter().map(emit_header);
    quote! {
        #docs
        #[derive(Clone, Debug)]
        #[must_use = "a request does nothing until it is sent"]
        pub struct #name<'c> { client: &'c Client, #fields }
        impl<'c> #name<'c> {
            #(#headers)*
            #new
            #(#setters)*
            #body
            #accept
            #ends
            #streams
            #halves
        }
    }
}

fn emit_fields(operation: &Operation) -> TokenStream {
    let paths = Paths::imported();
    let parameters = operation.parameters.iter().map(|parameter| {
        let (name, ty) = (&parameter.name, paths.ty(&parameter.ty));
        if parameter.is_optional() {
            quote!(#name: Option<#ty>,)
        } else {
            quote!(#name: #ty,)
        }
    });
    let body = operation.body.as_ref().map(|body| {
        let (name, ty) = (&body.name, paths.ty(&body.ty()));
        if body.is_required {
            quote!(#name: #ty,)
        } else {
            quote!(#name: Option<#ty>,)
        }
    });
    let accept = operation.accept.as_ref().map(|accept| {
        let name = &accept.name;
        quote!(accept: Option<#name>,)
    });
    quote!(#(#parameters)* #body #accept)
}

fn emit_new(operation: &Operation) -> TokenStream {
    let paths = Paths::imported();
    let positional = operation
        .parameters
        .iter()
        .filter(|parameter| parameter.is_positional());
    let parameters = positional.map(|parameter| (&parameter.name, paths.ty(&parameter.ty)));
    let body = operation.body.iter().filter(|body| body.is_required);
    let body = body.map(|body| (&body.name, paths.ty(&body.ty())));
    let parameters = parameters.chain(body).map(|(name, ty)| quote!(#name: #ty));
    let inits = operation.parameters.iter().map(|parameter| {
        let name = &parameter.name;
        match &parameter.given {
            Given::Positional => quote!(#name),
            Given::Preset(preset) => {
                let value = emit_preset(preset, &parameter.ty);
                quote!(#name: #value)
            }
            Given::Optional => quote!(#name: None),
        }
    });
    let body = operation.body.iter().map(|body| {
        let name = &body.name;
        if body.is_required {
            quote!(#name)
        } else {
            quote!(#name: None)
        }
    });
    let accept = operation.accept.iter().map(|_| quote!(accept: None));
    let inits = inits.chain(body).chain(accept);
    quote! {
        pub(crate) fn new(client: &'c Client, #(#parameters),*) -> Self {
            Self { client, #(#inits),* }
        }
    }
}

fn emit_setter(parameter: &Parameter) -> TokenStream {
    let (docs, name) = (emit_docs(&parameter.docs), &parameter.name);
    let deprecated = emit_deprecated(parameter.is_deprecated);
    let ty = Paths::imported().intake(&parameter.intake);
    let value = emit_conversion(&parameter.intake, name);
    let value = if parameter.is_optional() {
        quote!(Some(#value))
    } else {
        value
    };
    quote! {
        #docs
        #deprecated
        pub fn #name(mut self, #name: #ty) -> Self {
            self.#name = #value;
            self
        }
    }
}

fn emit_body_setter(body: &Body) -> TokenStream {
    let (docs, name, intake) = (emit_docs(&body.docs), &body.name, body.intake());
    let ty = Paths::imported().intake(&intake);
    let value = emit_conversion(&intake, name);
    quote! {
        #docs
        pub fn #name(mut self, #name: #ty) -> Self {
            self.#name = Some(#value);
            self
        }
    }
}

fn emit_accept_setter(accept: &ClosedEnum) -> TokenStream {
    let name = &accept.name;
    quote! {
        /// Asks for the answer in this media type instead of the first declared one.
        pub fn accept(mut self, media_type: #name) -> Self {
            self.accept = Some(media_type);
            self
        }
    }
}

/// The ways to send a request.
fn emit_ends(operation: &Operation) -> TokenStream {
    let output = emit_output_ty(operation);
    quote! {
        /// Sends the request.
        #[inline]
        pub fn send(self) -> Sending<'c, #output> {
            self.client.send(&self)
        }
        /// Sends the request and blocks the thread meanwhile.
        #[inline]
        pub fn send_blocking(self) -> Result<Response<#output>, Error> {
            self.client.send_blocking(&self)
        }
    }
}

/// The ways to use a request without a transport.
fn emit_halves(operation: &Operation) -> TokenStream {
    let output = emit_output_ty(operation);
    quote! {
        /// Returns the bare request, as `send` would send it.
        #[inline]
        pub fn request(&self) -> Result<http::Request<Bytes>, Error> {
            self.client.request(self)
        }
        /// Reads an answer that came by other means.
        #[inline]
        pub fn read(&self, response: http::Response<Bytes>) -> Result<Response<#output>, Error> {
            self.client.read(self, response)
        }
    }
}
