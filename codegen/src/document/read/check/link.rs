//! Links: keys that they do not have. A link that no response uses is read by nobody else.

use super::super::cx::Cx;
use super::super::fields::unknown_key;
use crate::load::Node;

/// The keys of a Link Object (OAS 3.1 §4.8.20.1).
const KEYS: [&str; 6] = [
    "operationRef",
    "operationId",
    "parameters",
    "requestBody",
    "description",
    "server",
];

/// Checks the keys of a link.
pub(super) fn check<'a>(cx: &mut Cx<'a, '_>, node: Node<'a>) {
    for entry in node.as_object().into_iter().flatten() {
        if KEYS.contains(&entry.key) || entry.key.starts_with("x-") {
            continue;
        }
        if let Some(diagnostic) = unknown_key(cx, node, "a link", &entry, &KEYS) {
            cx.diagnostics.add(diagnostic);
        }
    }
}
