//! Operations, put together.

use std::collections::{BTreeMap, BTreeSet};

use super::cx::{Cx, Quiet};
use super::events::Events;
use super::operation_name::OperationNames;
use super::select::{Selected, select};
use super::{body, docs, events, info, names, parameter, response, security, servers};
use crate::api::{self, CallbackId, Docs};
use crate::document::origin;
use crate::load::Node;

/// All operations with their names, by where they stand.
pub(super) struct Selection<'c, 'a> {
    pub(super) paths: Vec<Selected<'c, 'a>>,
    pub(super) events: Events<'c, 'a>,
}

impl<'c, 'a> Selection<'c, 'a> {
    /// Returns all operations.
    pub(super) fn all(&self) -> impl Iterator<Item = &Selected<'c, 'a>> {
        self.paths.iter().chain(self.events.all())
    }
}

/// Gives all operations their names, in document order, and says which cannot be generated.
pub(super) fn select_operations<'c, 'a>(cx: &mut Cx<'c, 'a>) -> Selection<'c, 'a> {
    name_shared(cx);
    let mut names = OperationNames::new(cx);
    let paths = select(cx, &mut names);
    let events = events::select_all(cx, &mut names, &paths);
    let selection = Selection { paths, events };
    for selected in selection.all() {
        let place = selected.operation.node.identity();
        cx.targets.by_place.insert(place, selected.id.clone());
        cx.targets.ids.insert(selected.id.clone());
    }
    selection
}

/// Lowers all operations that can be generated, in document order.
pub(super) fn lower_operations(cx: &mut Cx<'_, '_>, selection: &Selection<'_, '_>) {
    cx.api.operations.reserve_exact(selection.paths.len());
    for selected in selection.paths.iter().filter(|it| !it.is_skipped) {
        let operation = lower_operation(cx, selected);
        cx.api.operations.push(operation);
    }
}

/// Lowers the operations that cannot be generated. All of it is accounted for already.
pub(super) fn lower_left_out(cx: &mut Cx<'_, '_>, selection: &Selection<'_, '_>) {
    cx.quiet = Quiet::All;
    for selected in selection.paths.iter().filter(|it| it.is_skipped) {
        let operation = lower_operation(cx, selected);
        cx.api.skipped.push(operation);
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

/// Lowers one operation.
pub(super) fn lower_operation(cx: &mut Cx<'_, '_>, selected: &Selected<'_, '_>) -> api::Operation {
    let Selected {
        item,
        operation,
        id,
        path,
        parameters,
        ..
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
            .map(|chosen| parameter::lower_parameter(cx, selected, *chosen))
            .collect(),
        body: operation
            .body
            .as_ref()
            .map(|body| body::lower_body(cx, id, body)),
        responses: response::lower_responses(cx, id, &operation.responses),
        security: security::lower_requirements(cx, requirements),
        servers: servers::lower_servers(cx, servers),
        callbacks: operation
            .callbacks
            .iter()
            .map(|(name, id)| (name.text.to_owned(), CallbackId::new(id.index())))
            .collect(),
        external_docs: info::lower_external_docs(operation.external_docs.as_ref()),
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
