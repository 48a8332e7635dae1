//! Objects, maps and tuples: values with others in them.

use super::{Discriminator, TypeRef};
use crate::api::{Docs, RareXml};
use crate::source::Origin;

/// An object with named properties.
#[derive(Debug, Clone)]
pub(crate) struct Object {
    /// In document order.
    pub(crate) properties: Vec<Property>,
    /// Names that must be there and that no property describes.
    pub(crate) undescribed: Vec<String>,
    /// What properties hold whose names match a regular expression.
    pub(crate) patterns: Vec<Pattern>,
    /// What the names of other properties look like.
    pub(crate) names: Option<TypeRef>,
    pub(crate) additional: Additional,
    /// What says which of the schemas that add to this one (`allOf`) a value is for. All schemas with
    /// names that do so, at any distance, are in its mapping.
    pub(crate) discriminator: Option<Discriminator>,
}

/// What an object or a tuple may hold beyond what is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Additional {
    /// Anything; also when the description is silent.
    Any,
    Forbidden,
    Typed(TypeRef),
}

/// One named property, as in `photoUrls`.
#[derive(Debug, Clone)]
pub(crate) struct Property {
    pub(crate) name: String,
    pub(crate) ty: TypeRef,
    pub(crate) required: bool,
    pub(crate) read_only: bool,
    pub(crate) write_only: bool,
    pub(crate) docs: Docs,
    /// The names of the property's element or attribute, with what the referenced schema adds.
    pub(crate) xml: RareXml,
    /// The default as JSON text, as in `"available"` or `10`.
    pub(crate) default: Option<String>,
    /// Where the property is used and in the schema that it refers to: the places of the values.
    pub(crate) examples: Vec<Origin>,
    pub(crate) origin: Origin,
}

/// Properties by their names, as in `^x-`.
#[derive(Debug, Clone)]
pub(crate) struct Pattern {
    /// A regular expression (ECMA 262), as it is written.
    pub(crate) regex: String,
    pub(crate) ty: TypeRef,
    pub(crate) origin: Origin,
}

/// An object without named properties.
#[derive(Debug, Clone)]
pub(crate) struct Map {
    /// What no pattern stands for; [`Kind::Never`](super::Kind::Never) where nothing else may be.
    pub(crate) values: TypeRef,
    pub(crate) patterns: Vec<Pattern>,
    /// What names look like.
    pub(crate) names: Option<TypeRef>,
}

/// An array whose first items have a type each. How many must be there, constraints say.
#[derive(Debug, Clone)]
pub(crate) struct Tuple {
    /// By position; one at least.
    pub(crate) prefix: Vec<TypeRef>,
    /// What each of them is in XML where an element is around all items; empty where nothing says so.
    pub(crate) xml: Vec<RareXml>,
    /// The items behind.
    pub(crate) rest: Additional,
}
