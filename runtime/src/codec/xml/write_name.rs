//! The names of elements and attributes as they are written, and the prefixes in scope.

use std::borrow::Cow;

use crate::codec::shape::Xml;
use crate::codec::table::Property;

/// An element's or attribute's name before prefixes are settled.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub(super) local: Cow<'static, str>,
    pub(super) namespace: Option<&'static str>,
    pub(super) prefix: Option<&'static str>,
}

impl Name {
    pub(super) fn plain(local: impl Into<Cow<'static, str>>) -> Self {
        Self {
            local: local.into(),
            namespace: None,
            prefix: None,
        }
    }

    /// The name of a field's element or attribute, or of one item.
    pub(super) fn of(field: &Property) -> Self {
        Self::with(field.xml_name(), field.xml_form())
    }

    /// The name of the element around all items of the field's array, where there is one.
    pub(super) fn around(field: &Property) -> Option<Self> {
        field.xml_form().wrapped.map(|outer| Self {
            local: outer.into(),
            namespace: field.xml_form().wrapper_namespace,
            prefix: field.xml_form().wrapper_prefix,
        })
    }

    /// A name with the namespace and prefix of some XML form.
    pub(super) fn with(local: &'static str, xml: Xml) -> Self {
        Self {
            local: local.into(),
            namespace: xml.namespace,
            prefix: xml.prefix,
        }
    }
}

/// The namespaces that the open elements declare, innermost last.
#[derive(Debug, Default)]
pub(super) struct Scopes(Vec<(&'static str, Cow<'static, str>)>);

impl Scopes {
    pub(super) fn mark(&self) -> usize {
        self.0.len()
    }

    /// Forgets what was declared since the mark.
    pub(super) fn leave(&mut self, mark: usize) {
        self.0.truncate(mark);
    }

    pub(super) fn declare(&mut self, prefix: &'static str, uri: impl Into<Cow<'static, str>>) {
        self.0.push((prefix, uri.into()));
    }

    /// What a prefix stands for; the empty one for the default namespace.
    pub(super) fn resolve(&self, prefix: &str) -> Option<&str> {
        let bound = self
            .0
            .iter()
            .rev()
            .find(|(candidate, _)| *candidate == prefix);
        bound.map(|(_, uri)| uri.as_ref())
    }
}
