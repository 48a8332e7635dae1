//! The values of a draft.

use crate::load::tree::{Kind, Node};

/// One value of a draft.
#[derive(Debug, Clone)]
pub(in crate::load) enum Value<'a> {
    /// As it is in a tree, with all that is in it.
    Whole(Node<'a>),
    /// An array with other elements than the one it stands for.
    Array(Node<'a>, Vec<Value<'a>>),
    /// An object with other entries than the one it stands for.
    Object(Node<'a>, Vec<Member<'a>>),
}

/// An entry of an object.
#[derive(Debug, Clone)]
pub(in crate::load) struct Member<'a> {
    /// A value that stands under this key in its tree.
    pub(super) key: Node<'a>,
    pub(super) value: Value<'a>,
}

impl<'a> Value<'a> {
    /// Returns the value of a tree that says what kind of value this is, and where.
    pub(in crate::load) fn node(&self) -> Node<'a> {
        match self {
            Self::Whole(node) | Self::Array(node, _) | Self::Object(node, _) => *node,
        }
    }

    pub(in crate::load) fn kind(&self) -> Kind<'a> {
        self.node().kind()
    }

    /// Copies the outermost level of an object or array from its tree, so that it can be changed.
    /// Returns how many children that were.
    pub(super) fn unfold(&mut self) -> usize {
        let Self::Whole(node) = *self else { return 0 };
        if let Some(entries) = node.as_object() {
            let members: Vec<_> = entries.map(|entry| Member::new(entry.value)).collect();
            let count = members.len();
            *self = Self::Object(node, members);
            count
        } else if let Some(elements) = node.as_array() {
            let elements: Vec<_> = elements.map(Value::Whole).collect();
            let count = elements.len();
            *self = Self::Array(node, elements);
            count
        } else {
            0
        }
    }

    /// Returns the levels of objects and arrays that were copied.
    pub(super) fn height(&self) -> usize {
        self.unfolded()
            .map(|child| child.height() + 1)
            .max()
            .unwrap_or(0)
    }

    /// Returns how many values were copied.
    pub(super) fn size(&self) -> usize {
        self.unfolded().map(Self::size).sum::<usize>() + 1
    }

    /// Returns how many values of a tree that will be, and about how long their texts are.
    pub(super) fn extent(&self) -> (usize, usize) {
        match self {
            Self::Whole(node) => node.extent(),
            Self::Array(..) | Self::Object(..) => self
                .unfolded()
                .map(Self::extent)
                .fold((1, 0), |(values, bytes), (more, longer)| {
                    (values + more, bytes + longer)
                }),
        }
    }

    fn unfolded(&self) -> impl Iterator<Item = &Self> {
        let (elements, members): (&[Value<'a>], &[Member<'a>]) = match self {
            Self::Whole(_) => (&[], &[]),
            Self::Array(_, elements) => (elements, &[]),
            Self::Object(_, members) => (&[], members),
        };
        let values = members.iter().map(|member| &member.value);
        elements.iter().chain(values)
    }
}

impl<'a> Member<'a> {
    /// The entry that a value of a tree stands in.
    pub(super) fn new(value: Node<'a>) -> Self {
        Self {
            key: value,
            value: Value::Whole(value),
        }
    }

    pub(super) fn key(&self) -> &'a str {
        self.key.key().unwrap_or_default()
    }
}
