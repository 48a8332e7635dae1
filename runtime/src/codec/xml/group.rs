//! What belongs together inside an element: the occurrences of each property.

use indexmap::IndexMap;

use super::document::{Document, Element, ElementId};
use crate::codec::shape::Node;
use crate::codec::table::{Presence, Property, Table};

/// One occurrence of a property.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    Element(ElementId),
    Attribute(u32),
    /// The text of an element that is itself read as an object.
    Text(ElementId),
    /// The same, where it stands in CDATA sections.
    Cdata(ElementId),
    /// The text from one place to another, as between two elements.
    Part(ElementId, u32, u32),
}

/// What a property is known by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Key<'a> {
    /// The index of the shape's field.
    Field(usize),
    Element(&'a str),
    Attribute(&'a str),
    Text,
}

pub(super) type Groups<'a> = IndexMap<Key<'a>, Vec<Item>>;

/// Collects attributes, elements and text of an element by the properties of a shape.
pub(super) fn group<'a>(document: &'a Document<'_>, id: ElementId, shape: &Table) -> Groups<'a> {
    let mut groups = Groups::new();
    let element = document.element(id);
    for index in element.attributes.0..element.attributes.1 {
        let name = document.attribute(index).name;
        let field = find(shape, name, |field| {
            (field.xml_form().node == Node::Attribute).then(|| field.xml_name())
        });
        let key = field
            .first()
            .map_or(Key::Attribute(name), |&index| Key::Field(index));
        groups.entry(key).or_default().push(Item::Attribute(index));
    }
    for child in document.children(id) {
        let key = element_key(document, child, shape);
        groups.entry(key).or_default().push(Item::Element(child));
    }
    if let Some((key, item)) = text(element, id, shape) {
        groups.insert(key, vec![item]);
    }
    groups
}

/// The text of an element, and the field that it is the value of.
fn text<'a>(element: &Element<'_>, id: ElementId, shape: &Table) -> Option<(Key<'a>, Item)> {
    let Some((index, field)) = text_field(shape) else {
        return element.has_text().then_some((Key::Text, Item::Text(id)));
    };
    let item = match field.xml_form().node {
        Node::Cdata => Item::Cdata(id),
        Node::Element | Node::Attribute | Node::Text => Item::Text(id),
    };
    let is_certain = element.has_text() || element.sections.is_some();
    // Between elements, white space is no text; where one has to be, nothing is an empty one.
    let is_possible = !element.text.is_empty() || field.presence == Presence::Required;
    (is_certain || element.is_leaf() && is_possible).then_some((Key::Field(index), item))
}

/// The field that is the text of the element, and its index.
pub(super) fn text_field(shape: &Table) -> Option<(usize, &Property)> {
    let mut fields = shape.fields.iter().enumerate();
    fields.find(|(_, field)| matches!(field.xml_form().node, Node::Text | Node::Cdata))
}

fn element_key<'a>(document: &'a Document<'_>, child: ElementId, shape: &Table) -> Key<'a> {
    let name = document.element(child).name;
    let fields = find(shape, name, element_name);
    let same_namespace =
        |&&index: &&usize| element_namespace(&shape.fields[index]) == document.namespace(child);
    // Namespaces decide between fields with one local name; otherwise any will do.
    match fields.iter().find(same_namespace).or(fields.first()) {
        Some(&index) => Key::Field(index),
        None => Key::Element(name),
    }
}

/// The name of the element that holds the field, which for wrapped arrays is the wrapper.
fn element_name(field: &Property) -> Option<&'static str> {
    (field.xml_form().node == Node::Element)
        .then(|| field.xml_form().wrapped.unwrap_or(field.xml_name()))
}

fn element_namespace(field: &Property) -> &'static str {
    let namespace = match field.xml_form().wrapped {
        Some(_) => field.xml_form().wrapper_namespace,
        None => field.xml_form().namespace,
    };
    namespace.unwrap_or("")
}

/// The fields with this name, or with this name in other capitals if the shape allows that.
fn find(
    shape: &Table,
    name: &str,
    name_of: impl Fn(&Property) -> Option<&'static str>,
) -> Vec<usize> {
    let all = |matches: &dyn Fn(&str) -> bool| -> Vec<usize> {
        let fields = shape.fields.iter().enumerate();
        fields
            .filter(|(_, field)| name_of(field).is_some_and(matches))
            .map(|(i, _)| i)
            .collect()
    };
    let exact = all(&|candidate| candidate == name);
    if exact.is_empty() && shape.ignore_case {
        return all(&|candidate| candidate.eq_ignore_ascii_case(name));
    }
    exact
}
