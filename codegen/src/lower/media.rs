//! Media types, by what becomes of a body.

use super::cx::Cx;
use super::{types, xml};
use crate::api::{Content, Format, Identity, Kind, TypeRef, Xml};
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
const BINARY: &str = "bodies of this media type come out as bytes, whatever their schema";

/// Returns the kind of a media type, as in `application/problem+json; charset=utf-8`.
pub(super) fn kind(media_type: &str) -> MediaKind {
    let essence = media_type
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    let is =
        |kind: &str| essence == format!("application/{kind}") || essence == format!("text/{kind}");
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

/// Lowers a body in one media type that is not multipart; a multipart one comes out as bytes.
pub(super) fn lower_content(
    cx: &mut Cx<'_, '_>,
    content: &MediaType<'_>,
    identity: Identity,
) -> Content {
    let kind = kind(content.name.text);
    let (ty, xml) = match kind {
        MediaKind::Json | MediaKind::Form => (typed(cx, content, identity), Xml::default()),
        MediaKind::Xml => {
            let ty = typed(cx, content, identity);
            (
                ty,
                content
                    .schema
                    .map(|schema| xml::of_root(cx, schema))
                    .unwrap_or_default(),
            )
        }
        MediaKind::Text => (Some(text(cx, content, identity)), Xml::default()),
        MediaKind::Multipart | MediaKind::Binary => {
            (Some(binary(cx, content, identity)), Xml::default())
        }
    };
    let media_type = content.name.text.to_owned();
    Content {
        media_type,
        ty,
        xml: xml.into(),
        origin: origin(content.node),
    }
}

fn typed(cx: &mut Cx<'_, '_>, content: &MediaType<'_>, identity: Identity) -> Option<TypeRef> {
    content
        .schema
        .map(|schema| types::use_of(cx, schema, || identity))
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
    let by_content = end.encoding.is_none() && end.media_type == Some("application/octet-stream");
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
