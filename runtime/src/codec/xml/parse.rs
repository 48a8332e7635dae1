//! Text to [`Document`]: quick-xml finds the tokens, this module checks and arranges them.
//!
//! Any document type declaration is refused. Comments and processing instructions are passed over.

use std::borrow::Cow;

use indexmap::{IndexMap, IndexSet};
use quick_xml::XmlVersion;
use quick_xml::errors::Error;
use quick_xml::events::attributes::Attributes;
use quick_xml::events::{BytesRef, Event};
use quick_xml::reader::Reader;

use super::XSI;
use super::document::{Attribute, Document, Element, ElementId};
use super::name::{is_character, is_qname};
use crate::codec::error::{DecodeError, DecodeReason};

/// Parses a document without a byte order mark.
pub(crate) fn parse(text: &str, max_depth: usize) -> Result<Document<'_>, DecodeError> {
    if u32::try_from(text.len()).is_err() {
        return Err(DecodeError::syntax("the document is larger than 4 GiB", 0));
    }
    let forbidden = |byte: u8| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r');
    if let Some(at) = text.bytes().position(forbidden) {
        return Err(DecodeError::syntax(
            "a character that XML does not allow",
            at,
        ));
    }
    Parser::new(text, max_depth).run()
}

struct Parser<'a> {
    text: &'a str,
    reader: Reader<&'a [u8]>,
    document: Document<'a>,
    /// The elements that have begun, with the number of prefixes bound before each.
    open: Vec<(ElementId, usize)>,
    max_depth: usize,
    /// What every prefix stands for, innermost last; the default namespace has the prefix "".
    prefixes: IndexMap<&'a str, Vec<Option<u32>>>,
    /// The prefixes bound by the open elements, in order.
    bound: Vec<&'a str>,
    /// The attribute names of the current element.
    seen: IndexSet<&'a str>,
}

impl<'a> Parser<'a> {
    fn new(text: &'a str, max_depth: usize) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().check_comments = true;
        Self {
            text,
            reader,
            document: Document::default(),
            open: Vec::new(),
            max_depth,
            prefixes: IndexMap::new(),
            bound: Vec::new(),
            seen: IndexSet::new(),
        }
    }

