//! Examples in documentation.
//!
//! The one place where tokens become text before printing: what documentation shows is text.

use super::ty::Paths;
use crate::layout::lay_out;
use crate::plan::client::{Client, CredentialKind};
use crate::plan::names::Ident;
use crate::plan::operations::{Example, Sample};
use crate::tokens::{Literal, ToTokens, TokenStream, quote};

/// Returns the section that shows how an operation is called.
pub(super) fn example_lines(example: &Example) -> Vec<String> {
    let prefix = example.crate_name.as_ref().map(|name| quote!(#name::));
    let paths = Paths {
        runtime: Some(quote!(#prefix runtime)),
        models: Some(quote!(#prefix models)),
        operations: Some(quote!(#prefix operations)),
    };
    let inputs = example.inputs.iter().map(|input| {
        let (name, ty) = (&input.name, paths.ty(&input.ty));
        quote!(#name: #ty)
    });
    let method = &example.method;
    let arguments = example.arguments.iter().map(emit_sample);
    let body = example.body.iter().map(|body| {
        let body = emit_sample(body);
        quote!(.body(#body))
    });
    let code = quote! {
        async fn example(
            client: #prefix Client,
            #(#inputs),*
        ) -> Result<(), #prefix Error> {
            let response = client.#method(#(#arguments),*) #(#body)* .send().await?;
            println!("{response:?}");
            Ok(())
        }
    };
    // In a module of another crate the paths are the user's, so nobody can compile the example.
    let info = if example.crate_name.is_some() {
        "no_run"
    } else {
        "text"
    };
    section(info, &code)
}

/// Returns the section that shows how a client is made.
pub(super) fn crate_example_lines(name: &Ident, client: &Client) -> Vec<String> {
    let server = client
        .server
        .is_needed
        .then(|| quote!(.server("https://api.example.com")));
    let credential = client.credentials.first().map(|credential| {
        let method = &credential.method;
        match credential.kind {
            CredentialKind::Bearer => quote!(.#method("token")),
            CredentialKind::Basic => quote!(.#method("user", "password")),
            CredentialKind::Http(_) => quote!(.#method("credentials")),
            CredentialKind::ApiKey(..) => quote!(.#method("key")),
        }
    });
    let code = quote! {
        fn example() -> Result<#name::Client, #name::Error> {
            #name::Client::builder()
                #server
                #credential
                .build()
        }
    };
    section("no_run", &code)
}

fn section(info: &str, code: &TokenStream) -> Vec<String> {
    let mut lines = vec![String::new(), "# Examples".to_owned(), String::new()];
    lines.push(["```", info].concat());
    if let Ok(laid) = lay_out(code) {
        lines.extend(laid.text.lines().map(str::to_owned));
    }
    lines.push("```".to_owned());
    lines
}

fn emit_sample(sample: &Sample) -> TokenStream {
    match sample {
        Sample::Bool => quote!(true),
        Sample::Integer => quote!(1),
        Sample::Float => Literal::f64_unsuffixed(1.0).into_token_stream(),
        Sample::Text(text) => quote!(#text),
        Sample::List(item) => {
            let item = emit_sample(item);
            quote!([#item])
        }
        Sample::Input(name) => name.to_token_stream(),
    }
}
