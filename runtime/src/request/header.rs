//! Writes header parameters. A flat value goes in; what HTTP cannot carry (RFC 9110 §5.5) is
//! refused, so that no value can end its line and begin another header.

use http::header::{
    AUTHORIZATION, CONNECTION, CONTENT_LENGTH, COOKIE, EXPECT, HeaderMap, HeaderName, HeaderValue,
    PROXY_AUTHORIZATION, TE, TRAILER, TRANSFER_ENCODING, UPGRADE,
};

use crate::parameter::{Parameter, Style};
use crate::style::{self, Flat, NoForm};

/// Sets a header; nothing where the value is absent.
pub(super) fn put(
    headers: &mut HeaderMap,
    parameter: &Parameter,
    value: &Flat<'_>,
) -> Result<(), NoForm> {
    let explode = parameter.explodes(Style::Simple);
    let text = match parameter.style_or(Style::Simple) {
        Style::Simple => style::simple(value, explode, style::push_raw),
        Style::Label
        | Style::DottedLabel
        | Style::Matrix
        | Style::Form
        | Style::SpaceDelimited
        | Style::PipeDelimited
        | Style::DeepObject
        | Style::Cookie => return Err("its style has no form in a header"),
    };
    let Some(text) = text else { return Ok(()) };
    let name = header_name(parameter.name)?;
    let value = header_value(&name, &text)?;
    headers.insert(name, value);
    Ok(())
}

/// Returns the name of a header that callers may set.
pub(crate) fn header_name(name: &str) -> Result<HeaderName, NoForm> {
    let name = HeaderName::from_bytes(name.as_bytes())
        .map_err(|_| "its name is not the name of a header")?;
    // These say where a message ends; only the transport knows.
    let framing = [
        CONNECTION,
        CONTENT_LENGTH,
        EXPECT,
        TE,
        TRAILER,
        TRANSFER_ENCODING,
        UPGRADE,
    ];
    if framing.contains(&name) {
        return Err("its header belongs to the transport");
    }
    Ok(name)
}

/// Returns the value of a header; that of credentials is marked.
pub(crate) fn header_value(name: &HeaderName, text: &str) -> Result<HeaderValue, NoForm> {
    if !text.is_ascii() {
        return Err("a header cannot hold characters outside of ASCII");
    }
    if text.starts_with([' ', '\t']) || text.ends_with([' ', '\t']) {
        return Err("a header would lose the white space around its value");
    }
    let mut value = HeaderValue::from_str(text)
        .map_err(|_| "a header cannot hold line breaks and other control characters")?;
    value.set_sensitive([AUTHORIZATION, COOKIE, PROXY_AUTHORIZATION].contains(name));
    Ok(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Value;

    fn run(name: &'static str, value: &str) -> Result<HeaderMap, NoForm> {
        let mut headers = HeaderMap::new();
        let value = Value::from(value);
        put(&mut headers, &Parameter::new(name), &Flat::new(&value)?)?;
        Ok(headers)
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
