//! What people wrote.

use super::cx::Cx;
use crate::api;
use crate::document::{Docs, SchemaId};

/// Returns the texts of one object.
pub(super) fn docs(docs: &Docs<'_>) -> api::Docs {
    api::Docs {
        title: owned(docs.title),
        summary: owned(docs.summary),
        description: owned(docs.description),
        deprecated: docs.deprecated,
    }
}

/// Returns the texts that stand at the place where a schema is used. What stands where a reference
/// leads to belongs to the type.
pub(super) fn of_use(cx: &Cx<'_, '_>, schema: SchemaId) -> api::Docs {
    let mut found = api::Docs::default();
    for id in cx.links.way_in_place(schema) {
        let docs = &cx.document[id].docs;
        found.title = found.title.or_else(|| owned(docs.title));
        found.description = found.description.or_else(|| owned(docs.description));
        found.deprecated |= docs.deprecated;
    }
    found
}

/// Returns a text, unless there is nothing but blanks.
fn owned(text: Option<&str>) -> Option<String> {
    text.filter(|text| !text.trim().is_empty())
        .map(str::to_owned)
}
