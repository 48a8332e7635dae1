//! Who the API is, and whom to ask, for people.

use crate::source::Origin;

/// The Info Object beyond title, version and texts.
#[derive(Debug, Clone, Default)]
pub(crate) struct Info {
    /// As in `https://example.org/terms`.
    pub(crate) terms_of_service: Option<String>,
    pub(crate) contact: Option<Contact>,
    pub(crate) license: Option<License>,
    /// `None` where the description has no `info` that could be read.
    pub(crate) origin: Option<Origin>,
}

/// Whom to ask, as in `api@example.org`.
#[derive(Debug, Clone)]
pub(crate) struct Contact {
    pub(crate) name: Option<String>,
    pub(crate) url: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) origin: Origin,
}

/// What may be done with the API, as in `Apache 2.0`.
#[derive(Debug, Clone)]
pub(crate) struct License {
    pub(crate) name: String,
    /// An SPDX expression, as in `Apache-2.0`.
    pub(crate) identifier: Option<String>,
    pub(crate) url: Option<String>,
    pub(crate) origin: Origin,
}

/// Where more is to be read, as in `https://example.org/docs`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ExternalDocs {
    pub(crate) url: String,
    pub(crate) description: Option<String>,
    pub(crate) origin: Origin,
}

/// A name that groups operations, as in `pet`.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tag {
    pub(crate) name: String,
    pub(crate) summary: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) external_docs: Option<ExternalDocs>,
    /// The declared tag that this one stands under; going up always ends.
    pub(crate) parent: Option<String>,
    /// As in `nav`, `badge`, `audience`.
    pub(crate) kind: Option<String>,
    /// `None` where operations use the tag and nothing declares it.
    pub(crate) origin: Option<Origin>,
}

/// Somebody's own addition to OpenAPI, as in `x-internal: true`.
#[derive(Debug, Clone)]
pub(crate) struct Extension {
    /// As in `x-internal`. What it is added to stands around its origin.
    pub(crate) name: String,
    /// The value as JSON text; `None` where it is too long to be kept.
    pub(crate) value: Option<String>,
    pub(crate) origin: Origin,
}
