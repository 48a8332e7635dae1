//! Which codec serves a media type: the one place that decides it.
//!
//! In: a `Content-Type` or `Accept` value. Out: its parts and its format.

use std::borrow::Cow;

/// The formats that models are read from and written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// `application/json`, `text/json`, `*/*+json`.
    Json,
    /// `application/xml`, `text/xml`, `*/*+xml`.
    Xml,
    /// `application/x-www-form-urlencoded`.
    Form,
    /// Any other `text/*`: a single scalar as its text, or bytes.
    Text,
    /// Any other media type: bytes, or a text in UTF-8. Images, sounds, films and fonts are that
    /// also where they are XML or JSON inside: they are nobody's model.
    Binary,
}

impl Format {
    /// Returns the format of a media type, whatever its capitals and parameters; `None` for what
    /// is no media type.
    pub fn of(media_type: &str) -> Option<Self> {
        Some(MediaType::parse(media_type)?.format())
    }
}

const JSON: &str = "application/json";

/// A media type in its parts (RFC 9110 §8.3.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MediaType<'a> {
    ty: &'a str,
    subtype: &'a str,
    parameters: &'a str,
}

impl<'a> MediaType<'a> {
    /// Splits a media type; `None` when it has no type or no subtype.
    pub fn parse(text: &'a str) -> Option<Self> {
        if text == JSON {
            // What nearly all are.
            return Some(Self {
                ty: "application",
                subtype: "json",
                parameters: "",
            });
        }
        let (essence, parameters) = text.split_once(';').unwrap_or((text, ""));
        let (ty, subtype) = essence.trim().split_once('/')?;
        (is_token(ty) && is_token(subtype)).then_some(Self {
            ty,
            subtype,
            parameters,
        })
    }

    /// The format that serves it.
    pub fn format(&self) -> Format {
        let is = |ty: &str| self.ty.eq_ignore_ascii_case(ty);
        let is_sub = |subtype: &str| self.subtype.eq_ignore_ascii_case(subtype);
        let ends = |suffix: &str| {
            let start = self.subtype.len().checked_sub(suffix.len());
            let end = start.and_then(|start| self.subtype.get(start..));
            end.is_some_and(|end| end.eq_ignore_ascii_case(suffix))
        };
        let is_general = is("application") || is("text");
        if is_general && is_sub("json") {
            Format::Json
        } else if ["audio", "font", "image", "video"].into_iter().any(is) {
            Format::Binary
        } else if is_general && is_sub("xml") {
            Format::Xml
        } else if is("application") && is_sub("x-www-form-urlencoded") {
            Format::Form
        } else if ends("+json") {
            Format::Json
        } else if ends("+xml") {
            Format::Xml
        } else if is("text") {
            Format::Text
        } else {
            Format::Binary
        }
    }

    /// Whether it stands for many media types, as `image/*` does.
    pub fn is_range(&self) -> bool {
        self.subtype == "*"
    }

    /// The type, as `application`, in the capitals it came in.
    pub fn ty(&self) -> &'a str {
        self.ty
    }

    /// The subtype, as `json`, in the capitals it came in.
    pub fn subtype(&self) -> &'a str {
        self.subtype
    }

    /// Whether both name the same type and subtype.
    pub fn same_essence(&self, other: &MediaType<'_>) -> bool {
        self.ty.eq_ignore_ascii_case(other.ty) && self.subtype.eq_ignore_ascii_case(other.subtype)
    }

    /// Whether the other one is of this type, which may be a range.
    pub(crate) fn includes(&self, other: &MediaType<'_>) -> bool {
        let fits = self.ty == "*" || self.ty.eq_ignore_ascii_case(other.ty);
        fits && (self.is_range() || self.same_essence(other))
    }

    /// The value of the first parameter with this name, without its quotes.
    pub fn parameter(&self, name: &str) -> Option<Cow<'a, str>> {
        let mut rest = self.parameters;
        while !rest.is_empty() {
            let (key, value, next) = split_parameter(rest);
            if key.eq_ignore_ascii_case(name) {
                return Some(value);
            }
            rest = next;
        }
        None
    }

    /// The `charset` parameter.
    pub fn charset(&self) -> Option<Cow<'a, str>> {
        self.parameter("charset")
    }
}

/// Splits off the first parameter: its name, its value and what follows.
fn split_parameter(text: &str) -> (&str, Cow<'_, str>, &str) {
    let end = text.find(['=', ';']).unwrap_or(text.len());
    let (key, rest) = text.split_at(end);
    let Some(value) = rest.strip_prefix('=') else {
        return (
            key.trim(),
            Cow::Borrowed(""),
            rest.strip_prefix(';').unwrap_or(""),
        );
    };
    let value = value.trim_start();
    let (value, next) = if let Some(quoted) = value.strip_prefix('"') {
        unquote(quoted)
    } else {
        let (value, next) = value.split_once(';').unwrap_or((value, ""));
        (Cow::Borrowed(value.trim()), next)
    };
    (key.trim(), value, next)
}

/// Reads a quoted string behind its opening quote; returns it and what follows the next `;`.
fn unquote(text: &str) -> (Cow<'_, str>, &str) {
    let mut value = String::new();
    let mut characters = text.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => {
                let rest = &text[at + 1..];
                return (
                    value.into(),
                    rest.split_once(';').map_or("", |(_, next)| next),
                );
            }
            '\\' => value.extend(characters.next().map(|(_, escaped)| escaped)),
            _ => value.push(character),
        }
    }
    (value.into(), "")
}

fn is_token(text: &str) -> bool {
    let is_token_byte =
        |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !text.is_empty() && text.bytes().all(is_token_byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_by_media_type() {
        let cases = [
            ("application/json", Some(Format::Json)),
            ("Application/JSON; Charset=UTF-8", Some(Format::Json)),
            ("text/json;charset=utf-8", Some(Format::Json)),
            ("application/problem+json", Some(Format::Json)),
            (" text/XML ", Some(Format::Xml)),
            ("application/atom+Xml; type=feed", Some(Format::Xml)),
            ("application/x-www-form-urlencoded", Some(Format::Form)),
            ("model/gltf+json", Some(Format::Json)),
            ("text/x-www-form-urlencoded", Some(Format::Text)),
            ("text/plain", Some(Format::Text)),
            ("Text/HTML; charset=utf-8", Some(Format::Text)),
            ("text/*", Some(Format::Text)),
            ("application/octet-stream", Some(Format::Binary)),
            ("application/jsonp", Some(Format::Binary)),
            ("multipart/form-data", Some(Format::Binary)),
            ("image/json", Some(Format::Binary)),
            ("Image/svg+xml", Some(Format::Binary)),
            ("*/*", Some(Format::Binary)),
            ("json", None),
            ("application/", None),
            ("application/json, text/xml", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(Format::of(text), expected, "{text}");
        }
    }

    #[test]
    fn parameters_with_quotes_spaces_and_capitals() {
        let cases = [
            ("text/xml; charset=utf-8", Some("utf-8")),
            ("text/xml;CharSet=\"utf-16\"", Some("utf-16")),
            (
                "text/xml; a=\";charset=x\\\"\"; charset = \"iso-\\8859-1\" ; b=c",
                Some("iso-8859-1"),
            ),
            ("text/xml; a; charset=us-ascii ;", Some("us-ascii")),
            ("text/xml; charset=\"open", Some("open")),
            ("text/xml;;;", None),
        ];
        for (text, expected) in cases {
            let media_type = MediaType::parse(text).expect(text);
            assert_eq!(media_type.charset().as_deref(), expected, "{text}");
        }
    }
}
