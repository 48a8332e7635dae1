//! Bodies by media type, of requests and of responses.

use super::align::{Pair, align};
use super::cx::{Cx, Site};
use super::difference::Difference;
use super::usage::{Usage, compare_usage};
use super::uses::content_uses;
use super::words::shown;
use super::{Rule, Semver, Verdict, xml};
use crate::api::Content;
use crate::api::media_type::essence;
use crate::source::Origin;

/// The content of a body, before and after.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sides<'a> {
    pub(super) old: &'a [Content],
    pub(super) new: &'a [Content],
    pub(super) old_origin: &'a Origin,
    pub(super) new_origin: &'a Origin,
}

/// What holds for the content of one kind of body.
#[derive(Debug, Clone, Copy)]
pub(super) struct Terms {
    added: Rule,
    removed: Rule,
    default: Rule,
    /// What a change of the media types or the type means for the crate at most.
    rust: Semver,
}

pub(super) const REQUEST: Terms = Terms {
    added: Rule::RequestMediaTypeAdded,
    removed: Rule::RequestMediaTypeRemoved,
    default: Rule::DefaultRequestMediaTypeChanged,
    rust: Semver::Major,
};

pub(super) const SUCCESS: Terms = Terms {
    added: Rule::ResponseMediaTypeAdded,
    removed: Rule::ResponseMediaTypeRemoved,
    default: Rule::DefaultResponseMediaTypeChanged,
    rust: Semver::Major,
};

/// Bodies of errors are in no signature: callers say what type they read one as.
pub(super) const ERROR: Terms = Terms {
    rust: Semver::Patch,
    ..SUCCESS
};

/// Reviews what a body is in which media type. The site's use says whether it is sent or received.
pub(super) fn review_content(cx: &mut Cx<'_>, site: &Site, sides: Sides<'_>, terms: Terms) {
    for pair in pairs(sides) {
        match pair {
            Pair::Both(old, new) => compare_content(cx, site, old, new, terms),
            Pair::Added(new) => {
                let difference = Difference::new(terms.added, "The media type was added.");
                let rust = difference.rust.min(terms.rust);
                cx.report(
                    &part(site, new),
                    difference.rust(rust).added_at(&new.origin),
                );
            }
            Pair::Removed(old) => {
                let difference = Difference::new(terms.removed, "The media type was removed.");
                let rust = difference.rust.min(terms.rust);
                cx.report(
                    &part(site, old),
                    difference.rust(rust).removed_at(&old.origin),
                );
            }
        }
    }
    if let Some(difference) = other_default(sides, terms) {
        cx.report(site, difference.at(sides.old_origin, sides.new_origin));
    }
}

/// Pairs by the media type as written, then by its name alone.
fn pairs(sides: Sides<'_>) -> Vec<Pair<'_, Content>> {
    let keys = |content: &Content| {
        [
            content.media_type.clone(),
            essence(&content.media_type).into_owned(),
        ]
    };
    align(sides.old, sides.new, keys, keys)
}

fn part(site: &Site, content: &Content) -> Site {
    site.part(
        &shown(&content.media_type),
        content_uses(content, site.uses),
    )
}

fn compare_content(cx: &mut Cx<'_>, site: &Site, old: &Content, new: &Content, terms: Terms) {
    let site = part(site, new);
    if let Some(difference) = xml::compare_xml(&old.xml, &new.xml) {
        cx.report(&site, difference.at(&old.origin, &new.origin));
    }
    match (old.ty, new.ty) {
        (None, None) => {}
        (Some(old_type), Some(new_type)) => {
            let usage = Usage::new(old_type, new_type, &old.origin, &new.origin);
            compare_usage(
                cx,
                &site,
                Usage {
                    rust: terms.rust,
                    ..usage
                },
            );
        }
        (None, Some(_)) => {
            let difference = Difference::new(
                Rule::TypeChanged,
                "The body, which could be anything, got a type.",
            )
            .wire(Verdict::Breaking, Verdict::Compatible);
            cx.report(
                &site,
                difference.rust(terms.rust).at(&old.origin, &new.origin),
            );
        }
        (Some(_), None) => {
            let difference = Difference::new(
                Rule::TypeChanged,
                "The body lost its type and can be anything.",
            )
            .wire(Verdict::Compatible, Verdict::Breaking);
            cx.report(
                &site,
                difference.rust(terms.rust).at(&old.origin, &new.origin),
            );
        }
    }
}

/// Says whether another media type comes first: clients that do not choose use that one.
fn other_default<'a>(sides: Sides<'_>, terms: Terms) -> Option<Difference<'a>> {
    let (old, new) = (sides.old.first()?, sides.new.first()?);
    let (from, to) = (essence(&old.media_type), essence(&new.media_type));
    if from == to {
        return None;
    }
    let (from, to) = (shown(&from), shown(&to));
    let message =
        format!("The media type that clients use by default changed from `{from}` to `{to}`.");
    let rust = terms.default.rust().min(terms.rust);
    Some(Difference::new(terms.default, message).rust(rust))
}
