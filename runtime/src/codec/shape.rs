//! What generated code says about a model: its name, its properties in order and their XML forms.
//!
//! All of it is static data without a single call: the compiler computes each static of a client, also
//! where it only checks. What finds names quickly is made of it when the first object comes
//! (`Table`). It describes names only: the types of the properties are known to the generated `read`
//! and `write` alone.

use std::ops::Deref;
use std::sync::OnceLock;

use super::table::{Presence, Property, Table};

/// The name and the properties of one model.
#[derive(Debug)]
pub struct Shape {
    pub(crate) name: &'static str,
    fields: &'static [Field],
    /// None where the form is the default one, as it mostly is.
    xml: Option<&'static Xml>,
    ignore_case: bool,
    table: OnceLock<Table>,
}

/// One property of a model by its name on the wire.
#[derive(Clone, Copy, Debug)]
pub enum Field {
    /// An object may lack it, and null is the same as nothing.
    Optional(&'static str),
    /// An object may lack it, and null is a value of its own.
    Nullable(&'static str),
    /// Every object has it.
    Required(&'static str),
    /// One of which there is more to say.
    #[doc(hidden)]
    Told(Facts),
}

/// What there is to say of one property.
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    pub(super) name: &'static str,
    pub(super) presence: Presence,
    /// Whether only answers have it (`readOnly`).
    pub(super) is_read_only: bool,
    pub(super) xml: Option<&'static Xml>,
}

/// How a property or a model looks in XML.
#[derive(Clone, Copy, Debug, Default)]
pub struct Xml {
    pub(crate) name: Option<&'static str>,
    pub(crate) wrapped: Option<&'static str>,
    pub(crate) namespace: Option<&'static str>,
    pub(crate) prefix: Option<&'static str>,
    pub(crate) wrapper_namespace: Option<&'static str>,
    pub(crate) wrapper_prefix: Option<&'static str>,
    pub(crate) node: Node,
}

/// The kind of node that a property is in XML.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Node {
    #[default]
    Element,
    Attribute,
    /// The text of the element around it.
    Text,
    /// The same, written as it is.
    Cdata,
}

impl Shape {
    /// Returns the shape of a model; `name` is also the default name of its XML element.
    pub const fn new(name: &'static str, fields: &'static [Field]) -> Self {
        Self {
            name,
            fields,
            xml: None,
            ignore_case: false,
            table: OnceLock::new(),
        }
    }

    /// Sets the XML form of the element that stands for the model itself.
    #[must_use]
    pub const fn xml(mut self, xml: &'static Xml) -> Self {
        self.xml = Some(xml);
        self
    }

    /// Lets property names match without regard to ASCII case where no exact match exists.
    #[must_use]
    pub const fn ignore_case(mut self) -> Self {
        self.ignore_case = true;
        self
    }

    /// The form in XML of the element that stands for the model itself.
    pub(crate) fn xml_form(&self) -> Xml {
        self.xml.copied().unwrap_or_default()
    }

    #[cold]
    fn make_table(&self) -> Table {
        let fields = self.fields.iter();
        let properties = fields.map(|field| Property::of(field.facts()));
        Table::new(properties.collect(), self.ignore_case)
    }
}

/// A shape is used as its table, which is made once.
impl Deref for Shape {
    type Target = Table;

    #[inline]
    fn deref(&self) -> &Table {
        self.table.get_or_init(|| self.make_table())
    }
}

impl Field {
    /// Sets the XML form of the property.
    #[must_use]
    pub const fn xml(self, xml: &'static Xml) -> Self {
        let mut facts = self.facts();
        facts.xml = Some(xml);
        Self::Told(facts)
    }

    /// Makes the property one of answers alone: requests leave it out.
    #[must_use]
    pub const fn read_only(self) -> Self {
        let mut facts = self.facts();
        facts.is_read_only = true;
        Self::Told(facts)
    }

    pub(super) const fn facts(self) -> Facts {
        let (name, presence) = match self {
            Self::Optional(name) => (name, Presence::Optional),
            Self::Nullable(name) => (name, Presence::OptionalOrNull),
            Self::Required(name) => (name, Presence::Required),
            Self::Told(facts) => return facts,
        };
        Facts {
            name,
            presence,
            is_read_only: false,
            xml: None,
        }
    }
}

/// Of objects whose names are data.
pub(crate) static NO_SHAPE: Shape = Shape::new("object", &[]);

impl Xml {
    /// Returns the default form: an element named after the property, without a namespace.
    pub const fn new() -> Self {
        Self {
            name: None,
            wrapped: None,
            namespace: None,
            prefix: None,
            wrapper_namespace: None,
            wrapper_prefix: None,
            node: Node::Element,
        }
    }

    /// Sets the name of the element or attribute; for arrays, of one item.
    #[must_use]
    pub const fn name(mut self, name: &'static str) -> Self {
        self.name = Some(name);
        self
    }

    /// Puts an element with this name around all items of an array.
    #[must_use]
    pub const fn wrapped(mut self, outer: &'static str) -> Self {
        self.wrapped = Some(outer);
        self
    }

    /// Makes the property an attribute.
    #[must_use]
    pub const fn attribute(mut self) -> Self {
        self.node = Node::Attribute;
        self
    }

    /// Makes the property the text of the element that stands for the model.
    #[must_use]
    pub const fn text(mut self) -> Self {
        self.node = Node::Text;
        self
    }

    /// Makes the property the text of that element, in a CDATA section.
    #[must_use]
    pub const fn cdata(mut self) -> Self {
        self.node = Node::Cdata;
        self
    }

    /// Sets the namespace's URI; for arrays, of one item.
    #[must_use]
    pub const fn namespace(mut self, uri: &'static str) -> Self {
        self.namespace = Some(uri);
        self
    }

    /// Sets the prefix that names are written with.
    #[must_use]
    pub const fn prefix(mut self, prefix: &'static str) -> Self {
        self.prefix = Some(prefix);
        self
    }

    /// Sets the namespace's URI of the element around all items.
    #[must_use]
    pub const fn wrapper_namespace(mut self, uri: &'static str) -> Self {
        self.wrapper_namespace = Some(uri);
        self
    }

    /// Sets the prefix that the name of the element around all items is written with.
    #[must_use]
    pub const fn wrapper_prefix(mut self, prefix: &'static str) -> Self {
        self.wrapper_prefix = Some(prefix);
        self
    }
}
