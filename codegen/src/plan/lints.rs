//! Lints, nearly all of clippy, that generated code cannot keep to, because names and numbers are the
//! description's.
//!
//! Decided from the finished plan by clippy's own rules, where those are simple, and else on the
//! safe side. An API that offends against nothing gets no `allow`.

use std::collections::{BTreeMap, BTreeSet};

use super::models::{Field, Model, ModelFile};
use super::names::Ident;
use super::operations::{BodyContent, Given, HeaderFile, Operation, OperationFile, Parameter};
use super::servers::{ServerType, Values};
use super::ty::Ty;

/// What is allowed in each module.
#[derive(Debug, Default)]
pub(crate) struct Allows {
    pub(crate) client: BTreeSet<Lint>,
    pub(crate) codec: BTreeSet<Lint>,
    pub(crate) headers: BTreeSet<Lint>,
    pub(crate) models: BTreeSet<Lint>,
    pub(crate) operations: BTreeSet<Lint>,
    pub(crate) servers: BTreeSet<Lint>,
}

/// A lint, in alphabetical order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Lint {
    /// Of the compiler itself, not of clippy.
    Deprecated,
    DisallowedNames,
    EnumVariantNames,
    LargeEnumVariant,
    NewRetNoSelf,
    SelfNamedConstructors,
    ShouldImplementTrait,
    TooManyArguments,
    WrongSelfConvention,
}

/// What a function may take, `self` included.
const MOST_ARGUMENTS: usize = 7;

/// Smaller enums may have variants with a word in common.
const FEWEST_VARIANTS: usize = 3;

/// Names of variables that stand for no name at all.
const PLACEHOLDERS: &[&str] = &["foo", "baz", "quux"];

/// Methods that should come from a trait of the standard library.
const OF_TRAITS: &[&str] = &[
    "add",
    "as_mut",
    "as_ref",
    "bitand",
    "bitor",
    "bitxor",
    "borrow",
    "borrow_mut",
    "clone",
    "cmp",
    "default",
    "deref",
    "deref_mut",
    "div",
    "drop",
    "eq",
    "from_iter",
    "from_str",
    "hash",
    "index",
    "index_mut",
    "into_iter",
    "mul",
    "neg",
    "next",
    "not",
    "rem",
    "shl",
    "shr",
    "sub",
];

/// Beginnings of names that promise how a method takes `self`.
const OF_SELF: &[&str] = &["as_", "from_", "into_", "is_", "to_"];

pub(super) fn plan_allows(
    models: &[ModelFile],
    operations: &[OperationFile],
    headers: Option<&HeaderFile>,
    servers: &[ServerType],
) -> Allows {
    let mut allows = Allows::default();
    for server in servers {
        allow_server(&mut allows.servers, server);
    }
    let models: BTreeMap<&Ident, &Model> = models
        .iter()
        .flat_map(|file| &file.items)
        .map(|model| (model.name(), model))
        .collect();
    for model in models.values() {
        allow_model(&mut allows.models, model);
        allow_fields(&mut allows, model);
    }
    allow_deprecated(&mut allows, &models, operations);
    let mut in_headers = headers
        .into_iter()
        .flat_map(|file| file.imports.all_models());
    if in_headers.any(|name| models.get(name).is_some_and(|model| model.is_deprecated())) {
        allows.headers.insert(Lint::Deprecated);
    }
    for operation in operations.iter().flat_map(|file| &file.operations) {
        allow_method(&mut allows.client, &operation.method);
        allow_new(&mut allows, operation);
        allow_parameters(&mut allows, operation);
        allow_setters(&mut allows.operations, operation);
        allow_parts(&mut allows.operations, operation);
        allow_enums(&mut allows.operations, operation, &models);
        // The method takes `self`, and the builder's constructor the client.
        if operation.arguments().len() + 1 > MOST_ARGUMENTS {
            allows.client.insert(Lint::TooManyArguments);
            allows.operations.insert(Lint::TooManyArguments);
        }
    }
    allows
}

/// What warns callers must not warn of the client itself.
fn allow_deprecated(
    allows: &mut Allows,
    models: &BTreeMap<&Ident, &Model>,
    operations: &[OperationFile],
) {
    let has_field = |model: &Model| match model {
        Model::Struct(item) => item.fields.iter().any(|field| field.is_deprecated),
        Model::Tuple(_)
        | Model::Enum(_)
        | Model::Union(_)
        | Model::Newtype(_)
        | Model::Alias(_) => false,
    };
    let is_deprecated = |model: &Model| model.is_deprecated();
    let mut all = models.values();
    if all.any(|model| is_deprecated(model) || has_field(model)) {
        allows.models.insert(Lint::Deprecated);
        allows.codec.insert(Lint::Deprecated);
    }
    let named = operations.iter().flat_map(|file| file.imports.all_models());
    let mut named = named.filter_map(|name| models.get(name));
    if named.any(|model| is_deprecated(model)) {
        allows.operations.insert(Lint::Deprecated);
        allows.client.insert(Lint::Deprecated);
    }
}

