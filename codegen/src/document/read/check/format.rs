//! The `format` keyword: names that are those of formats but for capitals and signs.

use super::super::cx::Cx;
use crate::diagnostic::{Code, Diagnostic};
use crate::load::Entry;

/// The formats of JSON Schema (2020-12 validation §7.3) and of OpenAPI (its format registry) with which
/// others are likely to be confused. Any other name may be somebody's own.
const KNOWN: [&str; 31] = [
    "base64url",
    "binary",
    "byte",
    "date",
    "date-time",
    "decimal",
    "double",
    "duration",
    "email",
    "float",
    "hostname",
    "idn-email",
    "idn-hostname",
    "int16",
    "int32",
    "int64",
    "int8",
    "ipv4",
    "ipv6",
    "iri-reference",
    "json-pointer",
    "password",
    "regex",
    "relative-json-pointer",
    "time",
    "uint32",
    "uint64",
    "uri",
    "uri-reference",
    "uri-template",
    "uuid",
];

/// Says that a format is spelled unlike the one that is meant.
pub(super) fn check(cx: &mut Cx<'_, '_>, format: &Entry<'_>) {
    let Some(text) = format.value.as_str() else {
        return;
    };
    let Some(meant) = meant(text) else { return };
    let message = format!("`{text}` is no format that anybody knows");
    let diagnostic = Diagnostic::new(Code::SpellingOfFormat, message)
        .label(format.value.span(), "values are plain ones of their type")
        .help(format!("did you mean `{meant}`?"))
        .cause(meant)
        .several("formats are spelled unlike those that are known");
    cx.diagnostics.add(diagnostic);
}

fn meant(text: &str) -> Option<&'static str> {
    if KNOWN.contains(&text) {
        return None;
    }
    KNOWN.into_iter().find(|known| core(known).eq(core(text)))
}

fn core(text: &str) -> impl Iterator<Item = u8> {
    let letters = text.bytes().filter(u8::is_ascii_alphanumeric);
    letters.map(|byte| byte.to_ascii_lowercase())
}
