//! What did not come through whole, as warnings that stay readable: one for each reason.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use crate::api::{Entry, Outcome};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::Span;

/// So many places of each reason are shown; the others are counted.
const SHOWN: usize = 3;

/// Warns of everything that matters to users, grouped by outcome and reason. A place that several
/// operations use counts once.
pub(crate) fn account(account: &[Entry], diagnostics: &mut Diagnostics) {
    let mut groups: IndexMap<(Outcome, &str), BTreeSet<Span>> = IndexMap::new();
    for entry in account.iter().filter(|entry| entry.is_news()) {
        let places = groups.entry((entry.outcome, &entry.reason)).or_default();
        places.insert(entry.origin.span);
    }
    for ((outcome, reason), places) in groups {
        diagnostics.add(warning(outcome, reason, &places));
    }
}

fn warning(outcome: Outcome, reason: &str, places: &BTreeSet<Span>) -> Diagnostic {
    let (code, label) = match outcome {
        Outcome::Degraded => (Code::Degraded, "weaker than described"),
        Outcome::Ignored => (Code::Ignored, "left out"),
        Outcome::Skipped => (Code::Skipped, "the operation is left out"),
    };
    let mut diagnostic = Diagnostic::new(code, reason);
    for (index, place) in places.iter().take(SHOWN).enumerate() {
        // One file's places explain each other; the first one says what it is.
        diagnostic = match index {
            0 => diagnostic.label(*place, label),
            _ => diagnostic.secondary(*place, "and here"),
        };
    }
    diagnostic.more(places.len().saturating_sub(SHOWN))
}
