//! Where the types of one API are used: in what clients send or receive, and by which operations.
//!
//! Every type is visited a bounded number of times, however many operations there are.

use std::collections::BTreeMap;
use std::ops::{BitAnd, BitOr};

use crate::api::media_type::is_xml;
use crate::api::{Additional, Api, Content, Kind, Object, Operation, Type, TypeId, TypeRef};

/// How many operations are kept for one type.
pub(super) const MAX_OPERATIONS: usize = 64;

/// A set of ways to use a type.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Uses(u8);

impl Uses {
    /// In what clients send.
    pub(super) const REQUEST: Self = Self(1);
    /// In what clients receive.
    pub(super) const RESPONSE: Self = Self(2);
    /// In a document of XML.
    pub(super) const XML: Self = Self(4);
    pub(super) const ALL: Self = Self(7);
    /// In ways that the model cannot tell: something that may refer to the type came out weaker.
    pub(super) const UNKNOWN: Self = Self(8);

    pub(super) fn contains(self, other: Self) -> bool {
        self & other == other
    }

    /// Returns these uses but for one.
    pub(super) fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether values travel at all.
    pub(super) fn is_directed(self) -> bool {
        self & (Self::REQUEST | Self::RESPONSE) != Self::default()
    }
}

impl BitAnd for Uses {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

impl BitOr for Uses {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The uses of all types of one API.
#[derive(Debug, Default)]
pub(super) struct Reach {
    types: BTreeMap<TypeId, Usage>,
}

#[derive(Debug, Default)]
struct Usage {
    uses: Uses,
    /// The first operations that reach the type, by index; one more than are told.
    operations: Vec<usize>,
}

impl Reach {
    pub(super) fn new(api: &Api) -> Self {
        let mut reach = Self::default();
        for (index, operation) in api.operations.iter().enumerate() {
            reach.visit(api, index, roots(operation));
        }
        reach
    }

    pub(super) fn uses(&self, id: TypeId) -> Uses {
        self.types
            .get(&id)
            .map(|usage| usage.uses)
            .unwrap_or_default()
    }

    /// Returns the indices of the first operations that use a type; if there are more than
    /// [`MAX_OPERATIONS`], that many and one.
    pub(super) fn operations(&self, id: TypeId) -> &[usize] {
        self.types
            .get(&id)
            .map(|usage| usage.operations.as_slice())
            .unwrap_or_default()
    }

    fn visit(&mut self, api: &Api, operation: usize, mut stack: Vec<(TypeRef, Uses)>) {
        while let Some((ty, uses)) = stack.pop() {
            if self.types.entry(ty.id).or_default().add(operation, uses) {
                let inner = inner_types(&api[ty.id]);
                let inner = inner.into_iter().map(|(inner, mask)| (inner, uses & mask));
                stack.extend(inner.filter(|(_, uses)| uses.is_directed()));
            }
        }
    }
}

impl Usage {
    /// Adds a use and says whether that is news for the types inside.
    fn add(&mut self, operation: usize, uses: Uses) -> bool {
        let is_new_use = !self.uses.contains(uses);
        self.uses = self.uses | uses;
        let is_full = self.operations.len() > MAX_OPERATIONS;
        let is_new_operation = !is_full && self.operations.last() != Some(&operation);
        if is_new_operation {
            self.operations.push(operation);
        }
        is_new_use || is_new_operation
    }
}

/// The types that an operation itself names, and how it uses them.
fn roots(operation: &Operation) -> Vec<(TypeRef, Uses)> {
    let mut roots = Vec::new();
    roots.extend(operation.parameters.iter().map(|it| (it.ty, Uses::REQUEST)));
    for content in operation.body.iter().flat_map(|body| &body.content) {
        roots.extend(
            content
                .ty
                .map(|ty| (ty, content_uses(content, Uses::REQUEST))),
        );
    }
    for response in &operation.responses {
        roots.extend(
            response
                .headers
                .iter()
                .filter_map(|it| it.ty)
                .map(|ty| (ty, Uses::RESPONSE)),
        );
        for content in &response.content {
            roots.extend(
                content
                    .ty
                    .map(|ty| (ty, content_uses(content, Uses::RESPONSE))),
            );
        }
    }
    roots
}

/// Returns a direction, together with the use in XML where the content is that.
pub(super) fn content_uses(content: &Content, direction: Uses) -> Uses {
    if is_xml(&content.media_type) {
        direction | Uses::XML
    } else {
        direction
    }
}

/// The types that a type names, and the uses of it that are uses of theirs.
fn inner_types(ty: &Type) -> Vec<(TypeRef, Uses)> {
    match &ty.kind {
        Kind::Any
        | Kind::Never
        | Kind::Null
        | Kind::Boolean
        | Kind::Integer(_)
        | Kind::Number(_)
        | Kind::String(_)
        | Kind::Enum(_) => Vec::new(),
        Kind::Array(inner) | Kind::Alias(inner) => vec![(*inner, Uses::ALL)],
        Kind::Tuple(tuple) => {
            let all = tuple.prefix.iter().copied().chain(typed(tuple.rest));
            all.map(|inner| (inner, Uses::ALL)).collect()
        }
        Kind::Map(map) => {
            let patterns = map.patterns.iter().map(|pattern| pattern.ty);
            let all = patterns.chain([map.values]);
            all.map(|inner| (inner, Uses::ALL)).collect()
        }
        Kind::Union(union) => {
            let members = union.members.iter().map(|member| member.ty);
            let all = members.chain(union.base);
            all.map(|inner| (inner, Uses::ALL)).collect()
        }
        Kind::Object(object) => {
            let properties = object.properties.iter();
            let mut inner: Vec<_> = properties
                .map(|it| (it.ty, property_uses(it.read_only, it.write_only)))
                .collect();
            let patterns = object.patterns.iter().map(|pattern| pattern.ty);
            let rest = patterns.chain(typed(object.additional));
            inner.extend(rest.map(|ty| (ty, Uses::ALL)));
            inner.extend(subtypes(object).map(|ty| (ty, Uses::ALL)));
            inner
        }
    }
}

fn typed(additional: Additional) -> Option<TypeRef> {
    match additional {
        Additional::Typed(ty) => Some(ty),
        Additional::Any | Additional::Forbidden => None,
    }
}

/// The types that a discriminator says a value may be of, too.
fn subtypes(object: &Object) -> impl Iterator<Item = TypeRef> {
    let mapping = object.discriminator.iter().flat_map(|it| &it.mapping);
    mapping.map(|mapping| TypeRef {
        id: mapping.ty,
        nullable: false,
    })
}

/// The uses of an object that are uses of a property: nobody sends what is read-only, nobody
/// receives what is write-only.
pub(super) fn property_uses(read_only: bool, write_only: bool) -> Uses {
    let sent = if read_only {
        Uses::ALL.without(Uses::REQUEST)
    } else {
        Uses::ALL
    };
    if write_only {
        sent.without(Uses::RESPONSE)
    } else {
        sent
    }
}
