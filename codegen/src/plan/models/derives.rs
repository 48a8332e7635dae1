//! What models can be compared, hashed and copied by.
//!
//! Takes the planned models and sets what each derives: `Eq`, `Hash` and `Copy` where everything in
//! it has them, and what the configuration adds. Types that hold each other have what the others of
//! the circle allow. No float is equal for certain; no collection of properties that nobody described
//! is hashed.

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

/// What a model is made of: what its places and all that has no name allow, and the models that stand
/// in it.
struct Parts {
    own: Traits,
    named: Vec<usize>,
}

/// Sets what all models derive.
pub(super) fn plan_derives(files: &mut [ModelFile]) {
    let models = files.iter().flat_map(|file| &file.items);
    let models: Vec<&Model> = models.collect();
    let places = models.iter().enumerate();
    let places: BTreeMap<&Ident, usize> =
        places.map(|(index, model)| (model.name(), index)).collect();
    let parts: Vec<Parts> = models
        .iter()
        .map(|model| of_model(model, &places))
        .collect();
    let found = settle(&parts);
    let models = files.iter_mut().flat_map(|file| &mut file.items);
    for (model, traits) in models.zip(found) {
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

/// Returns what each model allows with all that stands in it. What is taken back of one model is taken
/// back of those that hold it, and never comes again.
fn settle(parts: &[Parts]) -> Vec<Traits> {
    let mut holders = vec![Vec::new(); parts.len()];
    for (holder, parts) in parts.iter().enumerate() {
        parts
            .named
            .iter()
            .for_each(|held| holders[*held].push(holder));
    }
    let mut found: Vec<Traits> = parts.iter().map(|parts| parts.own).collect();
    let mut open: Vec<usize> = (0..parts.len()).collect();
    while let Some(held) = open.pop() {
        for holder in &holders[held] {
            let traits = found[*holder].and(found[held]);
            if found[*holder] != traits {
                found[*holder] = traits;
                open.push(*holder);
            }
        }
    }
    found
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

fn of_model(model: &Model, models: &BTreeMap<&Ident, usize>) -> Parts {
    let mut parts = Parts {
        own: Traits::ALL,
        named: Vec::new(),
    };
    let mut add = |ty: &Ty| parts.add(ty, Traits::ALL, models);
    match model {
        Model::Struct(item) => {
            item.fields.iter().for_each(|field| add(&field.ty));
            item.matching.iter().for_each(|field| add(&field.ty));
            item.additional.iter().for_each(|field| add(&field.ty));
        }
        Model::Tuple(item) => {
            item.items.iter().for_each(|item| add(&item.ty));
            item.rest.iter().for_each(|rest| add(&rest.ty));
        }
        Model::Union(item) => {
            for variant in &item.variants {
                match &variant.content {
                    Content::Type(ty) => add(ty),
                    Content::Constant(_) => {}
                }
            }
            // An unknown value may be anything.
            add(&Ty::Value);
        }
        Model::Newtype(item) | Model::Alias(item) => add(&item.ty),
        Model::Enum(item) => {
            parts.own = match item.base {
                Base::I64 | Base::U64 => Traits::ALL,
                Base::Text | Base::Number | Base::Value => Traits::OWNED,
            }
        }
    }
    parts
}

impl Parts {
    /// Adds what stands at a place that allows so much.
    fn add(&mut self, ty: &Ty, place: Traits, models: &BTreeMap<&Ident, usize>) {
        let own = match ty {
            Ty::Foreign(Foreign::JiffDateTime | Foreign::Url | Foreign::Base64Url)
            | Ty::Number
            | Ty::String
            | Ty::Bytes => Traits::OWNED,
            Ty::Bool | Ty::Integer(_) | Ty::Foreign(_) => Traits::ALL,
            Ty::F32 | Ty::F64 => Traits::COPY,
            // Values that nobody described could be hashed, at a cost for every client (docs/compile-cost.md).
            Ty::Secret | Ty::Value | Ty::AdditionalProperties => Traits::EQ,
            Ty::Option(inner) => return self.add(inner, place, models),
            Ty::Box(inner) | Ty::Vec(inner) => {
                return self.add(inner, place.and(Traits::OWNED), models);
            }
            Ty::Map(inner) => return self.add(inner, place.and(Traits::EQ), models),
            Ty::Named(named) => match models.get(&named.name) {
                Some(index) => {
                    self.named.push(*index);
                    Traits::ALL
                }
                None => Traits::NONE,
            },
            // What types of the user's are nobody knows.
            Ty::Local(_) | Ty::Own(_) | Ty::Runtime(_) => Traits::NONE,
        };
        self.own = self.own.and(own).and(place);
    }
}
