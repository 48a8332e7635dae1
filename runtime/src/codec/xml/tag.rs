//! Writes tags, attributes and text: names with their prefixes, declarations where they are due.

use indexmap::IndexSet;

use super::escape::{push_attribute, push_cdata, push_text};
use super::name::is_ncname;
use super::write::{Open, XmlWriter};
use super::write_name::Name;
use crate::codec::clip::clip;
use crate::codec::encode_error::EncodeReason;

/// An element that has begun.
#[derive(Debug)]
pub(super) struct Element {
    /// With its prefix.
    pub(super) name: String,
    /// Where the start tag's `>` is, once it is written.
    tag_end: Option<usize>,
    attributes: IndexSet<String>,
    scope: usize,
}

impl XmlWriter<'_> {
    /// Begins an element and leaves its start tag open for attributes.
    pub(super) fn start(&mut self, name: &Name) {
        self.end_tag();
        self.check_name(&name.local);
        let scope = self.scopes.mark();
        let (prefix, declares) = self.settle(name, "");
        let mut element = Element {
            name: qualified(prefix, &name.local),
            tag_end: None,
            attributes: IndexSet::new(),
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
    pub(super) fn attribute(&mut self, name: &Name, value: &str) {
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
        element.attributes.insert(name);
    }

    pub(super) fn text(&mut self, text: &str) {
        let written = push_text(self.out, text);
        self.check_characters(written);
    }

    pub(super) fn cdata(&mut self, text: &str) {
        let written = push_cdata(self.out, text);
        self.check_characters(written);
    }

    /// Ends the start tag of the innermost element, if it is open.
    pub(super) fn end_tag(&mut self) {
        let innermost = self.open.iter_mut().rev().find_map(|open| match open {
            Open::Element(element) => Some(element),
            Open::Array { .. } => None,
        });
        if let Some(element @ Element { tag_end: None, .. }) = innermost {
            element.tag_end = Some(self.out.len());
            self.out.push(b'>');
        }
    }

    pub(super) fn end_element(&mut self, element: &Element) {
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

    pub(super) fn unrepresentable(&mut self, what: &'static str) {
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
