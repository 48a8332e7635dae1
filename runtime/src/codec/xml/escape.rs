//! Text and attribute values as XML writes them.

use super::name::is_character;

/// Appends the content of an element; fails with a character that XML cannot contain.
pub(crate) fn push_text(out: &mut Vec<u8>, text: &str) -> Result<(), char> {
    push_escaped(out, text, |byte| match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        // Readers turn a carriage return as such into a line feed.
        b'\r' => Some("&#13;"),
        _ => None,
    })
}

/// Appends the value of an attribute, to stand between double quotes.
pub(crate) fn push_attribute(out: &mut Vec<u8>, text: &str) -> Result<(), char> {
    push_escaped(out, text, |byte| match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' => Some("&quot;"),
        // Readers turn white space in attributes into spaces.
        b'\t' => Some("&#9;"),
        b'\n' => Some("&#10;"),
        b'\r' => Some("&#13;"),
        _ => None,
    })
}

fn push_escaped(
    out: &mut Vec<u8>,
    text: &str,
    escape: impl Fn(u8) -> Option<&'static str>,
) -> Result<(), char> {
    if let Some(character) = text.chars().find(|&character| !is_character(character)) {
        return Err(character);
    }
    let bytes = text.as_bytes();
    let mut run = 0;
    for (at, &byte) in bytes.iter().enumerate() {
        if let Some(reference) = escape(byte) {
            out.extend_from_slice(&bytes[run..at]);
            out.extend_from_slice(reference.as_bytes());
            run = at + 1;
        }
    }
    out.extend_from_slice(&bytes[run..]);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_attributes_are_escaped() {
        let mut out = Vec::new();
        assert_eq!(push_text(&mut out, "a<b>&\"\r\n\té]]>"), Ok(()));
        assert_eq!(out, "a&lt;b&gt;&amp;\"&#13;\n\té]]&gt;".as_bytes());
        out.clear();
        assert_eq!(push_attribute(&mut out, "a<b>&\"\r\n\t"), Ok(()));
        assert_eq!(out, b"a&lt;b&gt;&amp;&quot;&#13;&#10;&#9;");
        for character in ['\0', '\u{b}', '\u{fffe}', '\u{ffff}'] {
            assert_eq!(
                push_text(&mut out, &format!("a{character}")),
                Err(character)
            );
        }
    }
}
