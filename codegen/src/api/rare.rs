//! What hardly any item has: kept apart, so that the many without it stay small.

use std::ops::{Deref, DerefMut};

use super::{Annotations, Constraints, Xml};

/// What most items say nothing of, which takes the room of a pointer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Rare<T>(Option<Box<T>>);

/// What an item says of XML.
pub(crate) type RareXml = Rare<Xml>;

/// What a schema says for people and tools.
pub(crate) type RareAnnotations = Rare<Annotations>;

/// What bounds the values of a type.
pub(crate) type RareConstraints = Rare<Constraints>;

/// What can say nothing.
pub(crate) trait Silent: Default + PartialEq + 'static {
    const NOTHING: &'static Self;
}

impl Silent for Xml {
    const NOTHING: &'static Self = &Self {
        name: None,
        namespace: None,
        prefix: None,
        attribute: false,
        wrapped: None,
        wrapper_namespace: None,
        wrapper_prefix: None,
        text: None,
    };
}

impl Silent for Annotations {
    const NOTHING: &'static Self = &Self {
        default: None,
        examples: Vec::new(),
        read_only: false,
        write_only: false,
        external_docs: None,
        comment: None,
    };
}

impl Silent for Constraints {
    const NOTHING: &'static Self = &Self {
        keywords: Vec::new(),
        conditions: Vec::new(),
    };
}

impl<T: Silent> From<T> for Rare<T> {
    fn from(said: T) -> Self {
        Self((said != *T::NOTHING).then(|| Box::new(said)))
    }
}

impl<T: Silent> Deref for Rare<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.as_deref().unwrap_or(T::NOTHING)
    }
}

impl<T: Silent> DerefMut for Rare<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.0.get_or_insert_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_nothing_takes_no_room() {
        assert_eq!(RareXml::from(Xml::default()).0, None);
        assert_eq!(*RareXml::default(), Xml::default());
        assert_eq!(*RareAnnotations::default(), Annotations::default());
        assert_eq!(*RareConstraints::default(), Constraints::default());
        let mut xml = RareXml::from(Xml::default());
        xml.attribute = true;
        assert!(xml.attribute && xml != RareXml::default());
    }
}
