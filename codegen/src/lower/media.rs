//! Media types, by what becomes of a body.

use super::cx::Cx;
use super::{encoding, example, types, xml};
use crate::api::{BINARY, Content, Format, Identity, Kind, Owner, Step, TypeRef};
use crate::document::{MediaType, SchemaId, SimpleType, origin};
use crate::load::Node;

/// What becomes of a body in a media type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MediaKind {
    /// Typed by its schema.
    Json,
    Xml,
    Form,
    /// A text, whatever the schema.
    Text,
    Multipart,
    /// Bytes, whatever the schema.
    Binary,
}

pub(super) const MULTIPART: &str = "multipart bodies are not generated yet";
const TEXT: &str = "bodies of this media type come out as text, whatever their schema";

/// Returns the kind of a media type, as in `application/problem+json; charset=utf-8`.
pub(super) fn kind(media_type: &str) -> MediaKind {
    let essence = media_type
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    let is = |kind: &str| {
        let prefix = essence.strip_suffix(kind);
        matches!(prefix, Some("application/" | "text/"))
    };
    if is("json") || essence.ends_with("+json") {
        MediaKind::Json
    } else if is("xml") || essence.ends_with("+xml") {
        MediaKind::Xml
    } else if essence == "application/x-www-form-urlencoded" {
        MediaKind::Form
    } else if essence.starts_with("multipart/") {
        MediaKind::Multipart
    } else if essence.starts_with("text/") {
        MediaKind::Text
    } else {
        MediaKind::Binary
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
    let ty = match (kind(content.name.text), &place.side) {
        (MediaKind::Json | MediaKind::Form | MediaKind::Xml, _)
        | (MediaKind::Multipart, Side::Request) => typed(cx, content.schema, || identity),
        (MediaKind::Text, _) => Some(text(cx, content, identity)),
        (MediaKind::Multipart, Side::Response(_)) | (MediaKind::Binary, _) => {
            Some(binary(cx, content, identity))
        }
    };
    let is_xml = kind(content.name.text) == MediaKind::Xml;
    let root = content.schema.filter(|_| is_xml);
    Content {
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

fn typed(
    cx: &mut Cx<'_, '_>,
    schema: Option<SchemaId>,
    identity: impl FnOnce() -> Identity,
) -> Option<TypeRef> {
    schema.map(|schema| types::use_of(cx, schema, identity))
}

fn text(cx: &mut Cx<'_, '_>, content: &MediaType<'_>, identity: Identity) -> TypeRef {
    match content.schema {
        Some(schema) if is_text(cx, schema) && !is_binary(cx, schema) => {
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
            ("*/*", MediaKind::Binary),
            ("", MediaKind::Binary),
        ] {
            assert_eq!(kind(name), expect, "{name}");
        }
    }
}
