//! Formats: those that change how a value is held, and all others, which are notes.
//!
//! OpenAPI leaves formats open. `date-time`, `date`, `time`, `duration`, `email`, `hostname`, `ipv4`,
//! `ipv6`, `uri`, `uuid`, `regex`, `decimal` and whatever else a description writes are kept as plain
//! values of their type and told in the documentation, like a bound.

use super::super::flat::Flat;
use super::Decision;
use crate::api::Format;
use crate::load::Node;

const PASSWORD: &str = "passwords are plain texts, which debug output shows";
const NO_TYPE: &str = "values of this format are plain values of their type";

/// Returns how integers are held.
pub(super) fn integer_format<'a>(flat: &Flat<'a>, decision: &mut Decision<'a>) -> Option<Format> {
    let format = match flat.format?.text()? {
        "int32" => Some(Format::Int32),
        "int64" => Some(Format::Int64),
        "uint32" => Some(Format::Uint32),
        "uint64" => Some(Format::Uint64),
        _ => None,
    };
    format.or_else(|| note(flat, decision))
}

/// Returns how numbers are held.
pub(super) fn number_format<'a>(flat: &Flat<'a>, decision: &mut Decision<'a>) -> Option<Format> {
    let format = match flat.format?.text()? {
        "float" => Some(Format::Float),
        "double" => Some(Format::Double),
        _ => None,
    };
    format.or_else(|| note(flat, decision))
}

/// Returns how texts are held.
pub(super) fn string_format<'a>(flat: &Flat<'a>, decision: &mut Decision<'a>) -> Option<Format> {
    let format = match flat.format.and_then(Node::text).unwrap_or_default() {
        "byte" => Some(Format::Byte),
        "binary" => Some(Format::Binary),
        "password" => {
            let format = flat.format.unwrap_or(flat.node);
            decision.weaker.push((PASSWORD, format));
            Some(Format::Password)
        }
        _ => content_format(flat),
    };
    format.or_else(|| note(flat, decision))
}

/// Returns what `contentEncoding` and `contentMediaType` say (OAS 3.1 §4.8.14.2).
fn content_format(flat: &Flat<'_>) -> Option<Format> {
    match (flat.encoding, flat.media_type) {
        (Some("base64"), _) => Some(Format::Byte),
        (None, Some("application/octet-stream")) => Some(Format::Binary),
        _ => None,
    }
}

fn note<'a>(flat: &Flat<'a>, decision: &mut Decision<'a>) -> Option<Format> {
    let format = flat.format?;
    decision.constraints.insert(0, ("format", format));
    decision.told.push((NO_TYPE, format));
    None
}
