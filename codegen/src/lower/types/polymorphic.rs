//! Objects that others extend, with a property that says which of them a value is.
//!
//! Takes an object with a discriminator of its own, once all types are filled in. Where other schemas add to it (`allOf`), or its
//! mapping names some, a value of it is one of those: the object becomes a union of them, and of
//! itself for the rest. What only inherits a discriminator stays an object.

use std::collections::BTreeSet;

use super::discriminator::extensions;
use super::uses::synthetic;
use crate::api::{Docs, Identity, Kind, Member, Object, Owner, Rule, Step, TypeId, TypeRef, Union};
use crate::document::SchemaId;
use crate::lower::cx::Cx;

/// The key of the member that holds what no other does.
const BASE: &str = "base";

const NOTHING_EXTENDS: &str = "nothing extends the schema that the discriminator is for";

/// Makes a union of an object with a discriminator of its own, where it has anything to choose from.
pub(super) fn polymorphic(cx: &mut Cx<'_, '_>, id: TypeId, schema: SchemaId) {
    let members = members(cx, id, schema);
    let is_named = matches!(cx.api[id].identity, Identity::Component(_));
    if members.is_empty() || !is_named {
        let discriminator = cx.document[schema].rare().discriminator.as_ref();
        if let Some(node) = discriminator.map(|discriminator| discriminator.node) {
            cx.pass_over(node, NOTHING_EXTENDS);
        }
        return;
    }
    let kind = std::mem::replace(&mut cx.api[id].kind, Kind::Any);
    cx.api[id].kind = match kind {
        Kind::Object(object) => union(cx, id, *object, members),
        other => other,
    };
}

/// Returns the union of what extends an object and of the object itself.
fn union(cx: &mut Cx<'_, '_>, id: TypeId, mut object: Object, members: Vec<TypeId>) -> Kind {
    let discriminator = object.discriminator.take();
    let base = base(cx, id, object);
    let discriminator = discriminator.map(|mut discriminator| {
        // What is but another name for the object is the object.
        for mapping in &mut discriminator.mapping {
            if cx.api.end(mapping.ty) == id {
                mapping.ty = base.ty.id;
            }
        }
        let default = discriminator.default.filter(|ty| cx.api.end(*ty) != id);
        discriminator.default = default.or(Some(base.ty.id));
        discriminator
    });
    let mut keys = BTreeSet::from([base.key.clone()]);
    let members = members.into_iter().map(|ty| member(cx, ty, &mut keys));
    let mut members: Vec<Member> = members.collect();
    members.push(base);
    Kind::Union(Box::new(Union {
        rule: Rule::OneOf,
        base: None,
        members,
        discriminator,
    }))
}

/// Returns the types that are members: not those that another one tells apart by itself, nor other
/// names for the object.
fn members(cx: &mut Cx<'_, '_>, id: TypeId, schema: SchemaId) -> Vec<TypeId> {
    let Kind::Object(object) = &cx.api[id].kind else {
        return Vec::new();
    };
    let Some(discriminator) = &object.discriminator else {
        return Vec::new();
    };
    let mapped = discriminator.mapping.iter().map(|mapping| mapping.ty);
    let mapped: Vec<TypeId> = mapped.collect();
    let found = extensions(cx, schema, id);
    let mut seen = BTreeSet::from([id]);
    let mapped = mapped.into_iter();
    mapped
        .filter(|ty| !found.deep.contains(ty) && cx.api.end(*ty) != id && seen.insert(*ty))
        .collect()
}

/// The object itself, as the member for values that no other member knows.
fn base(cx: &mut Cx<'_, '_>, id: TypeId, object: Object) -> Member {
    let ty = &cx.api[id];
    let (origin, xml, constraints) = (ty.origin.clone(), ty.xml.clone(), ty.constraints.clone());
    let identity = Identity::Inline {
        owner: Owner::Type(id),
        step: Step::Base,
    };
    let reference = synthetic(cx, origin.clone(), identity, Kind::Object(Box::new(object)));
    cx.parts_of.push((reference.id, id));
    let made = &mut cx.api[reference.id];
    made.xml = xml;
    made.constraints = constraints;
    Member {
        key: BASE.to_owned(),
        ty: reference,
        docs: Docs::default(),
        origin,
    }
}

fn member(cx: &Cx<'_, '_>, id: TypeId, keys: &mut BTreeSet<String>) -> Member {
    let ty = &cx.api[id];
    let mut key = match &ty.identity {
        Identity::Component(name) => name.clone(),
        Identity::Inline { .. } => (keys.len()).to_string(),
    };
    while !keys.insert(key.clone()) {
        key.push('\'');
    }
    Member {
        key,
        ty: TypeRef {
            id,
            nullable: false,
        },
        docs: Docs::default(),
        origin: ty.origin.clone(),
    }
}
