//! Uses of types.

use super::place::{place, unclaimed};
use crate::api::{Docs, Identity, Kind, RareAnnotations, RareConstraints, RareXml, Type, TypeRef};
use crate::document::SchemaId;
use crate::lower::cx::Cx;
use crate::source::Origin;

/// Returns the use of a schema's type. A schema without a place gets the one that `identity` says.
pub(in crate::lower) fn use_of(
    cx: &mut Cx<'_, '_>,
    schema: SchemaId,
    identity: impl FnOnce() -> Identity,
) -> TypeRef {
    let end = cx.end(schema);
    let known = cx.links.way(schema).find_map(|id| cx.types[id.index()]);
    let id = known.or_else(|| {
        place(cx, end.id, identity());
        cx.types[end.id.index()]
    });
    match id {
        Some(id) => TypeRef {
            id,
            nullable: end.nullable && !is_any(cx, end.id),
        },
        None => unreachable!("a schema where links end gets a type when it is placed"),
    }
}

/// Returns whether the type of a schema holds any value; its kind may not be filled in yet.
fn is_any(cx: &Cx<'_, '_>, end: SchemaId) -> bool {
    cx.types[end.index()].is_some_and(|id| cx.anything.contains(&id))
}

/// Adds a type that no schema describes, as in the bytes of a body without a schema.
pub(in crate::lower) fn synthetic(
    cx: &mut Cx<'_, '_>,
    origin: Origin,
    identity: Identity,
    kind: Kind,
) -> TypeRef {
    let identity = unclaimed(cx, identity);
    let id = cx.api.add_type(Type {
        identity,
        docs: Docs::default(),
        kind,
        nullable: false,
        xml: RareXml::default(),
        constraints: RareConstraints::default(),
        text: None,
        annotations: RareAnnotations::default(),
        rules: None,
        origin,
    });
    TypeRef {
        id,
        nullable: false,
    }
}
