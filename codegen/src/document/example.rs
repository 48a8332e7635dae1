//! Examples: values shown to people.

use super::{Text, Use};
use crate::load::Node;

/// Examples by name; the one without a name is `example`.
pub(crate) type Examples<'a> = Vec<(Option<Text<'a>>, Use<'a, Example<'a>>)>;

/// One example.
#[derive(Debug)]
pub(crate) struct Example<'a> {
    pub(crate) node: Node<'a>,
    pub(crate) summary: Option<&'a str>,
    pub(crate) description: Option<&'a str>,
    /// The value as it is in the model.
    pub(crate) value: Option<Node<'a>>,
    /// The value as it is sent (OAS 3.2 §4.19).
    pub(crate) serialized: Option<&'a str>,
    /// Where the value as it is sent can be found.
    pub(crate) external: Option<&'a str>,
}
