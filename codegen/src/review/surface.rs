//! What users of the crate see of its types that no comparison of descriptions shows.
//!
//! In: the planned clients. Out: differences in what follows from everything that is in a type: traits that
//! it has where all in it have them, boxes around what holds itself; and in the crate's features. What
//! follows from the description alone is compared elsewhere. Types are the same where they have the same name in Rust.

use std::collections::{BTreeMap, BTreeSet};

use super::Rule;
use super::cx::{Cx, Site};
use super::difference::Difference;
use super::types::place_subject;
use crate::api::TypeId;
use crate::plan::models::{Content, Model, ModelFile, Presence};
use crate::plan::names::Ident;
use crate::plan::ty::Ty;
use crate::plan::{Plan, Root};

/// What is compared of a type.
struct Surface<'p> {
    id: TypeId,
    traits: BTreeSet<&'static str>,
    /// Fields and variants, with what they hold.
    parts: BTreeMap<&'p str, &'p Ty>,
    /// Fields that are always there, and whether constructors ask for them.
    asked: BTreeMap<&'p str, bool>,
}

/// Says what changed in types that are in both crates, and in the features.
pub(super) fn review_surface(cx: &mut Cx<'_>, old: &Plan, new: &Plan) {
    let [before, after] = [surfaces(&old.models), surfaces(&new.models)];
    for (name, old) in &before {
        if let Some(new) = after.get(name) {
            compare(cx, old, new);
        }
    }
    let [had, has] = [features(old), features(new)];
    for name in had.difference(&has) {
        let message = format!("The feature `{name}` was removed.");
        report(cx, Difference::new(Rule::FeatureRemoved, message));
    }
    for name in has.difference(&had) {
        let message = format!("The feature `{name}` was added.");
        report(cx, Difference::new(Rule::FeatureAdded, message));
    }
}

fn compare(cx: &mut Cx<'_>, old: &Surface<'_>, new: &Surface<'_>) {
    let subject = place_subject(cx.apis.new, new.id);
    let site = cx.type_site(subject, old.id, new.id);
    for name in old.traits.difference(&new.traits) {
        let message = format!("The Rust type has no `{name}` any more.");
        cx.report(&site, Difference::new(Rule::TraitLost, message).general());
    }
    for name in new.traits.difference(&old.traits) {
        let message = format!("The Rust type now has `{name}`.");
        cx.report(&site, Difference::new(Rule::TraitGained, message).general());
    }
    for (name, ty) in &old.parts {
        let boxes = new.parts.get(name).map(|other| (boxes(ty), boxes(other)));
        let message = match boxes {
            Some((0, 1..)) => format!("In Rust, `{name}` is in a box now."),
            Some((1.., 0)) => format!("In Rust, `{name}` is in no box any more."),
            _ => continue,
        };
        cx.report(&site, Difference::new(Rule::BoxChanged, message));
    }
    for (name, was_asked) in &old.asked {
        let message = match (was_asked, new.asked.get(name)) {
            (false, Some(true)) => format!("In Rust, constructors ask for `{name}` now."),
            (true, Some(false)) => format!("In Rust, constructors set `{name}` themselves now."),
            _ => continue,
        };
        cx.report(&site, Difference::new(Rule::ConstructorChanged, message));
    }
}

fn report(cx: &mut Cx<'_>, difference: Difference<'_>) {
    cx.report(&Site::general("The crate"), difference);
}

fn features(plan: &Plan) -> BTreeSet<&str> {
    match &plan.root {
        Root::Crate { manifest, .. } => manifest.features.iter().map(String::as_str).collect(),
        Root::Module => BTreeSet::new(),
    }
}

/// Returns the types that have codecs: all but aliases.
fn surfaces(files: &[ModelFile]) -> BTreeMap<&Ident, Surface<'_>> {
    let mut surfaces = BTreeMap::new();
    for file in files {
        let names = file.codec.iter().flat_map(|codec| &codec.names);
        for (model, name) in file.items.iter().zip(names) {
            if let Some(Ty::Named(named)) = name {
                surfaces.insert(model.name(), surface(model, named.id));
            }
        }
    }
    surfaces
}

fn surface(model: &Model, id: TypeId) -> Surface<'_> {
    let (mut parts, mut asked) = (BTreeMap::new(), BTreeMap::new());
    match model {
        Model::Struct(item) => {
            for field in &item.fields {
                parts.insert(field.name.as_str(), &field.ty);
                if field.presence == Presence::Required {
                    asked.insert(field.name.as_str(), field.is_asked_for());
                }
            }
        }
        Model::Union(item) => {
            for variant in &item.variants {
                if let Content::Type(ty) = &variant.content {
                    parts.insert(variant.name.as_str(), ty);
                }
            }
        }
        // Items of tuples have no names, and enums hold nothing.
        Model::Tuple(_) | Model::Enum(_) | Model::Newtype(_) | Model::Alias(_) => {}
    }
    let derived = model.derives().traits;
    let traits = [
        (derived.eq, "Eq"),
        (derived.hash, "Hash"),
        (derived.copy, "Copy"),
    ];
    let traits = traits.into_iter().filter(|(has, _)| *has);
    Surface {
        id,
        traits: traits.map(|(_, name)| name).collect(),
        parts,
        asked,
    }
}

/// Returns how many boxes are around what a part holds, or its items.
fn boxes(ty: &Ty) -> usize {
    match ty {
        Ty::Box(inner) => 1 + boxes(inner),
        Ty::Option(inner) | Ty::Vec(inner) | Ty::Map(inner) => boxes(inner),
        _ => 0,
    }
}
