//! Responses and their headers.

use super::cx::Cx;
use super::{docs, media, types};
use crate::api::{self, Identity, Owner, Status, Step};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Header, Response, Responses, Text, Use, origin};

/// Lowers the responses of an operation, in document order.
pub(super) fn lower_responses(
    cx: &mut Cx<'_, '_>,
    operation: &str,
    responses: &Responses<'_>,
) -> Vec<api::Response> {
    let mut lowered = Vec::new();
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
        .label(status.span, "as in `200`, `4XX` or `default`");
    cx.diagnostics.add(diagnostic);
}

fn lower_response(
    cx: &mut Cx<'_, '_>,
    operation: &str,
    status: Text<'_>,
    code: Status,
    response: &Use<'_, Response<'_>>,
) -> api::Response {
    let item = &response.item;
    // What stands apart is used under several statuses, so it is known by its own name alone.
    let (owner, status) = if item.shared {
        (Owner::Shared(cx.shared_name(item.node)), String::new())
    } else {
        (
            Owner::Operation(operation.to_owned()),
            status.text.to_owned(),
        )
    };
    let mut docs = docs::docs(&item.docs);
    docs.summary = response.summary.map(str::to_owned).or(docs.summary);
    docs.description = response.description.map(str::to_owned).or(docs.description);
    let mut headers = Vec::new();
    for (name, header) in &item.headers {
        // Bodies have a media type of their own (OAS 3.1 §4.8.17).
        if !name.text.eq_ignore_ascii_case("Content-Type") {
            headers.push(lower_header(cx, &owner, &status, *name, header));
        }
    }
    let mut content = Vec::new();
    for media_type in &item.content {
        let step = Step::Response(status.clone(), media_type.name.text.to_owned());
        let identity = Identity::Inline {
            owner: owner.clone(),
            step,
        };
        content.push(media::lower_content(cx, media_type, identity));
    }
    api::Response {
        status: code,
        docs,
        headers,
        content,
        origin: origin(item.node),
    }
}

fn lower_header(
    cx: &mut Cx<'_, '_>,
    owner: &Owner,
    status: &str,
    name: Text<'_>,
    header: &Use<'_, Header<'_>>,
) -> api::Header {
    let item = &header.item;
    let (owner, status) = if item.shared {
        (Owner::Shared(cx.shared_name(item.node)), "")
    } else {
        (owner.clone(), status)
    };
    let step = Step::Header(status.to_owned(), name.text.to_owned());
    let content = item.content.first().and_then(|content| content.schema);
    let ty = item
        .schema
        .or(content)
        .map(|schema| types::use_of(cx, schema, || Identity::Inline { owner, step }));
    let mut docs = docs::docs(&item.docs);
    docs.description = header.description.map(str::to_owned).or(docs.description);
    api::Header {
        name: name.text.to_owned(),
        required: item.required,
        ty,
        docs,
        origin: origin(item.node),
    }
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
