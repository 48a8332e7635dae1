//! The root: the modules and the names that users meet first.
//!
//! The layout is prettyplease's, so rustfmt is kept out: formatting must not make files stale.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{emit_inner_docs, emit_lines};
use super::example::crate_example_lines;
use crate::plan::client::Client;
use crate::plan::names::Ident;
use crate::plan::{Plan, Root};

pub(super) fn emit_root(plan: &Plan) -> TokenStream {
    let docs = match &plan.root {
        Root::Crate { docs, name, .. } => {
            let docs = emit_inner_docs(docs);
            let example = plan
                .client
                .as_ref()
                .map(|client| emit_example(name, client));
            quote!(#docs #example)
        }
        Root::Module => TokenStream::new(),
    };
    let has_codecs = plan.models.iter().any(|file| file.codec.is_some());
    let codec = has_codecs.then(emit_codecs);
    let models = (!plan.models.is_empty()).then(emit_models);
    let operations = (!plan.operations.is_empty()).then(emit_operations);
    let client = plan.client.as_ref().map(|_| emit_client_module());
    let exports = plan.client.as_ref().map(|_| {
        quote!(
            pub use client::{Client, ClientBuilder};
        )
    });
    quote! {
        #docs
        #client
        #codec
        #models
        #operations
        #exports
        pub use engross_runtime as runtime;
        pub use engross_runtime::{Error, Response};
    }
}

fn emit_example(name: &Ident, client: &Client) -> TokenStream {
    let example = crate_example_lines(name, client.credentials.first());
    let lines = example.iter().map(|line| match line.as_str() {
        "" => String::new(),
        line => [" ", line].concat(),
    });
    quote!(#(#![doc = #lines])*)
}

fn emit_client_module() -> TokenStream {
    quote! {
        #[allow(
            clippy::should_implement_trait,
            clippy::too_many_arguments,
            clippy::wrong_self_convention,
            reason = "names and parameters come from the description"
        )]
        #[rustfmt::skip]
        mod client;
    }
}

fn emit_codecs() -> TokenStream {
    quote! {
        #[rustfmt::skip]
        mod codec;
    }
}

fn emit_models() -> TokenStream {
    let docs = emit_lines(["The types that requests and answers carry."].into_iter());
    quote! {
        #docs
        #[allow(
            clippy::enum_variant_names,
            clippy::large_enum_variant,
            clippy::too_many_arguments,
            reason = "names and shapes come from the description"
        )]
        #[rustfmt::skip]
        pub mod models;
    }
}

fn emit_operations() -> TokenStream {
    let docs = emit_lines(["The requests that the client makes, one builder each."].into_iter());
    quote! {
        #docs
        #[allow(
            clippy::enum_variant_names,
            clippy::large_enum_variant,
            clippy::should_implement_trait,
            clippy::too_many_arguments,
            clippy::wrong_self_convention,
            reason = "names and shapes come from the description"
        )]
        #[rustfmt::skip]
        pub mod operations;
    }
}
