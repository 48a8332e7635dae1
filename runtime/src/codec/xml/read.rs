//! Reads models from a [`Document`], guided by their shapes.
//!
//! Names match by local name, whatever the root element is called. Repeated elements are an array
//! even where others stand between them; where a single value is wanted, the last one counts.

use std::borrow::Cow;

use super::document::{Document, ElementId};
use super::group::{Groups, Item, Key, group, text_field};
use super::position::positions;
use super::to_value::item_value;
use crate::codec::clip::{clip_path, push_index, push_key};
use crate::codec::error::{DecodeError, DecodeReason, Kind};
use crate::codec::shape::{Node, Shape};
use crate::codec::table::Property;
use crate::codec::text;
use crate::value::{Number, Value};

#[derive(Debug)]
pub(crate) struct XmlReader<'a> {
    document: &'a Document<'a>,
    current: Current,
    open: Vec<Open<'a>>,
    limit: usize,
}

/// The value ahead.
#[derive(Clone, Copy, Debug)]
enum Current {
    One(Item),
    /// All occurrences of the current property of the innermost object but those above `depth`.
    Group {
        depth: usize,
        index: usize,
    },
}

/// An object or array that has been entered; `next` is the number of its next entry.
#[derive(Debug)]
enum Open<'a> {
    Object {
        shape: &'static Shape,
        id: ElementId,
        groups: Groups<'a>,
        next: usize,
    },
    Array {
        items: Vec<Item>,
        next: usize,
    },
}

/// A place to come back to. The containers around it do not change while a value is read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    current: Current,
    depth: usize,
}

impl<'a> XmlReader<'a> {
    pub(crate) fn new(document: &'a Document<'a>, limit: usize) -> Self {
        let current = Current::One(Item::Element(Document::ROOT));
        Self {
            document,
            current,
            open: Vec::new(),
            limit,
        }
    }

    pub(crate) fn place(&self) -> Place {
        Place {
            current: self.current,
            depth: self.open.len(),
        }
    }

    pub(crate) fn return_to(&mut self, place: Place) {
        self.open.truncate(place.depth);
        self.current = place.current;
    }

    pub(crate) fn kind(&self) -> Kind {
        if self.items().len() > 1 {
            Kind::Array
        } else {
            self.item_kind()
        }
    }

    pub(crate) fn begin_object(&mut self, shape: &'static Shape) -> Result<(), DecodeError> {
        let Item::Element(id) = self.item() else {
            return Err(self.unexpected(Kind::Object));
        };
        let element = self.document.element(id);
        let only_text = element.is_leaf() && !element.has_attributes() && element.has_text();
        if element.nil || only_text && text_field(shape).is_none() {
            return Err(self.unexpected(Kind::Object));
        }
        let groups = group(self.document, id, shape);
        self.enter(Open::Object {
            shape,
            id,
            groups,
            next: 0,
        })
    }

    // Kept out of the JSON reader's way.
    #[inline(never)]
    pub(crate) fn next_field(&mut self) -> Option<usize> {
        let depth = self.open.len();
        let Some(Open::Object { groups, next, .. }) = self.open.last_mut() else {
            return None;
        };
        let Some((key, _)) = groups.get_index(*next) else {
            self.leave();
            return None;
        };
        self.current = Current::Group {
            depth,
            index: *next,
        };
        *next += 1;
        Some(match key {
            Key::Field(index) => *index,
            _ => usize::MAX,
        })
    }

