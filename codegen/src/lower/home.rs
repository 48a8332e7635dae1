//! Schemas in operations that others refer to: named after where they stand, whoever comes first.
//!
//! Most descriptions have none, so operations are walked through for their sake only where there are.

use super::cx::Cx;
use super::operation::Selection;
use super::select::Selected;
use super::{body, parameter, response, types};
use crate::api::Identity;
use crate::document::{Header, Home, MediaType, SchemaId};
use crate::load::Node;
use crate::source::FileId;

/// Gives their types to the schemas in operations that something refers to, and to those around them.
pub(super) fn place_at_home(cx: &mut Cx<'_, '_>, selection: &Selection<'_, '_>) {
    let wanted = wanted(cx);
    if wanted.is_empty() {
        return;
    }
    for selected in selection.all() {
        for (schema, identity) in schemas(cx, selected) {
            let node = cx.document[schema].node;
            let first = wanted.partition_point(|place| *place < node.order());
            // What stands in a schema comes right behind it.
            let next = wanted.get(first);
            if next.is_some_and(|place| *place < node.order_end()) {
                types::place(cx, schema, identity);
            }
        }
    }
}

/// Returns the places of the schemas that are referred to and have no type yet, in order.
fn wanted(cx: &Cx<'_, '_>) -> Vec<(FileId, u32)> {
    let document = cx.document;
    let without_type = document
        .schemas()
        .filter(|(id, schema)| schema.referenced && cx.types[id.index()].is_none());
    let in_operations = without_type
        .map(|(_, schema)| schema.node)
        .filter(|node| matches!(document.home(*node), Home::Paths | Home::Shared));
    let mut places: Vec<_> = in_operations.map(Node::order).collect();
    places.sort();
    places
}

/// Returns the schemas that stand in an operation with what names them there.
fn schemas(cx: &Cx<'_, '_>, selected: &Selected<'_, '_>) -> Vec<(SchemaId, Identity)> {
    let mut found = Vec::new();
    for chosen in &selected.parameters {
        let item = &chosen.parameter.item;
        let content = item.content.first().and_then(|content| content.schema);
        if let Some(schema) = item.schema.or(content) {
            found.push((schema, parameter::identity(cx, selected, *chosen)));
        }
    }
    if let Some(used) = &selected.operation.body {
        let place = body::place(cx, &selected.id, &used.item);
        add_content(&mut found, &used.item.content, &place);
    }
    for (status, used) in &selected.operation.responses {
        let place = response::place(cx, &selected.id, *status, &used.item);
        add_content(&mut found, &used.item.content, &place);
        for (name, header) in &used.item.headers {
            let step = |shared| response::header_step(&place, shared, *name);
            let identity = response::header_identity(cx, &place.owner, &step, &header.item);
            found.extend(schema_of(&header.item).map(|schema| (schema, identity)));
        }
    }
    found
}

fn add_content(
    found: &mut Vec<(SchemaId, Identity)>,
    content: &[MediaType<'_>],
    place: &super::media::Place,
) {
    for media_type in content {
        let name = media_type.name.text;
        let schema = media_type.schema;
        found.extend(schema.map(|schema| (schema, place.identity(name))));
        let item = media_type.item_schema;
        found.extend(item.map(|schema| (schema, place.item_identity(name))));
    }
}

fn schema_of(header: &Header<'_>) -> Option<SchemaId> {
    let content = header.content.first().and_then(|content| content.schema);
    header.schema.or(content)
}
