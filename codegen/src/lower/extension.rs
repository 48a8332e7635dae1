//! Extensions: kept as they are, for whoever knows what they mean.

use super::cx::Cx;
use crate::api::Extension;
use crate::document::origin;

/// Lowers all extensions, in document order, each once.
pub(super) fn lower_extensions(cx: &mut Cx<'_, '_>) {
    let mut nodes = cx.document.extensions.clone();
    nodes.sort_by_key(|node| node.order());
    nodes.dedup();
    let mut extensions = Vec::with_capacity(nodes.len());
    for node in nodes {
        extensions.push(Extension {
            name: node.key().unwrap_or_default().to_owned(),
            value: cx.kept_text(node),
            origin: origin(node),
        });
    }
    cx.api.extensions = extensions;
}
