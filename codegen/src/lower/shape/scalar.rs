//! Formats: those that change how a value is held, and all others, which are notes.
//!
//! OpenAPI leaves formats open. All are carried over. Texts are texts whatever their format; a format
//! that is nobody's, or that says nothing of its type, is told in the documentation, like a bound.

use super::super::flat::Flat;
use super::Decision;
use crate::api::{Format, Kind};
use crate::load::Node;

const NO_TYPE: &str = "values of this format are plain values of their type";

/// Returns the format of integers.
pub(super) fn integer_format<'a>(flat: &Flat<'a>, decision: &mut Decision<'a>) -> Option<Format> {
    let format = named(flat)?;
    if Kind::Integer(Some(format.clone()))
        .holding_format()
        .is_none()
    {
        tell(flat, decision);
    }
    Some(format)
}

/// Whether the format is one of integers.
pub(super) fn is_of_integers(flat: &Flat<'_>) -> bool {
    let format = named(flat);
    format.is_some_and(|format| Kind::Integer(Some(format)).holding_format().is_some())
}

/// Returns the format of numbers.
pub(super) fn number_format<'a>(flat: &Flat<'a>, decision: &mut Decision<'a>) -> Option<Format> {
    let format = named(flat)?;
    if Kind::Number(Some(format.clone()))
        .holding_format()
        .is_none()
    {
        tell(flat, decision);
    }
    Some(format)
}

/// Returns the format of texts.
pub(super) fn string_format<'a>(flat: &Flat<'a>, decision: &mut Decision<'a>) -> Option<Format> {
    match named(flat) {
        Some(format @ (Format::Byte | Format::Base64Url | Format::Binary | Format::Password)) => {
            Some(format)
        }
        named => content_format(flat).or_else(|| {
            if !named.as_ref().is_some_and(is_of_texts) {
                tell(flat, decision);
            }
            named
        }),
    }
}

/// Whether a format says how a text is written.
fn is_of_texts(format: &Format) -> bool {
    use Format::{
        Date, DateTime, Duration, Email, Hostname, Ipv4, Ipv6, Time, Uri, UriReference, Uuid,
    };
    matches!(
        format,
        Date | DateTime
            | Duration
            | Email
            | Hostname
            | Ipv4
            | Ipv6
            | Time
            | Uri
            | UriReference
            | Uuid
    )
}

/// Returns the format as it is written.
pub(super) fn named(flat: &Flat<'_>) -> Option<Format> {
    flat.format.and_then(Node::text).map(Format::parse)
}

/// Returns what `contentEncoding` and `contentMediaType` say (OAS 3.1 §4.8.14.2).
fn content_format(flat: &Flat<'_>) -> Option<Format> {
    match (flat.encoding, flat.media_type) {
        (Some("base64"), _) => Some(Format::Byte),
        (Some("base64url"), _) => Some(Format::Base64Url),
        (None, Some("application/octet-stream")) => Some(Format::Binary),
        _ => None,
    }
}

fn tell<'a>(flat: &Flat<'a>, decision: &mut Decision<'a>) {
    if let Some(format) = flat.format {
        decision.told.push((NO_TYPE, format));
    }
}
