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
    /// As in `bearer`, `basic`, `digest`; in any capitals.
    Http(&'a str),
    ApiKey {
        location: In,
        name: &'a str,
    },
    OAuth2,
    OpenIdConnect,
    /// As in `mutualTLS`.
    Other(&'a str),
}

/// Schemes that must be satisfied together.
#[derive(Debug)]
pub(crate) struct Requirement<'a> {
    pub(crate) schemes: Vec<Text<'a>>,
}
