//! Media types, by what becomes of a body.

use super::cx::Cx;
use super::{encoding, example, rules, types, xml};
use crate::api::media_type;
use crate::api::{BINARY, Content, Format, Identity, Kind, Owner, Step, TypeRef};
use crate::document::{Encodings, MediaType, SchemaId, SimpleType, origin};
use crate::load::Node;

/// What becomes of a body in a media type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MediaKind {
    /// Typed by its schema.
    Json,
    Xml,
    Form,
    /// A text, or a number or a flag as one.
    Text,
    Multipart,
    /// Many items in a row, typed by the schema of one.
    Sequence,
    /// Whatever is JSON or JSON-like, by the schema.
    Range,
    /// Bytes, whatever the schema.
    Binary,
}

const ENCODING: &str = "only forms and multipart bodies of requests have parts to encode";
const FIELD: &str = "the fields of a form have names, and nothing but values";
const ITEMS: &str = "bodies of this media type are not many items in a row";
const PARTS: &str = "parts of multipart bodies are not checked";
const TEXT: &str = "bodies of this media type come out as text, whatever their schema";

/// Returns the kind of a media type, as in `application/problem+json; charset=utf-8`.
pub(super) fn kind(name: &str) -> MediaKind {
    if media_type::is_json(name) {
        MediaKind::Json
    } else if media_type::is_xml(name) {
        MediaKind::Xml
    } else if media_type::is_form(name) {
        MediaKind::Form
    } else if media_type::is_multipart(name) {
        MediaKind::Multipart
    } else if media_type::is_sequence(name) {
        MediaKind::Sequence
    } else {
        untyped(&media_type::essence(name))
    }
}

fn untyped(essence: &str) -> MediaKind {
    match essence {
        "*/*" | "application/*" => MediaKind::Range,
        _ if essence.starts_with("text/") => MediaKind::Text,
        _ => MediaKind::Binary,
    }
}

/// What a body belongs to.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub(super) owner: Owner,
    pub(super) side: Side,
}

/// Whether a body is sent or comes.
#[derive(Debug, Clone)]
pub(super) enum Side {
    Request,
    /// With the status as in [`Step::Response`].
    Response(String),
}

/// Lowers a body in one media type. One that comes as multipart is bytes for now.
pub(super) fn lower_content(
    cx: &mut Cx<'_, '_>,
    content: &MediaType<'_>,
    place: &Place,
) -> Content {
    let identity = place.identity(content.name.text);
    let kind = kind(content.name.text);
    account_for_unused(cx, content, kind, place);
    let ty = match (kind, &place.side) {
        (MediaKind::Json | MediaKind::Form | MediaKind::Xml | MediaKind::Sequence, _)
        | (MediaKind::Multipart, Side::Request) => typed(cx, content.schema, || identity),
        (MediaKind::Range, _) if is_structured(cx, content) => {
            typed(cx, content.schema, || identity)
        }
        (MediaKind::Text, _) => Some(text(cx, content, identity)),
        (MediaKind::Multipart, Side::Response(_)) | (MediaKind::Range | MediaKind::Binary, _) => {
            Some(binary(cx, content, identity))
        }
    };
    let is_xml = kind == MediaKind::Xml;
    let root = content.schema.filter(|_| is_xml);
    if kind == MediaKind::Multipart && cx.validates {
        cx.tell(content.node, PARTS);
    }
    let [rules, item_rules] = match (kind, &place.side) {
        (MediaKind::Binary | MediaKind::Multipart, _) => [None, None],
        (MediaKind::Text, _) => [content.schema.filter(|id| is_plain(cx, *id)), None],
        (MediaKind::Range, _) => [content.schema.filter(|_| is_structured(cx, content)), None],
        (MediaKind::Json | MediaKind::Form | MediaKind::Xml, _) => [content.schema, None],
        (MediaKind::Sequence, _) => sequence_rules(cx, content),
    }
    .map(|schema| schema.and_then(|schema| rules::of(cx, schema)));
    Content {
        rules,
        item_rules,
        media_type: content.name.text.to_owned(),
        ty,
        item: typed(cx, content.item_schema, || {
            place.item_identity(content.name.text)
        }),
        xml: root
            .map(|schema| xml::of_root(cx, schema))
            .unwrap_or_default()
            .into(),
        encodings: encoding::lower_encodings(cx, &place.owner, &content.encoding),
        examples: example::lower_examples(cx, &content.examples),
        origin: origin(content.node),
    }
}

impl Place {
    /// Returns what names the schema of a media type.
    pub(super) fn identity(&self, media_type: &str) -> Identity {
        let media_type = media_type.to_owned();
        self.inline(match &self.side {
            Side::Request => Step::RequestBody(media_type),
            Side::Response(status) => Step::Response(status.clone(), media_type),
        })
    }

    /// Returns what names the schema of the items of a media type.
    pub(super) fn item_identity(&self, media_type: &str) -> Identity {
        let media_type = media_type.to_owned();
        self.inline(match &self.side {
            Side::Request => Step::RequestItem(media_type),
            Side::Response(status) => Step::ResponseItem(status.clone(), media_type),
        })
    }

    fn inline(&self, step: Step) -> Identity {
        Identity::Inline {
            owner: self.owner.clone(),
            step,
        }
    }
}

