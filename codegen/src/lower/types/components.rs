//! Schemas with names of their own: components, and schemas in other files.

use std::collections::BTreeSet;

use super::place::place;
use crate::api::Identity;
use crate::document::{Home, SchemaId};
use crate::load::Node;
use crate::lower::cx::Cx;
use crate::lower::names;

/// Gives all components their types, in document order, used or not.
pub(in crate::lower) fn place_components(cx: &mut Cx<'_, '_>) {
    for (name, id) in &cx.document.components {
        let identity = Identity::Component(name.text.to_owned());
        match nameless_target(cx, *id) {
            Some(target) => {
                place(cx, target, identity);
                cx.types[id.index()] = cx.types[target.index()];
            }
            None => place(cx, *id, identity),
        }
    }
}

/// Returns what a component refers to, where that has no other name: how descriptions of several
/// files name the schemas in them.
fn nameless_target(cx: &Cx<'_, '_>, id: SchemaId) -> Option<SchemaId> {
    let link = cx.links.get(id).filter(|link| link.is_reference)?;
    let (schema, target) = (&cx.document[id], &cx.document[link.to]);
    let says_more = schema.nullable || schema.docs.description.is_some() || schema.xml.is_some();
    let has_name = !target.is_instance
        && target.node.file() == cx.document.root().file()
        && cx.document.home(target.node) != Home::Elsewhere;
    let is_last = cx.links.get(link.to).is_none() && cx.types[link.to.index()].is_none();
    (is_last && !says_more && !has_name).then_some(link.to)
}

/// Gives a type to what only references lead to, as in another file. What stands in operations and
/// shared objects gets its place there.
pub(in crate::lower) fn place_elsewhere(cx: &mut Cx<'_, '_>) {
    let root = cx.document.root().file();
    let document = cx.document;
    place_referenced(cx, |node| {
        let has_other_place = matches!(document.home(node), Home::Shared | Home::Paths);
        node.file() != root || !has_other_place
    });
}

/// Gives a type to what references lead to and no other place was found for, as in an operation that
/// is left out.
pub(in crate::lower) fn place_rest(cx: &mut Cx<'_, '_>) {
    place_referenced(cx, |_| true);
}

fn place_referenced(cx: &mut Cx<'_, '_>, belongs: impl Fn(Node<'_>) -> bool) {
    let document = cx.document;
    let mut found: Vec<(SchemaId, Node<'_>)> = document
        .schemas()
        .filter(|(id, schema)| schema.referenced && cx.types[id.index()].is_none())
        .map(|(id, schema)| (id, schema.node))
        .filter(|(_, node)| belongs(*node))
        .collect();
    // What contains another one comes before it, and then the other has its place.
    found.sort_by_key(|(_, node)| node.order());
    let nodes: Vec<_> = found.iter().map(|(_, node)| *node).collect();
    let taken: BTreeSet<&str> = document
        .components
        .iter()
        .map(|(name, _)| name.text)
        .collect();
    let names = names::unique(document, &nodes, &taken);
    for ((id, _), name) in found.into_iter().zip(names) {
        place(cx, id, Identity::Component(name));
    }
}
