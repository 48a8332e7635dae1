//! Writes models as XML text, directly.
//!
//! Elements are named by the field that holds the value, the root by its shape. A null is an
//! element with `xsi:nil="true"`; an attribute that is null is left out. Arrays repeat their
//! element; within another array, and at the root, an element stands around the items. In maps,
//! `@name` is an attribute and `#text` the element's text.

use super::XSI;
use super::escape::{push_attribute, push_text};
use super::name::is_ncname;
use super::write_name::{Name, Scopes};
use crate::codec::error::{EncodeReason, clip};
use crate::codec::shape::{Field, Shape};
use crate::value::Value;

#[derive(Debug)]
pub(crate) struct XmlWriter<'w> {
    out: &'w mut Vec<u8>,
    open: Vec<Open>,
    /// What the next value is.
    next: Next,
    scopes: Scopes,
    /// Attributes that came after their element's start tag had ended, and where they belong.
    late: Vec<(usize, Vec<u8>)>,
    problem: Option<EncodeReason>,
}

/// What a value is written as.
#[derive(Clone, Debug)]
enum Next {
    Root,
    Field(&'static Field),
    /// An element with this name; for arrays, each item.
    Element(Name),
    Attribute(Name),
    Text,
    /// An item of an array at the root: objects are named by their shape.
    Unnamed,
}

#[derive(Debug)]
enum Open {
    Element(Element),
    Array {
        item: Next,
        /// Whether an element stands around the items.
        wrapped: bool,
    },
}

#[derive(Debug)]
struct Element {
    /// With its prefix.
    name: String,
    /// Where the start tag's `>` is, once it is written.
    tag_end: Option<usize>,
    attributes: Vec<String>,
    scope: usize,
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

    pub(crate) fn field(&mut self, field: &'static Field) {
        self.next = if field.xml.attribute {
            Next::Attribute(Name::of(field))
        } else {
            Next::Field(field)
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
            Next::Root | Next::Unnamed => {
                Name::with(shape.xml.name.unwrap_or(shape.name), shape.xml)
            }
            next => self.name_of(next, "object"),
        };
        self.start(&name);
    }

    pub(crate) fn begin_map(&mut self) {
        let next = self.take_next();
        let name = self.name_of(next, "object");
        self.start(&name);
    }

