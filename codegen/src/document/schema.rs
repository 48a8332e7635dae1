//! Schema Objects without their version: the words of OpenAPI 3.1, whatever the description speaks.

use super::{Docs, ExternalDocs, Text};
use crate::load::Node;

/// The place of a schema in its [`Document`](super::Document).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct SchemaId(u32);

/// One schema. What it does not say is empty or `None`.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "OpenAPI's flags are independent of each other"
)]
pub(crate) struct Schema<'a> {
    pub(crate) node: Node<'a>,
    /// What `$ref` leads to. The other fields hold what stands beside it, where that counts.
    pub(crate) reference: Option<SchemaId>,
    /// Whether some `$ref` leads here.
    pub(crate) referenced: bool,
    /// Whether this is what the node means in one place alone: a schema with dynamic references
    /// that mean something else there.
    pub(crate) is_instance: bool,
    /// The place of `false`, the schema that no value fits.
    pub(crate) never: bool,
    pub(crate) types: Types,
    /// Whether the schema itself says that `null` is a value.
    pub(crate) nullable: bool,
    /// A scalar.
    pub(crate) format: Option<Node<'a>>,
    /// The values of `enum`, or of `const`.
    pub(crate) values: Option<Vec<Node<'a>>>,
    /// Whether the value is that of `const`.
    pub(crate) constant: bool,
    pub(crate) properties: Vec<Property<'a>>,
    pub(crate) required: Vec<Text<'a>>,
    pub(crate) additional: Additional,
    pub(crate) items: Option<SchemaId>,
    /// `allOf`, `oneOf` and `anyOf`, which most schemas do not have.
    pub(super) combination: Option<Box<Combination>>,
    /// Keywords that only bound the values, in document order.
    pub(crate) constraints: Vec<(&'static str, Node<'a>)>,
    pub(crate) default: Option<Node<'a>>,
    pub(crate) read_only: bool,
    pub(crate) write_only: bool,
    pub(crate) docs: Docs<'a>,
    pub(crate) xml: Option<Box<Xml<'a>>>,
    /// What few schemas say.
    pub(super) rare: Option<Box<Rare<'a>>>,
}

/// The schemas that a schema is made of.
#[derive(Debug, Default)]
pub(crate) struct Combination {
    pub(super) all: Vec<SchemaId>,
    pub(super) one: Vec<SchemaId>,
    pub(super) any: Vec<SchemaId>,
}

/// What few schemas say, kept apart so that the others stay small.
#[derive(Debug, Default)]
pub(crate) struct Rare<'a> {
    /// `patternProperties`: the names are regular expressions.
    pub(crate) patterns: Vec<Property<'a>>,
    /// `prefixItems`.
    pub(crate) prefix: Vec<SchemaId>,
    /// `propertyNames`.
    pub(crate) names: Option<SchemaId>,
    /// `unevaluatedProperties`.
    pub(crate) unevaluated_properties: Option<Additional>,
    /// `unevaluatedItems`.
    pub(crate) unevaluated_items: Option<Additional>,
    /// `contentEncoding: base64` and the like.
    pub(crate) encoding: Option<&'a str>,
    /// `contentMediaType`.
    pub(crate) media_type: Option<&'a str>,
    /// `contentSchema`.
    pub(crate) content: Option<SchemaId>,
    pub(crate) discriminator: Option<Discriminator<'a>>,
    /// Keywords that no type can say, as in `not`, in document order.
    pub(crate) conditions: Vec<(&'static str, Node<'a>)>,
    /// The schemas of `not`, `contains`, `if`, `then` and `else`, where somebody checks them.
    pub(crate) applied: Vec<(&'static str, SchemaId)>,
    /// `dependentSchemas`, likewise.
    pub(crate) dependents: Vec<Property<'a>>,
    /// The value of `example` or the values of `examples`.
    pub(crate) examples: Vec<Node<'a>>,
    pub(crate) external_docs: Option<ExternalDocs<'a>>,
    /// `$comment`.
    pub(crate) comment: Option<&'a str>,
    /// An extension that names the values of `enum`.
    pub(crate) value_names: Option<Node<'a>>,
    /// An extension that describes the values of `enum`.
    pub(crate) value_docs: Option<Node<'a>>,
}

