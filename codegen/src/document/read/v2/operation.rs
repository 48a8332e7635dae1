//! Operations, whose parameters hold their bodies.

use super::super::cx::Cx;
use super::super::external_docs::read_external_docs;
use super::super::fields::Fields;
use super::super::operation::{read_id, read_responses, read_tags};
use super::super::{reference, security};
use super::body::Body;
use super::form::{self, Field};
use super::parameter::{List, read_parameters};
use super::response::Response;
use super::{media, response, servers};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{self, Docs, Operation, Parameters, RequestBody, Use, head};
use crate::load::Node;

/// Reads one operation of a path item with parameters of its own.
pub(super) fn read_operation<'a>(
    cx: &mut Cx<'a, '_>,
    method: String,
    node: Node<'a>,
    of_path: &List<'a>,
) -> Option<Operation<'a>> {
    let node = reference::follow(cx, node)?.node;
    let mut fields = Fields::open(cx, node, "an operation")?;
    let own = read_parameters(cx, &mut fields);
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
        servers: servers::read_own(cx, &mut fields),
        body: read_body(cx, &mut fields, &own, of_path),
        parameters: Parameters {
            list: own.plain(),
            complete: own.complete,
        },
        responses: read_answers(cx, &mut fields),
        security: security::read_requirements(cx, &mut fields),
        callbacks: Vec::new(),
        external_docs: read_external_docs(cx, &mut fields),
    };
    fields.close(cx);
    Some(operation)
}

/// Returns the body: a body parameter in all that is consumed, or the form fields together.
fn read_body<'a>(
    cx: &mut Cx<'a, '_>,
    fields: &mut Fields<'a>,
    own: &List<'a>,
    of_path: &List<'a>,
) -> Option<Use<'a, RequestBody<'a>>> {
    let consumes = media::read_list(cx, fields, "consumes");
    let (bodies, form) = (bodies(own, of_path), form(own, of_path));
    say_several(cx, &bodies, &form);
    let Some(body) = bodies.first() else {
        if form.is_empty() {
            media::skip_unused(cx, consumes);
            return None;
        }
        let owner = if own.fields().is_empty() {
            of_path.node
        } else {
            own.node
        };
        let consumes = cx.v2.consumes.or(consumes.as_ref());
        let owner = owner.unwrap_or(fields.node);
        return Some(form::request_body(cx, owner, &form, &consumes));
    };
    let consumes = cx.v2.consumes.or(consumes.as_ref());
    Some(body.request_body(&consumes))
}

/// Returns the body parameters: the operation's, or else those of its path item.
fn bodies<'c, 'a>(own: &'c List<'a>, of_path: &'c List<'a>) -> Vec<&'c Body<'a>> {
    let bodies = own.bodies();
    if bodies.is_empty() && own.fields().is_empty() {
        return of_path.bodies();
    }
    bodies
}

/// Returns the form fields: those of the path item that the operation does not override, then the
/// operation's own.
fn form<'c, 'a>(own: &'c List<'a>, of_path: &'c List<'a>) -> Vec<&'c Field<'a>> {
    let own_fields = own.fields();
    if !own.bodies().is_empty() {
        return own_fields;
    }
    let names: std::collections::BTreeSet<&str> =
        own_fields.iter().map(|field| field.name()).collect();
    let of_path = of_path.fields().into_iter();
    of_path
        .filter(|field| !names.contains(field.name()))
        .chain(own_fields.iter().copied())
        .collect()
}

/// Says that a request has several bodies.
fn say_several<'a>(cx: &mut Cx<'a, '_>, bodies: &[&Body<'a>], form: &[&Field<'a>]) {
    let mut places = bodies.iter().map(|body| body.head.node);
    let Some(first) = places.next() else {
        return;
    };
    let Some(second) = places.next().or(form.first().map(|field| field.node())) else {
        return;
    };
    let diagnostic = Diagnostic::new(Code::SeveralBodies, "the operation has several bodies")
        .label(head_of(second), "another body")
        .secondary(head_of(first), "the body")
        .help("keep one parameter `in: body`, or only parameters `in: formData`");
    cx.diagnostics.add(diagnostic);
}

/// Returns where a parameter says what it is.
fn head_of(parameter: Node<'_>) -> crate::source::Span {
    parameter.get("in").map_or(head(parameter), Node::span)
}

fn read_answers<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>) -> document::Responses<'a> {
    let produces = media::read_list(cx, fields, "produces");
    fields.required(cx, "responses");
    let responses = read_responses::<Response<'a>>(cx, fields);
    if !responses
        .iter()
        .any(|(_, response)| response.item.has_body())
    {
        media::skip_unused(cx, produces);
        return responses
            .into_iter()
            .map(|(status, used)| (status, response::in_media_types(cx, &used.item, &[])))
            .collect();
    }
    let produces = cx.v2.produces.or(produces.as_ref());
    responses
        .into_iter()
        .map(|(status, used)| (status, response::in_media_types(cx, &used.item, &produces)))
        .collect()
}
