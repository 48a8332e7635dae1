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
    section(&code, example.crate_name.is_some())
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
        fn example() -> Result<(), #name::Error> {
            let client = #name::Client::builder()
                #server
                #credential
                .build()?;
            Ok(())
        }
    };
    section(&code, true)
}

/// Shows what a function does. The function around it is there for the compiler alone; in a module of
/// another crate the paths are the user's, so nobody can compile the example.
fn section(function: &TokenStream, is_compiled: bool) -> Vec<String> {
    let mut lines = vec![String::new(), "# Examples".to_owned(), String::new()];
    let info = if is_compiled { "no_run" } else { "text" };
    lines.push(["```", info].concat());
    if let Ok(laid) = lay_out(function) {
        let (before, body, after) = split(&laid.text);
        let hidden = |lines: Vec<&str>| -> Vec<String> {
            let lines = lines.into_iter().filter(|_| is_compiled);
            lines.map(|line| ["# ", line].concat()).collect()
        };
        lines.extend(hidden(before));
        lines.extend(body.into_iter().map(str::to_owned));
        lines.extend(hidden(after));
    }
    lines.push("```".to_owned());
    lines
}

/// Takes a function apart: its head, its statements without their margin, the value and the end.
fn split(function: &str) -> (Vec<&str>, Vec<&str>, Vec<&str>) {
    let lines: Vec<&str> = function.lines().collect();
    let is_head_end = |line: &&str| line.ends_with('{') && !line.starts_with(' ');
    let head = lines.iter().position(is_head_end);
    let head = head.map_or(0, |at| at + 1);
    let end = lines.len().saturating_sub(2).max(head);
    let body = lines[head..end].iter();
    let body = body.map(|line| line.strip_prefix("    ").unwrap_or(line));
    let after = lines[end..].iter().map(|line| line.trim_start());
    (lines[..head].to_vec(), body.collect(), after.collect())
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
