//! Models: what becomes of the types of an API.
//!
//! [`Types`] answers what a use of a type looks like; the files come from [`plan_models`].

mod alias;
mod derives;
mod enums;
mod formats;
mod graph;
mod naming;
mod number;
pub(super) mod overrides;
mod patterns;
mod reach;
mod statics;
mod structs;
mod tags;
mod tuples;
mod types;
mod unions;

use std::collections::BTreeSet;

pub(crate) use derives::Derives;
pub(crate) use enums::{Base, Enum, Scalar};
pub(crate) use structs::{AdditionalField, Field, PatternField, Presence, Preset, Shape, Struct};
pub(crate) use tuples::{Rest, Tuple, TupleShape};
pub(crate) use types::Types;
pub(crate) use unions::{Choice, Content, Static, Tag, Test, Union, Variant};

use self::alias::plan_alias;
use self::derives::Extras;
use self::enums::plan_enum;
use self::patterns::MapForm;
use self::structs::plan_struct;
use self::tuples::plan_tuple;
use self::unions::plan_union;
use super::docs::Docs;
use super::imports::{Importer, Imports, Policy};
use super::names::Ident;
use super::ty::{Named, Ty};
use crate::api::{self, TypeId};
use crate::config::Config;
use crate::parallel::{self, Threads};

/// One file below `models`, and its sibling below `codec`.
#[derive(Debug)]
pub(crate) struct ModelFile {
    pub(crate) module: Ident,
    pub(crate) items: Vec<Model>,
    pub(crate) imports: Imports,
    /// None where no item needs a codec of its own.
    pub(crate) codec: Option<Codec>,
    /// The features of the crate that need the file, any of them; none where it is always there.
    pub(crate) features: Vec<String>,
}

/// The sibling of a file of models.
#[derive(Debug)]
pub(crate) struct Codec {
    pub(crate) imports: Imports,
    /// How the file calls the items; none for those without a codec.
    pub(crate) names: Vec<Option<Ty>>,
}

/// One item.
#[derive(Debug)]
pub(crate) enum Model {
    Struct(Struct),
    Tuple(Tuple),
    Enum(Enum),
    Union(Union),
    Newtype(Wrapper),
    Alias(Wrapper),
}

/// Another name for a type: `type Tags = Vec<Tag>`, or `struct Tree(Vec<Tree>)` where it must be.
#[derive(Debug)]
pub(crate) struct Wrapper {
    pub(crate) name: Ident,
    pub(crate) docs: Docs,
    pub(crate) ty: Ty,
    pub(crate) is_deprecated: bool,
    pub(crate) derives: Derives,
}

impl Model {
    pub(crate) fn name(&self) -> &Ident {
        match self {
            Self::Struct(item) => &item.name,
            Self::Tuple(item) => &item.name,
            Self::Enum(item) => &item.name,
            Self::Union(item) => &item.name,
            Self::Newtype(item) | Self::Alias(item) => &item.name,
        }
    }

    /// Whether the description says that it should not be used.
    pub(crate) fn is_deprecated(&self) -> bool {
        match self {
            Self::Struct(item) => item.is_deprecated,
            Self::Tuple(item) => item.is_deprecated,
            Self::Enum(item) => item.is_deprecated,
            Self::Union(item) => item.is_deprecated,
            Self::Newtype(item) | Self::Alias(item) => item.is_deprecated,
        }
    }

    /// Whether the codec writes what `Debug` shows. Enums are shown by their values.
    pub(crate) fn has_shown_codec(&self) -> bool {
        match self {
            Self::Struct(_) | Self::Tuple(_) | Self::Union(_) | Self::Newtype(_) => true,
            Self::Enum(_) | Self::Alias(_) => false,
        }
    }

    /// What can be done with a value.
    pub(crate) fn derives(&self) -> &Derives {
        match self {
            Self::Struct(item) => &item.derives,
            Self::Tuple(item) => &item.derives,
            Self::Enum(item) => &item.derives,
            Self::Union(item) => &item.derives,
            Self::Newtype(item) | Self::Alias(item) => &item.derives,
        }
    }

    fn derives_mut(&mut self) -> &mut Derives {
        match self {
            Self::Struct(item) => &mut item.derives,
            Self::Tuple(item) => &mut item.derives,
            Self::Enum(item) => &mut item.derives,
            Self::Union(item) => &mut item.derives,
            Self::Newtype(item) | Self::Alias(item) => &mut item.derives,
        }
    }
}

/// What codec files import by names that models may have too.
const CODEC_NAMES: &[&str] = &[
    "AdditionalProperties",
    "Choice",
    "DecodeError",
    "Field",
    "Map",
    "Model",
    "NoAdditional",
    "Reader",
    "Result",
    "Shape",
    "Test",
    "Writer",
    "Xml",
];

/// Plans one file for each type that stands by itself, in the order of the description.
pub(crate) fn plan_models(types: &Types<'_>, config: &Config, threads: Threads) -> Vec<ModelFile> {
    let files: Vec<_> = types.by_file().into_iter().collect();
    let extras = Extras::new(types.api(), config);
    let files = parallel::map(&files, threads, |(root, ids)| {
        let mut file = plan_file(types, config, *root, ids)?;
        let items = file.items.iter_mut().zip(ids);
        items.for_each(|(item, id)| item.derives_mut().extra = extras.of(*id));
        Some(file)
    });
    let mut files: Vec<ModelFile> = files.into_iter().flatten().collect();
    derives::plan_derives(&mut files);
    files
}

