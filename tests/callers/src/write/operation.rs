//! A builder of requests, as its source says: its methods, and what travels by which name.

use std::collections::BTreeMap;

use syn::visit::{self, Visit};
use syn::{Expr, ImplItem, ImplItemFn, Item, ItemEnum, ItemStatic, Lit, Type};

use crate::client::{arguments, docs};
use crate::types::{Imports, last_segment};

/// A builder of requests.
#[derive(Default)]
pub(crate) struct Operation {
    /// As in `GET /pets/{id}`.
    pub(crate) target: String,
    /// Methods that take one value and return the builder.
    pub(crate) setters: Vec<(syn::Ident, Type)>,
    /// What the constructor takes, where callers have one.
    pub(crate) required: Vec<(syn::Ident, Type)>,
    /// Place and name on the wire, by field.
    pub(crate) parameters: BTreeMap<String, (String, String)>,
    /// The media types that bodies are written in, in the order of the source.
    pub(crate) media_types: Vec<String>,
    /// The variants of the body's enum, by media type.
    pub(crate) bodies: Vec<(String, syn::Ident, Type)>,
    /// The variants of the answer's media types.
    pub(crate) accepts: Vec<(String, syn::Ident)>,
}

impl Operation {
    /// Reads all builders of a file.
    pub(crate) fn read_all(file: &syn::File) -> BTreeMap<String, Self> {
        let imports = Imports::new(&file.items);
        let mut operations: BTreeMap<String, Self> = BTreeMap::new();
        let mut enums = BTreeMap::new();
        for item in &file.items {
            match item {
                Item::Enum(item) => {
                    enums.insert(item.ident.to_string(), item);
                }
                Item::Impl(item) => {
                    let Some(name) = last_segment(&item.self_ty) else {
                        continue;
                    };
                    let functions = item.items.iter().filter_map(|item| match item {
                        ImplItem::Fn(function) => Some(function),
                        _ => None,
                    });
                    let operation = operations.entry(name).or_default();
                    let is_operation = item
                        .trait_
                        .as_ref()
                        .is_some_and(|(path, _)| path.is_ident("Operation"));
                    match (is_operation, &item.trait_) {
                        (true, _) => functions
                            .for_each(|function| operation.read_function(function, &file.items)),
                        (false, None) => {
                            functions
                                .for_each(|function| operation.read_method(function, &imports));
                        }
                        (false, Some(_)) => {}
                    }
                }
                _ => {}
            }
        }
        for (name, operation) in &mut operations {
            if let Some(item) = enums.get(&format!("{name}Body")) {
                operation.bodies = bodies(item, &imports);
            }
            if let Some(item) = enums.get(&format!("{name}Accept")) {
                operation.accepts = accepts(item);
            }
        }
        operations
    }

    fn read_method(&mut self, function: &ImplItemFn, imports: &Imports) {
        if function.sig.ident == "new" {
            let taken = arguments(function).map(|(name, ty)| (name, imports.qualify(ty)));
            self.required = taken.collect();
        }
        self.setters.extend(setter(function, imports));
    }

    fn read_function(&mut self, function: &ImplItemFn, items: &[Item]) {
        if function.sig.ident == "write" {
            self.read_write(function, items);
        }
        let mut target = Target(None);
        target.visit_block(&function.block);
        if let Some(found) = target.0 {
            self.target = found;
        }
    }

    fn read_write(&mut self, function: &ImplItemFn, items: &[Item]) {
        let mut writes = Writes::default();
        for item in items {
            if let Item::Static(item) = item {
                writes.visit_item_static(item);
            }
        }
        writes.visit_block(&function.block);
        self.parameters.extend(writes.parameters);
        self.media_types.extend(writes.media_types);
    }
}

