//! Names in XML (OAS 3.1 §4.8.26).

use super::cx::Cx;
use crate::api;
use crate::document::{Schema, SchemaId, Xml, XmlNode};

/// Returns what a schema says of itself, for a root element.
pub(super) fn declared(schema: &Schema<'_>) -> api::Xml {
    let xml = schema.xml.as_deref().copied().unwrap_or_default();
    let name = owned(xml.name);
    let wrapped = if xml.wrapped { name.clone() } else { None };
    api::Xml {
        name,
        wrapped,
        ..common(xml)
    }
}

/// Returns the names of a property, as far as they differ from the property's own.
///
/// Of what stands at the property and what stands in the schema referred to, the nearer one counts.
pub(super) fn of_property(cx: &Cx<'_, '_>, property: &str, schema: SchemaId) -> api::Xml {
    let xml = effective(cx, schema);
    let found = match cx.array_items(schema) {
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

fn of_array(cx: &Cx<'_, '_>, property: &str, xml: Xml<'_>, items: SchemaId) -> api::Xml {
    let item = effective(cx, items);
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
        node: xml.node.map(node),
    }
}

fn node(node: XmlNode) -> api::XmlNode {
    match node {
        XmlNode::Element => api::XmlNode::Element,
        XmlNode::Attribute => api::XmlNode::Attribute,
        XmlNode::Text => api::XmlNode::Text,
        XmlNode::Cdata => api::XmlNode::Cdata,
        XmlNode::None => api::XmlNode::None,
    }
}

fn owned(text: Option<&str>) -> Option<String> {
    text.map(str::to_owned)
}
