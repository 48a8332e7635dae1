//! Who the API is, for people.

use super::Text;
use crate::load::Node;

/// The Info Object beyond title, version and texts.
#[derive(Debug, Default)]
pub(crate) struct Info<'a> {
    pub(crate) node: Option<Node<'a>>,
    pub(crate) terms: Option<&'a str>,
    pub(crate) contact: Option<Contact<'a>>,
    pub(crate) license: Option<License<'a>>,
}

/// Whom to ask.
#[derive(Debug)]
pub(crate) struct Contact<'a> {
    pub(crate) node: Node<'a>,
    pub(crate) name: Option<&'a str>,
    pub(crate) url: Option<&'a str>,
    pub(crate) email: Option<&'a str>,
}

/// What may be done with the API.
#[derive(Debug)]
pub(crate) struct License<'a> {
    pub(crate) node: Node<'a>,
    pub(crate) name: &'a str,
    /// An SPDX expression, as in `Apache-2.0`.
    pub(crate) identifier: Option<&'a str>,
    pub(crate) url: Option<&'a str>,
}

/// Where more is to be read.
#[derive(Debug)]
pub(crate) struct ExternalDocs<'a> {
    pub(crate) node: Node<'a>,
    pub(crate) url: &'a str,
    pub(crate) description: Option<&'a str>,
}

/// A declared tag, as in `pet`.
#[derive(Debug)]
pub(crate) struct Tag<'a> {
    pub(crate) node: Node<'a>,
    pub(crate) name: Text<'a>,
    pub(crate) summary: Option<&'a str>,
    pub(crate) description: Option<&'a str>,
    pub(crate) external_docs: Option<ExternalDocs<'a>>,
    /// The tag that this one stands under (OAS 3.2 §4.22).
    pub(crate) parent: Option<Text<'a>>,
    /// As in `nav`, `badge`, `audience`.
    pub(crate) kind: Option<&'a str>,
}
