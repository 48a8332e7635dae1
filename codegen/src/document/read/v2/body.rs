//! Request bodies, which are parameters `in: body`, or made of those `in: formData`.

use std::rc::Rc;

use super::super::cx::Cx;
use super::super::fields::Fields;
use super::head::Head;
use super::media::Name;
use super::value;
use crate::document::{Handle, MediaType, RequestBody, SchemaId, Text, Use};
use crate::load::Node;

/// A parameter that is the whole body.
#[derive(Debug)]
pub(super) struct Body<'a> {
    pub(super) head: Head<'a>,
    schema: Option<SchemaId>,
}

/// Reads the rest of a body parameter. Its name stands nowhere in the request.
pub(super) fn read_body<'a>(
    cx: &mut Cx<'a, '_>,
    fields: &mut Fields<'a>,
    head: Head<'a>,
) -> Body<'a> {
    if let Some(name) = head.node.get("name") {
        cx.skip_annotation(name, "the name of a body is not sent");
    }
    let schema = match (fields.peek("schema"), fields.peek("type")) {
        (None, Some(node)) => {
            let reason = "a body is described by `schema`; what stands beside counts all the same";
            cx.skip_annotation(node, reason);
            value::read_value(cx, fields, "a body").add(cx)
        }
        _ => fields.required(cx, "schema").map(|node| cx.schema(node)),
    };
    Body { head, schema }
}

impl<'a> Body<'a> {
    /// Returns the body in the media types that an operation consumes; where it names none, JSON.
    pub(super) fn request_body(&self, consumes: &Rc<[Name<'a>]>) -> Use<'a, RequestBody<'a>> {
        let Head {
            node,
            shared,
            description,
            required,
            ..
        } = self.head;
        in_place(RequestBody {
            node,
            shared,
            description,
            required,
            content: content(node, consumes, self.schema),
        })
    }
}

/// Returns a use of an object that stands for itself.
pub(super) fn in_place<'a, T>(item: T) -> Use<'a, T> {
    Use {
        item: Handle::new(item),
        summary: None,
        description: None,
    }
}

/// Returns the content of a body or an answer: one schema in several media types, or in JSON where
/// none is named.
pub(super) fn content<'a>(
    owner: Node<'a>,
    names: &[Name<'a>],
    schema: Option<SchemaId>,
) -> Vec<MediaType<'a>> {
    let media_type = |name: &Name<'a>| MediaType::new(name.node, name.text, schema);
    match names {
        [] => vec![silent(owner, "application/json", schema)],
        names => names.iter().map(media_type).collect(),
    }
}

/// Returns a media type that nothing in the description names.
pub(super) fn silent<'a>(
    owner: Node<'a>,
    name: &'static str,
    schema: Option<SchemaId>,
) -> MediaType<'a> {
    let name = Text {
        text: name,
        span: crate::document::head(owner),
    };
    MediaType::new(owner, name, schema)
}
