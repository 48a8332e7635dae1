//! What generated code says about a union: what tells its members apart.
//!
//! All of it is static data made by `const fn`, as shapes are. How a value is looked at stands with
//! the reader; the types of the members are known to the generated code alone.

mod pick;
mod scan;

use super::error::Kind;
use super::shape::Shape;

/// What tells the members of a union apart, each known by its position.
#[derive(Debug)]
pub struct Choice {
    tag: Option<Tag>,
    /// One for each member, or none where the property decides alone.
    tests: &'static [Test],
}

/// A property of objects whose value says which member one is.
#[derive(Debug)]
struct Tag {
    property: &'static str,
    /// Its element or attribute.
    xml: &'static str,
    values: &'static [(&'static str, usize)],
    default: Option<usize>,
}

/// What values of one member look like.
#[derive(Clone, Copy, Debug)]
pub struct Test {
    kinds: Kinds,
    /// The kinds of an array's items.
    items: Kinds,
    /// The scalars that there are; all of the kind where there are none.
    values: &'static [&'static str],
    /// The objects that there are.
    shapes: &'static [&'static Shape],
    /// Properties of these objects and the only values that they have.
    tags: &'static [(&'static str, &'static [&'static str])],
    /// Whether another test's values are a special case.
    is_wide: bool,
}

/// A set of kinds of values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Kinds(u8);

impl Choice {
    /// Returns the choice between members that look like these.
    pub const fn new(tests: &'static [Test]) -> Self {
        Self { tag: None, tests }
    }

    /// Returns the choice between objects by the value of a property.
    pub const fn by(property: &'static str, values: &'static [(&'static str, usize)]) -> Self {
        Self::new(&[]).tagged(property, values)
    }

    /// Lets the value of a property decide where there is an object with this property.
    #[must_use]
    pub const fn tagged(
        mut self,
        property: &'static str,
        values: &'static [(&'static str, usize)],
    ) -> Self {
        self.tag = Some(Tag {
            property,
            xml: property,
            values,
            default: None,
        });
        self
    }

    /// Sets the name of the property's element or attribute in XML.
    #[must_use]
    pub const fn xml(mut self, name: &'static str) -> Self {
        if let Some(tag) = &mut self.tag {
            tag.xml = name;
        }
        self
    }

    /// Sets the member for objects that lack the property, or have another value of it.
    #[must_use]
    pub const fn default(mut self, member: usize) -> Self {
        if let Some(tag) = &mut self.tag {
            tag.default = Some(member);
        }
        self
    }
}

impl Test {
    /// Returns the test that values of all kinds pass.
    pub const fn any() -> Self {
        Self::of(Kinds::ALL)
    }

    /// Returns the test for booleans.
    pub const fn boolean() -> Self {
        Self::of(Kinds::BOOLEAN)
    }

    /// Returns the test for numbers.
    pub const fn number() -> Self {
        Self::of(Kinds::NUMBER)
    }

    /// Returns the test for texts.
    pub const fn text() -> Self {
        Self::of(Kinds::TEXT)
    }

    /// Returns the test for arrays.
    pub const fn array() -> Self {
        Self::of(Kinds::ARRAY)
    }

    /// Returns the test for objects.
    pub const fn object() -> Self {
        Self::of(Kinds::OBJECT)
    }

    /// Lets values of another test's kinds pass, too.
    #[must_use]
    pub const fn or(mut self, other: &Self) -> Self {
        self.kinds = self.kinds.and(other.kinds);
        self
    }

    /// Says that the items of arrays are of another test's kinds.
    #[must_use]
    pub const fn items(mut self, other: &Self) -> Self {
        self.items = other.kinds;
        self
    }

    /// Lets no scalars pass but these.
    #[must_use]
    pub const fn values(mut self, values: &'static [&'static str]) -> Self {
        self.values = values;
        self
    }

    /// Lets members of the same kind be tried first.
    #[must_use]
    pub const fn wide(mut self) -> Self {
        self.is_wide = true;
        self
    }

    /// Says what the objects' properties are; of several shapes, any.
    #[must_use]
    pub const fn shapes(mut self, shapes: &'static [&'static Shape]) -> Self {
        self.shapes = shapes;
        self
    }

    /// Lets no objects pass that have other values of these properties.
    #[must_use]
    pub const fn tags(mut self, tags: &'static [(&'static str, &'static [&'static str])]) -> Self {
        self.tags = tags;
        self
    }

    const fn of(kinds: Kinds) -> Self {
        Self {
            kinds,
            items: Kinds::ALL,
            values: &[],
            shapes: &[],
            tags: &[],
            is_wide: false,
        }
    }
}

impl Kinds {
    const NONE: Self = Self(0);
    const BOOLEAN: Self = Self(1);
    const NUMBER: Self = Self(2);
    const TEXT: Self = Self(4);
    const ARRAY: Self = Self(8);
    const OBJECT: Self = Self(16);
    const ALL: Self = Self(31);

    const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn common(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    fn has(self, other: Self) -> bool {
        self.common(other) != Self::NONE
    }
}

impl From<Kind> for Kinds {
    fn from(kind: Kind) -> Self {
        match kind {
            // A union that holds null says so around its members.
            Kind::Null => Self::NONE,
            Kind::Boolean => Self::BOOLEAN,
            Kind::Integer | Kind::Number => Self::NUMBER,
            Kind::String => Self::TEXT,
            Kind::Array => Self::ARRAY,
            Kind::Object => Self::OBJECT,
        }
    }
}