    pub(crate) fn begin_array(&mut self) {
        let inside_array = matches!(self.open.last(), Some(Open::Array { .. }));
        let (item, wrapper) = match self.take_next() {
            Next::Root => (Next::Unnamed, Some(Name::plain("array"))),
            Next::Unnamed => (Next::Unnamed, Some(Name::plain("item"))),
            Next::Field(field) => {
                let wrapper = field.xml.wrapped.map(|outer| Name::with(outer, field.xml));
                (Next::Element(Name::of(field)), wrapper)
            }
            Next::Element(name) => {
                let wrapper = inside_array.then(|| name.clone());
                (Next::Element(name), wrapper)
            }
            next @ (Next::Attribute(_) | Next::Text) => {
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
        if let Next::Attribute(_) | Next::Text = next {
            return;
        }
        // The null of a wrapped array is the wrapper's.
        let name = match next {
            Next::Field(field) if field.xml.wrapped.is_some() => {
                Name::with(field.xml.wrapped.unwrap_or(field.name), field.xml)
            }
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

    pub(crate) fn value(&mut self, value: &Value) {
        match value {
            Value::Null => self.null(),
            Value::Bool(value) => self.scalar(if *value { "true" } else { "false" }),
            Value::Number(number) => number.with_text(|text| self.scalar(text)),
            Value::String(text) => self.scalar(text),
            Value::Array(items) => {
                self.begin_array();
                for item in items {
                    self.element();
                    self.value(item);
                }
                self.end();
            }
            Value::Object(entries) => {
                self.begin_map();
                for (name, value) in entries {
                    self.key(name);
                    self.value(value);
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
            Next::Text => {
                self.unrepresentable("an object as XML text");
                Name::plain(default)
            }
        }
    }

    /// Begins an element and leaves its start tag open for attributes.
    fn start(&mut self, name: &Name) {
        self.end_tag();
        self.check_name(&name.local);
        let scope = self.scopes.mark();
        let (prefix, declares) = self.settle(name, "");
        let mut element = Element {
            name: qualified(prefix, &name.local),
            tag_end: None,
            attributes: Vec::new(),
            scope,
        };
        self.out.push(b'<');
        self.out.extend_from_slice(element.name.as_bytes());
        if let (true, Some(uri)) = (declares, name.namespace) {
            let mut declaration = Vec::new();
            self.declaration(&mut element, &mut declaration, prefix, uri);
            self.out.extend_from_slice(&declaration);
        }
        self.open.push(Open::Element(element));
    }

    /// The prefix to write a name with, and whether its namespace must be declared for that.
    fn settle(&self, name: &Name, default: &'static str) -> (&'static str, bool) {
        match (name.namespace, name.prefix) {
            (Some(uri), prefix) => {
                let prefix = prefix.unwrap_or(default);
                (prefix, self.scopes.resolve(prefix) != Some(uri))
            }
            // A prefix that nothing declares would break the document.
            (None, Some(prefix)) if self.scopes.resolve(prefix).is_some() => (prefix, false),
            (None, _) => (default, false),
        }
    }

    fn declaration(
        &mut self,
        element: &mut Element,
        out: &mut Vec<u8>,
        prefix: &'static str,
        uri: &'static str,
    ) {
        let attribute = if prefix.is_empty() {
            "xmlns".to_owned()
        } else {
            qualified("xmlns", prefix)
        };
        self.check_name(if prefix.is_empty() { "xmlns" } else { prefix });
        self.push_attribute(element, out, attribute, uri);
        self.scopes.declare(prefix, uri);
    }

    /// Writes an attribute of the innermost element.
    fn attribute(&mut self, name: &Name, value: &str) {
        let Some(Open::Element(mut element)) = self.open.pop() else {
            return self.unrepresentable("an XML attribute without an element");
        };
        self.check_name(&name.local);
        let mut text = Vec::new();
        // An attribute without a prefix is in no namespace, whatever the default one is.
        let (prefix, declares) = match name.prefix {
            Some(_) => self.settle(name, ""),
            None => ("", false),
        };
        if let (true, Some(uri)) = (declares, name.namespace) {
            self.declaration(&mut element, &mut text, prefix, uri);
        }
        if name.local == "xmlns" {
            self.scopes.declare("", value.to_owned());
        }
        let qualified = qualified(prefix, &name.local);
        self.push_attribute(&mut element, &mut text, qualified, value);
        match element.tag_end {
            None => self.out.extend_from_slice(&text),
            Some(at) => self.late.push((at, text)),
        }
        self.open.push(Open::Element(element));
    }

    fn push_attribute(
        &mut self,
        element: &mut Element,
        out: &mut Vec<u8>,
        name: String,
        value: &str,
    ) {
        if element.attributes.contains(&name) {
            return self.unrepresentable("two XML attributes with one name");
        }
        out.push(b' ');
        out.extend_from_slice(name.as_bytes());
        out.extend_from_slice(b"=\"");
        let written = push_attribute(out, value);
        self.check_characters(written);
        out.push(b'"');
        element.attributes.push(name);
    }

    fn text(&mut self, text: &str) {
        let written = push_text(self.out, text);
        self.check_characters(written);
    }

    /// Ends the start tag of the innermost element, if it is open.
    fn end_tag(&mut self) {
        let innermost = self.open.iter_mut().rev().find_map(|open| match open {
            Open::Element(element) => Some(element),
            Open::Array { .. } => None,
        });
        if let Some(element @ Element { tag_end: None, .. }) = innermost {
            element.tag_end = Some(self.out.len());
            self.out.push(b'>');
        }
    }

    fn end_element(&mut self, element: &Element) {
        self.scopes.leave(element.scope);
        if element.tag_end.is_none() {
            self.out.extend_from_slice(b"/>");
        } else {
            self.out.extend_from_slice(b"</");
            self.out.extend_from_slice(element.name.as_bytes());
            self.out.push(b'>');
        }
    }

    fn check_name(&mut self, name: &str) {
        if !is_ncname(name) {
            self.fail(EncodeReason::InvalidName { name: clip(name) });
        }
    }

    fn check_characters(&mut self, written: Result<(), char>) {
        if let Err(character) = written {
            self.fail(EncodeReason::InvalidCharacter { character });
        }
    }

    fn unrepresentable(&mut self, what: &'static str) {
        self.fail(EncodeReason::Unrepresentable { what });
    }

    fn fail(&mut self, reason: EncodeReason) {
        self.problem.get_or_insert(reason);
    }
}

fn qualified(prefix: &str, local: &str) -> String {
    if prefix.is_empty() {
        local.to_owned()
    } else {
        format!("{prefix}:{local}")
    }
}
