//! Encodings: how the parts of forms and multipart bodies are written.

use super::super::{Encoding, Encodings, Text};
use super::cx::Cx;
use super::fields::Fields;
use super::response;
use crate::load::Node;

/// Takes the encodings of a media type, or of a part within one.
pub(super) fn read_encodings<'a>(cx: &mut Cx<'a, '_>, owner: &mut Fields<'a>) -> Encodings<'a> {
    let mut encodings = Encodings::default();
    for entry in owner.map(cx, "encoding") {
        let name = Text {
            text: entry.key,
            span: entry.key_span,
        };
        let read = read_encoding(cx, entry.value);
        encodings
            .named
            .extend(read.map(|encoding| (name, encoding)));
    }
    if cx.version.has_sequences() {
        for node in owner.list(cx, "prefixEncoding") {
            encodings.prefix.extend(read_encoding(cx, node));
        }
        encodings.items = owner
            .value(cx, "itemEncoding")
            .and_then(|node| read_encoding(cx, node))
            .map(Box::new);
    }
    encodings
}

fn read_encoding<'a>(cx: &mut Cx<'a, '_>, node: Node<'a>) -> Option<Encoding<'a>> {
    if !cx.enter(node) {
        return None;
    }
    let encoding = read_fields(cx, node);
    cx.leave();
    encoding
}

fn read_fields<'a>(cx: &mut Cx<'a, '_>, node: Node<'a>) -> Option<Encoding<'a>> {
    let mut fields = Fields::open(cx, node, "an encoding")?;
    let mut encoding = Encoding {
        node,
        content_type: fields.text(cx, "contentType"),
        headers: response::read_headers(cx, &mut fields),
        style: fields.text_at(cx, "style"),
        explode: fields.flag(cx, "explode"),
        allow_reserved: fields.flag(cx, "allowReserved"),
        nested: Encodings::default(),
    };
    if cx.version.has_sequences() {
        encoding.nested = read_encodings(cx, &mut fields);
    }
    fields.close(cx);
    Some(encoding)
}
