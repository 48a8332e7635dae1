//! Types: what a schema says about values.

mod annotations;
mod enumeration;
mod format;
mod object;
mod union;

pub(crate) use annotations::{Annotations, Constraint, Constraints, Literal, Text};
pub(crate) use enumeration::{Base, Enum, EnumValue, Scalar};
pub(crate) use format::Format;
pub(crate) use object::{Additional, Map, Object, Pattern, Property, Tuple};
pub(crate) use union::{Discriminator, Mapping, Member, Rule, Union};

use super::{Docs, RareAnnotations, RareConstraints, RareXml, RulesId};
use crate::source::Origin;

/// The place of a type in its [`Api`](super::Api).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct TypeId(u32);

/// A use of a type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TypeRef {
    pub(crate) id: TypeId,
    /// Whether `null` is a value too, whatever the spelling (`nullable`, `type: [.., "null"]`),
    /// here or in the type referred to. Never set for [`Kind::Any`] and [`Kind::Null`], which hold
    /// `null` already.
    pub(crate) nullable: bool,
}

/// One schema.
#[derive(Debug, Clone)]
pub(crate) struct Type {
    /// What names the type. Two types never share an identity.
    pub(crate) identity: Identity,
    pub(crate) docs: Docs,
    pub(crate) kind: Kind,
    /// Whether the schema itself admits `null`.
    pub(crate) nullable: bool,
    /// The names of the type as a root element.
    pub(crate) xml: RareXml,
    pub(crate) constraints: RareConstraints,
    /// What a text holds, where the schema says so.
    pub(crate) text: Option<Box<Text>>,
    /// What is written for people and tools.
    pub(crate) annotations: RareAnnotations,
    /// What is checked of values.
    pub(crate) rules: Option<RulesId>,
    pub(crate) origin: Origin,
}

/// Where a type gets its name from. A function of the schema's place alone, so that a change
/// elsewhere never renames it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Identity {
    /// A schema with a name of its own: a component, or a file. As in `Pet`.
    Component(String),
    /// A schema that stands inside something else, as in the property `status` of `Pet`.
    Inline { owner: Owner, step: Step },
}

/// What an inline schema stands in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Owner {
    Type(TypeId),
    /// The id of an operation.
    Operation(String),
    /// A path, for what its operations share, as in `/pets/{id}`.
    Path(String),
    /// A webhook, for what its operations share, as in `newPet`.
    Webhook(String),
    /// A callback, for what its operations share, as in `onEvent`.
    Callback(String),
    /// A parameter, body, response or header with a name of its own, as in `NotFound` of
    /// `#/components/responses/NotFound`, which many operations may use.
    Shared(String),
}

/// The step from an owner to the inline schema.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Step {
    Property(String),
    Items,
    AdditionalProperties,
    /// An alternative of a union, by what tells it from the others: its title, the last part of its
    /// `$ref`, the value of its discriminator, its type or, where none of these does, its position.
    Member(String),
    /// What a union says of all its alternatives.
    Base,
    /// An item of a tuple, by position.
    Position(usize),
    /// The values of properties whose names match a regular expression.
    Pattern(String),
    /// The names of properties.
    Name,
    /// What a text holds (`contentSchema`).
    Content,
    /// One of several schemas in the same place, from the second on.
    Beside(usize),
    /// A parameter, by name.
    Parameter(String),
    /// A request body, by media type.
    RequestBody(String),
    /// The body of a response, by status and media type, as in `200`, `application/json`. A shared
    /// response has no status of its own: it is empty there.
    Response(String, String),
    /// A header of a response, by status (empty as above) and name, as in `200`, `X-Rate-Limit`.
    Header(String, String),
    /// One of many items in the body of a request, by media type.
    RequestItem(String),
    /// One of many items in the body of a response, by status and media type.
    ResponseItem(String, String),
    /// A header of a part of a body, by part and name, as in `photo`, `X-Custom`.
    PartHeader(String, String),
}

/// What values of a type look like. Most types are scalars, so what is big stands apart.
#[derive(Debug, Clone)]
pub(crate) enum Kind {
    /// Any value.
    Any,
    /// No value at all (`false`).
    Never,
    /// Only `null`.
    Null,
    Boolean,
    Integer(Option<Format>),
    Number(Option<Format>),
    String(Option<Format>),
    Enum(Box<Enum>),
    Array(TypeRef),
    /// An array whose first items have a type each.
    Tuple(Box<Tuple>),
    /// An object without named properties.
    Map(Box<Map>),
    Object(Box<Object>),
    /// Values of one of several types.
    Union(Box<Union>),
    /// Another name for a type: a component that is only a `$ref`. Uses of the alias say themselves
    /// whether `null` is a value.
    Alias(TypeRef),
}

/// How a value is written in XML (OAS 3.1 §4.8.26).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Xml {
    /// The element or attribute; of an array: the element of one item.
    pub(crate) name: Option<String>,
    pub(crate) namespace: Option<String>,
    pub(crate) prefix: Option<String>,
    pub(crate) attribute: bool,
    /// The element around all items of an array, where there is one.
    pub(crate) wrapped: Option<String>,
    pub(crate) wrapper_namespace: Option<String>,
    pub(crate) wrapper_prefix: Option<String>,
    /// Set where the value is the text of the element around it (OAS 3.2 §4.26).
    pub(crate) text: Option<XmlText>,
}

/// How text is written in XML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum XmlText {
    Escaped,
    Cdata,
}

impl TypeId {
    pub(crate) fn new(index: usize) -> Self {
        Self(u32::try_from(index).expect("the readers bound a description to 4 GiB"))
    }

    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}
