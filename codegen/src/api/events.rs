//! What follows an operation: links to other ones, and requests that the API itself sends.

use super::{Docs, Operation, Server};
use crate::source::Origin;

/// What can be asked next, with what an answer has brought.
#[derive(Debug, Clone)]
pub(crate) struct Link {
    /// As in `userById`.
    pub(crate) name: String,
    pub(crate) target: LinkTarget,
    pub(crate) docs: Docs,
    /// By name, perhaps with the place, as in `id` or `path.id`.
    pub(crate) parameters: Vec<(String, LinkValue)>,
    pub(crate) body: Option<LinkValue>,
    pub(crate) server: Option<Server>,
    pub(crate) origin: Origin,
}

/// The operation that a link leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum LinkTarget {
    /// The id of an operation of this API.
    Operation(String),
    /// A reference to one of another API, as in `https://example.org/api.yaml#/paths/~1x/get`.
    Elsewhere(String),
}

/// What a link hands on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum LinkValue {
    /// As in `$response.body#/id`, or with texts around it `{$request.path.id}.json`.
    Expression(String),
    /// JSON text, as in `10`.
    Constant(String),
}

/// The place of a callback in its [`Api`](super::Api).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct CallbackId(u32);

/// Requests that the API sends to URLs that a caller has given.
#[derive(Debug, Clone)]
pub(crate) struct Callback {
    /// Its own name, or that of its first use, as in `onEvent`.
    pub(crate) name: String,
    /// By expression, as in `{$request.body#/callbackUrl}`.
    pub(crate) items: Vec<PathItem>,
    pub(crate) origin: Origin,
}

/// Operations of the other side: those of a webhook, or of one expression of a callback.
#[derive(Debug, Clone)]
pub(crate) struct PathItem {
    /// The name or the expression, as in `newPet`.
    pub(crate) name: String,
    pub(crate) docs: Docs,
    pub(crate) operations: Vec<Operation>,
    pub(crate) origin: Origin,
}

impl CallbackId {
    pub(crate) fn new(index: usize) -> Self {
        Self(u32::try_from(index).expect("the readers bound a description to 4 GiB"))
    }

    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}
