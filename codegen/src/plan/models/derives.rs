//! What models can be compared, hashed and copied by.
//!
//! Takes the planned models and sets what each derives: `Eq`, `Hash` and `Copy` where everything in
//! it has them. Types that hold each other have what the others of the circle allow. No float is
//! equal for certain; no collection of properties that nobody described is hashed.

use std::collections::BTreeMap;

use super::{Base, Content, Model, ModelFile};
use crate::plan::names::Ident;
use crate::plan::ty::{Foreign, Ty};

/// The traits beyond `Clone`, `Debug` and `PartialEq`, which all models have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Derives {
    pub(crate) eq: bool,
    pub(crate) hash: bool,
    pub(crate) copy: bool,
}

impl Derives {
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

/// What a model is made of: what all that has no name allows, and the models that stand in it, each
/// with what its place allows.
struct Parts {
    own: Derives,
    named: Vec<(usize, Derives)>,
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
    let mut found = vec![Derives::ALL; parts.len()];
    // What is taken back never comes again, so this ends.
    loop {
        let mut is_done = true;
        for (index, parts) in parts.iter().enumerate() {
            let named = parts.named.iter();
            let derives = named.fold(parts.own, |all, (part, place)| {
                all.and(found[*part]).and(*place)
            });
            is_done &= found[index] == derives;
            found[index] = derives;
        }
        if is_done {
            break;
        }
    }
    let models = files.iter_mut().flat_map(|file| &mut file.items);
    for (model, derives) in models.zip(found) {
        match model {
            Model::Struct(item) => item.derives = derives,
            Model::Tuple(item) => item.derives = derives,
            Model::Union(item) => item.derives = derives,
            Model::Newtype(item) | Model::Alias(item) => item.derives = derives,
            Model::Enum(_) => {}
        }
    }
}

fn of_model(model: &Model, models: &BTreeMap<&Ident, usize>) -> Parts {
    let mut parts = Parts {
        own: Derives::ALL,
        named: Vec::new(),
    };
    let mut add = |ty: &Ty| parts.add(ty, Derives::ALL, models);
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
                Base::I64 | Base::U64 => Derives::ALL,
                Base::Text | Base::Number => Derives::OWNED,
                Base::Value => Derives::EQ,
            }
        }
    }
    parts
}

impl Parts {
    /// Adds what stands at a place that allows so much.
    fn add(&mut self, ty: &Ty, place: Derives, models: &BTreeMap<&Ident, usize>) {
        let own = match ty {
            Ty::Foreign(Foreign::JiffDateTime | Foreign::Url)
            | Ty::Number
            | Ty::String
            | Ty::Bytes => Derives::OWNED,
            Ty::Bool
            | Ty::I8
            | Ty::I16
            | Ty::I32
            | Ty::I64
            | Ty::U8
            | Ty::U16
            | Ty::U32
            | Ty::U64
            | Ty::Foreign(_) => Derives::ALL,
            Ty::F32 | Ty::F64 => Derives::COPY,
            Ty::Secret | Ty::Value | Ty::AdditionalProperties => Derives::EQ,
            Ty::Option(inner) => return self.add(inner, place, models),
            Ty::Box(inner) | Ty::Vec(inner) => {
                return self.add(inner, place.and(Derives::OWNED), models);
            }
            Ty::Map(inner) => return self.add(inner, place.and(Derives::EQ), models),
            Ty::Named(named) => match models.get(&named.name) {
                Some(index) => {
                    self.named.push((*index, place));
                    return;
                }
                None => Derives::NONE,
            },
            // What types of the user's are nobody knows.
            Ty::Local(_) | Ty::Own(_) | Ty::Runtime(_) => Derives::NONE,
        };
        self.own = self.own.and(own).and(place);
    }
}
