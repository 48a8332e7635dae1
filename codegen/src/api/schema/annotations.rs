//! What a schema says beyond the look of values: bounds, defaults, examples, notes.

use super::TypeRef;
use crate::api::ExternalDocs;
use crate::source::Origin;

/// What a schema demands of a value beyond its type. For documentation (and, later, validation).
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Constraints {
    /// Bounds, in document order, members of `allOf` first.
    pub(crate) keywords: Vec<Constraint>,
    /// Conditions with schemas in them, as in `not` or `dependentSchemas`, in the same order.
    pub(crate) conditions: Vec<Constraint>,
}

/// One demand, as in `minLength: 1`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Constraint {
    pub(crate) keyword: &'static str,
    pub(crate) value: Literal,
}

/// A value that the description gives, as in `[1, 2]`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Literal {
    /// The value as JSON in one line, numbers as they are spelled; `None` where it is too long to be
    /// of use.
    pub(crate) json: Option<String>,
    pub(crate) origin: Origin,
}

/// What is written for people and tools.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Annotations {
    /// Where the value stands.
    pub(crate) default: Option<Origin>,
    /// Where the values of `example` and `examples` stand.
    pub(crate) examples: Vec<Origin>,
    /// What a property gets from the schema where it is used is in the property, too.
    pub(crate) read_only: bool,
    pub(crate) write_only: bool,
    pub(crate) external_docs: Option<ExternalDocs>,
    /// `$comment`, which is for those who write descriptions.
    pub(crate) comment: Option<String>,
}

/// What a text holds (JSON Schema 2020-12, Validation §8).
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Text {
    /// As in `base64url`.
    pub(crate) encoding: Option<String>,
    /// As in `image/png`.
    pub(crate) media_type: Option<String>,
    /// What the text means when it is decoded.
    pub(crate) schema: Option<TypeRef>,
}
