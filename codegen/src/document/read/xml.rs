//! XML Objects.

use super::super::Xml;
use super::cx::Cx;
use super::fields::Fields;
use crate::diagnostic::Code;
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

/// Reads `nodeType` (OAS 3.2 §4.26), which says `attribute` and `wrapped` in one word.
fn read_node_type<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>, xml: &mut Xml<'a>) {
    let Some(node) = fields.value(cx, "nodeType") else {
        return;
    };
    match node.as_str() {
        Some("attribute") => xml.attribute = true,
        // Around the items of an array, an element is what `wrapped` asks for.
        Some("element") => xml.wrapped = true,
        Some("none") => xml.wrapped = false,
        Some("text" | "cdata") => {
            cx.ignore(
                node,
                "XML text without an element of its own is not generated yet",
            );
        }
        _ => {
            let message = "`nodeType` is not known";
            let known = "element, attribute, text, cdata or none is due";
            cx.say(Code::UnknownValue, message, node.span(), known);
        }
    }
}
