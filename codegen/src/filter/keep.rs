//! What the chosen operations need, and nothing else.

use std::collections::BTreeSet;

use super::account;
use crate::api::{Api, TypeId};

/// Leaves out the operations that are not chosen, and what only they need.
pub(super) fn keep(api: &mut Api, chosen: &[bool]) {
    let before = account::Places::of(api);
    api.filtered = chosen.iter().filter(|chosen| !**chosen).count();
    let mut chosen = chosen.iter();
    api.operations.retain(|_| chosen.next() == Some(&true));
    let types = needed_types(api);
    api.retain_types(&types);
    keep_schemes(api);
    keep_tags(api);
    let after = account::Places::of(api);
    api.account
        .retain(|entry| before.still_counts(&after, entry));
}

/// Returns the types that operations use, those that these are made of, and those that they are
/// named after.
fn needed_types(api: &mut Api) -> BTreeSet<TypeId> {
    let mut open: Vec<TypeId> = Vec::new();
    for operation in &mut api.operations {
        open.extend(operation.refs_mut().into_iter().map(|inner| inner.id));
    }
    let mut needed = BTreeSet::new();
    while let Some(id) = open.pop() {
        if needed.insert(id) {
            let ty = &mut api[id];
            open.extend(ty.owner_mut().map(|owner| *owner));
            open.extend(ty.refs_mut().into_iter().map(|inner| inner.id));
        }
    }
    needed
}

fn keep_schemes(api: &mut Api) {
    let requirements = api.operations.iter().flat_map(|each| &each.security);
    let used: BTreeSet<&str> = requirements
        .flat_map(|requirement| &requirement.schemes)
        .map(String::as_str)
        .collect();
    api.security_schemes
        .retain(|scheme| used.contains(scheme.name.as_str()));
}

fn keep_tags(api: &mut Api) {
    let tags = api.operations.iter().flat_map(|each| &each.tags);
    let used: BTreeSet<&str> = tags.map(String::as_str).collect();
    api.tags.retain(|tag| used.contains(tag.name.as_str()));
}
