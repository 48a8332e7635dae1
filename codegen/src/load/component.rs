//! References that are components as a whole. Whether one that cannot be followed is needed at all is
//! known only when all has been read, so loading leaves it to the readers to say.

use super::tree::Node;

/// The sections whose readers do so.
const SECTIONS: [&str; 7] = [
    "securitySchemes",
    "parameters",
    "headers",
    "requestBodies",
    "responses",
    "examples",
    "links",
];

/// Returns whether the string under a `$ref` is all there is of a component.
pub(super) fn is_component(reference: Node<'_>) -> bool {
    let section = reference.parent().and_then(Node::parent);
    let components = section.and_then(Node::parent);
    let is_root = components
        .and_then(Node::parent)
        .is_some_and(|root| root.parent().is_none());
    is_root
        && components.and_then(Node::key) == Some("components")
        && section
            .and_then(Node::key)
            .is_some_and(|key| SECTIONS.contains(&key))
}
