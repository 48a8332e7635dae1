//! What did not come through whole, as warnings that stay readable: one for each reason.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use crate::api::{BINARY, Entry, NO_SCHEMA, Outcome, UNKNOWN_SCHEME, UNLIKE_PATH};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Lack, MEDIA_TYPE};
use crate::document::UNKNOWN_KEY;
use crate::source::Span;

/// So many places of each reason are shown; the others are counted.
const SHOWN: usize = 3;

/// Reasons of which a diagnostic of their own has told already.
const SAID: [&str; 3] = [UNLIKE_PATH, UNKNOWN_SCHEME, UNKNOWN_KEY];

/// Warns of everything that matters to users, grouped by outcome and reason. A place that several
/// operations use counts once.
pub(crate) fn account(account: &[Entry], diagnostics: &mut Diagnostics) {
    let mut groups: IndexMap<(Outcome, &str), BTreeSet<Span>> = IndexMap::new();
    for entry in account.iter().filter(|entry| is_news(entry, diagnostics)) {
        let places = groups.entry((entry.outcome, &entry.reason)).or_default();
        places.insert(entry.origin.span);
    }
    for ((outcome, reason), places) in groups {
        diagnostics.add(warning(outcome, reason, &places));
    }
}

/// Says that what did not come through whole is refused; returns whether there is any. The warnings
/// say where and why.
pub(crate) fn refuse(account: &[Entry], diagnostics: &mut Diagnostics) -> bool {
    let count = |outcome| {
        let matters = |entry: &&Entry| entry.matters && entry.outcome == outcome;
        account.iter().filter(matters).count()
    };
    let counts = [
        (count(Outcome::Degraded), "degraded"),
        (count(Outcome::Ignored), "ignored"),
        (count(Outcome::Skipped), "skipped"),
    ];
    let told = counts.iter().filter(|(count, _)| *count > 0);
    let told: Vec<_> = told
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
    if told.is_empty() {
        return false;
    }
    let message = format!(
        "the client would be less than its description: {}",
        told.join(", ")
    );
    let help = "the warnings say where and why; without `--strict` they are accepted";
    diagnostics.add(Diagnostic::new(Code::Refused, message).help(help));
    true
}

/// Returns whether users should hear of it, and have not.
fn is_news(entry: &Entry, diagnostics: &Diagnostics) -> bool {
    if !entry.matters || SAID.contains(&&*entry.reason) {
        return false;
    }
    let key = match &*entry.reason {
        NO_SCHEMA => "schema",
        BINARY => MEDIA_TYPE,
        _ => return true,
    };
    let owner = entry.origin.value;
    let key = key.into();
    !diagnostics.explains(&Lack { owner, key })
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
