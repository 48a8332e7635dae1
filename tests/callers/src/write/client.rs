//! A generated crate, as its source says: the methods of its client and the builders behind them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use syn::{FnArg, ImplItem, ImplItemFn, Item, ReturnType, Type};

use crate::operation::Operation;
use crate::types::{Imports, held, last_segment};

/// A generated crate.
pub(crate) struct Client {
    /// What the caller calls it: the name of its folder, as an identifier.
    pub(crate) name: String,
    pub(crate) folder: PathBuf,
    pub(crate) package: String,
    /// Whether its operations are features by tag.
    pub(crate) has_tags: bool,
    /// Methods of the client's builder that take credentials, with the number of their arguments.
    pub(crate) credentials: Vec<(syn::Ident, usize)>,
    pub(crate) methods: Vec<Method>,
    /// Builders by name.
    pub(crate) operations: BTreeMap<String, Operation>,
}

/// A method that begins a request.
pub(crate) struct Method {
    pub(crate) name: syn::Ident,
    pub(crate) arguments: Vec<(syn::Ident, Type)>,
    /// The builder that it returns.
    pub(crate) builder: String,
}

impl Client {
    pub(crate) fn read(folder: &Path) -> Result<Self, String> {
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        let manifest = std::fs::read_to_string(folder.join("Cargo.toml"));
        let manifest = manifest.map_err(|error| error.to_string())?;
        let mut client = Self {
            name: name
                .replace(|c: char| !c.is_ascii_alphanumeric(), "_")
                .to_lowercase(),
            folder: folder.canonicalize().map_err(|error| error.to_string())?,
            package: package(&manifest)?,
            has_tags: manifest.contains("\nfull = ["),
            credentials: Vec::new(),
            methods: Vec::new(),
            operations: BTreeMap::new(),
        };
        let file = folder.join("src/client.rs");
        if !file.exists() {
            // A description without operations has no client.
            return Ok(client);
        }
        client.read_client(&parse(&file)?);
        for file in operation_files(folder)? {
            client
                .operations
                .extend(Operation::read_all(&parse(&file)?));
        }
        Ok(client)
    }

    fn read_client(&mut self, file: &syn::File) {
        let imports = Imports::new(&file.items);
        for item in &file.items {
            let Item::Impl(item) = item else { continue };
            let of = last_segment(&item.self_ty);
            let functions = item.items.iter().filter_map(|item| match item {
                ImplItem::Fn(function) => Some(function),
                _ => None,
            });
            match of.as_deref() {
                Some("Client") => self
                    .methods
                    .extend(functions.filter_map(|function| Method::read(function, &imports))),
                Some("ClientBuilder") => self.credentials.extend(functions.filter_map(credential)),
                _ => {}
            }
        }
    }
}

impl Method {
    fn read(function: &ImplItemFn, imports: &Imports) -> Option<Self> {
        let ReturnType::Type(_, builder) = &function.sig.output else {
            return None;
        };
        Some(Self {
            name: function.sig.ident.clone(),
            arguments: arguments(function)
                .map(|(name, ty)| (name, imports.qualify(ty)))
                .collect(),
            builder: last_segment(builder)?,
        })
    }
}

/// A method of the builder whose arguments are all secrets or texts, one of them a secret.
fn credential(function: &ImplItemFn) -> Option<(syn::Ident, usize)> {
    let types: Vec<Type> = arguments(function).map(|(_, ty)| held(ty)).collect();
    let is_secret = |ty: &Type| last_segment(ty).as_deref() == Some("Secret");
    let is_credential = types.iter().any(is_secret);
    is_credential.then(|| (function.sig.ident.clone(), types.len()))
}

/// The arguments of a function but for its receiver.
pub(crate) fn arguments(function: &ImplItemFn) -> impl Iterator<Item = (syn::Ident, &Type)> {
    function.sig.inputs.iter().filter_map(|input| match input {
        FnArg::Typed(typed) => match &*typed.pat {
            syn::Pat::Ident(name) => Some((name.ident.clone(), &*typed.ty)),
            _ => None,
        },
        FnArg::Receiver(_) => None,
    })
}

/// The lines of documentation of an item.
pub(crate) fn docs(attributes: &[syn::Attribute]) -> Vec<String> {
    let values = attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("doc"));
    let texts = values.filter_map(|attribute| match &attribute.meta {
        syn::Meta::NameValue(pair) => match &pair.value {
            syn::Expr::Lit(syn::ExprLit {
                lit: syn::Lit::Str(text),
                ..
            }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    });
    texts.collect()
}

fn parse(path: &Path) -> Result<syn::File, String> {
    let text =
        std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    syn::parse_file(&text).map_err(|error| format!("{}: {error}", path.display()))
}

fn operation_files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries =
        std::fs::read_dir(folder.join("src/operations")).map_err(|error| error.to_string())?;
    let paths = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
    Ok(paths
        .filter(|path| path.file_name().is_none_or(|name| name != "mod.rs"))
        .collect())
}

fn package(manifest: &str) -> Result<String, String> {
    let mut lines = manifest.lines();
    let name = lines.find_map(|line| line.strip_prefix("name = "));
    let name = name.ok_or("a manifest without a name")?;
    Ok(name.trim_matches('"').to_owned())
}