fn plan_file(
    types: &Types<'_>,
    config: &Config,
    root: TypeId,
    ids: &[TypeId],
) -> Option<ModelFile> {
    let module = types.file(root)?.clone();
    let own: BTreeSet<Ident> = ids
        .iter()
        .filter_map(|id| types.item(*id))
        .cloned()
        .collect();
    let mut importer = Importer::new(Policy::Sibling(own));
    let mut items = Vec::new();
    let mut named = Vec::new();
    for &id in ids {
        let Some(name) = types.item(id) else { continue };
        named.push(Named {
            id,
            name: name.clone(),
            is_qualified: false,
        });
        items.push(plan_item(types, config, &mut importer, id)?);
    }
    let codec = plan_codec(&items, named);
    Some(ModelFile {
        module,
        items,
        imports: importer.finish(),
        codec,
        features: Vec::new(),
    })
}

fn plan_item(
    types: &Types<'_>,
    config: &Config,
    importer: &mut Importer,
    id: TypeId,
) -> Option<Model> {
    match &types.api()[id].kind {
        api::Kind::Object(object) => Some(Model::Struct(plan_struct(
            types, config, importer, id, object,
        )?)),
        api::Kind::Map(map) if matches!(patterns::map_form(types.api(), map), MapForm::Struct) => {
            let object = &patterns::as_object(types.api(), map);
            let item = plan_struct(types, config, importer, id, object)?;
            Some(Model::Struct(item))
        }
        api::Kind::Tuple(tuple) => Some(Model::Tuple(plan_tuple(types, importer, id, tuple)?)),
        api::Kind::Enum(values) if values.has_names() => {
            Some(Model::Enum(plan_enum(types, importer, id, values)?))
        }
        api::Kind::Union(union) => match types.members(id) {
            Some(members) => Some(Model::Union(plan_union(
                types, importer, id, union, members,
            )?)),
            None => plan_alias(types, importer, id),
        },
        api::Kind::Any
        | api::Kind::Never
        | api::Kind::Null
        | api::Kind::Enum(_)
        | api::Kind::Boolean
        | api::Kind::Integer(_)
        | api::Kind::Number(_)
        | api::Kind::String(_)
        | api::Kind::Array(_)
        | api::Kind::Map(_)
        | api::Kind::Alias(_) => plan_alias(types, importer, id),
    }
}

fn plan_codec(items: &[Model], models: Vec<Named>) -> Option<Codec> {
    let taken = CODEC_NAMES.iter().map(|name| (*name).to_owned()).collect();
    let mut importer = Importer::new(Policy::Bare(taken));
    let mut names = Vec::new();
    for (item, model) in items.iter().zip(models) {
        match item {
            Model::Struct(item) => import_for_struct(&mut importer, item),
            Model::Tuple(item) => import_for_tuple(&mut importer, item),
            Model::Enum(item) => importer.private(&[item.base.codec()]),
            Model::Union(item) => import_for_union(&mut importer, item),
            Model::Newtype(_) => importer.private(CODEC_TRAIT),
            Model::Alias(_) => {
                names.push(None);
                continue;
            }
        }
        if item.has_shown_codec() {
            importer.private(&["model"]);
        }
        names.push(Some(importer.ty(Ty::Named(model))));
    }
    let imports = importer.finish();
    (!imports.private.is_empty()).then_some(Codec { imports, names })
}

/// What the two functions of a codec name.
const CODEC_TRAIT: &[&str] = &["DecodeError", "Model", "Reader", "Writer"];

fn import_for_union(importer: &mut Importer, item: &Union) {
    importer.private(CODEC_TRAIT);
    importer.private(&["Choice"]);
    if !item.choice.tests.is_empty() {
        importer.private(&["Test"]);
    }
}

fn import_for_tuple(importer: &mut Importer, item: &Tuple) {
    importer.private(CODEC_TRAIT);
    if item.rest.is_none() {
        importer.private(&["NoAdditional"]);
    }
    if item.shape.is_some() {
        importer.private(&["Field", "Shape", "Xml"]);
    }
}

fn import_for_struct(importer: &mut Importer, item: &Struct) {
    importer.private(CODEC_TRAIT);
    importer.private(&["Shape"]);
    if !item.fields.is_empty() {
        importer.private(&["Field"]);
    }
    if item.has_xml() {
        importer.private(&["Xml"]);
    }
    if item.matching.is_some() && !item.has_default() {
        importer.runtime(&["Map"]);
    }
    match &item.additional {
        None => importer.private(&["NoAdditional"]),
        // Where all is made from nothing, the collection is too.
        Some(_) if item.has_default() => {}
        Some(AdditionalField { ty: Ty::Map(_) }) => importer.runtime(&["Map"]),
        Some(_) => importer.runtime(&["AdditionalProperties"]),
    }
}
