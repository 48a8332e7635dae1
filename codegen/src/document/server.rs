//! Servers and their variables.

use std::borrow::Cow;

use crate::load::Node;
use crate::source::Span;

/// A server, as in `https://{region}.example.org`.
#[derive(Debug)]
pub(crate) struct Server<'a> {
    pub(crate) node: Node<'a>,
    /// As it is written or, where it is put together from several keys, made of them.
    pub(crate) url: Cow<'a, str>,
    /// Where the URL stands.
    pub(crate) place: Span,
    pub(crate) name: Option<&'a str>,
    pub(crate) description: Option<&'a str>,
    pub(crate) variables: Vec<ServerVariable<'a>>,
}

/// A part of a server's URL that callers may choose, as in `region`.
#[derive(Debug)]
pub(crate) struct ServerVariable<'a> {
    pub(crate) node: Node<'a>,
    pub(crate) name: &'a str,
    pub(crate) default: &'a str,
    /// All values, where they are counted up.
    pub(crate) values: Vec<&'a str>,
    pub(crate) description: Option<&'a str>,
}

impl<'a> Server<'a> {
    /// A server that says nothing beyond its URL.
    pub(super) fn new(node: Node<'a>, url: impl Into<Cow<'a, str>>, place: Span) -> Self {
        Self {
            node,
            url: url.into(),
            place,
            name: None,
            description: None,
            variables: Vec::new(),
        }
    }
}
