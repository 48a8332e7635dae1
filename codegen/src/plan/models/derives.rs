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

/// Sets what all models derive.
pub(super) fn plan_derives(files: &mut [ModelFile]) {
    let models = files.iter().flat_map(|file| &file.items);
    let models: BTreeMap<&Ident, &Model> = models.map(|model| (model.name(), model)).collect();
    let mut found: BTreeMap<&Ident, Derives> =
        models.keys().map(|name| (*name, Derives::ALL)).collect();
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
    let found: BTreeMap<Ident, Derives> = found
        .into_iter()
        .map(|(name, derives)| (name.clone(), derives))
        .collect();
    for model in files.iter_mut().flat_map(|file| &mut file.items) {
        let derives = found.get(model.name()).copied().unwrap_or(Derives::NONE);
        match model {
            Model::Struct(item) => item.derives = derives,
            Model::Tuple(item) => item.derives = derives,
            Model::Union(item) => item.derives = derives,
            Model::Newtype(item) | Model::Alias(item) => item.derives = derives,
            Model::Enum(_) => {}
        }
    }
}

fn of_model(model: &Model, found: &BTreeMap<&Ident, Derives>) -> Derives {
    let all = |types: &mut dyn Iterator<Item = &Ty>| {
        types.fold(Derives::ALL, |all, ty| all.and(of_ty(ty, found)))
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
            Base::I64 | Base::U64 => Derives::ALL,
            Base::Text | Base::Number => Derives::OWNED,
            Base::Value => Derives::EQ,
        },
    }
}

fn of_ty(ty: &Ty, found: &BTreeMap<&Ident, Derives>) -> Derives {
    match ty {
        Ty::Bool | Ty::I8 | Ty::I16 | Ty::I32 | Ty::I64 | Ty::U8 | Ty::U16 | Ty::U32 | Ty::U64 => {
            Derives::ALL
        }
        Ty::Foreign(Foreign::JiffDateTime | Foreign::Url) | Ty::Number | Ty::String | Ty::Bytes => {
            Derives::OWNED
        }
        Ty::Foreign(_) => Derives::ALL,
        Ty::F32 | Ty::F64 => Derives::COPY,
        Ty::Secret | Ty::Value | Ty::AdditionalProperties => Derives::EQ,
        Ty::Option(inner) => of_ty(inner, found),
        Ty::Box(inner) | Ty::Vec(inner) => of_ty(inner, found).and(Derives::OWNED),
        Ty::Map(inner) => of_ty(inner, found).and(Derives::EQ),
        Ty::Named(named) => found.get(&named.name).copied().unwrap_or(Derives::NONE),
        // What types of the user's are nobody knows.
        Ty::Local(_) | Ty::Own(_) | Ty::Runtime(_) => Derives::NONE,
    }
}