fn setter(function: &ImplItemFn, imports: &Imports) -> Option<(syn::Ident, Type)> {
    let syn::ReturnType::Type(_, output) = &function.sig.output else {
        return None;
    };
    let takes_self = function
        .sig
        .receiver()
        .is_some_and(|receiver| matches!(receiver.kind, syn::ReceiverKind::Value));
    let is_setter = takes_self && last_segment(output).as_deref() == Some("Self");
    let mut arguments = arguments(function);
    let (_, ty) = arguments.next()?;
    (is_setter && arguments.next().is_none())
        .then(|| (function.sig.ident.clone(), imports.qualify(ty)))
}

fn bodies(item: &ItemEnum, imports: &Imports) -> Vec<(String, syn::Ident, Type)> {
    let variants = item.variants.iter().filter_map(|variant| {
        let media_type = code(&variant.attrs)?;
        let ty = &variant.fields.iter().next()?.ty;
        Some((media_type, variant.ident.clone(), imports.qualify(ty)))
    });
    variants.collect()
}

fn accepts(item: &ItemEnum) -> Vec<(String, syn::Ident)> {
    let variants = item.variants.iter();
    variants
        .filter_map(|variant| Some((code(&variant.attrs)?, variant.ident.clone())))
        .collect()
}

/// The first text between backticks in the documentation.
fn code(attributes: &[syn::Attribute]) -> Option<String> {
    let docs = docs(attributes);
    docs.iter()
        .find_map(|line| line.split('`').nth(1).map(ToOwned::to_owned))
}

/// What `write` does with the request.
#[derive(Default)]
struct Writes {
    names: BTreeMap<String, String>,
    parameters: BTreeMap<String, (String, String)>,
    media_types: Vec<String>,
}

impl Visit<'_> for Writes {
    fn visit_item_static(&mut self, item: &ItemStatic) {
        let mut names = WireName(None);
        names.visit_expr(&item.expr);
        if let Some(name) = names.0 {
            self.names.insert(item.ident.to_string(), name);
        }
    }

    fn visit_expr_method_call(&mut self, call: &syn::ExprMethodCall) {
        visit::visit_expr_method_call(self, call);
        let method = call.method.to_string();
        let place = method.split('_').next().unwrap_or_default().to_owned();
        let (first, second) = (call.args.first(), call.args.get(1));
        if ["body", "multipart", "items", "sequence"].contains(&place.as_str()) {
            self.media_types.extend(first.and_then(text));
        } else if let (Some(wire), Some(field)) =
            (first.and_then(path_name), second.and_then(field_name))
            && let Some(wire) = self.names.get(&wire)
        {
            self.parameters.insert(field, (place, wire.clone()));
        }
    }
}

/// Finds `Parameter::new("name")`.
struct WireName(Option<String>);

impl Visit<'_> for WireName {
    fn visit_expr_call(&mut self, call: &syn::ExprCall) {
        visit::visit_expr_call(self, call);
        let is_new = matches!(&*call.func, Expr::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == "new"));
        if is_new && let Some(name) = call.args.first().and_then(text) {
            self.0 = Some(name);
        }
    }
}

/// Finds `OperationInfo::new("id", "GET", "/path")`.
struct Target(Option<String>);

impl Visit<'_> for Target {
    fn visit_expr_call(&mut self, call: &syn::ExprCall) {
        visit::visit_expr_call(self, call);
        let texts: Vec<String> = call.args.iter().filter_map(text).collect();
        if let [_, method, path] = texts.as_slice() {
            self.0 = Some(format!("{method} {path}"));
        }
    }
}

fn text(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Lit(syn::ExprLit {
            lit: Lit::Str(text),
            ..
        }) => Some(text.value()),
        _ => None,
    }
}

/// The name in `&NAME`.
fn path_name(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Reference(reference) => path_name(&reference.expr),
        Expr::Path(path) => Some(path.path.segments.last()?.ident.to_string()),
        _ => None,
    }
}

/// The field in `&self.field`.
fn field_name(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Reference(reference) => field_name(&reference.expr),
        Expr::Field(field) => match &field.member {
            syn::Member::Named(name) => Some(name.to_string()),
            syn::Member::Unnamed(_) => None,
        },
        _ => None,
    }
}
