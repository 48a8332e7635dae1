//! Plan to tokens: one small function per node of the plan.
//!
//! Takes a [`Plan`], returns the tokens of every file. It sees only the plan, decides nothing and
//! writes no text: layout is what printing is for.

mod accept;
mod body;
mod builder;
mod client;
mod codec;
mod docs;
mod enums;
mod example;
mod imports;
mod manifest;
mod operation;
mod output;
mod root;
mod structs;
mod ty;
mod wrapper;

use proc_macro2::TokenStream;
use quote::quote;
use toml_edit::DocumentMut;

use crate::plan::models::{Model, ModelFile};
use crate::plan::names::Ident;
use crate::plan::operations::OperationFile;
use crate::plan::{Plan, Root};

/// Everything that is to be printed.
#[derive(Debug)]
pub(crate) struct Emitted {
    /// The description as headers name it.
    pub(crate) source: String,
    /// The generator's version, for the header of the root.
    pub(crate) version: &'static str,
    pub(crate) manifest: Option<DocumentMut>,
    /// The root first.
    pub(crate) units: Vec<Unit>,
}

/// One file of Rust.
#[derive(Debug)]
pub(crate) struct Unit {
    /// From the output folder, with slashes, as in `src/models/pet.rs`.
    pub(crate) path: String,
    pub(crate) code: TokenStream,
    pub(crate) is_root: bool,
}

/// Emits all files.
pub(crate) fn emit(plan: &Plan) -> Emitted {
    let (folder, root, manifest) = match &plan.root {
        Root::Crate { manifest, .. } => (
            "src/",
            "lib.rs",
            Some(manifest::emit_manifest(manifest, &plan.source)),
        ),
        Root::Module => ("", "mod.rs", None),
    };
    let unit = |path: &[&str], code| Unit {
        path: [folder, &path.concat(), ".rs"].concat(),
        code,
        is_root: false,
    };
    let mut units = vec![Unit {
        path: [folder, root].concat(),
        code: root::emit_root(plan),
        is_root: true,
    }];
    let client = plan.client.as_ref();
    units.extend(
        client.map(|client| unit(&["client"], client::emit_client(client, &plan.operations))),
    );
    units.extend(emit_models(&plan.models).map(|(path, code)| unit(&["models/", &path], code)));
    units.extend(emit_codecs(&plan.models).map(|(path, code)| unit(&["codec/", &path], code)));
    let operations = emit_operations(&plan.operations);
    units.extend(operations.map(|(path, code)| unit(&["operations/", &path], code)));
    Emitted {
        source: plan.source.clone(),
        version: plan.version,
        manifest,
        units,
    }
}

fn emit_models(files: &[ModelFile]) -> impl Iterator<Item = (String, TokenStream)> {
    let names = |file: &ModelFile| file.items.iter().map(|item| item.name().clone()).collect();
    let modules = files.iter().map(|file| (&file.module, names(file)));
    let root = (!files.is_empty()).then(|| emit_modules(modules));
    let files = files.iter().map(|file| {
        let uses = imports::emit_imports(&file.imports, &quote!(super));
        let items = file.items.iter().map(emit_model);
        (file.module.as_str().to_owned(), quote!(#uses #(#items)*))
    });
    root.into_iter().chain(files)
}

fn emit_model(model: &Model) -> TokenStream {
    match model {
        Model::Struct(item) => structs::emit_struct(item),
        Model::Enum(item) => enums::emit_enum(item),
        Model::Newtype(item) => wrapper::emit_newtype(item),
        Model::Alias(item) => wrapper::emit_alias(item),
    }
}

fn emit_codecs(files: &[ModelFile]) -> impl Iterator<Item = (String, TokenStream)> {
    let modules: Vec<_> = files.iter().filter(|file| file.codec.is_some()).collect();
    let root = (!modules.is_empty()).then(|| {
        let names = modules.iter().map(|file| &file.module);
        ("mod".to_owned(), quote!(#(mod #names;)*))
    });
    let files = modules.into_iter().filter_map(|file| {
        let codec = file.codec.as_ref()?;
        let uses = imports::emit_imports(&codec.imports, &quote!(super::super::models));
        let named = file.items.iter().zip(&codec.names);
        let codecs = named.map(|(item, name)| codec::emit_codec(item, name.as_ref()));
        Some((file.module.as_str().to_owned(), quote!(#uses #(#codecs)*)))
    });
    root.into_iter().chain(files)
}

fn emit_operations(files: &[OperationFile]) -> impl Iterator<Item = (String, TokenStream)> {
    let modules = files.iter().map(|file| {
        let names = file.operations.iter().flat_map(operation::names);
        (&file.module, names.collect::<Vec<_>>())
    });
    let root = (!files.is_empty()).then(|| emit_modules(modules));
    let files = files.iter().map(|file| {
        let uses = imports::emit_imports(&file.imports, &quote!(super::super::models));
        let docs = docs::emit_inner_docs(&file.docs);
        let operations = file.operations.iter().map(operation::emit_operation);
        (
            file.module.as_str().to_owned(),
            quote!(#docs #uses #(#operations)*),
        )
    });
    root.into_iter().chain(files)
}

/// The file that gives a folder's items one path each.
fn emit_modules<'a>(
    modules: impl Iterator<Item = (&'a Ident, Vec<Ident>)>,
) -> (String, TokenStream) {
    let mut mods = TokenStream::new();
    let mut uses = TokenStream::new();
    for (module, mut names) in modules {
        names.sort();
        mods.extend(quote!(mod #module;));
        uses.extend(match names.as_slice() {
            [name] => quote!(pub use #module::#name;),
            names => quote!(pub use #module::{#(#names),*};),
        });
    }
    ("mod".to_owned(), quote!(#mods #uses))
}

#[cfg(test)]
mod tests;
