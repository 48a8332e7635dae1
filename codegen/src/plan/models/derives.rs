//! What models can be compared, hashed and copied by.
//!
//! Takes the planned models and sets what each derives: `Eq`, `Hash` and `Copy` where everything in
//! it has them, and what the configuration adds. Types that hold each other have what the others of the circle allow. No float is
//! equal for certain; no collection of properties that nobody described is hashed.

use std::collections::{BTreeMap, BTreeSet};

use super::{Base, Content, Model, ModelFile};
use crate::api::{Api, TypeId};
use crate::config::{Config, RustPath, Trait};
use crate::plan::names::Ident;
use crate::plan::renames::find;
use crate::plan::ty::{Foreign, Ty};

/// What a model derives beyond `Clone`, `Debug` and `PartialEq`, which all models have.
#[derive(Debug, Clone, Default)]
pub(crate) struct Derives {
    pub(crate) traits: Traits,
    /// What the configuration adds, without what the model has anyway.
    pub(crate) extra: Vec<RustPath>,
}

/// Traits that a model has where everything in it has them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Traits {
    pub(crate) eq: bool,
    pub(crate) hash: bool,
    pub(crate) copy: bool,
}

impl Traits {
    pub(crate) const NONE: Self = Self::new(false, false, false);
    const ALL: Self = Self::new(true, true, true);
    /// Of what owns memory.
    const OWNED: Self = Self::new(true, true, false);
    /// Of collections without an order.
    const EQ: Self = Self::new(true, false, false);
    const COPY: Self = Self::new(false, false, true);

    const fn new(eq: bool, hash: bool, copy: bool) -> Self {
        Self { eq, hash, copy }
    }

    fn and(self, other: Self) -> Self {
        Self {
            eq: self.eq && other.eq,
            hash: self.hash && other.hash,
            copy: self.copy && other.copy,
        }
    }
}

/// Sets what all models derive.
pub(super) fn plan_derives(files: &mut [ModelFile]) {
    let models = files.iter().flat_map(|file| &file.items);
    let models: BTreeMap<&Ident, &Model> = models.map(|model| (model.name(), model)).collect();
    let mut found: BTreeMap<&Ident, Traits> =
        models.keys().map(|name| (*name, Traits::ALL)).collect();
    // What is taken back never comes again, so this ends.
    loop {
        let mut is_done = true;
        for (name, model) in &models {
            let derives = of_model(model, &found);
            is_done &= found.insert(name, derives) == Some(derives);
        }
        if is_done {
            break;
        }
    }
    let found: BTreeMap<Ident, Traits> = found
        .into_iter()
        .map(|(name, derives)| (name.clone(), derives))
        .collect();
    for model in files.iter_mut().flat_map(|file| &mut file.items) {
        let traits = found.get(model.name()).copied().unwrap_or(Traits::NONE);
        let has_default = match model {
            Model::Struct(item) => item.asks_for_nothing(),
            Model::Tuple(item) => item.has_default(),
            Model::Enum(_) | Model::Union(_) | Model::Newtype(_) | Model::Alias(_) => false,
        };
        let derives = model.derives_mut();
        derives.traits = traits;
        derives
            .extra
            .retain(|path| !is_had(path, traits, has_default));
    }
}

/// Whether a model has the trait without being told to.
fn is_had(path: &RustPath, traits: Traits, has_default: bool) -> bool {
    let [name] = path.names.as_slice() else {
        return false;
    };
    match name.as_str() {
        "Copy" => traits.copy,
        "Default" => has_default,
        "Eq" => traits.eq,
        "Hash" => traits.hash,
        _ => false,
    }
}

/// What the configuration says that items derive.
pub(super) struct Extras<'c> {
    all: &'c [Trait],
    own: BTreeMap<TypeId, &'c [Trait]>,
}

impl<'c> Extras<'c> {
    pub(super) fn new(api: &Api, config: &'c Config) -> Self {
        let own = config.derive.schemas.iter();
        let own = own.filter_map(|(key, traits)| Some((find(api, key)?, traits.as_slice())));
        Self {
            all: &config.derive.all,
            own: own.collect(),
        }
    }

    /// Returns what one item derives, each once.
    pub(super) fn of(&self, id: TypeId) -> Vec<RustPath> {
        let own = self.own.get(&id).copied().unwrap_or_default();
        let traits: BTreeSet<&Trait> = self.all.iter().chain(own).collect();
        traits.into_iter().map(|it| it.0.clone()).collect()
    }
}

fn of_model(model: &Model, found: &BTreeMap<&Ident, Traits>) -> Traits {
    let all = |types: &mut dyn Iterator<Item = &Ty>| {
        types.fold(Traits::ALL, |all, ty| all.and(of_ty(ty, found)))
    };
    match model {
        Model::Struct(item) => {
            let matching = item.matching.iter().map(|field| &field.ty);
            let additional = item.additional.iter().map(|field| &field.ty);
            let fields = item.fields.iter().map(|field| &field.ty);
            all(&mut fields.chain(matching).chain(additional))
        }
        Model::Tuple(item) => {
            let rest = item.rest.iter().map(|rest| &rest.ty);
            all(&mut item.items.iter().map(|item| &item.ty).chain(rest))
        }
        Model::Union(item) => {
            let held = item
                .variants
                .iter()
                .filter_map(|variant| match &variant.content {
                    Content::Type(ty) => Some(ty),
                    Content::Constant(_) => None,
                });
            // An unknown value may be anything.
            all(&mut held.chain([&Ty::Value]))
        }
        Model::Newtype(item) | Model::Alias(item) => of_ty(&item.ty, found),
        Model::Enum(item) => match item.base {
            Base::I64 | Base::U64 => Traits::ALL,
            Base::Text | Base::Number => Traits::OWNED,
            Base::Value => Traits::EQ,
        },
    }
}

fn of_ty(ty: &Ty, found: &BTreeMap<&Ident, Traits>) -> Traits {
    match ty {
        Ty::Bool | Ty::I8 | Ty::I16 | Ty::I32 | Ty::I64 | Ty::U8 | Ty::U16 | Ty::U32 | Ty::U64 => {
            Traits::ALL
        }
        Ty::Foreign(Foreign::JiffDateTime | Foreign::Url | Foreign::Base64Url)
        | Ty::Number
        | Ty::String
        | Ty::Bytes => Traits::OWNED,
        Ty::Foreign(_) => Traits::ALL,
        Ty::F32 | Ty::F64 => Traits::COPY,
        Ty::Secret | Ty::Value | Ty::AdditionalProperties => Traits::EQ,
        Ty::Option(inner) => of_ty(inner, found),
        Ty::Box(inner) | Ty::Vec(inner) => of_ty(inner, found).and(Traits::OWNED),
        Ty::Map(inner) => of_ty(inner, found).and(Traits::EQ),
        Ty::Named(named) => found.get(&named.name).copied().unwrap_or(Traits::NONE),
        // What types of the user's are nobody knows.
        Ty::Local(_) | Ty::Own(_) | Ty::Runtime(_) => Traits::NONE,
    }
}
