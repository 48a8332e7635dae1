//! The documentation of items: what people wrote, and what the description says besides.

use super::docs::{Docs, Piece};
use crate::api::{self, Kind, Type};

/// Constraints beyond these help no reader.
const MOST_CONSTRAINTS: usize = 24;

/// A sentence for what nobody described, as in (`The property`, `id`).
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fallback<'a> {
    pub(crate) what: &'a str,
    pub(crate) name: &'a str,
}

/// Returns what people wrote: the summary and the description, or else the title.
pub(crate) fn texts(docs: &api::Docs) -> Vec<&str> {
    let mut texts: Vec<&str> = Vec::new();
    texts.extend(docs.summary.as_deref());
    if docs.summary != docs.description {
        texts.extend(docs.description.as_deref());
    }
    if texts.is_empty() {
        texts.extend(docs.title.as_deref());
    }
    texts
}

/// Returns what people wrote, or the sentence, and that the item should not be used.
pub(crate) fn item(docs: &api::Docs, fallback: Fallback<'_>) -> Docs {
    let notes = described(docs, fallback);
    if docs.deprecated {
        deprecated(notes)
    } else {
        notes
    }
}

/// Returns what people wrote, or the sentence: for items that have an attribute where they should not
/// be used.
pub(crate) fn described(docs: &api::Docs, fallback: Fallback<'_>) -> Docs {
    let mut notes = Docs::new();
    for text in texts(docs) {
        notes = notes.markdown(text);
    }
    if notes.is_empty() {
        notes = notes.paragraph(&[
            Piece::Text(fallback.what),
            Piece::Text(" "),
            Piece::Code(fallback.name),
            Piece::Text("."),
        ]);
    }
    notes
}

/// Whether people wrote anything.
pub(crate) fn is_described(docs: &api::Docs) -> bool {
    docs.title.is_some() || docs.summary.is_some() || docs.description.is_some()
}

/// Adds that the item should not be used.
pub(crate) fn deprecated(notes: Docs) -> Docs {
    notes.paragraph(&[Piece::Text("Deprecated.")])
}

/// Adds what a value must satisfy.
pub(crate) fn constraints(notes: Docs, ty: &Type) -> Docs {
    match constraint_pieces(ty) {
        Some(pieces) => notes.paragraph(&pieces),
        None => notes,
    }
}

/// Returns what a value must satisfy, as in ``Constraints: `minLength` `1`.``
pub(crate) fn constraint_pieces(ty: &Type) -> Option<Vec<Piece<'_>>> {
    let format = ty.kind.narrowing_format();
    let format = format.map(|format| ("format", Piece::Quoted(format.as_str())));
    let keywords = ty.constraints.keywords.iter().filter_map(|constraint| {
        let value = constraint.value.json.as_deref()?;
        Some((constraint.keyword, Piece::Code(value)))
    });
    let constant = constant(&ty.kind).map(|value| ("const", Piece::Code(value)));
    let all = format.into_iter().chain(constant).chain(keywords);
    let mut pieces = Vec::new();
    for (index, (keyword, value)) in all.enumerate() {
        if index == MOST_CONSTRAINTS {
            pieces.push(Piece::Text(", …"));
            break;
        }
        let before = if index == 0 { "Constraints: " } else { ", " };
        pieces.extend([
            Piece::Text(before),
            Piece::Code(keyword),
            Piece::Text(" "),
            value,
        ]);
    }
    if pieces.is_empty() {
        return None;
    }
    pieces.push(Piece::Text("."));
    Some(pieces)
}

/// Returns the one value of booleans that have no other; other enumerations list their values.
fn constant(kind: &Kind) -> Option<&str> {
    match kind {
        Kind::Enum(values) if !values.has_names() => values.only().map(api::Scalar::text),
        _ => None,
    }
}

/// Adds the default.
pub(crate) fn default(notes: Docs, default: Option<&str>) -> Docs {
    match default_pieces(default) {
        Some(pieces) => notes.paragraph(&pieces),
        None => notes,
    }
}

/// Returns the default, as in ``Default: `10`.``
pub(crate) fn default_pieces(default: Option<&str>) -> Option<Vec<Piece<'_>>> {
    let json = default?;
    Some(vec![
        Piece::Text("Default: "),
        Piece::Code(json),
        Piece::Text("."),
    ])
}

/// Adds the value that constructors set.
pub(crate) fn preset(notes: Docs, value: &str) -> Docs {
    notes.paragraph(&[
        Piece::Text("Constructors set it to "),
        Piece::Code(value),
        Piece::Text(", the one value that the description knows."),
    ])
}
