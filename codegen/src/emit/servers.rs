//! The types of servers, with fields for what callers may choose of their URLs.

use super::closed_enum::emit_closed_enum;
use super::docs::emit_docs;
use crate::plan::servers::{ServerType, Values, Variable};
use crate::tokens::{TokenStream, quote};

pub(super) fn emit_servers(servers: &[ServerType]) -> TokenStream {
    let types = servers.iter().map(emit_server);
    quote! {
        use engross_runtime::ServerUrl;
        #(#types)*
    }
}

fn emit_server(server: &ServerType) -> TokenStream {
    if server.variables.is_empty() {
        return emit_fixed(server);
    }
    let ServerType {
        name,
        docs,
        template,
        variables,
    } = server;
    let docs = emit_docs(docs);
    let fields = variables.iter().map(emit_field);
    let defaults = variables.iter().map(emit_default);
    let values = variables.iter().map(emit_value);
    let enums = variables
        .iter()
        .filter_map(|variable| match &variable.values {
            Values::Text(_) => None,
            Values::Listed(listed) => Some(emit_closed_enum(&listed.values)),
        });
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct #name { #(#fields,)* }
        impl Default for #name {
            fn default() -> Self {
                Self { #(#defaults,)* }
            }
        }
        impl From<#name> for ServerUrl {
            fn from(server: #name) -> Self {
                Self::template(#template, &[#(#values),*])
            }
        }
        #(#enums)*
    }
}

fn emit_fixed(server: &ServerType) -> TokenStream {
    let (name, docs, url) = (&server.name, emit_docs(&server.docs), &server.template);
    quote! {
        #docs
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub struct #name;
        impl From<#name> for ServerUrl {
            fn from(_: #name) -> Self {
                Self::from(#url)
            }
        }
    }
}

fn emit_field(variable: &Variable) -> TokenStream {
    let (docs, field) = (emit_docs(&variable.docs), &variable.field);
    match &variable.values {
        Values::Text(_) => quote!(#docs pub #field: String),
        Values::Listed(listed) => {
            let name = &listed.values.name;
            quote!(#docs pub #field: #name)
        }
    }
}

fn emit_default(variable: &Variable) -> TokenStream {
    let field = &variable.field;
    match &variable.values {
        Values::Text(default) => quote!(#field: #default.to_owned()),
        Values::Listed(listed) => {
            let (name, default) = (&listed.values.name, &listed.default);
            quote!(#field: #name::#default)
        }
    }
}

fn emit_value(variable: &Variable) -> TokenStream {
    let (name, field) = (&variable.name, &variable.field);
    match &variable.values {
        Values::Text(_) => quote!((#name, &server.#field)),
        Values::Listed(_) => quote!((#name, server.#field.as_str())),
    }
}
