//! The caller's files.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Ident, Type};

use crate::client::{Client, Method};
use crate::operation::Operation;
use crate::types::{held, item, last_segment};

/// How callers are compiled: once, and not for a debugger.
const PROFILE: &str = "[profile.dev]\ndebug = false\nincremental = false\n";

/// The caller's `Cargo.toml`.
pub(crate) fn manifest(name: &str, clients: &[Client]) -> Result<String, String> {
    let project = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let mut lines = vec![
        format!("[package]\nname = {name:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n"),
        format!("[workspace]\n\n{PROFILE}\n[dependencies]"),
        format!("engross-callers = {{ path = \"{project}/tests/callers\" }}"),
        format!("engross-runtime = {{ path = \"{project}/runtime\", features = [\"ureq\"] }}"),
    ];
    for client in clients {
        let (name, package) = (&client.name, &client.package);
        let folder = client.folder.to_str().ok_or("a folder that is no UTF-8")?;
        let tags = if client.has_tags { ", \"full\"" } else { "" };
        lines.push(format!(
            "{name} = {{ path = {folder:?}, package = {package:?}, default-features = false, features = [\"ureq\"{tags}] }}",
        ));
    }
    Ok(lines.join("\n") + "\n")
}

/// The caller's `main.rs`.
pub(crate) fn main_file(clients: &[Client]) -> Result<String, String> {
    let names: Vec<Ident> = clients.iter().map(module).collect();
    let texts = clients.iter().map(|client| &client.name);
    print(quote! {
        #(mod #names;)*
        fn main() -> std::io::Result<()> {
            engross_callers::run(&[#((#texts, #names::dispatch)),*])
        }
    })
}

/// The file with an arm for every operation of a client.
pub(crate) fn client_file(client: &Client) -> Result<String, String> {
    let name = module(client);
    let arms = client.methods.iter().filter_map(|method| {
        let operation = client.operations.get(&method.builder)?;
        let (key, body) = (&operation.target, arm(method, operation, client));
        Some(quote!(#key => { #body }))
    });
    let credentials = client.credentials.iter().map(|(method, count)| {
        let text = method.to_string();
        let values =
            (0..*count).map(|index| quote!(values.get(#index).cloned().unwrap_or_default()));
        quote! {
            if let Some(values) = call.credential(#text) {
                builder = builder.#method(#(#values),*);
            }
        }
    });
    print(quote! {
        #![allow(unused_imports, unused_mut, unused_variables, deprecated)]
        use ::#name as generated;
        use engross_callers::{Call, Debugged, Modelled, Outcome, Shown, finish};
        fn client(call: &Call) -> Result<generated::Client, String> {
            let mut builder = generated::Client::builder();
            if let Some(server) = call.server() {
                builder = builder.server(server);
            }
            #(#credentials)*
            builder.build().map_err(|error| error.to_string())
        }
        pub fn dispatch(call: &Call) -> Option<Result<Outcome, String>> {
            match call.operation() {
                #(#arms)*
                _ => None,
            }
        }
    })
}

fn arm(method: &Method, operation: &Operation, client: &Client) -> TokenStream {
    let name = &method.name;
    let arguments = method
        .arguments
        .iter()
        .map(|(name, ty)| required(name, ty, method, operation, client));
    let setters = operation
        .setters
        .iter()
        .map(|(name, ty)| optional(name, ty, method, operation, client));
    quote! {
        fn run(call: &Call) -> Result<Outcome, String> {
            let client = client(call)?;
            let mut request = client.#name(#(#arguments),*);
            #(#setters)*
            Ok(finish(request.send_blocking(), |value| (&Shown(value)).show()))
        }
        Some(run(call))
    }
}

fn required(
    name: &Ident,
    ty: &Type,
    method: &Method,
    operation: &Operation,
    client: &Client,
) -> TokenStream {
    let held = held(ty);
    match operation.parameters.get(&name.to_string()) {
        Some((place, wire)) => quote!(call.required::<#held>(#place, #wire)?),
        None if !operation.bodies.is_empty() => {
            let body = body_enum(method, operation, client);
            quote!(#body.ok_or("the call has no body")?)
        }
        None => {
            let body = body(&held, operation.media_types.first(), client);
            quote!(#body.ok_or("the call has no body")?)
        }
    }
}

/// The body in a media type: octets, parts, or what a codec reads.
fn body(held: &Type, media_type: Option<&String>, client: &Client) -> TokenStream {
    let media_type = media_type.map_or("", String::as_str);
    match last_segment(held).as_deref() {
        Some("Body") => quote!(call.octets()?),
        Some(name) if name.ends_with("Parts") => parts(held, name, client),
        _ => quote!(call.body::<#held>(#media_type)?),
    }
}

fn parts(held: &Type, name: &str, client: &Client) -> TokenStream {
    let Some(parts) = client.operations.get(name) else {
        return quote!(None::<#held>);
    };
    let required = parts.required.iter().map(|(name, ty)| {
        let value = part(name, ty);
        quote!(#value.ok_or("a required part is missing")?)
    });
    let setters = parts.setters.iter().filter(|(name, _)| name != "part");
    let setters = setters.map(|(name, ty)| {
        let value = part(name, ty);
        quote!(if let Some(value) = #value { parts = parts.#name(value); })
    });
    quote! {
        {
            let mut parts = #held::new(#(#required),*);
            #(#setters)*
            Some(parts)
        }
    }
}

fn part(name: &Ident, ty: &Type) -> TokenStream {
    let (name, held) = (name.to_string(), held(ty));
    let is_file = |ty: &Type| last_segment(ty).as_deref() == Some("FilePart");
    match item(&held) {
        Some(item) if is_file(item) => quote!(call.files(#name)?),
        _ if is_file(&held) => quote!(call.file(#name)?),
        _ => quote!(call.part::<#held>(#name)?),
    }
}

fn optional(
    name: &Ident,
    ty: &Type,
    method: &Method,
    operation: &Operation,
    client: &Client,
) -> TokenStream {
    let held = held(ty);
    let value = match operation.parameters.get(&name.to_string()) {
        Some((place, wire)) => quote!(call.argument::<#held>(#place, #wire)?),
        None if last_segment(&held).is_some_and(|last| last.ends_with("Accept")) => {
            accept(method, operation)
        }
        None if !operation.bodies.is_empty() => body_enum(method, operation, client),
        None if name == "body" => body(&held, operation.media_types.first(), client),
        None => return TokenStream::new(),
    };
    quote! {
        if let Some(value) = #value {
            request = request.#name(value);
        }
    }
}

fn body_enum(method: &Method, operation: &Operation, client: &Client) -> TokenStream {
    let name = format_ident!("{}Body", method.builder);
    let arms = operation.bodies.iter().map(|(media_type, variant, ty)| {
        let held = held(ty);
        let body = body(&held, Some(media_type), client);
        quote!(Some(#media_type) => #body.map(generated::operations::#name::#variant),)
    });
    quote! {
        match call.media_type() {
            #(#arms)*
            _ => None,
        }
    }
}

fn accept(method: &Method, operation: &Operation) -> TokenStream {
    let name = format_ident!("{}Accept", method.builder);
    let arms = operation.accepts.iter().map(|(media_type, variant)| {
        quote!(Some(#media_type) => Some(generated::operations::#name::#variant),)
    });
    quote! {
        match call.accept() {
            #(#arms)*
            _ => None,
        }
    }
}

fn module(client: &Client) -> Ident {
    format_ident!("{}", client.name)
}

fn print(tokens: TokenStream) -> Result<String, String> {
    let file = syn::parse2(tokens).map_err(|error| error.to_string())?;
    Ok(prettyplease::unparse(&file))
}
