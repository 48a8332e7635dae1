//! Bodies: what they hold in each media type, how their parts are written, examples of them.

use std::sync::Arc;

use super::{Docs, Header, RareXml, RulesId, Style, TypeRef};
use crate::source::Origin;

/// A body in one media type.
#[derive(Debug, Clone)]
pub(crate) struct Content {
    /// As written, as in `application/json`.
    pub(crate) media_type: String,
    /// `None` where the description gives no schema.
    pub(crate) ty: Option<TypeRef>,
    /// Of each item, where the body is many items in a row, as in `text/event-stream`.
    pub(crate) item: Option<TypeRef>,
    /// What is checked of the body, and of each item.
    pub(crate) rules: Option<RulesId>,
    pub(crate) item_rules: Option<RulesId>,
    /// The name of the root element.
    pub(crate) xml: RareXml,
    pub(crate) encodings: Encodings,
    pub(crate) examples: Examples,
    pub(crate) origin: Origin,
}

/// How the parts of a form or of a multipart body are written.
#[derive(Debug, Clone, Default)]
pub(crate) struct Encodings {
    /// By property, as in `photo`.
    pub(crate) named: Vec<(String, Encoding)>,
    /// By position, from the first on.
    pub(crate) prefix: Vec<Encoding>,
    /// Of all that have none by position.
    pub(crate) items: Option<Box<Encoding>>,
}

/// How one part is written. What it does not say is as usual.
#[derive(Debug, Clone)]
pub(crate) struct Encoding {
    /// One media type or several, as in `image/png, image/jpeg`.
    pub(crate) content_type: Option<String>,
    pub(crate) headers: Vec<Header>,
    pub(crate) style: Option<Style>,
    pub(crate) explode: Option<bool>,
    pub(crate) allow_reserved: Option<bool>,
    /// Of the parts within the part.
    pub(crate) nested: Encodings,
    pub(crate) origin: Origin,
}

/// Examples by name, as in `dog`; the single one has none. What several places use is kept once.
pub(crate) type Examples = Vec<(Option<String>, Arc<Example>)>;

/// A value shown to people.
#[derive(Debug, Clone)]
pub(crate) struct Example {
    pub(crate) docs: Docs,
    /// Where the value stands, as in `{"name":"Rex"}`.
    pub(crate) value: Option<Origin>,
    /// The value as it is sent, as in `name=Rex`.
    pub(crate) serialized: Option<String>,
    /// Where the value as it is sent can be found.
    pub(crate) external: Option<String>,
    pub(crate) origin: Origin,
}
