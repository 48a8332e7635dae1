//! What is said of an operation: at its builder, at the client's method, and on top of its file.
//!
//! The builder says what may be answered, the method what it takes.

use super::parameter::MAY_BE_EMPTY;
use super::{Failure, Parameter};
use crate::api::{self, Api, Response, Status};
use crate::plan::docs::{Docs, Item, Piece};
use crate::plan::models::Types;
use crate::plan::notes::{self, Fallback};

/// Returns the documentation of the file of a tag.
pub(super) fn file(api: &Api, tag: Option<&str>) -> Docs {
    let Some(name) = tag else {
        return Docs::new();
    };
    let docs = Docs::new().paragraph(&[
        Piece::Text("The operations of the tag "),
        Piece::Code(name),
        Piece::Text("."),
    ]);
    let tag = api.tags.iter().find(|tag| tag.name == name);
    docs.optional(tag.and_then(|tag| tag.description.as_deref()))
}

/// Returns the documentation of the builder.
pub(super) fn builder(
    operation: &api::Operation,
    server: Option<&api::Server>,
    failure: Option<&Failure>,
) -> Docs {
    let line = request_line(operation);
    let docs = Docs::new().paragraph(&[
        Piece::Text("A request "),
        Piece::Code(&line),
        Piece::Text("."),
    ]);
    let docs = docs.optional(operation.docs.summary.as_deref());
    let docs = match server {
        Some(server) => docs.paragraph(&[
            Piece::Text("Sent to "),
            Piece::Code(&server.url),
            Piece::Text(", unless the client's builder names another server for it."),
        ]),
        None => docs,
    };
    let docs = docs.origin(&operation.origin).heading("Answers");
    let labels: Vec<Labels<'_>> = operation.responses.iter().map(Labels::new).collect();
    let answers = operation.responses.iter().zip(&labels);
    let answers: Vec<Item<'_>> = answers
        .map(|(response, labels)| answer(response, labels))
        .collect();
    let rest = if operation.responses.iter().any(may_succeed) {
        "Every answer but these successes is an "
    } else {
        "Every answer is an "
    };
    let mut pieces = vec![
        Piece::Text(rest),
        Piece::Link("Error"),
        Piece::Text(" that has status, headers and body"),
    ];
    if let Some(failure) = failure {
        pieces.extend([
            Piece::Text("; "),
            Piece::Code("typed"),
            Piece::Text(" reads it as "),
            Piece::Link(failure.name.as_str()),
        ]);
    }
    pieces.push(Piece::Text("."));
    docs.list(&answers).paragraph(&pieces)
}

fn may_succeed(response: &Response) -> bool {
    response.status.is_success() || response.status == Status::Default
}

/// Returns the documentation of the client's method.
pub(super) fn method(
    types: &Types<'_>,
    operation: &api::Operation,
    parameters: &[Parameter],
) -> Docs {
    let line = request_line(operation);
    let fallback = Fallback {
        what: "Sends",
        name: &line,
    };
    let mut docs = notes::described(&operation.docs, fallback);
    if notes::is_described(&operation.docs) {
        docs = docs.paragraph(&[Piece::Code(&line)]);
    }
    docs = docs.origin(&operation.origin);
    let positional = parameters
        .iter()
        .filter(|parameter| parameter.is_positional());
    let mut items: Vec<Item<'_>> = positional
        .map(|parameter| argument(types, operation, parameter))
        .collect();
    let body = operation.body.iter().filter(|body| body.required);
    items.extend(body.map(|body| Item {
        head: vec![Piece::Code("body")],
        texts: notes::texts(&body.docs),
        below: Vec::new(),
    }));
    if items.is_empty() {
        docs
    } else {
        docs.heading("Parameters").list(&items)
    }
}

fn request_line(operation: &api::Operation) -> String {
    [&operation.method, " ", &operation.path.text].concat()
}

fn argument<'a>(
    types: &Types<'a>,
    operation: &'a api::Operation,
    parameter: &'a Parameter,
) -> Item<'a> {
    let described = parameter.described(operation);
    Item {
        head: vec![Piece::Code(parameter.name.as_str())],
        texts: described
            .map(|described| notes::texts(&described.docs))
            .unwrap_or_default(),
        below: described
            .map(|described| demands(types, described))
            .unwrap_or_default(),
    }
}

/// What a method of a builder would say after the description.
fn demands<'a>(types: &Types<'a>, parameter: &'a api::Parameter) -> Vec<Item<'a>> {
    let ty = &types.api()[parameter.ty.id];
    let is_named = types.item(parameter.ty.id).is_some();
    let demands = [
        parameter
            .docs
            .deprecated
            .then(|| vec![Piece::Text("Deprecated.")]),
        (!is_named).then(|| notes::constraint_pieces(ty)).flatten(),
        notes::default_pieces(parameter.default.as_deref()),
        parameter
            .allow_empty
            .then(|| vec![Piece::Text(MAY_BE_EMPTY)]),
    ];
    let item = |head| Item {
        head,
        texts: Vec::new(),
        below: Vec::new(),
    };
    demands.into_iter().flatten().map(item).collect()
}

/// The texts of a response that are not the description's own.
struct Labels<'a> {
    status: String,
    media_types: Vec<&'a str>,
}

impl<'a> Labels<'a> {
    fn new(response: &'a Response) -> Self {
        let contents = response.content.iter();
        Self {
            status: response.status.to_string(),
            media_types: contents
                .map(|content| content.media_type.as_str())
                .collect(),
        }
    }
}

fn answer<'a>(response: &'a Response, labels: &'a Labels<'a>) -> Item<'a> {
    let mut head = vec![Piece::Code(&labels.status)];
    for (index, media_type) in labels.media_types.iter().enumerate() {
        head.push(Piece::Text(if index == 0 { " (" } else { ", " }));
        head.push(Piece::Code(media_type));
    }
    if !labels.media_types.is_empty() {
        head.push(Piece::Text(")"));
    }
    Item {
        head,
        texts: notes::texts(&response.docs),
        below: response.headers.iter().map(header).collect(),
    }
}

fn header(header: &api::Header) -> Item<'_> {
    Item {
        head: vec![Piece::Text("Header "), Piece::Code(&header.name)],
        texts: notes::texts(&header.docs),
        below: Vec::new(),
    }
}
