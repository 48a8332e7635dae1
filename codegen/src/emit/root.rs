//! The root: the modules and the names that users meet first.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{emit_inner_docs, emit_lines};
use super::example::crate_example_lines;
use crate::plan::{Plan, Root};

pub(super) fn emit_root(plan: &Plan) -> TokenStream {
    let docs = match &plan.root {
        Root::Crate { docs, name, .. } => {
            let docs = emit_inner_docs(docs);
            let example = crate_example_lines(name, plan.client.credentials.first());
            let lines = example.iter().map(|line| {
                if line.is_empty() {
                    String::new()
                } else {
                    [" ", line].concat()
                }
            });
            quote!(#docs #(#![doc = #lines])*)
        }
        Root::Module => TokenStream::new(),
    };
    let has_codecs = plan.models.iter().any(|file| file.codec.is_some());
    let codec = has_codecs.then(|| {
        quote!(
            mod codec;
        )
    });
    let models = (!plan.models.is_empty()).then(emit_models);
    let operations = (!plan.operations.is_empty()).then(emit_operations);
    quote! {
        #docs
        #[allow(
            clippy::should_implement_trait,
            clippy::too_many_arguments,
            clippy::wrong_self_convention,
            reason = "names and parameters come from the description"
        )]
        mod client;
        #codec
        #models
        #operations
        pub use client::{Client, ClientBuilder};
        pub use engross_runtime as runtime;
        pub use engross_runtime::{Error, Response};
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
        pub mod operations;
    }
}