    pub(crate) fn key(&self) -> Cow<'a, str> {
        match self.current_group() {
            Some((Key::Element(name), _)) => Cow::Borrowed(name),
            Some((Key::Attribute(name), _)) => Cow::Owned(format!("@{name}")),
            Some((Key::Text, _)) => Cow::Borrowed("#text"),
            Some((Key::Field(_), _)) | None => Cow::Borrowed(""),
        }
    }

    pub(crate) fn begin_array(&mut self) -> Result<(), DecodeError> {
        if !matches!(self.item(), Item::Element(_)) {
            return Err(self.unexpected(Kind::Array));
        }
        let items = if self.is_repeated() {
            self.items().to_vec()
        } else if self.items().iter().any(|item| self.holds_text(*item)) {
            return Err(self.unexpected(Kind::Array));
        } else {
            self.items_inside()
        };
        self.enter(Open::Array { items, next: 0 })
    }

    /// Enters an array whose items are, by position, what the fields of a shape say. Where no element is
    /// around them, they are like the items of any array.
    pub(crate) fn begin_tuple(&mut self, shape: &'static Shape) -> Result<(), DecodeError> {
        match self.item() {
            Item::Element(id) if !self.is_repeated() => {
                if text_field(shape).is_none() && self.holds_text(Item::Element(id)) {
                    return Err(self.unexpected(Kind::Array));
                }
                let items = positions(self.document, id, shape);
                self.enter(Open::Array { items, next: 0 })
            }
            _ => self.begin_array(),
        }
    }

    pub(crate) fn next_element(&mut self) -> bool {
        let Some(Open::Array { items, next }) = self.open.last_mut() else {
            return false;
        };
        let Some(&item) = items.get(*next) else {
            self.leave();
            return false;
        };
        *next += 1;
        self.current = Current::One(item);
        true
    }

    pub(crate) fn null(&self) -> bool {
        self.items().len() == 1 && self.item_kind() == Kind::Null
    }

    pub(crate) fn string(&self) -> Result<&'a str, DecodeError> {
        self.scalar(Kind::String)
    }

    pub(crate) fn bool(&self) -> Result<bool, DecodeError> {
        self.placed(text::parse_bool(self.scalar(Kind::Boolean)?))
    }

    pub(crate) fn integer<T: TryFrom<i128>>(&self, ty: &'static str) -> Result<T, DecodeError> {
        self.placed(text::parse_integer(self.scalar(Kind::Integer)?, ty))
    }

    pub(crate) fn f64(&self) -> Result<f64, DecodeError> {
        self.placed(text::parse_f64(self.scalar(Kind::Number)?))
    }

    pub(crate) fn f32(&self) -> Result<f32, DecodeError> {
        self.placed(text::parse_f32(self.scalar(Kind::Number)?))
    }

    pub(crate) fn number(&self) -> Result<Number, DecodeError> {
        self.placed(text::parse_number(self.scalar(Kind::Number)?))
    }

    pub(crate) fn value(&self) -> Value {
        let values = |items: &[Item]| {
            items
                .iter()
                .map(|&item| item_value(self.document, item))
                .collect()
        };
        match self.items() {
            [_] if self.is_wrapper() => Value::Array(values(&self.items_inside())),
            [item] => item_value(self.document, *item),
            items => Value::Array(values(items)),
        }
    }

    /// Whether an empty array or a null of this field leaves no trace in XML.
    pub(crate) fn omits(field: &Property) -> bool {
        field.xml_form().node != Node::Element || field.xml_form().wrapped.is_none()
    }

    pub(crate) fn error(&self, reason: DecodeReason) -> DecodeError {
        let id = match self.item() {
            Item::Element(id) | Item::Text(id) | Item::Cdata(id) | Item::Part(id, ..) => id,
            Item::Attribute(index) => self.document.attribute(index).element,
        };
        let offset = self.document.element(id).offset as usize;
        DecodeError::at(reason, offset).with_path(self.path())
    }

    #[cold]
    fn unexpected(&self, expected: Kind) -> DecodeError {
        self.error(DecodeReason::UnexpectedType {
            expected,
            found: self.item_kind(),
        })
    }

    fn placed<T>(&self, result: Result<T, DecodeReason>) -> Result<T, DecodeError> {
        result.map_err(|reason| self.error(reason))
    }

    /// The text of a value that is nothing but text.
    fn scalar(&self, expected: Kind) -> Result<&'a str, DecodeError> {
        match self.item() {
            Item::Attribute(index) => Ok(&self.document.attribute(index).value),
            Item::Text(id) => Ok(&self.document.element(id).text),
            Item::Cdata(id) => Ok(self.document.element(id).cdata()),
            Item::Part(id, from, to) => Ok(self.document.element(id).part(from, to)),
            Item::Element(id) => {
                let element = self.document.element(id);
                if element.nil || !element.is_leaf() {
                    return Err(self.unexpected(expected));
                }
                Ok(&element.text)
            }
        }
    }

    fn item_kind(&self) -> Kind {
        let Item::Element(id) = self.item() else {
            return Kind::String;
        };
        let element = self.document.element(id);
        match (element.nil, element.is_leaf() && !element.has_attributes()) {
            (true, _) => Kind::Null,
            (false, true) => Kind::String,
            (false, false) => Kind::Object,
        }
    }

    /// All occurrences of the value ahead.
    fn items(&self) -> &[Item] {
        match (&self.current, self.current_group()) {
            (Current::One(item), _) => std::slice::from_ref(item),
            (Current::Group { .. }, Some((_, items))) => items,
            (Current::Group { .. }, None) => &[],
        }
    }

    /// The last occurrence of the value ahead.
    fn item(&self) -> Item {
        self.items()
            .last()
            .copied()
            .unwrap_or(Item::Element(Document::ROOT))
    }

    fn current_group(&self) -> Option<(Key<'a>, &[Item])> {
        let Current::Group { depth, index } = self.current else {
            return None;
        };
        let Some(Open::Object { groups, .. }) = self.open.get(depth.wrapping_sub(1)) else {
            return None;
        };
        groups
            .get_index(index)
            .map(|(key, items)| (*key, items.as_slice()))
    }

    /// Whether the occurrences of the value ahead are the items of an array, rather than the
    /// elements around them.
    fn is_repeated(&self) -> bool {
        self.current_group().is_some() && !self.is_wrapper()
    }

    fn is_wrapper(&self) -> bool {
        let Current::Group { depth, index } = self.current else {
            return false;
        };
        let Some(Open::Object { shape, groups, .. }) = self.open.get(depth.wrapping_sub(1)) else {
            return false;
        };
        match groups.get_index(index) {
            Some((Key::Field(field), _)) => shape
                .fields
                .get(*field)
                .is_some_and(|field| field.xml_form().wrapped.is_some()),
            _ => false,
        }
    }

    fn holds_text(&self, item: Item) -> bool {
        matches!(item, Item::Element(id) if self.document.element(id).has_text())
    }

    /// The child elements of all occurrences of the value ahead.
    fn items_inside(&self) -> Vec<Item> {
        let mut inside = Vec::new();
        for item in self.items() {
            if let Item::Element(id) = item {
                inside.extend(self.document.children(*id).map(Item::Element));
            }
        }
        inside
    }

    fn enter(&mut self, open: Open<'a>) -> Result<(), DecodeError> {
        if self.open.len() >= self.limit {
            return Err(self.error(DecodeReason::DepthExceeded { limit: self.limit }));
        }
        self.open.push(open);
        Ok(())
    }

    /// Leaves the innermost container; an object is then the current value, for errors about it.
    fn leave(&mut self) {
        if let Some(Open::Object { id, .. }) = self.open.pop() {
            self.current = Current::One(Item::Element(id));
        }
    }

    fn path(&self) -> String {
        let mut path = String::new();
        for open in &self.open {
            match open {
                Open::Array { next, .. } => push_index(&mut path, next.saturating_sub(1)),
                Open::Object {
                    shape,
                    groups,
                    next,
                    ..
                } => match groups.get_index(next.wrapping_sub(1)).map(|(key, _)| *key) {
                    Some(Key::Field(index)) => push_key(&mut path, shape.fields[index].name),
                    Some(Key::Element(name)) => push_key(&mut path, name),
                    Some(Key::Attribute(name)) => push_key(&mut path, &format!("@{name}")),
                    Some(Key::Text) => push_key(&mut path, "#text"),
                    None => {}
                },
            }
        }
        clip_path(path)
    }
}
