//! Request bodies.

use super::cx::{Cx, Site};
use super::difference::Difference;
use super::uses::Uses;
use super::{Rule, content, docs};
use crate::api::{Operation, RequestBody};

/// Reviews the body of an operation that is in both APIs.
pub(super) fn review_body(cx: &mut Cx<'_>, site: &Site, old: &Operation, new: &Operation) {
    let site = site.part("request body", Uses::REQUEST);
    match (&old.body, &new.body) {
        (None, None) => {}
        (Some(old), Some(new)) => compare_bodies(cx, &site, old, new),
        (None, Some(new)) => cx.report(&site, added(new)),
        (Some(old), None) => {
            let difference = Difference::new(Rule::BodyRemoved, "The request body was removed.");
            cx.report(&site, difference.removed_at(&old.origin));
        }
    }
}

fn added(new: &RequestBody) -> Difference<'_> {
    let (rule, message) = if new.required {
        (
            Rule::RequiredBodyAdded,
            "A required request body was added.",
        )
    } else {
        (
            Rule::OptionalBodyAdded,
            "An optional request body was added.",
        )
    };
    Difference::new(rule, message).added_at(&new.origin)
}

fn compare_bodies(cx: &mut Cx<'_>, site: &Site, old: &RequestBody, new: &RequestBody) {
    let mut differences = Vec::new();
    differences.extend(presence(old, new));
    differences.extend(docs::compare_docs(&old.docs, &new.docs));
    for difference in differences {
        cx.report(site, difference.at(&old.origin, &new.origin));
    }
    let sides = content::Sides {
        old: &old.content,
        new: &new.content,
        old_origin: &old.origin,
        new_origin: &new.origin,
    };
    content::review_content(cx, site, sides, content::REQUEST);
}

fn presence<'a>(old: &RequestBody, new: &RequestBody) -> Option<Difference<'a>> {
    let (rule, message) = match (old.required, new.required) {
        (false, true) => (
            Rule::BodyBecameRequired,
            "The request body became required.",
        ),
        (true, false) => (
            Rule::BodyBecameOptional,
            "The request body became optional.",
        ),
        (false, false) | (true, true) => return None,
    };
    Some(Difference::new(rule, message))
}
