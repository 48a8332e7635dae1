//! Headers of responses. The crate has a constant for each, with its type.

use super::align::{Pair, align};
use super::cx::{Cx, Site};
use super::difference::Difference;
use super::usage::{Usage, compare_usage};
use super::words::shown;
use super::{Rule, Semver, docs};
use crate::api::Header;

/// Reviews the headers of a response that is in both APIs.
pub(super) fn review_headers(cx: &mut Cx<'_>, site: &Site, old: &[Header], new: &[Header]) {
    let key = |header: &Header| [header.name.to_ascii_lowercase()];
    for pair in align(old, new, key, key) {
        match pair {
            Pair::Both(old, new) => review_header(cx, &part(site, new), old, new),
            Pair::Added(new) => {
                let difference =
                    Difference::new(Rule::ResponseHeaderAdded, "The header was added.");
                cx.report(&part(site, new), difference.added_at(&new.origin));
            }
            Pair::Removed(old) => {
                let rule = if old.required {
                    Rule::RequiredResponseHeaderRemoved
                } else {
                    Rule::OptionalResponseHeaderRemoved
                };
                let mut difference = Difference::new(rule, "The header was removed.");
                if cx.keeps_constant(old) {
                    difference.rust = Semver::Patch;
                }
                cx.report(&part(site, old), difference.removed_at(&old.origin));
            }
        }
    }
}

fn part(site: &Site, header: &Header) -> Site {
    site.part(&format!("header {}", shown(&header.name)), site.uses)
}

fn review_header(cx: &mut Cx<'_>, site: &Site, old: &Header, new: &Header) {
    let mut differences = docs::compare_docs(&old.docs, &new.docs);
    let presence = match (old.required, new.required) {
        (false, true) => Some((
            Rule::ResponseHeaderBecameRequired,
            "The header became required.",
        )),
        (true, false) => Some((
            Rule::ResponseHeaderBecameOptional,
            "The header became optional.",
        )),
        (false, false) | (true, true) => None,
    };
    differences.extend(presence.map(|(rule, message)| Difference::new(rule, message)));
    let name = |header: &Header| header.shared.as_ref().map(|shared| shared.name.clone());
    if name(old) != name(new) {
        let mut difference = Difference::new(
            Rule::ResponseHeaderMoved,
            "The constant of the header moved.",
        );
        if cx.keeps_constant(old) {
            difference.rust = Semver::Minor;
        }
        differences.push(difference);
    }
    for difference in differences {
        cx.report(site, difference.at(&old.origin, &new.origin));
    }
    if let (Some(old_type), Some(new_type)) = (old.ty, new.ty) {
        let usage = Usage::new(old_type, new_type, &old.origin, &new.origin);
        compare_usage(cx, site, usage);
    }
}