fn allow_model(allowed: &mut BTreeSet<Lint>, model: &Model) {
    match model {
        Model::Struct(item) => {
            let fields = item.fields.iter();
            let asked = fields.filter(|field| field.is_asked_for());
            if asked.count() > MOST_ARGUMENTS {
                allowed.insert(Lint::TooManyArguments);
            }
        }
        Model::Enum(item) => {
            let names = item.variants.iter().map(|variant| variant.name.as_str());
            allow_variants(
                allowed,
                &item.name,
                &names.chain(["Unknown"]).collect::<Vec<_>>(),
            );
        }
        Model::Union(item) => {
            let names = item.variants.iter().map(|variant| variant.name.as_str());
            allow_variants(
                allowed,
                &item.name,
                &names.chain(["Unknown"]).collect::<Vec<_>>(),
            );
        }
        Model::Tuple(_) | Model::Newtype(_) | Model::Alias(_) => {}
    }
}

fn allow_server(allowed: &mut BTreeSet<Lint>, server: &ServerType) {
    for variable in &server.variables {
        let Values::Listed(listed) = &variable.values else {
            continue;
        };
        let values = &listed.values;
        let names = values.variants.iter().map(|variant| variant.name.as_str());
        allow_variants(allowed, &values.name, &names.collect::<Vec<_>>());
    }
}

/// Codecs have a variable for each field, constructors one for each required field.
fn allow_fields(allows: &mut Allows, model: &Model) {
    let Model::Struct(item) = model else {
        return;
    };
    let is_placeholder = |field: &&Field| PLACEHOLDERS.contains(&field.local.as_str());
    for field in item.fields.iter().filter(is_placeholder) {
        allows.codec.insert(Lint::DisallowedNames);
        if field.is_asked_for() {
            allows.models.insert(Lint::DisallowedNames);
        }
    }
}

/// A request called `new` has a method of the client and a constructor of that name.
fn allow_new(allows: &mut Allows, operation: &Operation) {
    if operation.method.as_str() == "new" {
        allows.client.insert(Lint::NewRetNoSelf);
    }
    if operation.name.as_str() == "New" {
        allows.operations.insert(Lint::SelfNamedConstructors);
    }
}

fn allow_parameters(allows: &mut Allows, operation: &Operation) {
    let is_placeholder = |p: &&Parameter| PLACEHOLDERS.contains(&p.name.as_str());
    for parameter in operation.parameters.iter().filter(is_placeholder) {
        allows.operations.insert(Lint::DisallowedNames);
        if parameter.is_positional() {
            allows.client.insert(Lint::DisallowedNames);
        }
    }
}

fn allow_setters(allowed: &mut BTreeSet<Lint>, operation: &Operation) {
    for parameter in operation.parameters.iter().filter(|p| !p.is_positional()) {
        allow_method(allowed, &parameter.name);
    }
}

fn allow_parts(allowed: &mut BTreeSet<Lint>, operation: &Operation) {
    let parts = operation.body.as_ref().and_then(|body| body.parts.as_ref());
    let rows = parts.map(|parts| parts.rows.as_slice()).unwrap_or_default();
    for row in rows {
        if PLACEHOLDERS.contains(&row.name.as_str()) {
            allowed.insert(Lint::DisallowedNames);
        }
        if row.given != Given::Positional {
            allow_method(allowed, &row.name);
        }
    }
    if rows
        .iter()
        .filter(|row| row.given == Given::Positional)
        .count()
        > MOST_ARGUMENTS
    {
        allowed.insert(Lint::TooManyArguments);
    }
}

fn allow_method(allowed: &mut BTreeSet<Lint>, name: &Ident) {
    if OF_TRAITS.contains(&name.as_str()) {
        allowed.insert(Lint::ShouldImplementTrait);
    }
    if OF_SELF.iter().any(|start| name.as_str().starts_with(start)) {
        allowed.insert(Lint::WrongSelfConvention);
    }
}

