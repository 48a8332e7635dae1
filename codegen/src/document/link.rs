//! Links: what can be asked next, with what an answer has brought.

use super::{Server, Text};
use crate::load::Node;

/// A link of a response.
#[derive(Debug)]
pub(crate) struct Link<'a> {
    pub(crate) node: Node<'a>,
    pub(crate) target: LinkTarget<'a>,
    pub(crate) description: Option<&'a str>,
    /// Names of parameters with constants or expressions, as in (`userId`, `$response.body#/id`).
    pub(crate) parameters: Vec<(Text<'a>, Node<'a>)>,
    pub(crate) body: Option<Node<'a>>,
    pub(crate) server: Option<Server<'a>>,
}

/// The operation that a link leads to.
#[derive(Debug)]
pub(crate) enum LinkTarget<'a> {
    /// By its `operationId`.
    Id(Text<'a>),
    /// By `operationRef`, with the node that is found there.
    Reference(Text<'a>, Option<Node<'a>>),
    /// None is named.
    Nothing,
}
