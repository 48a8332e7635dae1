//! What belongs together inside an element: the occurrences of each property.

use indexmap::IndexMap;

use super::document::{Document, ElementId};
use crate::codec::shape::{Field, Shape};

/// One occurrence of a property.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    Element(ElementId),
    Attribute(u32),
    /// The text of an element that is itself read as an object.
    Text(ElementId),
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
pub(super) fn group<'a>(document: &'a Document<'_>, id: ElementId, shape: &Shape) -> Groups<'a> {
    let mut groups = Groups::new();
    let element = document.element(id);
    for index in element.attributes.0..element.attributes.1 {
        let name = document.attribute(index).name;
        let field = find(shape, name, |field| {
            field.xml.attribute.then(|| field.xml_name())
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
    if element.has_text() {
        groups.insert(Key::Text, vec![Item::Text(id)]);
    }
    groups
}

fn element_key<'a>(document: &'a Document<'_>, child: ElementId, shape: &Shape) -> Key<'a> {
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
fn element_name(field: &Field) -> Option<&'static str> {
    (!field.xml.attribute).then(|| field.xml.wrapped.unwrap_or(field.xml_name()))
}

fn element_namespace(field: &Field) -> &'static str {
    let namespace = match field.xml.wrapped {
        Some(_) => field.xml.wrapper_namespace,
        None => field.xml.namespace,
    };
    namespace.unwrap_or("")
}

/// The fields with this name, or with this name in other capitals if the shape allows that.
fn find(shape: &Shape, name: &str, name_of: impl Fn(&Field) -> Option<&'static str>) -> Vec<usize> {
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
