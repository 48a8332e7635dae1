//! Names in XML (OAS 3.1 §4.8.26).

use super::cx::Cx;
use crate::api;
use crate::document::{Schema, SchemaId, SimpleType, Xml, XmlNode};
use crate::load::Node;

/// Returns what a schema says of itself, for a root element.
pub(super) fn declared(schema: &Schema<'_>) -> api::Xml {
    let xml = schema.xml.as_deref().copied().unwrap_or_default();
    let name = owned(xml.name);
    let wrapped = if xml.wrapped { name.clone() } else { None };
    api::Xml {
        name,
        wrapped,
        text: None,
        ..common(xml)
    }
}

/// Returns the names of a property, as far as they differ from the property's own.
///
/// Of what stands at the property and what stands in the schema referred to, the nearer one counts.
pub(super) fn of_property(cx: &mut Cx<'_, '_>, property: &str, schema: SchemaId) -> api::Xml {
    let mut xml = effective(cx, schema);
    xml.node = xml.node.filter(|_| says_what_can_be(cx, schema, xml));
    let found = match cx.array_items(schema) {
        _ if is_tuple(cx, schema) => of_tuple(cx, property, xml, schema),
        Some(items) => of_array(cx, property, xml, items),
        None => api::Xml {
            name: owned(xml.name),
            ..common(xml)
        },
    };
    let name = found.name.filter(|name| name != property);
    api::Xml { name, ..found }
}

/// Returns the names of a whole body: its root element and, of an array, the items in it.
pub(super) fn of_root(cx: &Cx<'_, '_>, schema: SchemaId) -> api::Xml {
    let xml = effective(cx, schema);
    let name = xml
        .name
        .map(str::to_owned)
        .or_else(|| component_name(cx, schema));
    let Some(items) = cx.array_items(schema) else {
        return api::Xml {
            name,
            ..common(xml)
        };
    };
    let item = effective(cx, items);
    let item_name = owned(item.name).or_else(|| component_name(cx, items));
    // A document has one root element, so at the root an array is always wrapped.
    api::Xml {
        name: item_name,
        ..wrapped(name, xml, item)
    }
}

/// Returns what the items of a tuple say of themselves, by position; nothing where none says a thing.
pub(super) fn of_items(cx: &mut Cx<'_, '_>, items: &[SchemaId]) -> Vec<api::Xml> {
    let mut found: Vec<api::Xml> = Vec::new();
    for item in items {
        let is_behind_text = found.last().is_some_and(|xml| xml.text.is_some());
        let xml = of_item(cx, *item, is_behind_text);
        found.push(xml);
    }
    if found.iter().all(|xml| *xml == api::Xml::default()) {
        found.clear();
    }
    found
}

fn of_item(cx: &mut Cx<'_, '_>, item: SchemaId, is_behind_text: bool) -> api::Xml {
    let mut xml = effective(cx, item);
    xml.node = xml.node.filter(|_| says_what_can_be(cx, item, xml));
    let text = xml.node.and_then(text);
    let own = cx.document[item].node.get("xml");
    let reason = match (text, xml.name) {
        _ if xml.attribute => "an item of a tuple is no attribute",
        (Some(_), _) if is_behind_text => "texts beside each other would be one text",
        (None, None) => "in XML, an item of a tuple without a name is named after the tuple",
        (Some(_), _) => {
            return api::Xml {
                text,
                ..api::Xml::default()
            };
        }
        (None, Some(name)) => return of_named_item(cx, name, xml, item),
    };
    if let Some(node) = own {
        cx.ignore(node, reason);
    }
    api::Xml::default()
}

/// Around a list that is an item, an element must stand.
fn of_named_item(cx: &mut Cx<'_, '_>, name: &str, mut xml: Xml<'_>, item: SchemaId) -> api::Xml {
    xml.wrapped = true;
    match cx.array_items(item) {
        _ if is_tuple(cx, item) => of_tuple(cx, name, xml, item),
        Some(items) => of_array(cx, name, xml, items),
        None => api::Xml {
            name: owned(Some(name)),
            ..common(xml)
        },
    }
}

/// Returns the names of a tuple: of each item that says nothing of itself, and around all of them.
fn of_tuple(cx: &mut Cx<'_, '_>, property: &str, xml: Xml<'_>, schema: SchemaId) -> api::Xml {
    let name = xml.name.unwrap_or(property);
    if xml.wrapped {
        return api::Xml {
            name: owned(Some(name)),
            ..wrapped(owned(Some(name)), xml, xml)
        };
    }
    let end = &cx.document[cx.end(schema).id];
    let mut items = end.rare().prefix.iter();
    if items.any(|item| cx.document[*item].xml.is_some()) {
        cx.ignore(
            cx.document[schema].node,
            "without an element around them, items of a tuple are elements named after the property",
        );
    }
    api::Xml {
        name: owned(xml.name),
        ..common(xml)
    }
}

