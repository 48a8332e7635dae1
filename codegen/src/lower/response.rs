//! Responses and their headers.

use super::cx::Cx;
use super::media::{Place, Side};
use super::parameter::style;
use super::{docs, example, link, media, types};
use crate::api::{self, Identity, Location, Owner, Serialization, Status, Step, Style};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Header, Response, Responses, SchemaId, SimpleType, Text, Use, origin};
use crate::load::nearest;

/// Lowers the responses of an operation, in document order.
pub(super) fn lower_responses(
    cx: &mut Cx<'_, '_>,
    operation: &str,
    responses: &Responses<'_>,
) -> Vec<api::Response> {
    let mut lowered = Vec::with_capacity(responses.len());
    for (status, response) in responses {
        match parse_status(status.text) {
            Some(code) => lowered.push(lower_response(cx, operation, *status, code, response)),
            None => say_unknown_status(cx, *status),
        }
    }
    lowered
}

/// Reads a status, as in `200`, `4XX`, `default`.
fn parse_status(text: &str) -> Option<Status> {
    if text == "default" {
        return Some(Status::Default);
    }
    let bytes: &[u8; 3] = text.as_bytes().try_into().ok()?;
    match bytes {
        [first @ b'1'..=b'5', b'X' | b'x', b'X' | b'x'] => Some(Status::Range(first - b'0')),
        [b'1'..=b'9', ..] => text.parse().ok().map(Status::Code),
        _ => None,
    }
}

fn say_unknown_status(cx: &mut Cx<'_, '_>, status: Text<'_>) {
    let message = format!("`{}` is no status of a response", status.text);
    let diagnostic = Diagnostic::new(Code::UnknownValue, message)
        .label(status.span, "not known here")
        .help("write a status as in `200`, a range as in `4XX`, or `default`");
    cx.diagnostics
        .add(match nearest(status.text, ["default"].into_iter()) {
            Some(meant) => diagnostic.help(format!("did you mean `{meant}`?")),
            None => diagnostic,
        });
}

fn lower_response(
    cx: &mut Cx<'_, '_>,
    operation: &str,
    status: Text<'_>,
    code: Status,
    response: &Use<'_, Response<'_>>,
) -> api::Response {
    let item = &response.item;
    let place = place(cx, operation, status, item);
    let mut docs = docs::docs(&item.docs);
    docs.summary = response.summary.map(str::to_owned).or(docs.summary);
    docs.description = response.description.map(str::to_owned).or(docs.description);
    let mut headers = Vec::with_capacity(item.headers.len());
    for (name, header) in &item.headers {
        // Bodies have a media type of their own (OAS 3.1 §4.8.17).
        if name.text.eq_ignore_ascii_case("Content-Type") {
            cx.pass_over(header.item.node, "media types stand for this header");
        } else {
            let step = |shared| header_step(&place, shared, *name);
            headers.push(lower_header(cx, &place.owner, &step, *name, header));
        }
    }
    let mut content = Vec::with_capacity(item.content.len());
    for media_type in &item.content {
        content.push(media::lower_content(cx, media_type, &place));
    }
    api::Response {
        status: code,
        docs,
        headers,
        content,
        links: link::lower_links(cx, &item.links),
        origin: origin(item.node),
    }
}

/// Returns what the schemas of a response belong to. What stands apart is used under several statuses,
/// so it is known by its own name alone.
pub(super) fn place(
    cx: &Cx<'_, '_>,
    operation: &str,
    status: Text<'_>,
    response: &Response<'_>,
) -> Place {
    let (owner, status) = if response.shared {
        (Owner::Shared(cx.shared_name(response.node)), "")
    } else {
        (Owner::Operation(operation.to_owned()), status.text)
    };
    Place {
        owner,
        side: Side::Response(status.to_owned()),
    }
}

/// Lowers one header. A shared one owns its types itself; `step` is told whether it is.
pub(super) fn lower_header(
    cx: &mut Cx<'_, '_>,
    owner: &Owner,
    step: &dyn Fn(bool) -> Step,
    name: Text<'_>,
    header: &Use<'_, Header<'_>>,
) -> api::Header {
    let item = &header.item;
    let content = item.content.first().filter(|_| item.schema.is_none());
    let schema = item.schema.or(content.and_then(|content| content.schema));
    account_for_explode(cx, item, schema);
    if let Some(schema) = schema.filter(|_| cx.validates)
        && !cx.document[cx.end(schema).id].constraints.is_empty()
    {
        cx.tell(item.node, "headers of answers are not checked");
    }
    let ty = schema.map(|schema| {
        let identity = header_identity(cx, owner, step, item);
        types::use_of(cx, schema, || identity)
    });
    let mut docs = docs::docs(&item.docs);
    let shared = item.shared.then(|| api::SharedHeader {
        name: cx.shared_name(item.node),
        description: docs.description.clone(),
    });
    docs.description = header.description.map(str::to_owned).or(docs.description);
    let mut examples = example::lower_examples(cx, &item.examples);
    for content in &item.content {
        examples.append(&mut example::lower_examples(cx, &content.examples));
    }
    let serialization = match content {
        Some(content) => Serialization::Content(content.name.text.to_owned()),
        None => Serialization::Style {
            style: item
                .style
                .and_then(|name| style(cx, name, Location::Header))
                .unwrap_or(Style::Simple),
            explode: item.explode,
            allow_reserved: false,
        },
    };
    api::Header {
        name: name.text.to_owned(),
        shared,
        required: item.required,
        ty,
        serialization,
        docs,
        examples,
        origin: origin(item.node),
    }
}

/// Lists look the same in either way (OAS 3.1 §4.8.12.3, style `simple`).
fn account_for_explode(cx: &mut Cx<'_, '_>, header: &Header<'_>, schema: Option<SchemaId>) {
    let is_object = schema.is_some_and(|schema| {
        let end = &cx.document[cx.end(schema).id];
        end.types.single() == Some(SimpleType::Object) || end.types.is_empty()
    });
    if let Some(node) = header.node.get("explode").filter(|_| !is_object) {
        cx.pass_over(node, "`explode` changes nothing but objects in headers");
    }
}

/// Returns what names the schema of a header.
pub(super) fn header_identity(
    cx: &Cx<'_, '_>,
    owner: &Owner,
    step: &dyn Fn(bool) -> Step,
    header: &Header<'_>,
) -> Identity {
    if header.shared {
        Identity::Inline {
            owner: Owner::Shared(cx.shared_name(header.node)),
            step: step(true),
        }
    } else {
        Identity::Inline {
            owner: owner.clone(),
            step: step(false),
        }
    }
}

/// Returns the step to a header of a response.
pub(super) fn header_step(place: &Place, shared: bool, name: Text<'_>) -> Step {
    let status = match &place.side {
        Side::Response(status) if !shared => status.clone(),
        Side::Response(_) | Side::Request => String::new(),
    };
    Step::Header(status, name.text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statuses() {
        for (text, expect) in [
            ("200", Some(Status::Code(200))),
            ("4XX", Some(Status::Range(4))),
            ("5xx", Some(Status::Range(5))),
            ("default", Some(Status::Default)),
            ("6XX", None),
            ("20", None),
            ("2000", None),
            ("099", None),
            ("2é", None),
            ("ok!", None),
        ] {
            assert_eq!(parse_status(text), expect, "{text}");
        }
    }
}
