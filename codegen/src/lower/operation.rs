//! Operations, put together.

use std::collections::{BTreeMap, BTreeSet};

use super::cx::Cx;
use super::select::{Selected, select};
use super::{body, docs, names, parameter, response, security, servers};
use crate::api::{self, Docs};
use crate::document::origin;
use crate::load::Node;

/// Lowers all operations that can be generated, in document order.
pub(super) fn lower_operations(cx: &mut Cx<'_, '_>) {
    name_shared(cx);
    for selected in select(cx) {
        let operation = lower_operation(cx, &selected);
        cx.api.operations.push(operation);
    }
}

/// Names what stands apart from its uses, whether under `components` or in a file of its own.
fn name_shared(cx: &mut Cx<'_, '_>) {
    // Parameters, bodies, responses and headers may share names: the steps tell them apart.
    let mut by_section: BTreeMap<Option<&str>, Vec<Node<'_>>> = BTreeMap::new();
    for node in &cx.document.shared {
        let section = node.parent().and_then(Node::key);
        by_section.entry(section).or_default().push(*node);
    }
    for nodes in by_section.into_values() {
        let unique = names::unique(cx.document, &nodes, &BTreeSet::new());
        let identities = nodes.iter().map(|node| node.identity());
        cx.shared_names.extend(identities.zip(unique));
    }
}

fn lower_operation(cx: &mut Cx<'_, '_>, selected: &Selected<'_, '_>) -> api::Operation {
    let Selected {
        item,
        operation,
        id,
        path,
        parameters,
    } = selected;
    let own = &operation.servers;
    let servers = if own.is_empty() { &item.servers } else { own };
    let requirements = operation.security.as_ref().unwrap_or(&cx.document.security);
    api::Operation {
        id: id.clone(),
        method: operation.method.clone(),
        path: path.clone(),
        docs: docs_of(selected),
        tags: operation.tags.iter().map(|tag| (*tag).to_owned()).collect(),
        parameters: parameters
            .iter()
            .filter_map(|chosen| parameter::lower_parameter(cx, selected, *chosen))
            .collect(),
        body: operation
            .body
            .as_ref()
            .map(|body| body::lower_body(cx, id, body)),
        responses: response::lower_responses(cx, id, &operation.responses),
        security: security::lower_requirements(cx, requirements),
        servers: servers::lower_servers(cx, servers),
        origin: origin(operation.node),
    }
}

/// Returns the operation's texts; what the path item says counts for all of its operations that say
/// nothing.
fn docs_of(selected: &Selected<'_, '_>) -> Docs {
    let own = docs::docs(&selected.operation.docs);
    let of_path = docs::docs(&selected.item.docs);
    Docs {
        summary: own.summary.or(of_path.summary),
        description: own.description.or(of_path.description),
        ..own
    }
}
