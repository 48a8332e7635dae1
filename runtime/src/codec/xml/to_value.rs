//! Unknown XML as a [`Value`].
//!
//! An element with text alone is a string; any other is an object of its attributes (`@name`), its
//! children (arrays where they repeat) and its text (`#text`). A namespace other than the parent's
//! is kept as `@xmlns`; prefixes are not. The writer turns all of it back into elements.

use super::document::{Document, ElementId};
use super::group::Item;
use crate::value::{Map, Value};

/// Returns the value of one item. Recurses as deeply as the parser allowed elements to nest.
pub(super) fn item_value(document: &Document<'_>, item: Item) -> Value {
    match item {
        Item::Element(id) => element_value(document, id),
        Item::Attribute(index) => Value::String(document.attribute(index).value.to_string()),
        Item::Text(id) => Value::String(document.element(id).text.to_string()),
        Item::Cdata(id) => Value::String(document.element(id).cdata().to_owned()),
        Item::Part(id, from, to) => Value::from(document.element(id).part(from, to)),
    }
}

fn element_value(document: &Document<'_>, id: ElementId) -> Value {
    let element = document.element(id);
    if element.nil {
        return Value::Null;
    }
    let namespace = own_namespace(document, id);
    if element.is_leaf() && !element.has_attributes() && namespace.is_none() {
        return Value::String(element.text.to_string());
    }
    let mut entries = Map::new();
    if let Some(namespace) = namespace {
        entries.insert("@xmlns".to_owned(), namespace.into());
    }
    for index in element.attributes.0..element.attributes.1 {
        let attribute = document.attribute(index);
        entries.insert(
            format!("@{}", attribute.name),
            Value::from(attribute.value.as_ref()),
        );
    }
    add_children(document, id, &mut entries);
    if element.has_text() || (element.is_leaf() && !element.text.is_empty()) {
        entries.insert("#text".to_owned(), Value::String(element.text.to_string()));
    }
    Value::Object(entries)
}

fn add_children(document: &Document<'_>, id: ElementId, entries: &mut Map<Value>) {
    let mut children: Map<Vec<Value>> = Map::new();
    for child in document.children(id) {
        let values = children
            .entry(document.element(child).name.to_owned())
            .or_default();
        values.push(element_value(document, child));
    }
    for (name, mut values) in children {
        let value = if values.len() == 1 {
            values.pop().unwrap_or_default()
        } else {
            values.into()
        };
        entries.insert(name, value);
    }
}

/// The element's namespace, where it has one that its parent has not.
fn own_namespace<'a>(document: &'a Document<'_>, id: ElementId) -> Option<&'a str> {
    let parent = document.element(id).parent?;
    let namespace = document.namespace(id);
    (!namespace.is_empty() && namespace != document.namespace(parent)).then_some(namespace)
}
