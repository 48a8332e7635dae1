//! Plan to tokens: one small function per node of the plan.
//!
//! Takes a [`Plan`], returns the files, which give their tokens when asked. It sees only the plan, decides nothing and
//! writes no text: layout is what printing is for.

mod body;
mod builder;
mod client;
mod closed_enum;
mod codec;
mod derives;
mod docs;
mod enums;
mod example;
mod failure;
mod header;
mod imports;
mod manifest;
mod operation;
mod output;
mod parts;
mod root;
mod rules;
mod servers;
mod streams;
mod structs;
mod tuples;
mod ty;
mod unions;
mod wrapper;

use toml_edit::DocumentMut;

use crate::plan::client::Client;
use crate::plan::models::{Codec, Model, ModelFile};
use crate::plan::names::Ident;
use crate::plan::operations::{HeaderFile, OperationFile};
use crate::plan::rules::{OperationFile as TableFile, RuleFile, Rules};
use crate::plan::servers::ServerType;
use crate::plan::{Plan, Root};
use crate::tokens::{TokenStream, quote};

/// Everything that is to be printed.
#[derive(Debug)]
pub(crate) struct Emitted<'a> {
    /// The description as headers name it.
    pub(crate) source: &'a str,
    /// The generator's version, for the header of the root.
    pub(crate) version: &'static str,
    pub(crate) manifest: Option<DocumentMut>,
    /// The root first.
    pub(crate) units: Vec<Unit<'a>>,
}

/// One file of Rust. Its tokens are made when they are asked for: those of all files together would
/// take many times the memory of their text.
#[derive(Debug)]
pub(crate) struct Unit<'a> {
    /// From the output folder, with slashes, as in `src/models/pet.rs`.
    pub(crate) path: String,
    pub(crate) is_root: bool,
    content: Content<'a>,
}