/// What says which of several schemas a value is for.
#[derive(Debug)]
pub(crate) struct Discriminator<'a> {
    pub(crate) node: Node<'a>,
    /// The property that tells, as in `petType`.
    pub(crate) property: Text<'a>,
    pub(crate) mapping: Vec<Mapping<'a>>,
    /// What values are for that the mapping does not know.
    pub(crate) default: Option<SchemaId>,
}

/// One value of a discriminator.
#[derive(Debug)]
pub(crate) struct Mapping<'a> {
    pub(crate) value: Text<'a>,
    pub(crate) node: Node<'a>,
    pub(crate) target: SchemaId,
}

/// A named property, as in `photoUrls`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Property<'a> {
    pub(crate) name: Text<'a>,
    pub(crate) schema: SchemaId,
}

/// The `additionalProperties` keyword.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Additional {
    /// Not given.
    Silent,
    /// `true`, or a schema that says nothing.
    Allowed,
    Forbidden,
    Schema(SchemaId),
}

/// An XML Object.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Xml<'a> {
    pub(crate) name: Option<&'a str>,
    pub(crate) namespace: Option<&'a str>,
    pub(crate) prefix: Option<&'a str>,
    pub(crate) attribute: bool,
    pub(crate) wrapped: bool,
    /// `nodeType`, and where it stands.
    pub(crate) node: Option<(XmlNode, Node<'a>)>,
}

/// The kinds of nodes that a value can be (OAS 3.2 §4.26).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum XmlNode {
    Element,
    Attribute,
    Text,
    Cdata,
    None,
}

/// One of the types of JSON values; `null` is kept apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SimpleType {
    Boolean,
    Integer,
    Number,
    String,
    Array,
    Object,
}

/// The types that a schema names, `null` aside; empty where it names none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Types(u8);

impl Types {
    pub(crate) fn insert(&mut self, ty: SimpleType) {
        self.0 |= 1 << ty as u8;
    }

    pub(crate) fn contains(self, ty: SimpleType) -> bool {
        self.0 & (1 << ty as u8) != 0
    }

    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Returns the types that both name.
    pub(crate) fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Returns the types that tell values apart: `number` includes `integer`.
    pub(crate) fn distinct(self) -> impl Iterator<Item = SimpleType> {
        let both = self.contains(SimpleType::Number);
        SimpleType::ALL
            .into_iter()
            .filter(move |ty| self.contains(*ty) && !(both && *ty == SimpleType::Integer))
    }

    /// Returns the type where it is exactly one; `number` includes `integer`.
    pub(crate) fn single(self) -> Option<SimpleType> {
        let mut all = self.distinct();
        all.next().filter(|_| all.next().is_none())
    }
}

impl SimpleType {
    const ALL: [Self; 6] = [
        Self::Boolean,
        Self::Integer,
        Self::Number,
        Self::String,
        Self::Array,
        Self::Object,
    ];

    /// Reads a name, as in `integer`. `null` is no simple type.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ty| ty.as_str() == name)
    }

    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Boolean => "boolean",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::String => "string",
            Self::Array => "array",
            Self::Object => "object",
        }
    }
}

impl<'a> Schema<'a> {
    /// A schema that says nothing.
    pub(super) fn new(node: Node<'a>) -> Self {
        Self {
            node,
            reference: None,
            referenced: false,
            is_instance: false,
            never: false,
            types: Types::default(),
            nullable: false,
            format: None,
            values: None,
            constant: false,
            properties: Vec::new(),
            required: Vec::new(),
            additional: Additional::Silent,
            items: None,
            combination: None,
            constraints: Vec::new(),
            default: None,
            read_only: false,
            write_only: false,
            docs: Docs::default(),
            xml: None,
            rare: None,
        }
    }

