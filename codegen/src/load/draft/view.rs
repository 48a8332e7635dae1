//! Looking at a draft: its values, whether or not they were copied.

use super::Value;
use super::value::Member;
use crate::load::tree::{Kind, Node};

/// One value to look at.
#[derive(Debug, Clone, Copy)]
pub(in crate::load) enum View<'v> {
    Whole(Node<'v>),
    Array(Node<'v>, &'v [Value<'v>]),
    Object(Node<'v>, &'v [Member<'v>]),
}

impl<'v> View<'v> {
    pub(in crate::load) fn new(value: &'v Value<'v>) -> Self {
        match value {
            Value::Whole(node) => Self::Whole(*node),
            Value::Array(node, elements) => Self::Array(*node, elements),
            Value::Object(node, members) => Self::Object(*node, members),
        }
    }

    /// Returns the value of a tree that says what kind of value this is, and where.
    pub(in crate::load) fn node(self) -> Node<'v> {
        match self {
            Self::Whole(node) | Self::Array(node, _) | Self::Object(node, _) => node,
        }
    }

    pub(in crate::load) fn kind(self) -> Kind<'v> {
        self.node().kind()
    }

    /// Returns the children with their keys, in their order; elements have none.
    pub(in crate::load) fn children(
        self,
    ) -> Box<dyn Iterator<Item = (Option<&'v str>, Self)> + 'v> {
        match self {
            Self::Whole(node) => {
                let entries = node.as_object().into_iter().flatten();
                let elements = node.as_array().into_iter().flatten();
                Box::new(
                    entries
                        .map(|entry| (Some(entry.key), Self::Whole(entry.value)))
                        .chain(elements.map(|element| (None, Self::Whole(element)))),
                )
            }
            Self::Array(_, elements) => {
                Box::new(elements.iter().map(|element| (None, Self::new(element))))
            }
            Self::Object(_, members) => Box::new(
                members
                    .iter()
                    .map(|member| (Some(member.key()), Self::new(&member.value))),
            ),
        }
    }

    pub(in crate::load) fn is_array(self) -> bool {
        self.kind() == Kind::Array
    }

    /// Returns whether it is clear at once that no entry has this key.
    pub(in crate::load) fn lacks(self, key: &str) -> bool {
        match self {
            Self::Whole(node) => node.get(key).is_none(),
            Self::Array(..) => true,
            Self::Object(..) => false,
        }
    }

    /// Returns the number of entries or elements.
    pub(in crate::load) fn count(self) -> usize {
        match self {
            Self::Whole(_) => self.children().count(),
            Self::Array(_, elements) => elements.len(),
            Self::Object(_, members) => members.len(),
        }
    }
}
