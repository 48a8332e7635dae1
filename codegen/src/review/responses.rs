//! Responses of an operation, by status.

use super::align::{Pair, align};
use super::cx::{Cx, Site};
use super::difference::Difference;
use super::uses::Uses;
use super::words::response_text;
use super::{Rule, content, docs, headers, output};
use crate::api::{Operation, Response, Status};

/// Reviews the responses of an operation that is in both APIs.
pub(super) fn review_responses(cx: &mut Cx<'_>, site: &Site, old: &Operation, new: &Operation) {
    let key = |response: &Response| [response.status];
    let mut successes_differ = false;
    for pair in align(&old.responses, &new.responses, key, key) {
        let (Pair::Both(response, _) | Pair::Added(response) | Pair::Removed(response)) = pair;
        let part = site.part(&response_text(response), Uses::RESPONSE);
        let differs = match pair {
            Pair::Both(old, new) => compare_responses(cx, &part, old, new),
            Pair::Added(new) => {
                cx.report(&part, added(new));
                true
            }
            Pair::Removed(old) => {
                cx.report(&part, removed(old));
                true
            }
        };
        successes_differ |=
            differs && (response.status.is_success() || response.status == Status::Default);
    }
    if successes_differ && let Some(difference) = output::compare_outputs(cx, old, new) {
        cx.report(site, difference.at(&old.origin, &new.origin));
    }
}

fn added(new: &Response) -> Difference<'_> {
    let rule = if new.status.is_success() {
        Rule::SuccessResponseAdded
    } else {
        Rule::ErrorResponseAdded
    };
    Difference::new(rule, "The response was added.").added_at(&new.origin)
}

fn removed(old: &Response) -> Difference<'_> {
    let rule = if old.status.is_success() {
        Rule::SuccessResponseRemoved
    } else {
        Rule::ErrorResponseRemoved
    };
    Difference::new(rule, "The response was removed.").removed_at(&old.origin)
}

/// Compares a response that is in both, and says whether a body came or went.
fn compare_responses(cx: &mut Cx<'_>, site: &Site, old: &Response, new: &Response) -> bool {
    let mut differences = docs::compare_docs(&old.docs, &new.docs);
    let body = match (old.content.is_empty(), new.content.is_empty()) {
        (true, false) => Some((Rule::ResponseBodyAdded, "The response got a body.")),
        (false, true) => Some((Rule::ResponseBodyRemoved, "The response lost its body.")),
        (true, true) | (false, false) => None,
    };
    differences.extend(body.map(|(rule, message)| Difference::new(rule, message)));
    for difference in differences {
        cx.report(site, difference.at(&old.origin, &new.origin));
    }
    headers::review_headers(cx, site, &old.headers, &new.headers);
    if body.is_none() {
        let sides = content::Sides {
            old: &old.content,
            new: &new.content,
            old_origin: &old.origin,
            new_origin: &new.origin,
        };
        let terms = if new.status.is_success() {
            content::SUCCESS
        } else {
            content::ERROR
        };
        content::review_content(cx, site, sides, terms);
    }
    body.is_some()
}
