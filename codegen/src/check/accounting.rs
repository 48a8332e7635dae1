//! What did not come through whole, as warnings that stay readable: one for each reason.

use indexmap::IndexMap;

use crate::api::{Entry, Outcome};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

/// So many places of each reason are shown; the account has them all.
const SHOWN: usize = 3;

/// Warns of everything that matters to users, grouped by outcome and reason.
pub(crate) fn account(account: &[Entry], diagnostics: &mut Diagnostics) {
    let mut groups: IndexMap<(Outcome, &str), Vec<&Entry>> = IndexMap::new();
    for entry in account.iter().filter(|entry| entry.matters) {
        groups
            .entry((entry.outcome, &entry.reason))
            .or_default()
            .push(entry);
    }
    for ((outcome, reason), entries) in groups {
        diagnostics.add(warning(outcome, reason, &entries));
    }
}

fn warning(outcome: Outcome, reason: &str, entries: &[&Entry]) -> Diagnostic {
    let (code, label) = match outcome {
        Outcome::Degraded => (Code::Degraded, "weaker than described"),
        Outcome::Ignored => (Code::Ignored, "left out"),
        Outcome::Skipped => (Code::Skipped, "the operation is left out"),
    };
    let mut diagnostic = Diagnostic::new(code, reason);
    for (index, entry) in entries.iter().take(SHOWN).enumerate() {
        // One file's places explain each other; the first one says what it is.
        diagnostic = match index {
            0 => diagnostic.label(entry.origin.span, label),
            _ => diagnostic.secondary(entry.origin.span, "and here"),
        };
    }
    match entries.len().saturating_sub(SHOWN) {
        0 => diagnostic,
        more => diagnostic.help(format!("{more} more places; the report lists all of them")),
    }
}
