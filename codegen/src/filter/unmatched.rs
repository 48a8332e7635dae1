//! Entries of filters that fit no operation.

use super::choose::List;
use crate::api::{Api, Operation};
use crate::config::{Config, Selection};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::load::nearest;

/// Says which entries fit no operation at all, each at its place, with what may have been meant.
pub(super) fn report(api: &Api, config: &Config, diagnostics: &mut Diagnostics) {
    for (key, selection) in [("include", &config.include), ("exclude", &config.exclude)] {
        for list in List::ALL {
            report_list(api, config, (key, selection), list, diagnostics);
        }
    }
}

fn report_list(
    api: &Api,
    config: &Config,
    (key, selection): (&str, &Selection),
    list: List,
    diagnostics: &mut Diagnostics,
) {
    for (index, entry) in list.entries(selection).iter().enumerate() {
        if operations(api).any(|operation| list.fits(entry, operation)) {
            continue;
        }
        let what = match list {
            List::Tags => "no operation has the tag",
            List::Operations => "there is no operation",
            List::Paths => "no operation has a path like",
            List::Methods => "no operation has the method",
        };
        let diagnostic = Diagnostic::new(Code::UnmatchedFilter, format!("{what} `{entry}`"));
        let diagnostic = match nearest(entry, candidates(api, list)) {
            Some(meant) => diagnostic.help(format!("did you mean `{meant}`?")),
            None => diagnostic.help("remove it, or correct it to what the description says now"),
        };
        let place = config.places.place(&[key, list.key(), &index.to_string()]);
        diagnostics.add(match place {
            Some(place) => diagnostic.label(place, "matches nothing"),
            None => diagnostic,
        });
    }
}

/// Returns the operations of paths. Those that are skipped count, which is said of them elsewhere.
fn operations(api: &Api) -> impl Iterator<Item = &Operation> {
    api.operations.iter().chain(&api.skipped)
}

fn candidates(api: &Api, list: List) -> Box<dyn Iterator<Item = &str> + '_> {
    let operations = operations(api);
    match list {
        List::Tags => Box::new(operations.flat_map(|each| &each.tags).map(String::as_str)),
        List::Operations => Box::new(operations.map(|each| each.id.as_str())),
        List::Paths => Box::new(operations.map(|each| each.path.text.as_str())),
        List::Methods => Box::new(operations.map(|each| each.method.as_str())),
    }
}
