//! Document to model: every construct of the description in the terms of the API model.
//!
//! Takes a document whose references are followed and the configuration's header roles; returns the
//! model with its account of what came out weaker or not at all. Merges, names what has no name, and
//! says what contradicts itself. Decides nothing about Rust.

mod assume;
mod body;
mod contradiction;
mod crowd;
mod cx;
mod direction;
mod docs;
mod encoding;
mod events;
mod example;
mod extension;
mod flat;
mod home;
mod info;
mod link;
mod links;
mod media;
mod names;
mod operation;
mod operation_name;
mod parameter;
mod path;
mod response;
mod roles;
mod rules;
mod security;
mod select;
mod servers;
mod shape;
mod tags;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
mod types;
mod unplaced;
mod untold;
mod xml;

use crate::api::{Api, Entry, Outcome};
use crate::config::Config;
use crate::diagnostic::Diagnostics;
use crate::document::{Document, Fate, origin};
use cx::Cx;

/// Returns the model of a document.
pub(crate) fn lower(
    document: &Document<'_>,
    config: &Config,
    diagnostics: &mut Diagnostics,
) -> Api {
    let (title, version) = (document.title.to_owned(), document.version.to_owned());
    let mut api = Api::new(title, version, docs::docs(&document.docs));
    document.specification.clone_into(&mut api.specification);
    let mut cx = Cx::new(document, diagnostics, api);
    cx.validates = config.validate;
    take_notes(&mut cx);
    assume::list_assumptions(&mut cx);
    direction::account_for_one_way(&mut cx);
    unplaced::account_for_unplaced(&mut cx);
    info::lower_info(&mut cx);
    cx.api.servers = servers::lower_root_servers(&mut cx);
    cx.api.security_schemes = security::lower_schemes(&mut cx);
    security::check_root(&mut cx);
    types::place_components(&mut cx);
    types::place_elsewhere(&mut cx);
    let selection = operation::select_operations(&mut cx);
    home::place_at_home(&mut cx, &selection);
    operation::lower_operations(&mut cx, &selection);
    events::lower_events(&mut cx, &selection.events);
    types::place_rest(&mut cx);
    types::fill(&mut cx);
    types::limit_depth(&mut cx);
    cx.api.seal_types();
    operation::lower_left_out(&mut cx, &selection);
    types::fill(&mut cx);
    untold::account_for_untold(&mut cx);
    rules::lower_rules(&mut cx);
    cx.api.tags = tags::lower_tags(&mut cx);
    extension::lower_extensions(&mut cx);
    roles::set_roles(&mut cx.api, &config.headers);
    let mut api = cx.api;
    arrange(&mut api.account);
    api
}

/// Takes over what reading has accounted for.
fn take_notes(cx: &mut Cx<'_, '_>) {
    let entries = cx.document.notes.iter().map(|note| {
        let (outcome, matters) = match note.fate {
            Fate::LeftOut => (Outcome::Ignored, true),
            Fate::Minor => (Outcome::Ignored, false),
            Fate::Weaker => (Outcome::Degraded, true),
            Fate::Told => (Outcome::Degraded, false),
        };
        Entry {
            outcome,
            reason: note.reason.clone(),
            matters,
            origin: origin(note.node),
        }
    });
    cx.api.account.extend(entries);
}

/// Puts the account in document order. What several places use is accounted for once.
fn arrange(account: &mut Vec<Entry>) {
    account.sort_by(|a, b| {
        let (x, y) = (&a.origin, &b.origin);
        (x.span, x.value, &a.reason, &x.pointer).cmp(&(y.span, y.value, &b.reason, &y.pointer))
    });
    // An overlay can put one text in several places.
    account.dedup_by(|a, b| (&a.origin, a.outcome, &a.reason) == (&b.origin, b.outcome, &b.reason));
}
