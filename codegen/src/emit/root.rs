//! The root: the modules and the names that users meet first.
//!
//! The layout is prettyplease's, so rustfmt is kept out: formatting must not make files stale.

use std::collections::BTreeSet;

use super::docs::{emit_inner_docs, emit_inner_lines};
use super::example::crate_example_lines;
use crate::plan::client::Client;
use crate::plan::lints::Lint;
use crate::plan::names::Ident;
use crate::plan::{Plan, Root};
use crate::tokens::{TokenStream, quote};

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
    let codec = has_codecs.then(|| emit_codecs(&plan.allows.codec));
    let models = (!plan.models.is_empty()).then(|| emit_models(&plan.allows.models));
    let operations =
        (!plan.operations.is_empty()).then(|| emit_operations(&plan.allows.operations));
    let client = plan
        .client
        .as_ref()
        .map(|_| emit_client_module(&plan.allows.client));
    let rules = plan
        .rules
        .as_ref()
        .map(|rules| emit_rules(plan, rules.has_features));
    let headers = plan
        .headers
        .as_ref()
        .map(|_| emit_header_module(&plan.allows.headers));
    let servers = (!plan.servers.is_empty()).then(|| emit_server_types(&plan.allows.servers));
    let exports = plan.client.as_ref().map(|_| {
        quote!(
            pub use client::{Client, ClientBuilder};
        )
    });
    let validate = plan.rules.as_ref().map(|_| {
        quote!(
            pub use engross_runtime::validate::Validate;
        )
    });
    quote! {
        #docs
        #client
        #codec
        #headers
        #models
        #operations
        #rules
        #servers
        #exports
        pub use engross_runtime as runtime;
        #validate
        pub use engross_runtime::{Error, Response};
    }
}

fn emit_example(name: &Ident, client: &Client) -> TokenStream {
    let example = crate_example_lines(name, client);
    emit_inner_lines(example.iter().map(String::as_str))
}

fn emit_client_module(allows: &BTreeSet<Lint>) -> TokenStream {
    let allows = emit_allows(allows);
    quote! {
        #allows
        #[rustfmt::skip]
        mod client;
    }
}

fn emit_codecs(allows: &BTreeSet<Lint>) -> TokenStream {
    let allows = emit_allows(allows);
    quote! {
        #allows
        #[rustfmt::skip]
        mod codec;
    }
}

fn emit_header_module(allows: &BTreeSet<Lint>) -> TokenStream {
    let allows = emit_allows(allows);
    quote! {
        /// Headers of answers, as `response.header` reads them.
        #allows
        #[rustfmt::skip]
        pub mod headers;
    }
}

fn emit_models(allows: &BTreeSet<Lint>) -> TokenStream {
    let allows = emit_allows(allows);
    quote! {
        /// The types that requests and answers carry.
        #allows
        #[rustfmt::skip]
        pub mod models;
    }
}

fn emit_operations(allows: &BTreeSet<Lint>) -> TokenStream {
    let allows = emit_allows(allows);
    quote! {
        /// The requests that the client makes, one builder each.
        #allows
        #[rustfmt::skip]
        pub mod operations;
    }
}

/// The models that are checked may be deprecated ones, as those of codecs.
fn emit_rules(plan: &Plan, has_features: bool) -> TokenStream {
    let allow = has_features.then(
        || quote!(#[allow(dead_code, reason = "features leave out what uses some of the tables")]),
    );
    let deprecated = plan.allows.codec.get(&Lint::Deprecated);
    let deprecated = emit_allows(&deprecated.into_iter().copied().collect());
    quote! {
        #allow
        #deprecated
        #[rustfmt::skip]
        mod rules;
    }
}

fn emit_server_types(allows: &BTreeSet<Lint>) -> TokenStream {
    let allows = emit_allows(allows);
    quote! {
        /// The servers that the description names, to be given to the client's builder.
        #allows
        #[rustfmt::skip]
        pub mod servers;
    }
}

fn emit_allows(lints: &BTreeSet<Lint>) -> TokenStream {
    let allows = lints.iter().map(|lint| {
        let (name, reason) = match lint {
            Lint::Deprecated => {
                let reason = "warnings of what is deprecated are for callers";
                return quote!(#[allow(deprecated, reason = #reason)]);
            }
            Lint::DisallowedNames => (
                quote!(disallowed_names),
                "values are named as in the description",
            ),
            Lint::EnumVariantNames => (
                quote!(enum_variant_names),
                "values are named as in the description",
            ),
            Lint::LargeEnumVariant => (
                quote!(large_enum_variant),
                "bodies are as large as they are described",
            ),
            Lint::NewRetNoSelf => (
                quote!(new_ret_no_self),
                "methods are named as in the description",
            ),
            Lint::SelfNamedConstructors => (
                quote!(self_named_constructors),
                "requests are named as in the description",
            ),
            Lint::ShouldImplementTrait => (
                quote!(should_implement_trait),
                "methods are named as in the description",
            ),
            Lint::TooManyArguments => (
                quote!(too_many_arguments),
                "the description requires that many values",
            ),
            Lint::WrongSelfConvention => (
                quote!(wrong_self_convention),
                "methods are named as in the description",
            ),
        };
        quote!(#[allow(clippy::#name, reason = #reason)])
    });
    quote!(#(#allows)*)
}
