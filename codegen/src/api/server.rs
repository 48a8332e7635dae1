//! Servers: where the API is offered.

use crate::source::Origin;

/// A server that offers the API, as in `https://api.example.org/v1`.
#[derive(Debug, Clone)]
pub(crate) struct Server {
    /// The URL with every variable replaced by its default.
    pub(crate) url: String,
    /// The URL as written, as in `https://{region}.example.org/v1`.
    pub(crate) template: String,
    /// As in `production`.
    pub(crate) name: Option<String>,
    pub(crate) description: Option<String>,
    /// In document order, whether or not the template has them.
    pub(crate) variables: Vec<ServerVariable>,
    pub(crate) origin: Origin,
}

/// A part of a server's URL that callers may choose, as in `region`.
#[derive(Debug, Clone)]
pub(crate) struct ServerVariable {
    pub(crate) name: String,
    pub(crate) default: String,
    /// All values that it can have; empty where any text will do.
    pub(crate) values: Vec<String>,
    pub(crate) description: Option<String>,
    pub(crate) origin: Origin,
}
