//! Security schemes: how a caller proves who it is.

use super::Docs;
use crate::source::Origin;

/// A declared scheme, as in `bearerAuth`.
#[derive(Debug, Clone)]
pub(crate) struct SecurityScheme {
    /// The name that requirements use.
    pub(crate) name: String,
    pub(crate) scheme: Scheme,
    pub(crate) docs: Docs,
    pub(crate) origin: Origin,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Scheme {
    /// RFC 6750; OAuth 2 and OpenID Connect end in a bearer token too.
    Bearer,
    /// RFC 7617.
    Basic,
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

/// The names of schemes that must be satisfied together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Requirement {
    pub(crate) schemes: Vec<String>,
}
