//! Path items, which share bodies and form fields with their operations like any parameters.

use super::super::cx::Cx;
use super::super::paths;
use super::operation::read_operation;
use super::parameter::read_parameters;
use crate::document::{Docs, Parameters, PathItem, Text};
use crate::load::Entry;

/// Reads one path item.
pub(super) fn read_path_item<'a>(cx: &mut Cx<'a, '_>, entry: &Entry<'a>) -> Option<PathItem<'a>> {
    let mut fields = paths::open_path_item(cx, entry.value)?;
    let shared = read_parameters(cx, &mut fields);
    let mut operations = Vec::new();
    for (method, node) in paths::take_operations(cx, &mut fields) {
        operations.extend(read_operation(cx, method, node, &shared));
    }
    fields.close(cx);
    let path = Text {
        text: entry.key,
        span: entry.key_span,
    };
    Some(PathItem {
        place: entry.value,
        path,
        docs: Docs::default(),
        servers: Vec::new(),
        parameters: Parameters {
            list: shared.plain(),
            complete: shared.complete,
        },
        operations,
    })
}