fn is_tuple(cx: &Cx<'_, '_>, schema: SchemaId) -> bool {
    !cx.document[cx.end(schema).id].rare().prefix.is_empty()
}

/// Whether a property can be the node that its `nodeType` says; accounts for it where it cannot.
fn says_what_can_be(cx: &mut Cx<'_, '_>, schema: SchemaId, xml: Xml<'_>) -> bool {
    let is_array = cx.array_items(schema).is_some();
    let (reason, node) = match xml.node {
        Some((XmlNode::Text | XmlNode::Cdata, node)) if !is_scalar(cx, schema) => {
            ("only a scalar can be the text of an element", node)
        }
        Some((XmlNode::None, node)) if !is_array => (
            "what is in the value stands in an element all the same, named after the property",
            node,
        ),
        _ => return true,
    };
    cx.ignore(node, reason);
    false
}

fn is_scalar(cx: &Cx<'_, '_>, schema: SchemaId) -> bool {
    let end = &cx.document[cx.end(schema).id];
    let nested = [SimpleType::Array, SimpleType::Object];
    let is_nested = nested.into_iter().any(|ty| end.types.contains(ty));
    !is_nested && end.items.is_none() && end.properties.is_empty()
}

fn of_array(cx: &mut Cx<'_, '_>, property: &str, xml: Xml<'_>, items: SchemaId) -> api::Xml {
    let mut item = effective(cx, items);
    if let Some((XmlNode::Text | XmlNode::Cdata | XmlNode::Attribute, node)) = item.node.take() {
        cx.ignore(node, "items of an array are elements");
        item.attribute = false;
    }
    let outer = xml.name.unwrap_or(property);
    if xml.wrapped {
        // Without a name of its own, an item is called like the element around it.
        let name = item.name.unwrap_or(outer);
        return api::Xml {
            name: owned(Some(name)),
            ..wrapped(owned(Some(outer)), xml, item)
        };
    }
    // The name of an array counts only where an element is around the items.
    let says_nothing = item.namespace.is_none() && item.prefix.is_none();
    api::Xml {
        name: owned(item.name),
        ..common(if says_nothing { xml } else { item })
    }
}

/// Items and the element around them have namespaces of their own.
fn wrapped(outer: Option<String>, xml: Xml<'_>, item: Xml<'_>) -> api::Xml {
    api::Xml {
        wrapped: outer,
        wrapper_namespace: owned(xml.namespace),
        wrapper_prefix: owned(xml.prefix),
        ..common(item)
    }
}

/// Returns what the schemas on the way to a shape say, the nearest first.
fn effective<'a>(cx: &Cx<'_, 'a>, schema: SchemaId) -> Xml<'a> {
    let mut found = Xml::default();
    let said = cx
        .links
        .way(schema)
        .map(|id| cx.document[id].xml.as_deref());
    for xml in said.flatten() {
        found.name = found.name.or(xml.name);
        found.namespace = found.namespace.or(xml.namespace);
        found.prefix = found.prefix.or(xml.prefix);
        found.attribute |= xml.attribute;
        found.wrapped |= xml.wrapped;
        found.node = found.node.or(xml.node);
    }
    found
}

/// Returns the name of the component that a schema is or leads to.
fn component_name(cx: &Cx<'_, '_>, schema: SchemaId) -> Option<String> {
    cx.links
        .way(schema)
        .find_map(|id| match &cx.api[cx.types[id.index()]?].identity {
            api::Identity::Component(name) => Some(name.clone()),
            api::Identity::Inline { .. } => None,
        })
}

fn common(xml: Xml<'_>) -> api::Xml {
    api::Xml {
        name: None,
        namespace: owned(xml.namespace),
        prefix: owned(xml.prefix),
        attribute: xml.attribute,
        wrapped: None,
        wrapper_namespace: None,
        wrapper_prefix: None,
        text: xml.node.and_then(text),
    }
}

fn text((node, _): (XmlNode, Node<'_>)) -> Option<api::XmlText> {
    match node {
        XmlNode::Text => Some(api::XmlText::Escaped),
        XmlNode::Cdata => Some(api::XmlText::Cdata),
        XmlNode::Element | XmlNode::Attribute | XmlNode::None => None,
    }
}

fn owned(text: Option<&str>) -> Option<String> {
    text.map(str::to_owned)
}
