//! Operations.

use super::super::{self as document, Docs, Operation, Text, UNKNOWN_KEY, Use, head};
use super::cx::Cx;
use super::external_docs::read_external_docs;
use super::fields::{self, Fields};
use super::reference::{self, Reusable};
use super::{callback, misplaced, parameter, security, servers};
use crate::diagnostic::{Code, Diagnostic};
use crate::load::Node;

/// Reads one operation.
pub(super) fn read_operation<'a>(
    cx: &mut Cx<'a, '_>,
    method: String,
    node: Node<'a>,
) -> Option<Operation<'a>> {
    let node = reference::follow(cx, node)?.node;
    let mut fields = Fields::open(cx, node, "an operation")?;
    let operation = Operation {
        node,
        method,
        id: read_id(cx, &mut fields),
        tags: read_tags(cx, &mut fields),
        docs: Docs {
            title: None,
            summary: fields.text(cx, "summary"),
            description: fields.text(cx, "description"),
            deprecated: fields.flag(cx, "deprecated").unwrap_or(false),
        },
        servers: servers::read_servers(cx, &mut fields),
        parameters: parameter::read_parameters(cx, &mut fields),
        body: fields
            .value(cx, "requestBody")
            .and_then(|body| reference::read_use(cx, body)),
        responses: read_required_responses(cx, &mut fields),
        security: security::read_requirements(cx, &mut fields),
        callbacks: callback::read_callbacks(cx, &mut fields),
        external_docs: read_external_docs(cx, &mut fields),
    };
    fields.close(cx);
    Some(operation)
}

/// Takes the id. An empty one is none, and so may be given often.
pub(super) fn read_id<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>) -> Option<Text<'a>> {
    let id = fields.text_at(cx, "operationId")?;
    if !id.text.trim().is_empty() {
        return Some(id);
    }
    let diagnostic = Diagnostic::new(Code::EmptyValue, "`operationId` of an operation is empty")
        .label(id.span, "read as if it were absent")
        .help("give the operation an id, or remove the key")
        .several("ids of operations are empty");
    cx.diagnostics.add(diagnostic);
    if let Some(node) = fields.peek("operationId") {
        cx.skip_annotation(node, "an empty id is none");
    }
    None
}

/// Takes the names of the tags.
pub(super) fn read_tags<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>) -> Vec<&'a str> {
    let nodes = fields.list(cx, "tags");
    let read = |node| fields::text(cx, node, "tags").map(|text| text.text);
    nodes.into_iter().filter_map(read).collect()
}

/// Takes the responses, or says that there are none where a version demands them.
fn read_required_responses<'a>(
    cx: &mut Cx<'a, '_>,
    fields: &mut Fields<'a>,
) -> document::Responses<'a> {
    let responses = read_responses(cx, fields);
    if cx.version.wants_responses() && fields.peek("responses").is_none() {
        let diagnostic = Diagnostic::new(Code::MissingNote, "an operation needs `responses`")
            .label(head(fields.node), "every answer comes back as an error")
            .help("add `responses`, as in `responses: {\"200\": {description: Done}}`")
            .several("operations need `responses`")
            .because_of(fields.node.span(), "responses")
            .explains(fields.node.span(), "responses");
        cx.diagnostics.add(diagnostic);
    }
    responses
}

/// Takes the responses, as the version reads them.
pub(super) fn read_responses<'a, T: Reusable<'a>>(
    cx: &mut Cx<'a, '_>,
    fields: &mut Fields<'a>,
) -> Vec<(Text<'a>, Use<'a, T>)> {
    let mut responses = Vec::new();
    let mut before = None;
    for entry in fields.map(cx, "responses") {
        if fields::is_extension(&entry) {
            fields::skip_extension(cx, &entry);
            continue;
        }
        if let Some(diagnostic) = before.and_then(|it| misplaced::beside_response(it, &entry)) {
            cx.ignore(entry.value, UNKNOWN_KEY);
            cx.diagnostics.add(diagnostic);
            continue;
        }
        before = Some(entry.value);
        if misplaced::is_beside_emptied(entry.value) {
            continue;
        }
        let status = Text {
            text: entry.key,
            span: entry.key_span,
        };
        let read = reference::read_use(cx, entry.value);
        responses.extend(read.map(|response| (status, response)));
    }
    responses
}
