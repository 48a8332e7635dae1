//! Discriminators: which value of a property is for which type.

use std::collections::BTreeSet;

use super::uses::use_of;
use crate::api::{Discriminator, Identity, Mapping, Member, Owner, Step, TypeId};
use crate::document::{self, SchemaId, origin};
use crate::lower::cx::Cx;

/// Returns the discriminator that a schema gives to its alternatives.
pub(super) fn of_union(
    cx: &mut Cx<'_, '_>,
    schema: SchemaId,
    members: &[Member],
    schemas: &[SchemaId],
) -> Option<Discriminator> {
    let mut discriminator = explicit(cx, schema)?;
    for (member, schema) in members.iter().zip(schemas) {
        // A value that is for a schema is for the member that extends it.
        let plain = cx.types[cx.end(*schema).id.index()];
        let mapped = discriminator
            .mapping
            .iter_mut()
            .map(|mapping| &mut mapping.ty);
        let mapped = mapped.chain(&mut discriminator.default);
        mapped
            .filter(|ty| Some(**ty) == plain)
            .for_each(|ty| *ty = member.ty.id);
    }
    let named: Vec<(TypeId, Option<String>)> = members
        .iter()
        .zip(schemas)
        .map(|(member, schema)| (member.ty.id, name(cx, *schema)))
        .collect();
    add_names(cx, &mut discriminator, named);
    Some(discriminator)
}

/// Returns the discriminator of an object for the types that add to it (`allOf`). One that comes
/// from a member counts only where something adds to the object, too.
pub(super) fn of_object(
    cx: &mut Cx<'_, '_>,
    schema: SchemaId,
    object: SchemaId,
    ty: TypeId,
) -> Option<Discriminator> {
    let subtypes = extensions(cx, object, ty).all;
    if schema != object && subtypes.is_empty() {
        return None;
    }
    let mut discriminator = explicit(cx, schema)?;
    if schema != object {
        let known: BTreeSet<TypeId> = subtypes.iter().map(|(id, _)| *id).collect();
        discriminator
            .mapping
            .retain(|mapping| mapping.ty == ty || known.contains(&mapping.ty));
    }
    add_names(cx, &mut discriminator, subtypes);
    Some(discriminator)
}

fn explicit(cx: &mut Cx<'_, '_>, schema: SchemaId) -> Option<Discriminator> {
    let document = cx.document;
    let discriminator = document[schema].rare().discriminator.as_ref()?;
    let mapping = discriminator.mapping.iter();
    let mapping = mapping.map(|mapping| Mapping {
        value: mapping.value.text.to_owned(),
        ty: target(cx, mapping.target),
        is_explicit: true,
        origin: origin(mapping.node),
    });
    Some(Discriminator {
        property: discriminator.property.text.to_owned(),
        mapping: mapping.collect(),
        default: discriminator.default.map(|id| target(cx, id)),
        origin: origin(discriminator.node),
    })
}

fn target(cx: &mut Cx<'_, '_>, schema: SchemaId) -> TypeId {
    // What a mapping leads to was found by reference, so it has a place.
    let identity = || Identity::Inline {
        owner: Owner::Shared(String::new()),
        step: Step::Beside(1),
    };
    use_of(cx, schema, identity).id
}

/// Adds the names that the types go by which no explicit value stands for.
fn add_names(
    cx: &Cx<'_, '_>,
    discriminator: &mut Discriminator,
    named: Vec<(TypeId, Option<String>)>,
) {
    let mapped: BTreeSet<TypeId> = discriminator.mapping.iter().map(|it| it.ty).collect();
    let values: BTreeSet<String> = discriminator
        .mapping
        .iter()
        .map(|it| it.value.clone())
        .collect();
    for (ty, name) in named {
        let name = name.filter(|name| !mapped.contains(&ty) && !values.contains(name));
        discriminator.mapping.extend(name.map(|value| Mapping {
            value,
            ty,
            is_explicit: false,
            origin: cx.api[ty].origin.clone(),
        }));
    }
}

/// Returns the name that an alternative goes by: the component that it refers to.
fn name(cx: &Cx<'_, '_>, schema: SchemaId) -> Option<String> {
    let mut way = cx.links.way(schema);
    way.find_map(|id| component(cx, cx.types[id.index()]?))
}

fn component(cx: &Cx<'_, '_>, ty: TypeId) -> Option<String> {
    match &cx.api[ty].identity {
        Identity::Component(name) => Some(name.clone()),
        Identity::Inline { .. } => None,
    }
}

/// The types with names that add to an object.
pub(super) struct Extensions {
    /// At any distance, in document order.
    all: Vec<(TypeId, Option<String>)>,
    /// Those that add to another one that has a discriminator of its own, and to nothing before it.
    pub(super) deep: BTreeSet<TypeId>,
}

/// Returns the types with names that add to a schema.
pub(super) fn extensions(cx: &mut Cx<'_, '_>, object: SchemaId, ty: TypeId) -> Extensions {
    let direct = cx.subtypes.take().unwrap_or_else(|| direct_subtypes(cx));
    let near = reach(cx, &direct, object, |schema| {
        schema.rare().discriminator.is_none()
    });
    let seen = reach(cx, &direct, object, |_| true);
    cx.subtypes = Some(direct);
    let mut all = Vec::new();
    let mut deep = BTreeSet::new();
    let mut known = BTreeSet::from([ty]);
    for id in seen {
        let Some(subtype) = cx.types[id.index()] else {
            continue;
        };
        if let Some(name) = component(cx, subtype).filter(|_| known.insert(subtype)) {
            all.push((subtype, Some(name)));
            if !near.contains(&id) {
                deep.insert(subtype);
            }
        }
    }
    Extensions { all, deep }
}

/// Returns what adds to a schema, going on from what `passes`.
fn reach(
    cx: &mut Cx<'_, '_>,
    direct: &[Vec<SchemaId>],
    object: SchemaId,
    passes: fn(&document::Schema<'_>) -> bool,
) -> BTreeSet<SchemaId> {
    let document = cx.document;
    let mut seen = BTreeSet::from([object]);
    let mut waiting = vec![object];
    while let Some(id) = waiting.pop() {
        if id != object && !passes(&document[id]) {
            continue;
        }
        for subtype in &direct[id.index()] {
            if cx.budget > 0 && seen.insert(*subtype) {
                cx.budget -= 1;
                waiting.push(*subtype);
            }
        }
    }
    seen
}

/// Returns, for each schema, those that have it among their `allOf` or extend it beside a `$ref`.
fn direct_subtypes(cx: &Cx<'_, '_>) -> Vec<Vec<SchemaId>> {
    let mut direct = vec![Vec::new(); cx.document.schema_count()];
    for (id, schema) in cx.document.schemas() {
        // What only stands for another schema adds nothing.
        if cx.links.get(id).is_some() {
            continue;
        }
        let members: Vec<SchemaId> = bases(schema).collect();
        for base in members.into_iter().flat_map(|id| cx.links.way(id)) {
            direct[base.index()].push(id);
        }
    }
    direct
}

fn bases(schema: &document::Schema<'_>) -> impl Iterator<Item = SchemaId> {
    schema.all_of().iter().copied().chain(schema.reference)
}