/// What is in a file.
#[derive(Debug, Clone, Copy)]
enum Content<'a> {
    Root(&'a Plan),
    Client(&'a Client, &'a [OperationFile]),
    Headers(&'a HeaderFile),
    Servers(&'a [ServerType]),
    ModelsRoot(&'a [ModelFile]),
    Models(&'a ModelFile),
    CodecsRoot(&'a [ModelFile]),
    Codecs(&'a ModelFile, &'a Codec),
    OperationsRoot(&'a [OperationFile]),
    Operations(&'a OperationFile),
    RulesRoot(&'a Rules),
    Rules(&'a RuleFile),
    OperationRulesRoot(&'a [TableFile]),
    OperationRules(&'a TableFile),
}

impl Unit<'_> {
    /// Emits the file.
    pub(crate) fn tokens(&self) -> TokenStream {
        match self.content {
            Content::Root(plan) => root::emit_root(plan),
            Content::Client(client, operations) => client::emit_client(client, operations),
            Content::Headers(file) => header::emit_headers(file),
            Content::Servers(servers) => servers::emit_servers(servers),
            Content::ModelsRoot(files) => emit_models_root(files),
            Content::Models(file) => emit_models(file),
            Content::CodecsRoot(files) => emit_codecs_root(files),
            Content::Codecs(file, codec) => emit_codecs(file, codec),
            Content::OperationsRoot(files) => emit_operations_root(files),
            Content::Operations(file) => emit_operations(file),
            Content::RulesRoot(rules) => rules::emit_rules_root(rules),
            Content::Rules(file) => rules::emit_rules(file),
            Content::OperationRulesRoot(files) => rules::emit_operation_rules_root(files),
            Content::OperationRules(file) => rules::emit_operation_rules(file),
        }
    }
}

/// Lists all files.
pub(crate) fn emit(plan: &Plan) -> Emitted<'_> {
    let (folder, root, manifest) = match &plan.root {
        Root::Crate { manifest, .. } => (
            "src/",
            "lib",
            Some(manifest::emit_manifest(manifest, &plan.source)),
        ),
        Root::Module => ("", "mod", None),
    };
    let contents = std::iter::once(("", root, Content::Root(plan))).chain(contents(plan));
    let units = contents.map(|(below, name, content)| Unit {
        path: [folder, below, name, ".rs"].concat(),
        is_root: matches!(content, Content::Root(_)),
        content,
    });
    Emitted {
        source: &plan.source,
        version: plan.version,
        manifest,
        units: units.collect(),
    }
}

/// The files below the root: folder, name, content. Those that may be very long come first, so that
/// none of them is left for one thread at the end.
fn contents(plan: &Plan) -> impl Iterator<Item = (&'static str, &str, Content<'_>)> {
    let (models, operations) = (plan.models.as_slice(), plan.operations.as_slice());
    let client = plan.client.iter();
    let client = client.map(|client| ("", "client", Content::Client(client, operations)));
    let headers = plan.headers.iter();
    let headers = headers.map(|file| ("", "headers", Content::Headers(file)));
    let servers = plan.servers.as_slice();
    let servers = (!servers.is_empty()).then_some(("", "servers", Content::Servers(servers)));
    let has_models = !models.is_empty();
    let models_root = has_models.then_some(("models/", "mod", Content::ModelsRoot(models)));
    let model_files = models
        .iter()
        .map(|file| ("models/", file.module.as_str(), Content::Models(file)));
    let has_codecs = models.iter().any(|file| file.codec.is_some());
    let codecs_root = has_codecs.then_some(("codec/", "mod", Content::CodecsRoot(models)));
    let codec_files = models.iter().filter_map(|file| {
        let codec = file.codec.as_ref()?;
        Some(("codec/", file.module.as_str(), Content::Codecs(file, codec)))
    });
    let has_operations = !operations.is_empty();
    let root = Content::OperationsRoot(operations);
    let operations_root = has_operations.then_some(("operations/", "mod", root));
    let operation_files = operations.iter().map(|file| {
        (
            "operations/",
            file.module.as_str(),
            Content::Operations(file),
        )
    });
    client
        .chain(headers)
        .chain(servers)
        .chain(operations_root)
        .chain(operation_files)
        .chain(models_root)
        .chain(model_files)
        .chain(codecs_root)
        .chain(codec_files)
        .chain(plan.rules.iter().flat_map(rule_contents))
}

/// The files of what is checked.
fn rule_contents(rules: &Rules) -> impl Iterator<Item = (&'static str, &str, Content<'_>)> {
    let root = ("rules/", "mod", Content::RulesRoot(rules));
    let files = rules.files.iter().filter_map(|file| {
        let module = file.module.as_ref()?;
        Some(("rules/", module.as_str(), Content::Rules(file)))
    });
    let operations = rules.operations.as_slice();
    let below = "rules/operations/";
    let operations_root = Content::OperationRulesRoot(operations);
    let operations_root = (!operations.is_empty()).then_some((below, "mod", operations_root));
    let operation_files = operations
        .iter()
        .map(move |file| (below, file.module.as_str(), Content::OperationRules(file)));
    std::iter::once(root)
        .chain(files)
        .chain(operations_root)
        .chain(operation_files)
}

fn emit_models_root(files: &[ModelFile]) -> TokenStream {
    emit_modules(files.iter().map(|file| Module {
        name: &file.module,
        items: file.items.iter().map(|item| item.name().clone()).collect(),
        condition: emit_condition(&file.features),
    }))
}

fn emit_models(file: &ModelFile) -> TokenStream {
    let uses = imports::emit_imports(&file.imports, &quote!(super));
    let items = file.items.iter().map(emit_model);
    quote!(#uses #(#items)*)
}

fn emit_model(model: &Model) -> TokenStream {
    match model {
        Model::Struct(item) => structs::emit_struct(item),
        Model::Tuple(item) => tuples::emit_tuple(item),
        Model::Enum(item) => enums::emit_enum(item),
        Model::Union(item) => unions::emit_union(item),
        Model::Newtype(item) => wrapper::emit_newtype(item),
        Model::Alias(item) => wrapper::emit_alias(item),
    }
}

fn emit_codecs_root(files: &[ModelFile]) -> TokenStream {
    let with_codec = files.iter().filter(|file| file.codec.is_some());
    let modules = with_codec.map(|file| {
        let (condition, name) = (emit_condition(&file.features), &file.module);
        quote!(#condition mod #name;)
    });
    quote!(#(#modules)*)
}

fn emit_codecs(file: &ModelFile, codec: &Codec) -> TokenStream {
    let uses = imports::emit_imports(&codec.imports, &quote!(super::super::models));
    let named = file.items.iter().zip(&codec.names);
    let codecs = named.map(|(item, name)| codec::emit_codec(item, name.as_ref()));
    quote!(#uses #(#codecs)*)
}

fn emit_operations_root(files: &[OperationFile]) -> TokenStream {
    emit_modules(files.iter().map(|file| Module {
        name: &file.module,
        items: file.operations.iter().flat_map(operation::names).collect(),
        condition: emit_condition(file.feature.as_slice()),
    }))
}

fn emit_operations(file: &OperationFile) -> TokenStream {
    let docs = docs::emit_inner_docs(&file.docs);
    let uses = imports::emit_imports(&file.imports, &quote!(super::super::models));
    let operations = file.operations.iter().map(operation::emit_operation);
    quote!(#docs #uses #(#operations)*)
}

/// One module of a folder.
struct Module<'a> {
    name: &'a Ident,
    items: Vec<Ident>,
    condition: Option<TokenStream>,
}

/// The file that gives a folder's items one path each.
fn emit_modules<'a>(modules: impl Iterator<Item = Module<'a>>) -> TokenStream {
    let mut mods = TokenStream::new();
    let mut uses = TokenStream::new();
    for mut module in modules {
        module.items.sort();
        let (name, condition) = (module.name, module.condition);
        mods.extend(quote!(#condition mod #name;));
        uses.extend(match module.items.as_slice() {
            [item] => quote!(#condition pub use #name::#item;),
            items => quote!(#condition pub use #name::{#(#items),*};),
        });
    }
    quote!(#mods #uses)
}

/// Emits the condition that one of these features is on; none where there are none.
fn emit_condition(features: &[String]) -> Option<TokenStream> {
    match features {
        [] => None,
        [one] => Some(quote!(#[cfg(feature = #one)])),
        many => Some(quote!(#[cfg(any(#(feature = #many),*))])),
    }
}

#[cfg(test)]
mod tests;
