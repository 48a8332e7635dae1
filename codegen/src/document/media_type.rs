//! Media types: what a body holds, and how its parts are written.

use super::{Examples, Headers, SchemaId, Text};
use crate::load::Node;

/// A body in one media type.
#[derive(Debug)]
pub(crate) struct MediaType<'a> {
    pub(crate) node: Node<'a>,
    /// As in `application/json`.
    pub(crate) name: Text<'a>,
    pub(crate) schema: Option<SchemaId>,
    /// What each of many items in a row looks like (OAS 3.2 §4.14.2).
    pub(crate) item_schema: Option<SchemaId>,
    pub(crate) encoding: Encodings<'a>,
    pub(crate) examples: Examples<'a>,
}

/// How the parts of a body are written.
#[derive(Debug, Default)]
pub(crate) struct Encodings<'a> {
    /// By property.
    pub(crate) named: Vec<(Text<'a>, Encoding<'a>)>,
    /// By position, from the first on.
    pub(crate) prefix: Vec<Encoding<'a>>,
    /// Of all others.
    pub(crate) items: Option<Box<Encoding<'a>>>,
}

/// How one part of a body is written.
#[derive(Debug)]
pub(crate) struct Encoding<'a> {
    pub(crate) node: Node<'a>,
    /// As in `image/png, image/jpeg`.
    pub(crate) content_type: Option<&'a str>,
    pub(crate) headers: Headers<'a>,
    pub(crate) style: Option<Text<'a>>,
    pub(crate) explode: Option<bool>,
    pub(crate) allow_reserved: Option<bool>,
    /// Of the parts within the part.
    pub(crate) nested: Encodings<'a>,
}

impl<'a> MediaType<'a> {
    /// A media type that says nothing beyond its schema.
    pub(crate) fn new(node: Node<'a>, name: Text<'a>, schema: Option<SchemaId>) -> Self {
        Self {
            node,
            name,
            schema,
            item_schema: None,
            encoding: Encodings::default(),
            examples: Vec::new(),
        }
    }
}
