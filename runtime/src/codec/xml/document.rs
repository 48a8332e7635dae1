//! The tree of a document: elements in an arena, in document order.

use std::borrow::Cow;

use indexmap::IndexSet;

/// The number of an element in its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ElementId(pub(super) u32);

/// A parsed document; element 0 is the root.
#[derive(Debug, Default)]
pub(crate) struct Document<'a> {
    pub(super) elements: Vec<Element<'a>>,
    pub(super) attributes: Vec<Attribute<'a>>,
    pub(super) namespaces: IndexSet<Cow<'a, str>>,
}

/// The number of a namespace, or none.
pub(super) type Namespace = Option<u32>;

#[derive(Debug)]
pub(super) struct Element<'a> {
    /// Without its prefix.
    pub(super) name: &'a str,
    pub(super) namespace: Namespace,
    pub(super) parent: Option<ElementId>,
    pub(super) first_child: Option<ElementId>,
    pub(super) last_child: Option<ElementId>,
    pub(super) next_sibling: Option<ElementId>,
    /// The attributes but `xmlns` and those of the schema instance namespace.
    pub(super) attributes: (u32, u32),
    /// All text directly inside, joined.
    pub(super) text: Cow<'a, str>,
    /// How much text the element around it has before it.
    pub(super) before: u32,
    /// The part of the text from the first CDATA section's begin to the last one's end.
    pub(super) sections: Option<(u32, u32)>,
    /// Whether it says `xsi:nil="true"`.
    pub(super) nil: bool,
    pub(super) offset: u32,
}

#[derive(Debug)]
pub(super) struct Attribute<'a> {
    /// Without its prefix.
    pub(super) name: &'a str,
    pub(super) value: Cow<'a, str>,
    pub(super) element: ElementId,
}

impl<'a> Document<'a> {
    pub(super) const ROOT: ElementId = ElementId(0);

    pub(super) fn element(&self, id: ElementId) -> &Element<'a> {
        &self.elements[id.0 as usize]
    }

    pub(super) fn element_mut(&mut self, id: ElementId) -> &mut Element<'a> {
        &mut self.elements[id.0 as usize]
    }

    pub(super) fn attribute(&self, id: u32) -> &Attribute<'a> {
        &self.attributes[id as usize]
    }

    pub(super) fn children(&self, id: ElementId) -> impl Iterator<Item = ElementId> {
        let first = self.element(id).first_child;
        std::iter::successors(first, |&child| self.element(child).next_sibling)
    }

    /// The URI of an element's namespace; empty for none.
    pub(super) fn namespace(&self, id: ElementId) -> &str {
        let namespace = self.element(id).namespace;
        namespace
            .and_then(|index| self.namespaces.get_index(index as usize))
            .map_or("", AsRef::as_ref)
    }
}

impl Element<'_> {
    /// Whether there is nothing inside but text.
    pub(super) fn is_leaf(&self) -> bool {
        self.first_child.is_none()
    }

    pub(super) fn has_attributes(&self) -> bool {
        self.attributes.0 < self.attributes.1
    }

    /// The text of the CDATA sections and what is between them; all text where there are none.
    pub(super) fn cdata(&self) -> &str {
        let part = self
            .sections
            .and_then(|(from, to)| self.text.get(from as usize..to as usize));
        part.unwrap_or(&self.text)
    }

    /// Where the text ends.
    pub(super) fn end(&self) -> u32 {
        // The document is shorter than 4 GiB.
        u32::try_from(self.text.len()).unwrap_or(u32::MAX)
    }

    /// The text from one place to another.
    pub(super) fn part(&self, from: u32, to: u32) -> &str {
        self.text
            .get(from as usize..to as usize)
            .unwrap_or_default()
    }

    /// Whether there is text other than the white space between elements.
    pub(super) fn has_text(&self) -> bool {
        !self.text.trim_ascii().is_empty()
    }
}
