//! Writes bodies: one value, a form whose fields have styles, items in a row, parts, or what a caller
//! streams. A media type of the description goes in with the value; the `Content-Type` that is sent is
//! that media type, or one out of it where it is a range.

use http::header::{CONTENT_TYPE, HeaderValue};

use super::RequestWriter;
use super::form::write_form;
use super::header::described_value;
use crate::body::Body;
use crate::codec::{self, EncodeError, Format, MediaType, Model, Property};
use crate::error::ErrorKind;
use crate::multipart::Multipart;
use crate::parameter::Parameter;
use crate::sequence::Sequence;
use crate::value::Value;

impl RequestWriter {
    /// Writes the body in a media type, which becomes the `Content-Type` as it is. What stands for
    /// many media types becomes the most general one of them.
    pub fn body<T: Model>(&mut self, media_type: &'static str, value: &T) {
        self.check_body(media_type, &|| codec::request::to_value(value));
        self.put_body(
            media_type,
            codec::request::encode(value, concrete(media_type)),
        );
    }

    /// The same for a body whose root element in XML is named as `root` says; arrays by the element
    /// around all items.
    pub fn body_as<T: Model>(
        &mut self,
        media_type: &'static str,
        root: &'static Property,
        value: &T,
    ) {
        self.check_body(media_type, &|| codec::request::to_value(value));
        self.put_body(
            media_type,
            codec::request::encode_as(value, media_type, root),
        );
    }

    /// Writes a form whose fields of these names are written as the parameters say.
    pub fn form<T: Model>(&mut self, media_type: &'static str, fields: &[Parameter], value: &T) {
        let value = codec::request::to_value(value);
        self.check_body(media_type, &|| value.clone());
        self.put_form(media_type, fields, value);
    }

    /// Writes items in a row: JSON Lines, JSON text sequences or events.
    pub fn items<T: Model>(&mut self, media_type: &'static str, items: &[T]) {
        let mut body = Vec::new();
        for item in items {
            self.check_body_item(media_type, &|| codec::request::to_value(item));
            match codec::request::encode(item, "application/json") {
                Ok(json) => push_item(&mut body, media_type, &json),
                Err(error) => return self.put_body(media_type, Err(error)),
            }
        }
        self.put_body(media_type, Ok(body));
    }

    /// Sends a body as it is. Where the media type is a range, the body may say which one of it is
    /// sent; else it is the most general one.
    pub fn body_stream(&mut self, media_type: &'static str, body: &Body) {
        match body.own_media_type() {
            None => self.set_body(described_value(concrete(media_type)), body.clone()),
            Some(own) if includes(media_type, own) => {
                self.set_body(HeaderValue::from_str(own).ok(), body.clone());
            }
            Some(own) => {
                let message = format!("the body is {own}, where {media_type} is wanted");
                self.fail(ErrorKind::Encode, message);
            }
        }
    }

    /// Sends parts in a media type that is `multipart/..`.
    pub fn multipart(&mut self, media_type: &'static str, parts: &Multipart) {
        match parts.write(media_type) {
            Ok((content_type, body)) => {
                self.set_body(HeaderValue::try_from(content_type).ok(), joined(body));
            }
            Err(problem) => {
                let message = format!("the body cannot be written as {media_type}: {problem}");
                self.fail(ErrorKind::Encode, message);
            }
        }
    }

    fn put_form(
        &mut self,
        media_type: &'static str,
        fields: &[Parameter],
        value: Result<Value, EncodeError>,
    ) {
        let written = value.map_err(|error| error.to_string());
        match written.and_then(|value| write_form(fields, &value)) {
            Ok(form) => self.set_body(described_value(media_type), form.into()),
            Err(problem) => {
                let message = format!("the body cannot be written as {media_type}: {problem}");
                self.fail(ErrorKind::Encode, message);
            }
        }
    }

    fn put_body(&mut self, media_type: &'static str, body: Result<Vec<u8>, EncodeError>) {
        match body {
            Ok(body) => self.set_body(described_value(concrete(media_type)), body.into()),
            Err(error) => {
                let message = format!("the body cannot be written as {media_type}: {error}");
                let error = self
                    .site
                    .error(ErrorKind::Encode, message)
                    .with_source(error);
                self.error.get_or_insert(error);
            }
        }
    }

    fn set_body(&mut self, content_type: Option<HeaderValue>, body: Body) {
        match content_type {
            Some(content_type) => {
                self.body = body;
                self.headers.insert(CONTENT_TYPE, content_type);
            }
            None => self.fail(ErrorKind::Encode, "the body's media type is invalid"),
        }
    }
}

/// A small body of several pieces in memory is sent as one, within the times of whole bodies.
fn joined(body: Body) -> Body {
    const SMALL: u64 = 1024 * 1024;
    if body.length().is_none_or(|length| length > SMALL) {
        return body;
    }
    body.to_bytes().map_or(body, Body::from)
}

/// A body has one media type, also where the description allows a range of them.
fn concrete(media_type: &'static str) -> &'static str {
    if !media_type.contains('*') {
        return media_type;
    }
    match MediaType::parse(media_type) {
        Some(range) if range.is_range() && range.format() == Format::Text => {
            "text/plain; charset=utf-8"
        }
        Some(range) if range.is_range() => "application/octet-stream",
        _ => media_type,
    }
}

/// Tells whether a media type is one that the description allows.
fn includes(range: &str, own: &str) -> bool {
    let (Some(range), Some(own)) = (MediaType::parse(range), MediaType::parse(own)) else {
        return false;
    };
    !own.is_range() && range.includes(&own)
}

fn push_item(body: &mut Vec<u8>, media_type: &str, json: &[u8]) {
    let (before, after): (&[u8], &[u8]) = match Sequence::of(media_type) {
        Some(Sequence::Texts) => (b"\x1e", b"\n"),
        Some(Sequence::Events) => (b"data: ", b"\n\n"),
        Some(Sequence::Lines) | None => (b"", b"\n"),
    };
    for piece in [before, json, after] {
        body.extend_from_slice(piece);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_include_media_types() {
        for (range, own, expect) in [
            ("*/*", "image/png", true),
            ("image/*", "Image/PNG; a=b", true),
            ("image/*", "text/plain", false),
            ("image/png", "image/png", true),
            ("image/png", "image/gif", false),
            ("*/*", "image/*", false),
            ("*/*", "nonsense", false),
        ] {
            assert_eq!(includes(range, own), expect, "{range} {own}");
        }
    }

    #[test]
    fn items_follow_each_other_as_the_media_type_says() {
        for (media_type, expect) in [
            ("application/jsonl", "1\n"),
            ("application/json-seq", "\u{1e}1\n"),
            ("text/event-stream", "data: 1\n\n"),
        ] {
            let mut body = Vec::new();
            push_item(&mut body, media_type, b"1");
            assert_eq!(body, expect.as_bytes());
        }
    }
}
