//! Request bodies and the media types of any body.

use super::super::{MediaType, RequestBody, Text, UNKNOWN_KEY};
use super::cx::{Cx, Memo};
use super::fields::Fields;
use super::reference::{self, Reusable};
use super::{encoding, example, found};
use crate::load::Node;

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
    let entries = owner.map(cx, "content");
    let mut content = Vec::with_capacity(entries.len());
    for entry in entries {
        if KEYS.contains(&entry.key) {
            // The media type above it is missing, which is said where those are checked.
            cx.ignore(entry.value, UNKNOWN_KEY);
            continue;
        }
        let name = Text {
            text: entry.key,
            span: entry.key_span,
        };
        content.extend(read_media_type(cx, name, entry.value));
    }
    content
}

/// Keys of media types, which are none themselves.
pub(super) const KEYS: [&str; 5] = ["schema", "itemSchema", "example", "examples", "encoding"];

pub(super) fn read_media_type<'a>(
    cx: &mut Cx<'a, '_>,
    name: Text<'a>,
    node: Node<'a>,
) -> Option<MediaType<'a>> {
    let start = node;
    let node = reference::follow(cx, start)?.node;
    if start != node {
        cx.joined.insert(node.identity());
        found::expect(cx, start, node, "a media type", reference::IN_SCHEMA)?;
    }
    let mut fields = Fields::open(cx, node, "a media type")?;
    let mut media_type = MediaType::new(node, name, None);
    media_type.schema = fields.value(cx, "schema").map(|schema| cx.schema(schema));
    media_type.examples = example::read_examples(cx, &mut fields);
    media_type.encoding = encoding::read_encodings(cx, &mut fields);
    if cx.version.has_sequences() {
        media_type.item_schema = fields
            .value(cx, "itemSchema")
            .map(|schema| cx.schema(schema));
    }
    fields.close(cx);
    Some(media_type)
}

impl<'a> Reusable<'a> for RequestBody<'a> {
    const AROUND_SCHEMA: Option<[&'static str; 2]> =
        Some(["a request body", reference::IN_CONTENT]);

    fn memo<'c>(cx: &'c mut Cx<'a, '_>) -> &'c mut Memo<Self> {
        &mut cx.bodies
    }

    fn read(cx: &mut Cx<'a, '_>, node: Node<'a>, shared: bool) -> Option<Self> {
        read_body(cx, node, shared)
    }
}