/// Accounts for what the media type gives no meaning to.
fn account_for_unused(
    cx: &mut Cx<'_, '_>,
    content: &MediaType<'_>,
    kind: MediaKind,
    place: &Place,
) {
    let is_request = matches!(place.side, Side::Request);
    let encoding = &content.encoding;
    match kind {
        MediaKind::Multipart if is_request => {}
        MediaKind::Form if is_request => {
            for (_, field) in &encoding.named {
                let headers = field.headers.iter();
                headers.for_each(|(_, header)| cx.ignore(header.item.node, FIELD));
                ignore_all(cx, &field.nested, FIELD);
            }
            let items = encoding.items.as_deref();
            for field in encoding.prefix.iter().chain(items) {
                cx.ignore(field.node, FIELD);
            }
        }
        _ => ignore_all(cx, encoding, ENCODING),
    }
    if let Some(schema) = content.item_schema
        && !matches!(kind, MediaKind::Sequence | MediaKind::Multipart)
    {
        cx.ignore(cx.document[schema].node, ITEMS);
    }
}

fn ignore_all(cx: &mut Cx<'_, '_>, encodings: &Encodings<'_>, reason: &'static str) {
    let named = encodings.named.iter().map(|(_, encoding)| encoding);
    let items = encodings.items.as_deref();
    for encoding in named.chain(&encodings.prefix).chain(items) {
        cx.ignore(encoding.node, reason);
    }
}

/// Whether a schema says more than that there are bytes.
fn is_structured(cx: &Cx<'_, '_>, content: &MediaType<'_>) -> bool {
    let schema = content.schema.filter(|schema| !says_nothing(cx, *schema));
    schema.is_some_and(|schema| !is_text(cx, schema))
}

/// Returns the schema of the whole and of one item of many in a row. Many describe one item where
/// OpenAPI wants the whole, before 3.2 for lack of a word.
fn sequence_rules(cx: &Cx<'_, '_>, content: &MediaType<'_>) -> [Option<SchemaId>; 2] {
    let item = content.item_schema.or_else(|| {
        let schema = content.schema?;
        Some(cx.array_items(schema).unwrap_or(schema))
    });
    [None, item]
}

fn typed(
    cx: &mut Cx<'_, '_>,
    schema: Option<SchemaId>,
    identity: impl FnOnce() -> Identity,
) -> Option<TypeRef> {
    schema.map(|schema| types::use_of(cx, schema, identity))
}

fn text(cx: &mut Cx<'_, '_>, content: &MediaType<'_>, identity: Identity) -> TypeRef {
    match content.schema {
        Some(schema) if is_plain(cx, schema) && !is_binary(cx, schema) => {
            return types::use_of(cx, schema, || identity);
        }
        Some(schema) if !says_nothing(cx, schema) => cx.degrade(content.node, TEXT),
        _ => {}
    }
    types::synthetic(cx, origin(content.node), identity, Kind::String(None))
}

fn binary(cx: &mut Cx<'_, '_>, content: &MediaType<'_>, identity: Identity) -> TypeRef {
    match content.schema {
        Some(schema) if is_binary(cx, schema) => return types::use_of(cx, schema, || identity),
        Some(schema) if !says_nothing(cx, schema) && !is_text(cx, schema) => {
            cx.degrade(content.node, BINARY);
        }
        _ => {}
    }
    types::synthetic(
        cx,
        origin(content.node),
        identity,
        Kind::String(Some(Format::Binary)),
    )
}

fn is_text(cx: &Cx<'_, '_>, schema: SchemaId) -> bool {
    let schema = &cx.document[cx.end(schema).id];
    let texts = |values: &Vec<Node<'_>>| values.iter().all(|value| value.as_str().is_some());
    schema.types.single() == Some(SimpleType::String) || schema.values.as_ref().is_some_and(texts)
}

/// Whether a text can be the whole of a value.
fn is_plain(cx: &Cx<'_, '_>, schema: SchemaId) -> bool {
    let ty = cx.document[cx.end(schema).id].types.single();
    let is_scalar = matches!(
        ty,
        Some(SimpleType::Boolean | SimpleType::Integer | SimpleType::Number)
    );
    is_scalar || is_text(cx, schema)
}

fn is_binary(cx: &Cx<'_, '_>, schema: SchemaId) -> bool {
    let end = &cx.document[cx.end(schema).id];
    let by_format = end.format.and_then(Node::text) == Some("binary");
    // What OpenAPI 3.1 writes instead (OAS 3.1 §4.8.14.2).
    let rare = end.rare();
    let by_content = rare.encoding.is_none() && rare.media_type == Some("application/octet-stream");
    is_text(cx, schema) && (by_format || by_content)
}

fn says_nothing(cx: &Cx<'_, '_>, schema: SchemaId) -> bool {
    super::flat::says_nothing(&cx.document[cx.end(schema).id])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds() {
        for (name, expect) in [
            ("application/json", MediaKind::Json),
            ("Text/JSON; charset=utf-8", MediaKind::Json),
            ("application/problem+json", MediaKind::Json),
            ("text/xml", MediaKind::Xml),
            ("image/svg+xml", MediaKind::Xml),
            ("application/x-www-form-urlencoded", MediaKind::Form),
            ("text/plain", MediaKind::Text),
            ("multipart/form-data", MediaKind::Multipart),
            ("application/octet-stream", MediaKind::Binary),
            ("*/*", MediaKind::Range),
            ("image/*", MediaKind::Binary),
            ("text/event-stream", MediaKind::Sequence),
            ("application/x-ndjson", MediaKind::Sequence),
            ("application/geo+json-seq", MediaKind::Sequence),
            ("", MediaKind::Binary),
        ] {
            assert_eq!(kind(name), expect, "{name}");
        }
    }
}
