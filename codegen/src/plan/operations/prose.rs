//! What is said of an operation: at its builder, at the client's method, and on top of its file.
//!
//! The builder says what may be answered, the method what it takes.

use super::answers::Answers;
use super::parameter::MAY_BE_EMPTY;
use super::{Choice, Failure, Group, Parameter};
use crate::api::{self, Api};
use crate::plan::docs::{Docs, Item, Piece};
use crate::plan::models::Types;
use crate::plan::notes::{self, Fallback};

/// Returns the documentation of the file of a group.
pub(super) fn file(api: &Api, group: &Group) -> Docs {
    let mut pieces = Vec::new();
    if let Some(tag) = &group.tag {
        pieces.extend([Piece::Text("The operations of the tag "), Piece::Code(tag)]);
    }
    for (index, word) in group.words.iter().enumerate() {
        let before = match (index, &group.tag) {
            (0, None) => "The operations without a tag on ",
            (0, Some(_)) => ", and those without one on ",
            (_, _) => ", ",
        };
        pieces.extend([Piece::Text(before), Piece::Code(word)]);
    }
    if pieces.is_empty() {
        return Docs::new();
    }
    pieces.push(Piece::Text("."));
    let name = group.tag.as_deref();
    let tag = api.tags.iter().find(|tag| Some(tag.name.as_str()) == name);
    let docs = Docs::new().paragraph(&pieces);
    docs.optional(tag.and_then(|tag| tag.description.as_deref()))
}

/// Returns the documentation of the builder.
pub(super) fn builder(
    operation: &api::Operation,
    server: Option<&api::Server>,
    answers: &Answers<'_>,
    enums: (Option<&Choice>, Option<&Failure>),
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
    answers.add_to(docs, enums.0, enums.1)
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
    // What nobody described says nothing that the signature does not.
    items.retain(|item| !item.texts.is_empty() || !item.below.is_empty());
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
