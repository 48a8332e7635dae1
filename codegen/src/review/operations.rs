//! Operations: which came and went, and what their parts became.

use std::collections::BTreeSet;

use super::align::Pair;
use super::cx::{Cx, Site};
use super::difference::Difference;
use super::matching::erased;
use super::types::review_waiting;
use super::words::{operation_text, shown};
use super::{Rule, body, docs, parameters, responses, security, servers};
use crate::api::{Api, Operation, Outcome};

/// Reviews all operations, each followed by the inline types that it owns.
pub(super) fn review_operations(cx: &mut Cx<'_>) {
    let (left_out_before, left_out) = (left_out(cx.apis.old), left_out(cx.apis.new));
    for pair in cx.matching.operations().to_vec() {
        match pair {
            Pair::Both(old, new) => review_operation(cx, old, new),
            Pair::Added(new) => review_added(cx, new, &left_out_before),
            Pair::Removed(old) => review_removed(cx, old, &left_out),
        }
        review_waiting(cx);
    }
}

fn review_added(cx: &mut Cx<'_>, new: &Operation, left_out_before: &BTreeSet<String>) {
    let difference = if left_out_before.contains(&new.origin.pointer.to_string()) {
        let message = "The operation, which had been left out, is generated now.";
        Difference::new(Rule::OperationNowGenerated, message)
    } else {
        Difference::new(Rule::OperationAdded, "The operation was added.")
    };
    cx.report(&Site::operation(new), difference.added_at(&new.origin));
}

fn review_removed(cx: &mut Cx<'_>, old: &Operation, left_out: &BTreeSet<String>) {
    let difference = if left_out.contains(&old.origin.pointer.to_string()) {
        let message = "The operation is still described, but can no longer be generated.";
        Difference::new(Rule::OperationNotGenerated, message)
    } else {
        Difference::new(Rule::OperationRemoved, "The operation was removed.")
    };
    cx.report(&Site::operation(old), difference.removed_at(&old.origin));
}

/// Returns the places of what could not be generated.
fn left_out(api: &Api) -> BTreeSet<String> {
    let entries = api.account.iter();
    let skipped = entries.filter(|entry| entry.outcome == Outcome::Skipped);
    skipped
        .map(|entry| entry.origin.pointer.to_string())
        .collect()
}

fn review_operation(cx: &mut Cx<'_>, old: &Operation, new: &Operation) {
    let site = Site::operation(new);
    let mut differences = Vec::new();
    differences.extend(moved(old, new));
    differences.extend(renamed(old, new));
    differences.extend(docs::compare_docs(&old.docs, &new.docs));
    differences.extend(retagged(old, new));
    differences.extend(servers::compare_own_servers(old, new));
    differences.extend(parameters::reordered(old, new));
    for difference in differences {
        cx.report(&site, difference.at(&old.origin, &new.origin));
    }
    security::review_requirements(cx, &site, old, new);
    parameters::review_parameters(cx, &site, old, new);
    body::review_body(cx, &site, old, new);
    responses::review_responses(cx, &site, old, new);
}

fn moved<'a>(old: &Operation, new: &Operation) -> Option<Difference<'a>> {
    let stays = old.method == new.method && erased(&old.path) == erased(&new.path);
    let message = format!("The operation moved here from {}.", operation_text(old));
    (!stays).then(|| Difference::new(Rule::OperationMoved, message))
}

fn renamed<'a>(old: &Operation, new: &Operation) -> Option<Difference<'a>> {
    let (from, to) = (shown(&old.id), shown(&new.id));
    let message = format!("The operation's id changed from `{from}` to `{to}`.");
    (old.id != new.id).then(|| Difference::new(Rule::OperationIdChanged, message))
}

fn retagged<'a>(old: &Operation, new: &Operation) -> Option<Difference<'a>> {
    let message = "The operation's tags changed.";
    (old.tags != new.tags).then(|| Difference::new(Rule::OperationTagsChanged, message))
}
