//! XML Objects.

use super::super::{Xml, XmlNode};
use super::cx::Cx;
use super::fields::{Fields, text};
use crate::load::Node;

/// Reads one XML Object.
pub(super) fn read_xml<'a>(cx: &mut Cx<'a, '_>, node: Node<'a>) -> Option<Xml<'a>> {
    let mut fields = Fields::open(cx, node, "`xml`")?;
    let mut xml = Xml {
        name: fields.text(cx, "name"),
        namespace: fields.text(cx, "namespace"),
        prefix: fields.text(cx, "prefix"),
        attribute: fields.flag(cx, "attribute").unwrap_or(false),
        wrapped: fields.flag(cx, "wrapped").unwrap_or(false),
        node: None,
    };
    if cx.version.has_xml_node_types() {
        read_node_type(cx, &mut fields, &mut xml);
    }
    fields.close(cx);
    Some(xml)
}

/// The kinds of nodes that a value can be (OAS 3.2 §4.26).
const NODE_TYPES: [&str; 5] = ["element", "attribute", "text", "cdata", "none"];

/// Reads `nodeType` (OAS 3.2 §4.26), which says `attribute` and `wrapped` in one word.
fn read_node_type<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>, xml: &mut Xml<'a>) {
    let Some(node) = fields.value(cx, "nodeType") else {
        return;
    };
    let Some(found) = text(cx, node, "nodeType") else {
        return;
    };
    let kind = node_type(found.text);
    xml.node = kind.map(|kind| (kind, node));
    match kind {
        Some(XmlNode::Attribute) => xml.attribute = true,
        // Around the items of an array, an element is what `wrapped` asks for.
        Some(XmlNode::Element) => xml.wrapped = true,
        Some(XmlNode::None) => xml.wrapped = false,
        Some(XmlNode::Text | XmlNode::Cdata) => {}
        None => {
            let message = format!("`{}` is no type of XML node", found.text);
            cx.unknown_value(message, found, &NODE_TYPES);
        }
    }
}

fn node_type(name: &str) -> Option<XmlNode> {
    match name {
        "element" => Some(XmlNode::Element),
        "attribute" => Some(XmlNode::Attribute),
        "text" => Some(XmlNode::Text),
        "cdata" => Some(XmlNode::Cdata),
        "none" => Some(XmlNode::None),
        _ => None,
    }
}
