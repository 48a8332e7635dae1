//! The style `cookie` of OAS 3.2: `color=blue; color=black; color=brown`, as it is. Nothing is
//! percent-encoded, so what no cookie can hold (RFC 6265 §4.1.1) is refused.

use super::{Flat, NoForm, Pairs, alternating};

/// Appends the pairs `name=value`.
pub(crate) fn cookie(
    out: &mut Pairs<'_>,
    name: &str,
    value: &Flat<'_>,
    explode: bool,
) -> Result<(), NoForm> {
    match value {
        Flat::Absent => Ok(()),
        Flat::Scalar(text) => pair(out, name, std::iter::once(&**text)),
        Flat::Array(items) if explode => items
            .iter()
            .try_for_each(|item| pair(out, name, std::iter::once(&**item))),
        Flat::Object(pairs) if explode => pairs
            .iter()
            .try_for_each(|(name, value)| pair(out, name, std::iter::once(&**value))),
        Flat::Array(items) => pair(out, name, items.iter().map(AsRef::as_ref)),
        Flat::Object(pairs) => pair(out, name, alternating(pairs)),
    }
}

fn pair<'t>(
    out: &mut Pairs<'_>,
    name: &str,
    texts: impl Iterator<Item = &'t str>,
) -> Result<(), NoForm> {
    if name.is_empty() || !name.bytes().all(is_token) {
        return Err("its name is not the name of a cookie");
    }
    let out = out.next();
    out.extend([name, "="]);
    for (index, text) in texts.enumerate() {
        if !text.bytes().all(is_octet) {
            return Err("it has characters that a cookie cannot hold");
        }
        // The specification's own example has commas, which RFC 6265 would not have.
        if index > 0 {
            out.push(',');
        }
        out.push_str(text);
    }
    Ok(())
}

/// RFC 6265 §4.1.1: no white space, quotes, commas, semicolons and backslashes.
fn is_octet(byte: u8) -> bool {
    matches!(byte, 0x21 | 0x23..=0x2b | 0x2d..=0x3a | 0x3c..=0x5b | 0x5d..=0x7e)
}

/// RFC 9110 §5.6.2.
fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::super::examples;
    use super::*;
    use crate::Value;

    fn run(name: &str, value: &Flat<'_>, explode: bool) -> Result<String, NoForm> {
        let mut out = String::new();
        cookie(&mut Pairs::of_cookie(&mut out), name, value, explode).map(|()| out)
    }

    #[test]
    fn examples_of_the_specification() {
        for (value, explode, expect) in [
            (examples::empty(), false, "color="),
            (examples::string(), false, "color=blue"),
            (examples::array(), false, "color=blue,black,brown"),
            (examples::object(), false, "color=R,100,G,200,B,150"),
            (examples::empty(), true, "color="),
            (examples::string(), true, "color=blue"),
            (
                examples::array(),
                true,
                "color=blue; color=black; color=brown",
            ),
            (examples::object(), true, "R=100; G=200; B=150"),
        ] {
            let got = run("color", &Flat::new(&value).unwrap(), explode);
            assert_eq!(got.unwrap(), expect, "{value:?} {explode}");
        }
        assert_eq!(run("color", &Flat::Absent, true).unwrap(), "");
    }

    #[test]
    fn nothing_is_encoded_and_what_cannot_be_sent_is_refused() {
        let run = |name: &str, text: &str| {
            let value = Value::from(text);
            run(name, &Flat::new(&value).unwrap(), true)
        };
        assert_eq!(run("a", "%41/b?c=d&e").unwrap(), "a=%41/b?c=d&e");
        for text in ["a;b", "a b", "a,b", "\"", "\\", "é", "\r\n", "\0"] {
            assert!(run("a", text).is_err(), "{text:?}");
        }
        for name in ["", "a=b", "a;", "a b", "é"] {
            assert!(run(name, "v").is_err(), "{name:?}");
        }
    }
}
