//! The public items of generated files, in their order.

use std::collections::BTreeMap;

use engross_tests::Tree;
use quote::ToTokens;
use syn::{ImplItem, Item, Visibility};

/// The items of each file of Rust, as in `Pet`, `Pet.name`, `PetStatus::Available`, `Pet::new()`.
pub(crate) type Items = BTreeMap<String, Vec<String>>;

/// Returns the public items of all files.
pub(crate) fn items(files: &Tree) -> Items {
    let files = files
        .iter()
        .filter(|(path, _)| path.rsplit('.').next() == Some("rs"));
    files
        .map(|(path, text)| {
            let file = syn::parse_file(text).expect("it is Rust");
            let mut names = Vec::new();
            file.items.iter().for_each(|item| add(&mut names, item));
            (path.clone(), names)
        })
        .collect()
}

fn add(names: &mut Vec<String>, item: &Item) {
    let is_public = |visibility: &Visibility| matches!(visibility, Visibility::Public(_));
    match item {
        Item::Struct(item) if is_public(&item.vis) => {
            names.push(item.ident.to_string());
            let fields = item.fields.iter().filter(|field| is_public(&field.vis));
            let fields = fields.filter_map(|field| field.ident.as_ref());
            names.extend(fields.map(|field| format!("{}.{field}", item.ident)));
        }
        Item::Enum(item) if is_public(&item.vis) => {
            names.push(item.ident.to_string());
            let variants = item.variants.iter();
            names.extend(variants.map(|it| format!("{}::{}", item.ident, it.ident)));
        }
        Item::Impl(item) if item.trait_.is_none() => {
            let ty = item.self_ty.to_token_stream().to_string();
            for inner in &item.items {
                match inner {
                    ImplItem::Fn(it) if is_public(&it.vis) => {
                        names.push(format!("{ty}::{}()", it.sig.ident));
                    }
                    ImplItem::Const(it) if is_public(&it.vis) => {
                        names.push(format!("{ty}::{}", it.ident));
                    }
                    _ => {}
                }
            }
        }
        Item::Type(item) if is_public(&item.vis) => names.push(item.ident.to_string()),
        Item::Fn(item) if is_public(&item.vis) => names.push(item.sig.ident.to_string()),
        Item::Const(item) if is_public(&item.vis) => names.push(item.ident.to_string()),
        Item::Static(item) if is_public(&item.vis) => names.push(item.ident.to_string()),
        Item::Mod(item) if is_public(&item.vis) => names.push(format!("mod {}", item.ident)),
        _ => {}
    }
}

/// Returns the items of one generation that another one lacks, or has in another file or another order.
pub(crate) fn lost(before: &Items, after: &Items) -> Vec<String> {
    let none = Vec::new();
    let mut lost = Vec::new();
    for (path, names) in before {
        let mut left = after.get(path).unwrap_or(&none).iter();
        for name in names {
            let rest = left.clone();
            if !left.any(|other| other == name) {
                lost.push(format!("{path}: {name}"));
                left = rest;
            }
        }
    }
    lost
}

#[cfg(test)]
mod tests {
    use super::{items, lost};

    fn check(before: &str, after: &str, expect: &[&str]) {
        let items = |text: &str| items(&[("a.rs".to_owned(), text.to_owned())].into());
        assert_eq!(
            lost(&items(before), &items(after)),
            expect,
            "{before} {after}"
        );
    }

    #[test]
    fn what_is_missing_or_moved_is_found() {
        let plain = "pub struct A { pub a: u8, pub b: u8 } impl A { pub fn new() {} }";
        check(plain, plain, &[]);
        check(
            plain,
            "pub struct B; pub struct A { pub a: u8, pub c: u8, pub b: u8 } impl A { pub fn new() {} fn own() {} }",
            &[],
        );
        check(
            plain,
            "pub struct A { pub b: u8, pub a: u8 } impl A { pub fn new() {} }",
            &["a.rs: A.b"],
        );
        check("pub enum E { A, B }", "pub enum E { B }", &["a.rs: E::A"]);
        check(
            "pub type A = u8; pub mod b;",
            "pub mod b; mod c;",
            &["a.rs: A"],
        );
    }
}
