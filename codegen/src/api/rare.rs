//! What hardly any item has: kept apart, so that the many without it stay small.

use std::ops::{Deref, DerefMut};

use super::{Annotations, Xml};

/// What an item says of XML. Most say nothing, which takes the room of a pointer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct RareXml(Option<Box<Xml>>);

static NOTHING: Xml = Xml {
    name: None,
    namespace: None,
    prefix: None,
    attribute: false,
    wrapped: None,
    wrapper_namespace: None,
    wrapper_prefix: None,
    node: None,
};

/// What a schema says for people and tools. Most say nothing.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct RareAnnotations(Option<Box<Annotations>>);

static NO_ANNOTATIONS: Annotations = Annotations {
    default: None,
    examples: Vec::new(),
    read_only: false,
    write_only: false,
    external_docs: None,
    comment: None,
};

impl From<Xml> for RareXml {
    fn from(xml: Xml) -> Self {
        Self((xml != NOTHING).then(|| Box::new(xml)))
    }
}

impl Deref for RareXml {
    type Target = Xml;

    fn deref(&self) -> &Xml {
        self.0.as_deref().unwrap_or(&NOTHING)
    }
}

impl DerefMut for RareXml {
    fn deref_mut(&mut self) -> &mut Xml {
        self.0.get_or_insert_default()
    }
}

impl From<Annotations> for RareAnnotations {
    fn from(annotations: Annotations) -> Self {
        Self((annotations != NO_ANNOTATIONS).then(|| Box::new(annotations)))
    }
}

impl Deref for RareAnnotations {
    type Target = Annotations;

    fn deref(&self) -> &Annotations {
        self.0.as_deref().unwrap_or(&NO_ANNOTATIONS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_nothing_takes_no_room() {
        assert_eq!(RareXml::from(Xml::default()).0, None);
        assert_eq!(*RareXml::default(), Xml::default());
        let mut xml = RareXml(None);
        xml.attribute = true;
        assert!(xml.attribute && xml != RareXml::default());
    }
}