    fn run(mut self) -> Result<Document<'a>, DecodeError> {
        loop {
            let start = self.position();
            let event = self.reader.read_event();
            match event.map_err(|error| self.broken(&error, start))? {
                Event::Start(tag) => self.start(start, tag.name().as_ref().len())?,
                Event::Empty(tag) => {
                    self.start(start, tag.name().as_ref().len())?;
                    self.end();
                }
                Event::End(_) => self.end(),
                Event::Text(text) => self.push_text(text.xml10_content(), start)?,
                Event::CData(text) if self.open.is_empty() => {
                    drop(text);
                    return Err(outside(start));
                }
                Event::CData(text) => self.push_section(text.xml10_content(), start)?,
                Event::GeneralRef(reference) => {
                    let character = resolve(&reference, start)?;
                    self.push_text(Cow::Owned(character.to_string()), start)?;
                }
                Event::DocType(_) => {
                    return Err(DecodeError::syntax(
                        "document type declarations are refused",
                        start,
                    ));
                }
                Event::Decl(_) if start > 0 => {
                    return Err(DecodeError::syntax(
                        "an XML declaration inside the document",
                        start,
                    ));
                }
                Event::Decl(_) | Event::Comment(_) | Event::PI(_) => {}
                Event::Eof => return self.finish(),
            }
        }
    }

    fn finish(self) -> Result<Document<'a>, DecodeError> {
        if self.document.elements.is_empty() || !self.open.is_empty() {
            return Err(DecodeError::at(
                DecodeReason::UnexpectedEnd,
                self.text.len(),
            ));
        }
        Ok(self.document)
    }

    fn position(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(self.text.len())
    }

    /// Adds the element whose start tag lies between `start` and the reader's position.
    fn start(&mut self, start: usize, name_length: usize) -> Result<(), DecodeError> {
        if self.open.is_empty() && !self.document.elements.is_empty() {
            return Err(DecodeError::at(DecodeReason::TrailingData, start));
        }
        if self.open.len() >= self.max_depth {
            let limit = self.max_depth;
            return Err(DecodeError::at(
                DecodeReason::DepthExceeded { limit },
                start,
            ));
        }
        let end = self.position();
        let tag = self
            .text
            .get(start + 1..end.saturating_sub(1))
            .unwrap_or_default();
        let tag = tag.strip_suffix('/').unwrap_or(tag);
        let name = tag.get(..name_length).unwrap_or_default();
        if !is_qname(name) {
            return Err(DecodeError::syntax("not a name", start + 1));
        }
        let id = self.add(name, start);
        self.open.push((id, self.bound.len()));
        self.attributes(id, Attributes::new(tag, name_length), start)?;
        let prefix = name.split_once(':').map_or("", |(prefix, _)| prefix);
        self.document.element_mut(id).namespace = self.resolve_prefix(prefix);
        Ok(())
    }

    /// Appends an element to the arena and to its parent's children.
    fn add(&mut self, name: &'a str, start: usize) -> ElementId {
        // The text is shorter than 4 GiB, so these numbers fit.
        let number = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        let id = ElementId(number(self.document.elements.len()));
        let parent = self.open.last().map(|(parent, _)| *parent);
        let attributes = number(self.document.attributes.len());
        let before = parent.map_or(0, |parent| self.document.element(parent).text.len());
        self.document.elements.push(Element {
            name: local(name),
            namespace: None,
            parent,
            first_child: None,
            last_child: None,
            next_sibling: None,
            attributes: (attributes, attributes),
            text: Cow::Borrowed(""),
            before: number(before),
            sections: None,
            nil: false,
            offset: number(start),
        });
        if let Some(parent) = parent {
            let last = self.document.element_mut(parent).last_child.replace(id);
            match last {
                Some(last) => self.document.element_mut(last).next_sibling = Some(id),
                None => self.document.element_mut(parent).first_child = Some(id),
            }
        }
        id
    }

    fn attributes(
        &mut self,
        id: ElementId,
        mut attributes: Attributes<'a>,
        start: usize,
    ) -> Result<(), DecodeError> {
        self.seen.clear();
        let first = self.document.attributes.len();
        let mut prefixed = Vec::new();
        // quick-xml looks for duplicates in quadratic time; `seen` does in linear time.
        for attribute in attributes.with_checks(false) {
            let broken = |_| DecodeError::syntax("a broken attribute", start);
            let attribute = attribute.map_err(broken)?;
            let name = attribute.key.into_inner();
            if !is_qname(name) || attribute.value.contains('<') || !self.seen.insert(name) {
                return Err(DecodeError::syntax("a broken attribute", start));
            }
            let value = attribute.normalized_value(XmlVersion::Explicit1_0);
            let value = value.map_err(|_| DecodeError::syntax("a broken attribute", start))?;
            if value.chars().any(|character| !is_character(character)) {
                return Err(DecodeError::syntax("a broken attribute", start));
            }
            match name.split_once(':') {
                None if name == "xmlns" => self.bind("", value),
                Some(("xmlns", prefix)) => self.bind(prefix, value),
                Some((prefix, name)) => prefixed.push((
                    prefix,
                    Attribute {
                        name,
                        value,
                        element: id,
                    },
                )),
                None => self.document.attributes.push(Attribute {
                    name,
                    value,
                    element: id,
                }),
            }
        }
        self.prefixed_attributes(id, prefixed);
        let range = (first, self.document.attributes.len());
        let number = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        self.document.element_mut(id).attributes = (number(range.0), number(range.1));
        Ok(())
    }

    /// Adds attributes whose prefixes may have been bound behind them in the same tag.
    fn prefixed_attributes(&mut self, id: ElementId, attributes: Vec<(&'a str, Attribute<'a>)>) {
        for (prefix, attribute) in attributes {
            let uri = self.resolve_prefix(prefix);
            let uri = uri.and_then(|index| self.document.namespaces.get_index(index as usize));
            if uri.is_some_and(|uri| uri == XSI) {
                if attribute.name == "nil" {
                    let nil = matches!(attribute.value.trim(), "true" | "1");
                    self.document.element_mut(id).nil = nil;
                }
            } else {
                self.document.attributes.push(attribute);
            }
        }
    }

    fn bind(&mut self, prefix: &'a str, uri: Cow<'a, str>) {
        let namespace = if uri.is_empty() {
            None
        } else {
            u32::try_from(self.document.namespaces.insert_full(uri).0).ok()
        };
        self.prefixes.entry(prefix).or_default().push(namespace);
        self.bound.push(prefix);
    }

    /// What a prefix stands for; one that is not bound stands for no namespace.
    fn resolve_prefix(&self, prefix: &str) -> Option<u32> {
        self.prefixes.get(prefix)?.last().copied().flatten()
    }

    fn end(&mut self) {
        let Some((_, bound)) = self.open.pop() else {
            return;
        };
        for prefix in self.bound.drain(bound..) {
            self.prefixes.get_mut(prefix).map(Vec::pop);
        }
    }

    fn push_section(&mut self, text: Cow<'a, str>, start: usize) -> Result<(), DecodeError> {
        let length = |parser: &Self| {
            let innermost = parser.open.last();
            let text = innermost.map(|(id, _)| parser.document.element(*id).text.len());
            u32::try_from(text.unwrap_or_default()).unwrap_or(u32::MAX)
        };
        let from = length(self);
        self.push_text(text, start)?;
        let to = length(self);
        if let Some((id, _)) = self.open.last() {
            let sections = &mut self.document.element_mut(*id).sections;
            *sections = Some((sections.map_or(from, |(first, _)| first), to));
        }
        Ok(())
    }

    fn push_text(&mut self, text: Cow<'a, str>, start: usize) -> Result<(), DecodeError> {
        let Some((id, _)) = self.open.last() else {
            return if text.trim_ascii().is_empty() {
                Ok(())
            } else {
                Err(outside(start))
            };
        };
        let element = self.document.element_mut(*id);
        if element.text.is_empty() {
            element.text = text;
        } else {
            element.text.to_mut().push_str(&text);
        }
        Ok(())
    }

    fn broken(&self, error: &Error, start: usize) -> DecodeError {
        let problem = match error {
            Error::Syntax(_) => {
                return DecodeError::at(DecodeReason::UnexpectedEnd, self.text.len());
            }
            Error::IllFormed(_) => {
                "tags that do not fit together, or a broken comment or reference"
            }
            _ => "broken XML",
        };
        DecodeError::syntax(problem, start)
    }
}

fn outside(start: usize) -> DecodeError {
    DecodeError::syntax("text outside of the root element", start)
}

fn local(name: &str) -> &str {
    name.split_once(':').map_or(name, |(_, local)| local)
}

/// The character of `&name;`, `&#1;` or `&#x1;`.
fn resolve(reference: &BytesRef<'_>, start: usize) -> Result<char, DecodeError> {
    let numeric = reference.resolve_char_ref().ok().flatten();
    let character = match reference.xml10_content().as_ref() {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => numeric.filter(|&character| is_character(character)),
    };
    character.ok_or_else(|| DecodeError::syntax("an unknown or forbidden reference", start))
}
