//! What the chosen operations need, and nothing else.

use std::collections::BTreeSet;

use super::account;
use crate::api::{Api, CallbackId, LinkTarget, Operation, TypeId};

/// For each operation whether it is chosen.
pub(super) struct Chosen {
    pub(super) generated: Vec<bool>,
    /// Of those that cannot be generated yet.
    pub(super) skipped: Vec<bool>,
}

/// Leaves out the operations that are not chosen, and what only they need. Webhooks are nobody's,
/// so they stay, with what they need.
pub(super) fn keep(api: &mut Api, chosen: &Chosen) {
    let before = account::Places::of(api);
    keep_operations(api, chosen);
    api.retain_callbacks(&needed_callbacks(api));
    let roots = roots_of_generated(api);
    let generated = needed_types(api, roots);
    let roots = roots_of_left_out(api);
    let left_out = needed_types(api, roots);
    api.retain_types(&generated, &left_out);
    keep_schemes(api);
    keep_tags(api);
    let after = account::Places::of(api);
    api.account
        .retain(|entry| before.still_counts(&after, &entry.origin));
    api.extensions
        .retain(|item| before.still_counts(&after, &item.origin));
    api.assumptions
        .retain(|item| before.still_counts(&after, &item.origin));
}

fn keep_operations(api: &mut Api, chosen: &Chosen) {
    let mut left_out = BTreeSet::new();
    let lists = [
        (&mut api.operations, &chosen.generated),
        (&mut api.skipped, &chosen.skipped),
    ];
    for (operations, chosen) in lists {
        let mut chosen = chosen.iter();
        operations.retain(|operation| {
            let is_kept = chosen.next() == Some(&true);
            if !is_kept {
                left_out.insert(operation.id.clone());
            }
            is_kept
        });
    }
    api.filtered = left_out.len();
    let kept = api.operations.iter_mut().chain(&mut api.skipped);
    kept.for_each(|operation| cut_links(operation, &left_out));
    api.event_operations_mut()
        .for_each(|operation| cut_links(operation, &left_out));
}

/// Leaves out the links that lead to operations that are gone.
fn cut_links(operation: &mut Operation, gone: &BTreeSet<String>) {
    for response in &mut operation.responses {
        response.links.retain(|link| match &link.target {
            LinkTarget::Operation(id) => !gone.contains(id),
            LinkTarget::Elsewhere(_) => true,
        });
    }
}

/// Returns the callbacks of all operations but those of other callbacks, and the callbacks of their
/// operations.
fn needed_callbacks(api: &Api) -> BTreeSet<CallbackId> {
    let own = api.operations.iter().chain(&api.skipped);
    let webhooks = api.webhooks.iter().flat_map(|item| &item.operations);
    let mut open: Vec<CallbackId> = own.chain(webhooks).flat_map(callbacks).collect();
    let mut needed = BTreeSet::new();
    while let Some(id) = open.pop() {
        if needed.insert(id) {
            let operations = api[id].items.iter().flat_map(|item| &item.operations);
            open.extend(operations.flat_map(callbacks));
        }
    }
    needed
}

fn callbacks(operation: &Operation) -> impl Iterator<Item = CallbackId> {
    operation.callbacks.iter().map(|(_, id)| *id)
}

/// Returns the types of what comes out, those of webhooks and callbacks among them.
fn roots_of_generated(api: &mut Api) -> Vec<TypeId> {
    let mut roots = Vec::new();
    let mut add = |operation: &mut Operation| {
        roots.extend(operation.refs_mut().into_iter().map(|id| *id));
    };
    api.operations.iter_mut().for_each(&mut add);
    api.event_operations_mut().for_each(add);
    roots
}

/// Returns the types of what cannot be generated yet.
fn roots_of_left_out(api: &mut Api) -> Vec<TypeId> {
    let mut roots = Vec::new();
    for operation in &mut api.skipped {
        roots.extend(operation.refs_mut().into_iter().map(|id| *id));
    }
    roots
}

/// Returns types, those that these are made of, and those that they are named after.
fn needed_types(api: &mut Api, roots: Vec<TypeId>) -> BTreeSet<TypeId> {
    let mut open = roots;
    let mut needed = BTreeSet::new();
    while let Some(id) = open.pop() {
        if needed.insert(id) {
            let ty = &mut api[id];
            open.extend(ty.owner_mut().map(|owner| *owner));
            open.extend(ty.refs_mut().into_iter().map(|inner| *inner));
        }
    }
    needed
}

fn keep_schemes(api: &mut Api) {
    let requirements = api.all_operations().flat_map(|each| &each.security);
    let schemes = requirements.flat_map(|requirement| &requirement.schemes);
    let used: BTreeSet<String> = schemes.cloned().collect();
    api.security_schemes
        .retain(|scheme| used.contains(&scheme.name));
}

/// Keeps the tags of operations and those that these stand under.
fn keep_tags(api: &mut Api) {
    let mut open: Vec<String> = api
        .all_operations()
        .flat_map(|each| each.tags.iter().cloned())
        .collect();
    let mut used = BTreeSet::new();
    while let Some(name) = open.pop() {
        let tag = api.tags.iter().find(|tag| tag.name == name);
        let parent = tag.and_then(|tag| tag.parent.clone());
        if used.insert(name) {
            open.extend(parent);
        }
    }
    api.tags.retain(|tag| used.contains(&tag.name));
}
