//! Writes models as XML text, directly.
//!
//! Elements are named by the field that holds the value, the root by its shape. A null is an
//! element with `xsi:nil="true"`; an attribute that is null is left out. Arrays repeat their
//! element, so that an empty one leaves no trace unless it is wrapped; within another array, and
//! at the root, an element stands around the items. A field can be the text of its object's element;
//! in maps, `@name` is an attribute and `#text` that text.

use super::XSI;
use super::tag::Element;
use super::write_name::{Name, Scopes};
use crate::codec::encode_error::EncodeReason;
use crate::codec::shape::{Node, Shape};
use crate::codec::table::Property;

#[derive(Debug)]
pub(crate) struct XmlWriter<'w> {
    pub(super) out: &'w mut Vec<u8>,
    pub(super) open: Vec<Open>,
    /// What the next value is.
    next: Next,
    pub(super) scopes: Scopes,
    /// Attributes that came after their element's start tag had ended, and where they belong.
    pub(super) late: Vec<(usize, Vec<u8>)>,
    pub(super) problem: Option<EncodeReason>,
}

/// What a value is written as.
#[derive(Clone, Debug)]
pub(super) enum Next {
    Root,
    Field(&'static Property),
    /// An element with this name; for arrays, each item.
    Element(Name),
    Attribute(Name),
    Text,
    Cdata,
    /// An item of an array at the root: objects are named by their shape.
    Unnamed,
}

#[derive(Debug)]
pub(super) enum Open {
    Element(Element),
    Array {
        item: Next,
        /// Whether an element stands around the items.
        wrapped: bool,
    },
}

impl<'w> XmlWriter<'w> {
    pub(crate) fn new(out: &'w mut Vec<u8>) -> Self {
        out.extend_from_slice(br#"<?xml version="1.0" encoding="utf-8"?>"#);
        Self {
            out,
            open: Vec::new(),
            next: Next::Root,
            scopes: Scopes::default(),
            late: Vec::new(),
            problem: None,
        }
    }

    /// Names the root element like the element of a property.
    pub(crate) fn root(&mut self, root: &'static Property) {
        self.next = Next::Field(root);
    }

    /// Puts late attributes in their places and returns the first problem.
    pub(crate) fn finish(mut self) -> Option<EncodeReason> {
        if !self.late.is_empty() {
            self.late.sort_by_key(|(at, _)| *at);
            let mut text = Vec::with_capacity(self.out.len() + self.late.len() * 16);
            let mut from = 0;
            for (at, attribute) in &self.late {
                text.extend_from_slice(&self.out[from..*at]);
                text.extend_from_slice(attribute);
                from = *at;
            }
            text.extend_from_slice(&self.out[from..]);
            *self.out = text;
        }
        self.problem
    }

    /// Returns the first problem since this was last asked.
    pub(crate) fn take_problem(&mut self) -> Option<EncodeReason> {
        self.problem.take()
    }

    pub(crate) fn field(&mut self, field: &'static Property) {
        self.next = match field.xml_form().node {
            Node::Element => Next::Field(field),
            Node::Attribute => Next::Attribute(Name::of(field)),
            Node::Text => Next::Text,
            Node::Cdata => Next::Cdata,
        };
    }

    pub(crate) fn key(&mut self, key: &str) {
        self.next = match key.strip_prefix('@') {
            Some(name) => Next::Attribute(Name::plain(name.to_owned())),
            None if key == "#text" => Next::Text,
            None => Next::Element(Name::plain(key.to_owned())),
        };
    }

    pub(crate) fn element(&mut self) {
        if let Some(Open::Array { item, .. }) = self.open.last() {
            self.next = item.clone();
        }
    }

    pub(crate) fn begin_object(&mut self, shape: &'static Shape) {
        let name = match self.take_next() {
            Next::Root | Next::Unnamed => Name::with(
                shape.xml_form().name.unwrap_or(shape.name),
                shape.xml_form(),
            ),
            next => self.name_of(next, "object"),
        };
        self.start(&name);
    }

    pub(crate) fn begin_map(&mut self) {
        let next = self.take_next();
        let name = self.name_of(next, "object");
        self.start(&name);
    }

    /// Begins an array with items that say themselves what they are; at the root, the shape names the
    /// element around them.
    pub(crate) fn begin_tuple(&mut self, shape: &'static Shape) {
        if !matches!(self.next, Next::Root) {
            return self.begin_array();
        }
        self.take_next();
        let form = shape.xml_form();
        self.start(&Name::with(form.name.unwrap_or(shape.name), form));
        self.open.push(Open::Array {
            item: Next::Unnamed,
            wrapped: true,
        });
    }

    /// Begins an item of such an array. One without a name of its own, and all of them where no element
    /// stands around them, are named like the items of any array.
    pub(crate) fn position(&mut self, field: &'static Property) {
        let form = field.xml_form();
        match self.open.last() {
            Some(Open::Array { wrapped: true, .. })
                if form.name.is_some() || form.node != Node::Element =>
            {
                self.field(field);
            }
            _ => self.element(),
        }
    }

    pub(crate) fn begin_array(&mut self) {
        let inside_array = matches!(self.open.last(), Some(Open::Array { .. }));
        let (item, wrapper) = match self.take_next() {
            Next::Root => (Next::Unnamed, Some(Name::plain("array"))),
            Next::Unnamed => (Next::Unnamed, Some(Name::plain("item"))),
            Next::Field(field) => (Next::Element(Name::of(field)), Name::around(field)),
            Next::Element(name) => {
                let wrapper = inside_array.then(|| name.clone());
                (Next::Element(name), wrapper)
            }
            next @ (Next::Attribute(_) | Next::Text | Next::Cdata) => {
                self.unrepresentable("an array as an XML attribute or text");
                (next, None)
            }
        };
        if let Some(name) = &wrapper {
            self.start(name);
        }
        self.open.push(Open::Array {
            item,
            wrapped: wrapper.is_some(),
        });
    }

    /// Ends the innermost object or array.
    pub(crate) fn end(&mut self) {
        match self.open.pop() {
            Some(Open::Element(element)) => self.end_element(&element),
            Some(Open::Array { wrapped: true, .. }) => self.end(),
            Some(Open::Array { wrapped: false, .. }) | None => {}
        }
    }

    pub(crate) fn null(&mut self) {
        let next = self.take_next();
        if let Next::Attribute(_) | Next::Text | Next::Cdata = next {
            return;
        }
        // The null of a wrapped array is the wrapper's.
        let name = match next {
            Next::Field(field) => Name::around(field).unwrap_or_else(|| Name::of(field)),
            next => self.name_of(next, "value"),
        };
        self.start(&name);
        let nil = Name {
            local: "nil".into(),
            namespace: Some(XSI),
            prefix: Some("xsi"),
        };
        self.attribute(&nil, "true");
        self.end();
    }

    pub(crate) fn scalar(&mut self, text: &str) {
        match self.take_next() {
            Next::Attribute(name) => self.attribute(&name, text),
            Next::Text => {
                self.end_tag();
                self.text(text);
            }
            Next::Cdata => {
                self.end_tag();
                self.cdata(text);
            }
            next => {
                let name = self.name_of(next, "value");
                self.start(&name);
                if !text.is_empty() {
                    self.end_tag();
                    self.text(text);
                }
                self.end();
            }
        }
    }

    fn take_next(&mut self) -> Next {
        std::mem::replace(&mut self.next, Next::Unnamed)
    }

    /// The name of an element; values that stand in no property have a default one.
    fn name_of(&mut self, next: Next, default: &'static str) -> Name {
        match next {
            Next::Root => Name::plain(default),
            Next::Unnamed => Name::plain("item"),
            Next::Field(field) => Name::of(field),
            Next::Element(name) => name,
            Next::Attribute(name) => {
                self.unrepresentable("an object as an XML attribute");
                name
            }
            Next::Text | Next::Cdata => {
                self.unrepresentable("an object as XML text");
                Name::plain(default)
            }
        }
    }
}