fn allow_enums(
    allowed: &mut BTreeSet<Lint>,
    operation: &Operation,
    models: &BTreeMap<&Ident, &Model>,
) {
    if let Some(accept) = &operation.accept {
        let names = accept.variants.iter().map(|variant| variant.name.as_str());
        allow_variants(allowed, &accept.name, &names.collect::<Vec<_>>());
    }
    let body = operation.body.as_ref().map(|body| &body.content);
    if let Some(BodyContent::Choice { name, variants, .. }) = body {
        let names = variants.iter().map(|variant| variant.name.as_str());
        allow_variants(allowed, name, &names.collect::<Vec<_>>());
        let types = variants.iter().map(|variant| Some(&variant.ty));
        allow_sizes(allowed, &types.collect::<Vec<_>>(), models);
    }
    if let Some(failure) = &operation.failure {
        let variants = failure.variants.iter();
        let names = variants.clone().map(|variant| variant.name.as_str());
        allow_variants(allowed, &failure.name, &names.collect::<Vec<_>>());
        let types = variants.map(|variant| variant.ty.as_ref());
        allow_sizes(allowed, &types.collect::<Vec<_>>(), models);
    }
    if let Some(choice) = &operation.output.choice {
        let names = choice.variants.iter().map(|variant| variant.name.as_str());
        allow_variants(allowed, &choice.name, &names.collect::<Vec<_>>());
        let types = choice
            .variants
            .iter()
            .map(|variant| Some(&variant.content.as_ref()?.ty));
        allow_sizes(allowed, &types.collect::<Vec<_>>(), models);
    }
}

/// Variants should not repeat the name of the enum, nor all begin or end with the same word.
fn allow_variants(allowed: &mut BTreeSet<Lint>, name: &Ident, variants: &[&str]) {
    let name = name.as_str().to_lowercase();
    let repeats = variants.iter().any(|variant| {
        let variant = variant.to_lowercase();
        variant.starts_with(&name) || variant.ends_with(&name)
    });
    let all_same = |word: fn(&str) -> &str| {
        let words: BTreeSet<&str> = variants.iter().map(|variant| word(variant)).collect();
        words.len() == 1
    };
    if variants.len() >= FEWEST_VARIANTS && (repeats || all_same(first_word) || all_same(last_word))
    {
        allowed.insert(Lint::EnumVariantNames);
    }
}

fn first_word(name: &str) -> &str {
    let next = name.char_indices().skip(1).find(|(_, c)| c.is_uppercase());
    next.map_or(name, |(end, _)| &name[..end])
}

fn last_word(name: &str) -> &str {
    name.rfind(char::is_uppercase)
        .map_or(name, |start| &name[start..])
}

/// How large a struct is nobody knows here, but variants of one type are of one size.
fn allow_sizes(
    allowed: &mut BTreeSet<Lint>,
    types: &[Option<&Ty>],
    models: &BTreeMap<&Ident, &Model>,
) {
    let differ = types.iter().any(|ty| Some(ty) != types.first());
    if differ && types.iter().flatten().any(|ty| may_be_large(ty, models)) {
        allowed.insert(Lint::LargeEnumVariant);
    }
}

fn may_be_large<'a>(mut ty: &'a Ty, models: &BTreeMap<&Ident, &'a Model>) -> bool {
    loop {
        ty = match ty {
            Ty::Option(inner) => inner,
            Ty::Named(named) => match models.get(&named.name) {
                Some(Model::Alias(alias)) => &alias.ty,
                Some(Model::Struct(_) | Model::Tuple(_) | Model::Union(_) | Model::Newtype(_)) => {
                    return true;
                }
                Some(Model::Enum(_)) | None => return false,
            },
            Ty::Bool
            | Ty::Integer(_)
            | Ty::Number
            | Ty::Secret
            | Ty::Foreign(_)
            | Ty::F32
            | Ty::F64
            | Ty::String
            | Ty::Bytes
            | Ty::Value
            | Ty::AdditionalProperties
            | Ty::Box(_)
            | Ty::Vec(_)
            | Ty::Map(_)
            | Ty::Runtime(_) => return false,
            // A struct of parts, and what nobody knows.
            Ty::Local(_) | Ty::Own(_) => return true,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::names::{Claim, Kind, Scope};

    fn ident(text: &str, kind: Kind) -> Ident {
        Scope::new(kind).claim(&Claim {
            identity: text.to_owned(),
            rank: 0,
            spellings: vec![text.to_owned()],
        })
    }

    #[test]
    fn methods() {
        for (name, expect) in [
            ("list", None),
            ("isolate", None),
            ("next", Some(Lint::ShouldImplementTrait)),
            ("is_open", Some(Lint::WrongSelfConvention)),
        ] {
            let mut allowed = BTreeSet::new();
            allow_method(&mut allowed, &ident(name, Kind::Parameter));
            assert_eq!(allowed, expect.into_iter().collect(), "{name}");
        }
    }

    #[test]
    fn variants() {
        for (variants, expect) in [
            (vec!["Json", "TextJson"], false),
            (vec!["Json", "TextJson", "Xml"], false),
            (vec!["Json", "TextJson", "OtherJson"], true),
            (vec!["RedOne", "RedTwo", "RedThree"], true),
            (vec!["RedOne", "RedTwo", "Unknown"], false),
            (vec!["A", "B", "ColourC"], true),
        ] {
            let mut allowed = BTreeSet::new();
            allow_variants(&mut allowed, &ident("Colour", Kind::Model), &variants);
            assert_eq!(!allowed.is_empty(), expect, "{variants:?}");
        }
    }
}
