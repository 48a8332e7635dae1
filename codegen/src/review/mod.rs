//! What a change of the description does: to clients in use, and to users of the generated crate.
//!
//! Two APIs go in, a list of changes comes out, each with the rule that found it, a verdict for
//! deployed clients (of the old description, talking to a server of the new one), a verdict for
//! those who use the crate once it is regenerated, and the places in both descriptions. Judges the
//! model only: no text is compared, nothing is read or printed.
//!
//! Operations are compared one by one. Types are compared once each, whatever refers to them, and
//! judged by whether clients send or receive them. Where something refers to another type than
//! before, the two types are weighed against each other without regard to their names.

mod align;
mod assess;
mod body;
mod change;
mod collector;
mod constraints;
mod content;
mod cx;
mod difference;
mod discriminator;
mod docs;
mod enums;
mod headers;
mod matching;
mod nullable;
mod object;
mod operations;
mod output;
mod overview;
mod parameters;
mod property;
mod render;
mod resolve;
mod responses;
mod rule;
mod scalar;
mod security;
mod servers;
mod shape;
mod subject;
mod surface;
#[cfg(test)]
mod tests;
mod tuple;
mod types;
mod union;
mod usage;
mod uses;
mod verdict;
mod words;
mod xml;

#[cfg(test)]
use change::Change;
use change::Direction;
pub(crate) use change::Review;
pub(crate) use render::render;
pub(crate) use rule::Rule;
pub(crate) use verdict::{Semver, Verdict};

use crate::api::Api;
use crate::plan::Plan;

/// Compares two APIs and what is planned of them.
pub(crate) fn review((old, old_plan): (&Api, &Plan), (new, new_plan): (&Api, &Plan)) -> Review {
    let mut cx = cx::Cx::new(old, new);
    review_apis(&mut cx);
    surface::review_surface(&mut cx, old_plan, new_plan);
    cx.finish()
}

fn review_apis(cx: &mut cx::Cx<'_>) {
    overview::review_overview(cx);
    servers::review_servers(cx);
    security::review_schemes(cx);
    operations::review_operations(cx);
    types::review_types(cx);
}
