//! The documentation of items: what people wrote, and what the description says besides.

use super::docs::{Docs, Piece};
use crate::api::{self, Constraints};

/// Constraints beyond these help no reader.
const MOST_CONSTRAINTS: usize = 24;

/// A sentence for what nobody described, as in (`The property`, `id`).
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fallback<'a> {
    pub(crate) what: &'a str,
    pub(crate) name: &'a str,
}

/// Returns what people wrote, or the sentence.
pub(crate) fn item(docs: &api::Docs, fallback: Fallback<'_>) -> Docs {
    let mut notes = Docs::new().optional(docs.summary.as_deref());
    if docs.summary != docs.description {
        notes = notes.optional(docs.description.as_deref());
    }
    if notes.is_empty() {
        notes = notes.optional(docs.title.as_deref());
    }
    if notes.is_empty() {
        notes = notes.paragraph(&[
            Piece::Text(fallback.what),
            Piece::Text(" "),
            Piece::Code(fallback.name),
            Piece::Text("."),
        ]);
    }
    if docs.deprecated {
        deprecated(notes)
    } else {
        notes
    }
}

/// Whether people wrote anything.
pub(crate) fn is_described(docs: &api::Docs) -> bool {
    docs.title.is_some() || docs.summary.is_some() || docs.description.is_some()
}

/// Adds that the item should not be used.
pub(crate) fn deprecated(notes: Docs) -> Docs {
    notes.paragraph(&[Piece::Text("Deprecated.")])
}

/// Adds what a value must satisfy, as in ``Constraints: `minLength` `1`.``
pub(crate) fn constraints(notes: Docs, constraints: &Constraints) -> Docs {
    let mut pieces = vec![Piece::Text("Constraints: ")];
    for (index, (keyword, value)) in constraints.keywords.iter().enumerate() {
        if index == MOST_CONSTRAINTS {
            pieces.push(Piece::Text(", …"));
            break;
        }
        if index > 0 {
            pieces.push(Piece::Text(", "));
        }
        pieces.extend([Piece::Code(keyword), Piece::Text(" "), Piece::Code(value)]);
    }
    if constraints.keywords.is_empty() {
        return notes;
    }
    pieces.push(Piece::Text("."));
    notes.paragraph(&pieces)
}

/// Adds the default, as in ``Default: `10`.``
pub(crate) fn default(notes: Docs, default: Option<&str>) -> Docs {
    match default {
        Some(json) => notes.paragraph(&[
            Piece::Text("Default: "),
            Piece::Code(json),
            Piece::Text("."),
        ]),
        None => notes,
    }
}
