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
    account_for_errors(cx, responses);
    lowered
}

/// Accounts for the bodies of errors. `default` is one where something else is a success.
fn account_for_errors(cx: &mut Cx<'_, '_>, responses: &Responses<'_>) {
    let statuses = responses
        .iter()
        .filter_map(|(status, response)| Some((parse_status(status.text)?, response)));
    let has_success = statuses.clone().any(|(status, _)| is_success(status));
    for (status, response) in statuses {
        let is_error = match status {
            Status::Default => has_success,
            status => !is_success(status),
        };
        let typed = response.item.content.iter();
        for schema in typed.filter_map(|content| content.schema.filter(|_| is_error)) {
            let reason = "bodies of errors are decoded where the caller names their type";
            cx.tell(cx.document[schema].node, reason);
        }
    }
}

fn is_success(status: Status) -> bool {
    match status {
        Status::Code(code) => (200..300).contains(&code),
        Status::Range(digit) => digit == 2,
        Status::Default => false,
    }
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
        if name.text.eq_ignore_ascii_case("Content-Type") {
            cx.pass_over(header.item.node, "media types stand for this header");
        } else {
            cx.tell(header.item.node, "headers of answers are plain texts");
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
