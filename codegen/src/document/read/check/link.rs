//! Links: what they lead to.

use super::super::super::head;
use super::super::cx::Cx;
use crate::diagnostic::{Code, Diagnostic};
use crate::load::Node;

/// Says where a link names no operation (OAS 3.1 §4.8.20).
pub(super) fn check_link(cx: &mut Cx<'_, '_>, node: Node<'_>) {
    if ["operationId", "operationRef"]
        .iter()
        .any(|key| node.get(key).is_some())
    {
        return;
    }
    let diagnostic = Diagnostic::new(
        Code::MissingKey,
        "a link needs `operationId` or `operationRef`",
    )
    .label(head(node), "missing in here")
    .help("name the operation that it leads to with `operationId`");
    cx.diagnostics.add(diagnostic);
}
