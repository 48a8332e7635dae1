//! `paths` and path items.

use super::super::{Docs, PathItem, Text, head};
use super::cx::Cx;
use super::fields::{Fields, is_extension, skip_extension};
use super::{found, misplaced, operation, parameter, reference, servers};
use crate::diagnostic::{Code, Diagnostic};
use crate::load::{Entry, Node};

/// So many path items lead to each other.
const MAX_HOPS: usize = 32;

/// The methods that every version knows, in the order of the specification.
pub(super) const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// Reads all paths, each with the reader of the version's path items.
pub(super) fn read_paths<'a>(
    cx: &mut Cx<'a, '_>,
    root: &mut Fields<'a>,
    read: fn(&mut Cx<'a, '_>, &Entry<'a>) -> Option<PathItem<'a>>,
) -> Vec<PathItem<'a>> {
    let mut paths = Vec::new();
    for entry in root.map(cx, "paths") {
        if is_extension(&entry) {
            skip_extension(cx, &entry);
        } else if entry.key.starts_with('/') {
            paths.extend(read(cx, &entry));
        } else {
            say_no_slash(cx, &entry);
        }
    }
    paths
}

/// Reads `webhooks`: path items by name.
pub(super) fn read_webhooks<'a>(cx: &mut Cx<'a, '_>, root: &mut Fields<'a>) -> Vec<PathItem<'a>> {
    let mut webhooks = Vec::new();
    for entry in root.map(cx, "webhooks") {
        webhooks.extend(read_path_item(cx, &entry));
    }
    if let Some(node) = root.peek("webhooks") {
        cx.ignore(node, "webhooks are not generated yet");
    }
    webhooks
}

fn say_no_slash(cx: &mut Cx<'_, '_>, entry: &Entry<'_>) {
    // Braces without quotes are an object to YAML, which was said while loading.
    let span = entry.key_span;
    let is_bare = (span.end() - span.start()) as usize == entry.key.len();
    if entry.key.starts_with('{') && is_bare {
        return;
    }
    if let Some(diagnostic) = misplaced::beside_path(entry) {
        cx.diagnostics.add(diagnostic);
        return;
    }
    let message = format!("the path `{}` must begin with `/`", entry.key);
    let diagnostic = Diagnostic::new(Code::InvalidPath, message)
        .label(entry.key_span, "no `/` at the start")
        .help(format!("write `/{}`", entry.key));
    cx.diagnostics.add(diagnostic);
}

/// Reads one path item.
pub(super) fn read_path_item<'a>(cx: &mut Cx<'a, '_>, entry: &Entry<'a>) -> Option<PathItem<'a>> {
    let mut fields = open_path_item(cx, entry.value)?;
    let docs = Docs {
        summary: fields.text(cx, "summary"),
        description: fields.text(cx, "description"),
        ..Docs::default()
    };
    let servers = servers::read_servers(cx, &mut fields);
    let parameters = parameter::read_parameters(cx, &mut fields);
    let operations = read_operations(cx, &mut fields);
    fields.close(cx);
    let path = Text {
        text: entry.key,
        span: entry.key_span,
    };
    Some(PathItem {
        place: entry.value,
        path,
        docs,
        servers,
        parameters,
        operations,
    })
}

/// What to do with a schema in place of a path item.
const OF_SCHEMAS: &str = "refer to a path item; schemas stand in bodies, parameters and responses";

/// Opens a path item with what stands in it and in those that its `$ref`s lead to (OAS 3.1 §4.8.9.1).
/// Of a key that is in several of them, the one nearest to the path counts.
pub(super) fn open_path_item<'a>(cx: &mut Cx<'a, '_>, start: Node<'a>) -> Option<Fields<'a>> {
    let mut fields = Fields::open(cx, start, "a path item")?;
    let mut met = vec![start.identity()];
    let mut from = start;
    while met.len() <= MAX_HOPS {
        if fields.peek("$ref").is_none() {
            return Some(fields);
        }
        let target = reference::target(cx, &mut fields)?;
        if met.contains(&target.identity()) {
            break;
        }
        found::expect(cx, from, target, "a path item", OF_SCHEMAS)?;
        from = target;
        met.push(target.identity());
        cx.joined.insert(target.identity());
        fields.add_behind(cx, target)?;
    }
    reference::say_circular(cx, start);
    None
}

/// Reads the operations in the order they are written.
fn read_operations<'a>(
    cx: &mut Cx<'a, '_>,
    fields: &mut Fields<'a>,
) -> Vec<super::super::Operation<'a>> {
    let found = take_operations(cx, fields);
    let read = |(method, node)| operation::read_operation(cx, method, node);
    let mut operations: Vec<_> = found.into_iter().filter_map(read).collect();
    // Lists begin with room for four, and most path items have fewer.
    operations.shrink_to_fit();
    operations
}

/// Takes the operations with their methods, in the order they are written.
pub(super) fn take_operations<'a>(
    cx: &mut Cx<'a, '_>,
    fields: &mut Fields<'a>,
) -> Vec<(String, Node<'a>)> {
    let mut found = Vec::new();
    let has_trace = cx.version.has_trace();
    let methods = METHODS.into_iter();
    for method in methods.filter(|method| has_trace || *method != "trace") {
        found.extend(
            fields
                .value(cx, method)
                .map(|node| (method.to_uppercase(), node)),
        );
    }
    if cx.version.has_any_method() {
        found.extend(
            fields
                .value(cx, "query")
                .map(|node| ("QUERY".to_owned(), node)),
        );
        for entry in fields.map(cx, "additionalOperations") {
            found.push((entry.key.to_owned(), entry.value));
        }
    }
    found.sort_by_key(|(_, node)| node.order());
    found.retain(|(_, node)| is_counted(cx, *node));
    found
}

/// So many operations a description may have, and one more for so many of its values. The largest in
/// use have some ten thousands, each of a hundred values.
const MAX_OPERATIONS: usize = 8_000;
const VALUES_PER_OPERATION: usize = 50;

/// Returns how many operations a description may have.
pub(super) fn max_operations(values: usize) -> usize {
    MAX_OPERATIONS + values / VALUES_PER_OPERATION
}

/// Returns whether an operation is not beyond the limit; says which is the first to be.
fn is_counted(cx: &mut Cx<'_, '_>, node: Node<'_>) -> bool {
    let Some(left) = cx.operations else {
        return false;
    };
    cx.operations = left.checked_sub(1);
    if cx.operations.is_none() {
        let message = "the description has more operations than can be handled";
        let diagnostic = Diagnostic::new(Code::TooLarge, message)
            .label(head(node), "one too many")
            .help("make several descriptions of it");
        cx.diagnostics.add(diagnostic);
    }
    cx.operations.is_some()
}
