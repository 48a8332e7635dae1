//! What the API sends: webhooks, and callbacks with the operations in them.

use super::cx::{Cx, Quiet};
use super::docs;
use super::operation::lower_operation;
use super::operation_name::{OperationNames, derive, words};
use super::select::{Selected, select_events};
use crate::api::{self, Owner, PathPart, PathTemplate};
use crate::document::{Callback, Operation, PathItem, origin};

/// The operations of webhooks and callbacks, in document order.
pub(super) struct Events<'c, 'a> {
    webhooks: Vec<Item<'c, 'a>>,
    /// With the name of each callback; their positions are those of the document.
    callbacks: Vec<(String, Vec<Item<'c, 'a>>)>,
}

/// One webhook, or one expression of a callback.
type Item<'c, 'a> = (&'c PathItem<'a>, Vec<Selected<'c, 'a>>);

impl<'c, 'a> Events<'c, 'a> {
    /// Returns all operations.
    pub(super) fn all(&self) -> impl Iterator<Item = &Selected<'c, 'a>> {
        let callbacks = self.callbacks.iter().flat_map(|(_, items)| items);
        let items = self.webhooks.iter().chain(callbacks);
        items.flat_map(|(_, operations)| operations)
    }
}

/// Gives the operations of webhooks and callbacks their names.
pub(super) fn select_all<'c, 'a>(
    cx: &mut Cx<'c, 'a>,
    names: &mut OperationNames,
    paths: &[Selected<'c, 'a>],
) -> Events<'c, 'a> {
    let mut uses = vec![None; cx.document.callbacks.len()];
    note_uses(&mut uses, paths);
    let mut webhooks = Vec::new();
    for item in &cx.document.webhooks {
        let owner = Owner::Webhook(item.path.text.to_owned());
        let selected = select_events(cx, names, item, &owner, |operation| {
            derive_of_webhook(operation, item.path.text)
        });
        note_uses(&mut uses, &selected);
        webhooks.push((item, selected));
    }
    let mut callbacks = Vec::new();
    let document = cx.document;
    for (index, callback) in document.callbacks.iter().enumerate() {
        // Callbacks within callbacks stand behind these, so their first use is known by then.
        let name = name(cx, callback, uses[index].take());
        let items = select_callback(cx, names, callback, &name);
        for (_, selected) in &items {
            note_uses(&mut uses, selected);
        }
        callbacks.push((name, items));
    }
    Events {
        webhooks,
        callbacks,
    }
}

/// The operation that uses a callback first, with the name that it has there.
type FirstUse<'a> = Option<(String, &'a str)>;

fn note_uses<'a>(uses: &mut [FirstUse<'a>], operations: &[Selected<'_, 'a>]) {
    for selected in operations {
        for (name, id) in &selected.operation.callbacks {
            if let Some(first @ None) = uses.get_mut(id.index()) {
                *first = Some((selected.id.clone(), name.text));
            }
        }
    }
}

/// Returns the name of a callback: its own, or that of the operation around it with the key.
fn name(cx: &Cx<'_, '_>, callback: &Callback<'_>, first: FirstUse<'_>) -> String {
    match first {
        Some((operation, key)) if !callback.shared => format!("{operation} {key}"),
        _ => cx.shared_name(callback.node),
    }
}

fn select_callback<'c, 'a>(
    cx: &mut Cx<'c, 'a>,
    names: &mut OperationNames,
    callback: &'c Callback<'a>,
    name: &str,
) -> Vec<Item<'c, 'a>> {
    let owner = Owner::Callback(name.to_owned());
    let is_single = callback.paths.len() == 1;
    let mut items = Vec::new();
    for item in &callback.paths {
        // Only where there are several must the expression tell them apart.
        let expression = if is_single { "" } else { item.path.text };
        let derive = |operation: &Operation<'_>| {
            let mut parts = words(name);
            parts.extend(words(expression));
            parts.push(operation.method.to_lowercase());
            parts.join("_")
        };
        items.push((item, select_events(cx, names, item, &owner, derive)));
    }
    items
}

/// Makes a name, as in `post_newPet` of `newPet`.
fn derive_of_webhook(operation: &Operation<'_>, name: &str) -> String {
    let path = PathTemplate {
        text: name.to_owned(),
        parts: vec![PathPart::Literal(name.to_owned())],
    };
    derive(&operation.method, &path)
}

/// Lowers webhooks and callbacks. Their types come out like others; the operations do not, which is
/// accounted for.
pub(super) fn lower_events(cx: &mut Cx<'_, '_>, events: &Events<'_, '_>) {
    cx.quiet = Quiet::Operations;
    for item in &events.webhooks {
        let webhook = lower_item(cx, item);
        cx.api.webhooks.push(webhook);
    }
    for ((name, items), callback) in events.callbacks.iter().zip(&cx.document.callbacks) {
        let items = items.iter().map(|item| lower_item(cx, item)).collect();
        cx.api.callbacks.push(api::Callback {
            name: name.clone(),
            items,
            origin: origin(callback.node),
        });
    }
    cx.quiet = Quiet::No;
}

fn lower_item(cx: &mut Cx<'_, '_>, (item, operations): &Item<'_, '_>) -> api::PathItem {
    let operations = operations.iter();
    api::PathItem {
        name: item.path.text.to_owned(),
        docs: docs::docs(&item.docs),
        operations: operations
            .map(|selected| lower_operation(cx, selected))
            .collect(),
        origin: origin(item.place),
    }
}
