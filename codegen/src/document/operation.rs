//! Paths, operations, parameters, bodies and responses.

use super::{
    CallbackId, Docs, Examples, ExternalDocs, Handle, Link, MediaType, Requirement, SchemaId,
    Server, Text,
};
use crate::load::Node;

/// A path and what it offers.
#[derive(Debug)]
pub(crate) struct PathItem<'a> {
    /// Where it is used, which may be a `$ref`.
    pub(crate) place: Node<'a>,
    /// As in `/pets/{id}`; of a webhook its name, of a callback its expression.
    pub(crate) path: Text<'a>,
    pub(crate) docs: Docs<'a>,
    pub(crate) servers: Vec<Server<'a>>,
    pub(crate) parameters: Parameters<'a>,
    pub(crate) operations: Vec<Operation<'a>>,
}

/// One method of a path.
#[derive(Debug)]
pub(crate) struct Operation<'a> {
    pub(crate) node: Node<'a>,
    /// In capitals, as in `POST`, at the key that says it.
    pub(crate) method: String,
    pub(crate) id: Option<Text<'a>>,
    pub(crate) tags: Vec<&'a str>,
    pub(crate) docs: Docs<'a>,
    pub(crate) servers: Vec<Server<'a>>,
    pub(crate) parameters: Parameters<'a>,
    pub(crate) body: Option<Use<'a, RequestBody<'a>>>,
    pub(crate) responses: Responses<'a>,
    /// `None` where the operation says nothing, so that the description's own count.
    pub(crate) security: Option<Vec<Requirement<'a>>>,
    pub(crate) callbacks: Vec<(Text<'a>, CallbackId)>,
    pub(crate) external_docs: Option<ExternalDocs<'a>>,
}

/// Statuses as written, as in `200`, `4XX`, `default`, with their responses.
pub(crate) type Responses<'a> = Vec<(Text<'a>, Use<'a, Response<'a>>)>;

/// The parameters of a path item or an operation.
#[derive(Debug)]
pub(crate) struct Parameters<'a> {
    pub(crate) list: Vec<Use<'a, Parameter<'a>>>,
    /// Whether all of them could be read.
    pub(crate) complete: bool,
}

/// A use of an object, in place or by `$ref`.
#[derive(Debug)]
pub(crate) struct Use<'a, T> {
    pub(crate) item: Handle<T>,
    /// What stands beside the `$ref` and counts instead of the object's own.
    pub(crate) summary: Option<&'a str>,
    pub(crate) description: Option<&'a str>,
}

/// A parameter.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "OpenAPI's flags are independent of each other"
)]
pub(crate) struct Parameter<'a> {
    pub(crate) node: Node<'a>,
    /// Whether the parameter stands apart from the operations that use it.
    pub(crate) shared: bool,
    pub(crate) name: Text<'a>,
    pub(crate) location: In,
    pub(crate) required: bool,
    pub(crate) docs: Docs<'a>,
    pub(crate) style: Option<Text<'a>>,
    pub(crate) explode: Option<bool>,
    pub(crate) allow_reserved: bool,
    pub(crate) allow_empty: bool,
    pub(crate) schema: Option<SchemaId>,
    pub(crate) content: Vec<MediaType<'a>>,
    pub(crate) examples: Examples<'a>,
}

/// Where a parameter travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum In {
    Path,
    Query,
    Header,
    Cookie,
    /// The whole query as one value (OAS 3.2 §4.12.1).
    QueryString,
}

/// The body of a request.
#[derive(Debug)]
pub(crate) struct RequestBody<'a> {
    pub(crate) node: Node<'a>,
    pub(crate) shared: bool,
    pub(crate) description: Option<&'a str>,
    pub(crate) required: bool,
    pub(crate) content: Vec<MediaType<'a>>,
}

/// What an operation may answer.
#[derive(Debug)]
pub(crate) struct Response<'a> {
    pub(crate) node: Node<'a>,
    pub(crate) shared: bool,
    pub(crate) docs: Docs<'a>,
    pub(crate) headers: Headers<'a>,
    pub(crate) content: Vec<MediaType<'a>>,
    pub(crate) links: Vec<(Text<'a>, Use<'a, Link<'a>>)>,
}

/// Headers by name, as in `X-Rate-Limit`.
pub(crate) type Headers<'a> = Vec<(Text<'a>, Use<'a, Header<'a>>)>;

/// A header of a response.
#[derive(Debug)]
pub(crate) struct Header<'a> {
    pub(crate) node: Node<'a>,
    pub(crate) shared: bool,
    pub(crate) required: bool,
    pub(crate) docs: Docs<'a>,
    /// How the elements of a list are put together, where not by commas.
    pub(crate) style: Option<Text<'a>>,
    /// Whether the members of an object stand as `name=value`.
    pub(crate) explode: bool,
    pub(crate) schema: Option<SchemaId>,
    pub(crate) content: Vec<MediaType<'a>>,
    pub(crate) examples: Examples<'a>,
}
