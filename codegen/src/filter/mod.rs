//! Filters: an API to one with fewer operations, and with exactly what these need.
//!
//! Takes the model and what the configuration includes and excludes; leaves out operations, whether
//! they can be generated or not, with the links to them, and then callbacks, types, security schemes,
//! tags, extensions and accounts that nothing else needs. Webhooks stay. Without a filter nothing is
//! left out. The description was read and judged as a whole before: a mistake in an operation that
//! nobody wants is a mistake all the same.

mod account;
mod choose;
mod keep;
mod pattern;
#[cfg(test)]
mod tests;
mod unmatched;

use crate::api::Api;
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

/// Leaves out what the configuration does not want. Says which of its entries match nothing.
pub(crate) fn filter(api: &mut Api, config: &Config, diagnostics: &mut Diagnostics) {
    if config.include.is_empty() && config.exclude.is_empty() {
        return;
    }
    // Where errors were said, the model lacks what they are about, and so may what is named.
    if diagnostics.has_errors() {
        return;
    }
    unmatched::report(api, config, diagnostics);
    let chosen = keep::Chosen {
        generated: choose::choose(&api.operations, config),
        skipped: choose::choose(&api.skipped, config),
    };
    if diagnostics.has_errors() {
        return;
    }
    let mut all = chosen.generated.iter().chain(&chosen.skipped);
    if all.all(|chosen| !chosen) {
        let key = if config.include.is_empty() {
            "exclude"
        } else {
            "include"
        };
        let diagnostic = Diagnostic::new(Code::EmptySelection, "the filters leave no operation")
            .help(
                "an operation must fit one entry of each list in `include`, and none in `exclude`",
            );
        diagnostics.add(match config.places.key(key) {
            Some(place) => diagnostic.label(place, "no operation fits all of this"),
            None => diagnostic,
        });
        return;
    }
    keep::keep(api, &chosen);
}
