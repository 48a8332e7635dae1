//! Types: what a schema says about values.

use super::{Docs, RareXml};
use crate::source::Origin;

/// The place of a type in its [`Api`](super::Api).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct TypeId(u32);

/// A use of a type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TypeRef {
    pub(crate) id: TypeId,
    /// Whether `null` is a value too, whatever the spelling (`nullable`, `type: [.., "null"]`),
    /// here or in the type referred to. Never set for [`Kind::Any`], which holds `null` already.
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
    pub(crate) constraints: Constraints,
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
    /// Member of `allOf`, `oneOf` or `anyOf`, by index.
    Member(usize),
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

/// What values of a type look like.
#[derive(Debug, Clone)]
pub(crate) enum Kind {
    /// Any value.
    Any,
    Boolean,
    Integer(Option<Format>),
    Number(Option<Format>),
    String(Option<Format>),
    Enum(Enum),
    Array(TypeRef),
    /// An object without named properties.
    Map(TypeRef),
    Object(Object),
    /// Another name for a type: a component that is only a `$ref`. Uses of the alias say themselves
    /// whether `null` is a value.
    Alias(TypeRef),
}

/// The `format` keyword where it changes how a value is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Int32,
    Int64,
    Uint32,
    Uint64,
    Float,
    Double,
    /// Base64 text (`byte`, or `contentEncoding: base64`).
    Byte,
    /// Raw octets.
    Binary,
    Password,
}

/// A closed list of values in the description; open in clients.
#[derive(Debug, Clone)]
pub(crate) struct Enum {
    pub(crate) values: Vec<EnumValue>,
}

/// One value of a string enum, as in `available`.
#[derive(Debug, Clone)]
pub(crate) struct EnumValue {
    pub(crate) value: String,
    pub(crate) origin: Origin,
}

/// An object with named properties.
#[derive(Debug, Clone)]
pub(crate) struct Object {
    /// In document order.
    pub(crate) properties: Vec<Property>,
    pub(crate) additional: Additional,
}

/// What an object may hold beyond its named properties.
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
    pub(crate) origin: Origin,
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
}

/// What a schema demands of a value beyond its type. For documentation (and, later, validation).
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Constraints {
    /// Keyword and JSON text of its value, in document order, as in (`minLength`, `1`).
    pub(crate) keywords: Vec<(String, String)>,
}

impl TypeId {
    pub(super) fn new(index: usize) -> Self {
        Self(u32::try_from(index).expect("the readers bound a description to 4 GiB"))
    }

    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}
