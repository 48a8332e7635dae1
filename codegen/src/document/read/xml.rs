//! XML Objects.

use super::super::Xml;
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
    match found.text {
        "attribute" => xml.attribute = true,
        // Around the items of an array, an element is what `wrapped` asks for.
        "element" => xml.wrapped = true,
        "none" => xml.wrapped = false,
        "text" | "cdata" => {
            cx.ignore(
                node,
                "XML text without an element of its own is not generated yet",
            );
        }
        other => {
            let message = format!("`{other}` is no type of XML node");
            cx.unknown_value(message, found, &NODE_TYPES);
        }
    }
}
