//! Security schemes: how a caller proves who it is.

use super::Docs;
use crate::source::Origin;

/// A declared scheme, as in `bearerAuth`.
#[derive(Debug, Clone)]
pub(crate) struct SecurityScheme {
    /// The name that requirements use.
    pub(crate) name: String,
    /// What callers bring.
    pub(crate) scheme: Scheme,
    /// How it is declared, whole.
    pub(crate) declared: Declared,
    pub(crate) docs: Docs,
    pub(crate) origin: Origin,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Scheme {
    /// RFC 6750; OAuth 2 and OpenID Connect end in a bearer token too.
    Bearer,
    /// RFC 7617.
    Basic,
    /// Any other scheme of HTTP (RFC 9110 §11.1), as in `Negotiate`.
    Http(String),
    ApiKey {
        location: ApiKeyLocation,
        name: String,
    },
    /// One that clients are not made for, as in `mutualTLS`.
    Other(String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ApiKeyLocation {
    Header,
    Query,
    Cookie,
}

/// A scheme as the description has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Declared {
    Http {
        /// As in `bearer`, in the capitals of the description.
        scheme: String,
        /// A hint for people, as in `JWT`.
        bearer_format: Option<String>,
    },
    ApiKey,
    OAuth2 {
        flows: Vec<Flow>,
        /// Where the server describes itself (RFC 8414).
        metadata_url: Option<String>,
    },
    OpenIdConnect {
        url: Option<String>,
    },
    MutualTls,
}

/// A way to get a token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Flow {
    /// As in `authorizationCode`.
    pub(crate) kind: &'static str,
    pub(crate) authorization_url: Option<String>,
    pub(crate) device_authorization_url: Option<String>,
    pub(crate) token_url: Option<String>,
    pub(crate) refresh_url: Option<String>,
    /// Names and descriptions, as in (`read:pets`, `read your pets`).
    pub(crate) scopes: Vec<(String, String)>,
    pub(crate) origin: Origin,
}

/// The names of schemes that must be satisfied together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Requirement {
    pub(crate) schemes: Vec<String>,
    /// Scopes by scheme, as in (`petstore_auth`, `read:pets`), of schemes that are used with some.
    pub(crate) scopes: Vec<(String, Vec<String>)>,
}
