//! Formats: those that change how a value is held, and all others, which are notes.
//!
//! OpenAPI leaves formats open. All are carried over; those that clients do not hold in a type of
//! their own yet are told in the documentation, like a bound.

use super::super::flat::Flat;
use super::Decision;
use crate::api::Format;
use crate::load::Node;

const PASSWORD: &str = "passwords are plain texts, which debug output shows";
const NO_TYPE: &str = "values of this format are plain values of their type";

/// Returns the format of integers.
pub(super) fn integer_format<'a>(flat: &Flat<'a>, decision: &mut Decision<'a>) -> Option<Format> {
    let format = named(flat)?;
    match format {
        Format::Int32 | Format::Int64 | Format::Uint32 | Format::Uint64 => {}
        _ => tell(flat, decision),
    }
    Some(format)
}

/// Returns the format of numbers.
pub(super) fn number_format<'a>(flat: &Flat<'a>, decision: &mut Decision<'a>) -> Option<Format> {
    let format = named(flat)?;
    match format {
        Format::Float | Format::Double => {}
        _ => tell(flat, decision),
    }
    Some(format)
}

/// Returns the format of texts.
pub(super) fn string_format<'a>(flat: &Flat<'a>, decision: &mut Decision<'a>) -> Option<Format> {
    match named(flat) {
        Some(Format::Byte) => Some(Format::Byte),
        Some(Format::Binary) => Some(Format::Binary),
        Some(Format::Password) => {
            let at = flat.format.unwrap_or(flat.node);
            decision.weaker.push((PASSWORD, at));
            Some(Format::Password)
        }
        named => content_format(flat).or_else(|| {
            tell(flat, decision);
            named
        }),
    }
}

/// Returns the format as it is written.
pub(super) fn named(flat: &Flat<'_>) -> Option<Format> {
    flat.format.and_then(Node::text).map(Format::parse)
}

/// Returns what `contentEncoding` and `contentMediaType` say (OAS 3.1 §4.8.14.2).
fn content_format(flat: &Flat<'_>) -> Option<Format> {
    match (flat.encoding, flat.media_type) {
        (Some("base64"), _) => Some(Format::Byte),
        (None, Some("application/octet-stream")) => Some(Format::Binary),
        _ => None,
    }
}

fn tell<'a>(flat: &Flat<'a>, decision: &mut Decision<'a>) {
    if let Some(format) = flat.format {
        decision.told.push((NO_TYPE, format));
    }
}
