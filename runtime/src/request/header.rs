//! Writes header parameters. A flat value goes in; what HTTP cannot carry (RFC 9110 §5.5) is
//! refused, so that no value can end its line and begin another header.

use bytes::{Bytes, BytesMut};
use http::header::{
    AUTHORIZATION, CONNECTION, CONTENT_LENGTH, COOKIE, EXPECT, HeaderName, HeaderValue,
    PROXY_AUTHORIZATION, TE, TRAILER, TRANSFER_ENCODING, UPGRADE,
};

use crate::parameter::{Parameter, Style};
use crate::style::{self, Flat, NoForm};

/// Room for the values of one request, before there must be more.
const ROOM: usize = 256;

/// Returns a header, whose value goes into `values`; `None` where the value is absent.
pub(super) fn write(
    values: &mut BytesMut,
    parameter: &Parameter,
    value: &Flat<'_>,
) -> Result<Option<(HeaderName, HeaderValue)>, NoForm> {
    let separator = match parameter.style_or(Style::Simple) {
        Style::Simple => ",",
        Style::SpaceDelimited => " ",
        Style::PipeDelimited => "|",
        Style::TabDelimited => "\t",
        Style::Label
        | Style::DottedLabel
        | Style::Matrix
        | Style::Form
        | Style::DeepObject
        | Style::Cookie => return Err("its style has no form in a header"),
    };
    let mut joined = String::new();
    let text = match value {
        Flat::Absent => return Ok(None),
        Flat::Scalar(text) => text,
        Flat::Object(_) if parameter.explodes(Style::Simple) => {
            style::simple(&mut joined, value, true, style::push_raw);
            joined.as_str()
        }
        Flat::Array(_) | Flat::Object(_) => {
            style::listed(&mut joined, value, separator, style::push_raw);
            joined.as_str()
        }
    };
    let name = free(described_name(parameter.name))?;
    let value = header_value(&name, text, values)?;
    Ok(Some((name, value)))
}

/// Returns the name of a header that callers may set.
pub(crate) fn header_name(name: &str) -> Result<HeaderName, NoForm> {
    free(HeaderName::from_bytes(name.as_bytes()).ok())
}

/// Returns a name that a description gives, without a copy of it if it is in small letters.
pub(super) fn described_name(name: &'static str) -> Option<HeaderName> {
    const LONGEST: usize = 64;
    let is_plain = |byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_');
    if (1..=LONGEST).contains(&name.len()) && name.bytes().all(is_plain) {
        return Some(HeaderName::from_static(name));
    }
    HeaderName::from_bytes(name.as_bytes()).ok()
}

fn free(name: Option<HeaderName>) -> Result<HeaderName, NoForm> {
    let name = name.ok_or("its name is not the name of a header")?;
    // These say where a message ends; only the transport knows.
    let is_framing = matches!(
        name,
        CONNECTION | CONTENT_LENGTH | EXPECT | TE | TRAILER | TRANSFER_ENCODING | UPGRADE
    );
    if is_framing {
        return Err("its header belongs to the transport");
    }
    Ok(name)
}

/// Returns the value of a header, a piece of `values`; that of credentials is marked.
pub(crate) fn header_value(
    name: &HeaderName,
    text: &str,
    values: &mut BytesMut,
) -> Result<HeaderValue, NoForm> {
    if !text.is_ascii() {
        return Err("a header cannot hold characters outside of ASCII");
    }
    if text.starts_with([' ', '\t']) || text.ends_with([' ', '\t']) {
        return Err("a header would lose the white space around its value");
    }
    if values.capacity() < text.len() {
        values.reserve(ROOM.max(text.len()));
    }
    values.extend_from_slice(text.as_bytes());
    let mut value = HeaderValue::from_maybe_shared(values.split().freeze())
        .map_err(|_| "a header cannot hold line breaks and other control characters")?;
    let is_secret = matches!(*name, AUTHORIZATION | COOKIE | PROXY_AUTHORIZATION);
    value.set_sensitive(is_secret);
    Ok(value)
}

/// Returns a value that a description gives, without a copy of it; `None` where no header holds it.
pub(super) fn described_value(text: &'static str) -> Option<HeaderValue> {
    HeaderValue::from_maybe_shared(Bytes::from_static(text.as_bytes())).ok()
}

#[cfg(test)]
mod tests {
    use http::HeaderMap;

    use super::*;
    use crate::Value;

    fn run(name: &'static str, value: &str) -> Result<HeaderMap, NoForm> {
        let value = Value::from(value);
        let parameter = Parameter::new(name);
        let header = write(&mut BytesMut::new(), &parameter, &Flat::new(&value)?)?;
        Ok(header.into_iter().collect())
    }

    #[test]
    fn values_are_pieces_of_one() {
        let (mut headers, mut values) = (HeaderMap::new(), BytesMut::new());
        let long = "x".repeat(2 * ROOM);
        for (name, value) in [("a", "1"), ("B", ""), ("c", &*long), ("d", "4"), ("a", "5")] {
            let value = Flat::Scalar(value.into());
            let header = write(&mut values, &Parameter::new(name), &value).unwrap();
            let (name, value) = header.unwrap();
            headers.insert(name, value);
        }
        for (name, value) in [("a", "5"), ("b", ""), ("c", &*long), ("d", "4")] {
            assert_eq!(headers[name], value, "{name}");
        }
    }

    #[test]
    fn names_of_a_description() {
        for (name, expect) in [
            ("ms-cv", Some("ms-cv")),
            ("accept", Some("accept")),
            ("X-A", Some("x-a")),
            ("x~a", Some("x~a")),
            ("", None),
            ("x a", None),
            ("é", None),
        ] {
            let got = described_name(name);
            assert_eq!(got.as_ref().map(HeaderName::as_str), expect, "{name:?}");
        }
    }

    #[test]
    fn lists_are_joined_as_the_style_says() {
        let list = Value::Array(vec!["a".into(), "b c".into()]);
        for (style, expect) in [
            (Style::Simple, "a,b c"),
            (Style::SpaceDelimited, "a b c"),
            (Style::PipeDelimited, "a|b c"),
            (Style::TabDelimited, "a\tb c"),
        ] {
            let parameter = Parameter::new("x-a").style(style);
            let header = write(&mut BytesMut::new(), &parameter, &Flat::new(&list).unwrap());
            assert_eq!(header.unwrap().unwrap().1, expect, "{style:?}");
        }
    }

    #[test]
    fn values_are_kept_as_they_are() {
        for value in ["", "a", "a b\tc", "a,b;c=\"d\"", "%41"] {
            assert_eq!(run("X-A", value).unwrap()["x-a"], value);
        }
    }

    #[test]
    fn what_a_header_cannot_hold_is_refused() {
        for value in [
            "a\r\nX-B: c",
            "a\nb",
            "a\rb",
            "a\0",
            "\u{7f}",
            "é",
            " a",
            "a\t",
        ] {
            assert!(run("X-A", value).is_err(), "{value:?}");
        }
        for name in ["X A", "", "X\n", "Content-Length", "transfer-encoding"] {
            assert!(run(name, "1").is_err(), "{name:?}");
        }
    }

    #[test]
    fn secrets_are_marked() {
        assert!(run("Authorization", "a").unwrap()["authorization"].is_sensitive());
        assert!(!run("X-A", "a").unwrap()["x-a"].is_sensitive());
    }
}
