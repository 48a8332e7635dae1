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

/// Appends the content of an element as it is, in CDATA sections.
pub(crate) fn push_cdata(out: &mut Vec<u8>, text: &str) -> Result<(), char> {
    check(text)?;
    out.extend_from_slice(b"<![CDATA[");
    // The end of a section cannot stand in it, and readers turn a carriage return into a line feed.
    let text = text.replace("]]>", "]]]]><![CDATA[>");
    let text = text.replace('\r', "]]>&#13;<![CDATA[");
    out.extend_from_slice(text.as_bytes());
    out.extend_from_slice(b"]]>");
    Ok(())
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
    check(text)?;
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

fn check(text: &str) -> Result<(), char> {
    let forbidden = text.chars().find(|&character| !is_character(character));
    forbidden.map_or(Ok(()), Err)
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
        out.clear();
        assert_eq!(push_cdata(&mut out, "<a>]]>\r"), Ok(()));
        let expect = "<![CDATA[<a>]]]]><![CDATA[>]]>&#13;<![CDATA[]]>";
        assert_eq!(out, expect.as_bytes());
        for character in ['\0', '\u{b}', '\u{fffe}', '\u{ffff}'] {
            assert_eq!(
                push_text(&mut out, &format!("a{character}")),
                Err(character)
            );
        }
    }
}
