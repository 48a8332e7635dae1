//! Operations: what can be asked of the API, and what it answers.

use std::fmt;

use super::{
    CallbackId, Content, Docs, Encodings, Examples, ExternalDocs, Link, Requirement, RulesId,
    Server, TypeRef,
};
use crate::source::Origin;

/// One method on one path.
#[derive(Debug, Clone)]
pub(crate) struct Operation {
    /// The `operationId`, or a name derived from method and path. Unique.
    pub(crate) id: String,
    /// In capitals, as in `POST`.
    pub(crate) method: String,
    pub(crate) path: PathTemplate,
    pub(crate) docs: Docs,
    pub(crate) tags: Vec<String>,
    /// Those of the path item first, as far as the operation does not override them.
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) body: Option<RequestBody>,
    /// In document order.
    pub(crate) responses: Vec<Response>,
    /// Alternatives, any one of which suffices; none means that no credential is needed.
    pub(crate) security: Vec<Requirement>,
    /// Servers of this operation alone; mostly none.
    pub(crate) servers: Vec<Server>,
    /// What the API sends later because of this operation, by name.
    pub(crate) callbacks: Vec<(String, CallbackId)>,
    pub(crate) external_docs: Option<ExternalDocs>,
    pub(crate) origin: Origin,
}

/// A path with its parameters, as in `/v{version}/customers`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PathTemplate {
    /// As written.
    pub(crate) text: String,
    pub(crate) parts: Vec<PathPart>,
}

/// A piece of a path template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PathPart {
    Literal(String),
    /// The name of a path parameter.
    Parameter(String),
}

/// A value that travels beside the body.
#[derive(Debug, Clone)]
pub(crate) struct Parameter {
    /// As on the wire, as in `ms-requestid`.
    pub(crate) name: String,
    pub(crate) location: Location,
    pub(crate) required: bool,
    pub(crate) ty: TypeRef,
    pub(crate) serialization: Serialization,
    pub(crate) docs: Docs,
    /// The default as JSON text, as in `20`.
    pub(crate) default: Option<String>,
    /// Whether an empty text can stand for the value (OAS 3.1 §4.8.12.2).
    pub(crate) allow_empty: bool,
    /// Where the value is a document: how its parts are written.
    pub(crate) encodings: Encodings,
    pub(crate) examples: Examples,
    /// What the header is for, where the configuration tells.
    pub(crate) role: Option<Role>,
    /// What is checked of the value.
    pub(crate) rules: Option<RulesId>,
    pub(crate) origin: Origin,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Location {
    Path,
    Query,
    Header,
    Cookie,
    /// The whole query as one value (OAS 3.2 §4.12.1).
    QueryString,
}

/// How a parameter's value becomes text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Serialization {
    Style {
        style: Style,
        explode: bool,
        allow_reserved: bool,
    },
    /// As a document of this media type.
    Content(String),
}

/// OAS 3.1 §4.8.12.3.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    Simple,
    Label,
    /// `Label` with dots where the others have commas (until OAS 3.0.3, and 3.1.0).
    DottedLabel,
    Matrix,
    Form,
    SpaceDelimited,
    PipeDelimited,
    /// With tabs, in Swagger 2.0.
    TabDelimited,
    DeepObject,
    /// `Form` without percent-encoding (OAS 3.2 §4.12.5).
    Cookie,
}

/// A job that a header has in the protocol, beyond carrying a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Role {
    /// One value per logical call, kept over retries; with it a retry is safe.
    IdempotencyKey,
    /// Names a call in the logs of both sides.
    CorrelationId,
    /// Names a call's place in a tree of calls.
    CorrelationVector,
}

/// The body of a request.
#[derive(Debug, Clone)]
pub(crate) struct RequestBody {
    pub(crate) docs: Docs,
    pub(crate) required: bool,
    /// By media type, in document order; the first is the default.
    pub(crate) content: Vec<Content>,
    pub(crate) origin: Origin,
}

/// What the API may answer.
#[derive(Debug, Clone)]
pub(crate) struct Response {
    pub(crate) status: Status,
    pub(crate) docs: Docs,
    pub(crate) headers: Vec<Header>,
    pub(crate) content: Vec<Content>,
    pub(crate) links: Vec<Link>,
    pub(crate) origin: Origin,
}

/// The statuses that a response stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Status {
    /// As in `200`.
    Code(u16),
    /// As in `4XX`, by its first digit.
    Range(u8),
    Default,
}

impl Status {
    /// Whether it says that the call succeeded (RFC 9110 §15.3); `default` does not say so.
    pub(crate) fn is_success(self) -> bool {
        match self {
            Self::Code(code) => (200..300).contains(&code),
            Self::Range(digit) => digit == 2,
            Self::Default => false,
        }
    }
}

/// As descriptions write it, as in `404`, `4XX` or `default`.
impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Code(code) => write!(f, "{code}"),
            Self::Range(digit) => write!(f, "{digit}XX"),
            Self::Default => f.write_str("default"),
        }
    }
}

/// A header of a response.
#[derive(Debug, Clone)]
pub(crate) struct Header {
    pub(crate) name: String,
    /// None where it is described in its response.
    pub(crate) shared: Option<SharedHeader>,
    pub(crate) required: bool,
    pub(crate) ty: Option<TypeRef>,
    /// The style is `simple`, or what joins lists in Swagger 2.0; or the value is a document of a
    /// media type.
    pub(crate) serialization: Serialization,
    pub(crate) docs: Docs,
    pub(crate) examples: Examples,
    pub(crate) origin: Origin,
}

/// What a header is apart from its uses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SharedHeader {
    /// Unique among them, as in `RateLimit` of `#/components/headers/RateLimit`.
    pub(crate) name: String,
    /// What is said of it there; a use may say something else.
    pub(crate) description: Option<String>,
}
