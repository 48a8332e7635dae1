//! The items of an array that are, by position, elements or the text between them.
//!
//! In: an element, and a shape whose fields stand for the first items. Out: the items in their order, with
//! those behind them. White space between elements is a text only where the shape has one.

use super::document::{Document, ElementId};
use super::group::Item;
use crate::codec::shape::Node;
use crate::codec::table::{Presence, Table};

/// Returns the items inside an element. An element that is missing ends them; so does an empty text that
/// may be missing.
pub(super) fn positions(document: &Document<'_>, id: ElementId, shape: &Table) -> Vec<Item> {
    let mut children = document.children(id).peekable();
    let mut items = Vec::new();
    let mut from = 0;
    for field in &shape.fields {
        let next = children.peek().map(|&child| document.element(child).before);
        match (field.xml_form().node, next) {
            (Node::Text | Node::Cdata, Some(to)) => items.push(Item::Part(id, from, to)),
            (Node::Text | Node::Cdata, None) => {
                let to = document.element(id).end();
                if from < to || field.presence == Presence::Required {
                    items.push(Item::Part(id, from, to));
                }
            }
            (Node::Element | Node::Attribute, Some(before)) => {
                items.extend(children.next().map(Item::Element));
                from = before;
            }
            (Node::Element | Node::Attribute, None) => break,
        }
    }
    items.extend(children.map(Item::Element));
    items
}
