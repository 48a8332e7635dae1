//! Security schemes and requirements.

use super::{Docs, In, Text};
use crate::load::Node;

/// A scheme under `components`, as in `bearerAuth`.
#[derive(Debug)]
pub(crate) struct SecurityScheme<'a> {
    pub(crate) node: Node<'a>,
    pub(crate) name: Text<'a>,
    pub(crate) kind: SchemeKind<'a>,
    pub(crate) docs: Docs<'a>,
}

/// How a caller proves who it is.
#[derive(Debug)]
pub(crate) enum SchemeKind<'a> {
    Http {
        /// As in `bearer`, `basic`, `digest`; in any capitals.
        scheme: &'a str,
        /// A hint for people, as in `JWT`.
        bearer_format: Option<&'a str>,
    },
    ApiKey {
        location: In,
        name: &'a str,
    },
    OAuth2 {
        flows: Vec<Flow<'a>>,
        /// Where the server describes itself (OAS 3.2 §4.27).
        metadata_url: Option<&'a str>,
    },
    OpenIdConnect {
        url: Option<&'a str>,
    },
    MutualTls,
}

/// A way to get a token.
#[derive(Debug)]
pub(crate) struct Flow<'a> {
    pub(crate) node: Node<'a>,
    /// In the words of OpenAPI 3, as in `authorizationCode`.
    pub(crate) kind: &'static str,
    pub(crate) authorization_url: Option<&'a str>,
    pub(crate) device_authorization_url: Option<&'a str>,
    pub(crate) token_url: Option<&'a str>,
    pub(crate) refresh_url: Option<&'a str>,
    /// Names and descriptions, as in (`read:pets`, `read your pets`).
    pub(crate) scopes: Vec<(&'a str, &'a str)>,
}

/// Schemes that must be satisfied together.
#[derive(Debug)]
pub(crate) struct Requirement<'a> {
    pub(crate) schemes: Vec<RequiredScheme<'a>>,
}

/// A scheme that must be satisfied.
#[derive(Debug)]
pub(crate) struct RequiredScheme<'a> {
    pub(crate) name: Text<'a>,
    /// Scopes or, of schemes without scopes, roles.
    pub(crate) scopes: Vec<&'a str>,
}
