//! The public API of a generated crate, as far as its text shows it: items with what they are.
//!
//! In: the files. Out: a map from the path of each item to its signature. Bodies, documentation and
//! private modules do not count; where a file stands within its folder does not count either, since all of
//! a folder's files are one module to users.

use std::collections::BTreeMap;

use engross_tests::Tree;
use quote::ToTokens;
use syn::{Attribute, Fields, ImplItem, Item, ItemEnum, ItemImpl, ItemStruct, Meta, Visibility};

/// What an item is and whether more of its kind may come, as in (`models::Pet.name`, `String`).
pub(crate) type Api = BTreeMap<String, String>;

/// Stands before the paths of what should not be used any more.
pub(crate) const DEPRECATED: &str = "deprecated ";

/// Returns the API of a crate.
pub(crate) fn api(files: &Tree) -> Api {
    let mut api = Api::new();
    for (path, text) in files {
        if path == "Cargo.toml" {
            add_features(&mut api, text);
        }
        let Some(module) = module(path) else { continue };
        let file = syn::parse_file(text).expect("it is Rust");
        for item in &file.items {
            add(&mut api, module, item);
        }
    }
    api
}

/// Returns the module whose users see a file, unless it is mechanical.
fn module(path: &str) -> Option<&'static str> {
    let path = path.strip_prefix("src/")?.strip_suffix(".rs")?;
    match path.split('/').next() {
        Some("models") => Some("models"),
        Some("operations") => Some("operations"),
        Some("servers") => Some("servers"),
        Some("client") => Some("client"),
        _ => None,
    }
}

fn add_features(api: &mut Api, manifest: &str) {
    let features = manifest.split("\n[features]\n").nth(1).unwrap_or_default();
    let lines = features.lines().take_while(|line| !line.starts_with('['));
    let names = lines.filter_map(|line| line.split_once(" = ["));
    api.extend(names.map(|(name, _)| (format!("feature {name}"), String::new())));
}

fn add(api: &mut Api, module: &str, item: &Item) {
    match item {
        Item::Struct(item) if is_public(&item.vis) => add_struct(api, module, item),
        Item::Enum(item) if is_public(&item.vis) => add_enum(api, module, item),
        Item::Impl(item) => add_impl(api, module, item),
        Item::Type(item) if is_public(&item.vis) => {
            api.insert(format!("{module}::{}", item.ident), text(&item.ty));
        }
        Item::Fn(item) if is_public(&item.vis) => {
            api.insert(format!("{module}::{}()", item.sig.ident), text(&item.sig));
        }
        Item::Const(item) if is_public(&item.vis) => {
            api.insert(format!("{module}::{}", item.ident), text(&item.ty));
        }
        _ => {}
    }
}

fn add_struct(api: &mut Api, module: &str, item: &ItemStruct) {
    let path = format!("{module}::{}", item.ident);
    add_derives(api, &path, &item.attrs);
    api.insert(path.clone(), format!("struct{}", text(&item.generics)));
    for (index, field) in item.fields.iter().enumerate() {
        if is_public(&field.vis) {
            let index = index.to_string();
            let name = field.ident.as_ref().map_or(index, ToString::to_string);
            add_deprecation(api, &format!("{path}.{name}"), &field.attrs);
            api.insert(format!("{path}.{name}"), text(&field.ty));
        }
    }
}

fn add_enum(api: &mut Api, module: &str, item: &ItemEnum) {
    let path = format!("{module}::{}", item.ident);
    add_derives(api, &path, &item.attrs);
    api.insert(path.clone(), format!("enum{}", text(&item.generics)));
    let is_open = item
        .attrs
        .iter()
        .any(|attribute| attribute.path().is_ident("non_exhaustive"));
    for variant in &item.variants {
        let fields = match &variant.fields {
            Fields::Unit => String::new(),
            fields => text(fields),
        };
        api.insert(format!("{path}::{}", variant.ident), fields);
    }
    if !is_open {
        let names = item
            .variants
            .iter()
            .map(|variant| variant.ident.to_string());
        api.insert(
            format!("all of {path}"),
            names.collect::<Vec<_>>().join(", "),
        );
    }
}

fn add_derives(api: &mut Api, path: &str, attributes: &[Attribute]) {
    add_deprecation(api, path, attributes);
    for attribute in attributes {
        if let (Meta::List(list), true) = (&attribute.meta, attribute.path().is_ident("derive")) {
            let names = list.tokens.to_string();
            let names = names
                .split(',')
                .map(str::trim)
                .filter(|name| !name.is_empty());
            api.extend(names.map(|name| (format!("{name} for {path}"), String::new())));
        }
    }
}

/// What becomes deprecated is news to users; what no longer is takes nothing from them.
fn add_deprecation(api: &mut Api, path: &str, attributes: &[Attribute]) {
    let mut attributes = attributes.iter();
    if attributes.any(|attribute| attribute.path().is_ident("deprecated")) {
        api.insert(format!("{DEPRECATED}{path}"), String::new());
    }
}

fn add_impl(api: &mut Api, module: &str, item: &ItemImpl) {
    let ty = format!("{module}::{}", text(&item.self_ty));
    if let Some((name, _)) = &item.trait_ {
        api.insert(format!("{} for {ty}", text(name)), String::new());
        return;
    }
    for inner in &item.items {
        match inner {
            ImplItem::Fn(it) if is_public(&it.vis) => {
                let path = format!("{ty}::{}()", it.sig.ident);
                add_deprecation(api, &path, &it.attrs);
                api.insert(path, text(&it.sig));
            }
            ImplItem::Const(it) if is_public(&it.vis) => {
                api.insert(format!("{ty}::{}", it.ident), text(&it.ty));
            }
            _ => {}
        }
    }
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn text(tokens: &impl ToTokens) -> String {
    tokens.to_token_stream().to_string()
}