    /// Returns what few schemas say; all of it is empty where this one does not say it.
    pub(crate) fn rare(&self) -> &Rare<'a> {
        self.rare.as_deref().unwrap_or(Rare::NONE)
    }

    /// Returns the same, to be filled in.
    pub(super) fn rare_mut(&mut self) -> &mut Rare<'a> {
        self.rare.get_or_insert_default()
    }

    /// Returns whether the schema says nothing about values beyond `type: object`, `$ref` and
    /// combinations aside.
    pub(crate) fn is_bare(&self) -> bool {
        self.required.is_empty() && self.is_bare_beside_required()
    }

    /// Returns whether the schema names required properties and says nothing else.
    pub(crate) fn only_requires(&self) -> bool {
        let alone = self.reference.is_none() && !self.combines();
        alone && !self.required.is_empty() && self.is_bare_beside_required()
    }

    /// Returns whether the schema is made of others.
    pub(crate) fn combines(&self) -> bool {
        !(self.all_of().is_empty() && self.one_of().is_empty() && self.any_of().is_empty())
    }

    pub(crate) fn all_of(&self) -> &[SchemaId] {
        let combination = self.combination.as_deref();
        combination.map_or(&[], |combination| &combination.all)
    }

    pub(crate) fn one_of(&self) -> &[SchemaId] {
        let combination = self.combination.as_deref();
        combination.map_or(&[], |combination| &combination.one)
    }

    pub(crate) fn any_of(&self) -> &[SchemaId] {
        let combination = self.combination.as_deref();
        combination.map_or(&[], |combination| &combination.any)
    }

    /// Returns the schemas that this one is made of, to be filled in.
    pub(super) fn combination_mut(&mut self) -> &mut Combination {
        self.combination.get_or_insert_default()
    }

    fn is_bare_beside_required(&self) -> bool {
        let object_at_most =
            self.types.is_empty() || self.types.single() == Some(SimpleType::Object);
        object_at_most
            && !self.never
            && self.format.is_none()
            && self.values.is_none()
            && self.properties.is_empty()
            && self.additional == Additional::Silent
            && self.items.is_none()
            && self.rare().is_bare()
            && self.constraints.is_empty()
    }
}

impl Rare<'static> {
    const NONE: &'static Self = &Self {
        patterns: Vec::new(),
        prefix: Vec::new(),
        names: None,
        unevaluated_properties: None,
        unevaluated_items: None,
        encoding: None,
        media_type: None,
        content: None,
        discriminator: None,
        conditions: Vec::new(),
        applied: Vec::new(),
        dependents: Vec::new(),
        examples: Vec::new(),
        external_docs: None,
        comment: None,
        value_names: None,
        value_docs: None,
    };
}

impl Rare<'_> {
    /// Returns whether nothing is said of the look of values.
    pub(crate) fn is_bare(&self) -> bool {
        self.patterns.is_empty()
            && self.prefix.is_empty()
            && self.encoding.is_none()
            && self.media_type.is_none()
    }
}

impl SchemaId {
    pub(super) fn new(index: usize) -> Self {
        // Readers bound a description to far fewer values than that.
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }

    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_single_type() {
        for (names, expect) in [
            (&["string"][..], Some(SimpleType::String)),
            (&["integer", "number"], Some(SimpleType::Number)),
            (&["integer"], Some(SimpleType::Integer)),
            (&["integer", "string"], None),
            (&["number", "string"], None),
            (&[], None),
        ] {
            let mut types = Types::default();
            for name in names {
                types.insert(SimpleType::parse(name).unwrap());
            }
            assert_eq!(types.single(), expect, "{names:?}");
        }
        assert_eq!(SimpleType::parse("null"), None);
    }
}
