//! Request bodies and the media types of any body.

use super::super::{MediaType, RequestBody, Text};
use super::cx::{Cx, Memo};
use super::fields::Fields;
use super::reference::{self, Reusable};
use crate::load::Node;

const EXAMPLES: &str = "examples are not carried over";

/// Reads one request body.
fn read_body<'a>(cx: &mut Cx<'a, '_>, node: Node<'a>, shared: bool) -> Option<RequestBody<'a>> {
    let mut fields = Fields::open(cx, node, "a request body")?;
    let description = fields.text(cx, "description");
    let required = fields.flag(cx, "required").unwrap_or(false);
    let content = read_content(cx, &mut fields);
    fields.close(cx);
    Some(RequestBody {
        node,
        shared,
        description,
        required,
        content,
    })
}

/// Reads the map `content`: media types in document order.
pub(super) fn read_content<'a>(cx: &mut Cx<'a, '_>, owner: &mut Fields<'a>) -> Vec<MediaType<'a>> {
    let mut content = Vec::new();
    for entry in owner.map(cx, "content") {
        let name = Text {
            text: entry.key,
            span: entry.key_span,
        };
        content.extend(read_media_type(cx, name, entry.value));
    }
    content
}

fn read_media_type<'a>(
    cx: &mut Cx<'a, '_>,
    name: Text<'a>,
    node: Node<'a>,
) -> Option<MediaType<'a>> {
    let node = reference::follow(cx, node)?.node;
    let mut fields = Fields::open(cx, node, "a media type")?;
    let schema = fields.value(cx, "schema").map(|schema| cx.schema(schema));
    fields.annotations(cx, &[("example", EXAMPLES), ("examples", EXAMPLES)]);
    let encoding = "encodings of single parts are not generated yet";
    fields.ignored(
        cx,
        &[
            ("encoding", encoding),
            ("prefixEncoding", encoding),
            ("itemEncoding", encoding),
            (
                "itemSchema",
                "bodies of many items in a row are not generated yet",
            ),
        ],
    );
    fields.close(cx);
    Some(MediaType { node, name, schema })
}

impl<'a> Reusable<'a> for RequestBody<'a> {
    fn memo<'c>(cx: &'c mut Cx<'a, '_>) -> &'c mut Memo<Self> {
        &mut cx.bodies
    }

    fn read(cx: &mut Cx<'a, '_>, node: Node<'a>, shared: bool) -> Option<Self> {
        read_body(cx, node, shared)
    }
}
