//! Bytes to text, in the character set that a byte order mark, the `Content-Type` or an XML
//! declaration names, in this order; UTF-8 where none does (RFC 8259 §8.1, RFC 7303 §3).

use std::borrow::Cow;

use super::clip::clip;
use super::error::{DecodeError, DecodeReason};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Charset {
    Utf8,
    Ascii,
    Latin1,
    Utf16Be,
    Utf16Le,
}

/// Returns the text without a byte order mark; `declared` is the `charset` parameter.
pub(crate) fn decode_text<'a>(
    bytes: &'a [u8],
    declared: Option<&str>,
) -> Result<Cow<'a, str>, DecodeError> {
    if let Some((charset, bytes)) = byte_order_mark(bytes) {
        return charset.decode(bytes);
    }
    match declared.or_else(|| xml_encoding(bytes)) {
        Some(name) => Charset::named(name, bytes)?.decode(bytes),
        None => guess(bytes).unwrap_or(Charset::Utf8).decode(bytes),
    }
}

/// The same for plain text, whose beginning tells nothing.
pub(crate) fn decode_plain_text<'a>(
    bytes: &'a [u8],
    declared: Option<&str>,
) -> Result<Cow<'a, str>, DecodeError> {
    match (byte_order_mark(bytes), declared) {
        (Some((charset, bytes)), _) => charset.decode(bytes),
        (None, Some(name)) => Charset::named(name, bytes)?.decode(bytes),
        (None, None) => Charset::Utf8.decode(bytes),
    }
}

/// Tells whether text in UTF-8 is the same in the character set with this name.
pub(crate) fn is_same_in(name: &str, text: &[u8]) -> bool {
    match Charset::named(name, text) {
        Ok(Charset::Utf8) => true,
        Ok(Charset::Ascii | Charset::Latin1) => text.is_ascii(),
        Ok(Charset::Utf16Be | Charset::Utf16Le) => text.is_empty(),
        Err(_) => false,
    }
}

fn byte_order_mark(bytes: &[u8]) -> Option<(Charset, &[u8])> {
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => Some((Charset::Utf8, rest)),
        [0xfe, 0xff, rest @ ..] => Some((Charset::Utf16Be, rest)),
        [0xff, 0xfe, rest @ ..] => Some((Charset::Utf16Le, rest)),
        _ => None,
    }
}

/// All formats begin with an ASCII character, so a zero byte there tells the order of UTF-16.
fn guess(bytes: &[u8]) -> Option<Charset> {
    match bytes {
        [0, 1..=255, ..] => Some(Charset::Utf16Be),
        [1..=255, 0, ..] => Some(Charset::Utf16Le),
        _ => None,
    }
}

/// The encoding that an XML declaration at the very start names.
fn xml_encoding(bytes: &[u8]) -> Option<&str> {
    let head = bytes.get(..bytes.len().min(256))?;
    let head = head.strip_prefix(b"<?xml")?;
    let end = head.windows(2).position(|pair| pair == b"?>")?;
    let declaration = std::str::from_utf8(&head[..end]).ok()?;
    let (_, value) = declaration.split_once("encoding")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quote = value
        .chars()
        .next()
        .filter(|quote| matches!(quote, '"' | '\''))?;
    value[1..].split_once(quote).map(|(name, _)| name)
}

impl Charset {
    fn named(name: &str, bytes: &[u8]) -> Result<Self, DecodeError> {
        Ok(match name.trim().to_ascii_lowercase().as_str() {
            "utf-8" | "utf8" => Self::Utf8,
            "us-ascii" | "ascii" => Self::Ascii,
            "iso-8859-1" | "iso_8859-1" | "latin1" => Self::Latin1,
            // RFC 2781 §4.3: big-endian, unless the text shows otherwise.
            "utf-16" => guess(bytes).unwrap_or(Self::Utf16Be),
            "utf-16be" => Self::Utf16Be,
            "utf-16le" => Self::Utf16Le,
            _ => {
                let charset = clip(name);
                return Err(DecodeError::new(DecodeReason::UnsupportedCharset {
                    charset,
                }));
            }
        })
    }

    fn decode(self, bytes: &[u8]) -> Result<Cow<'_, str>, DecodeError> {
        match self {
            Self::Utf8 => match std::str::from_utf8(bytes) {
                Ok(text) => Ok(Cow::Borrowed(text)),
                Err(error) => Err(invalid("utf-8", error.valid_up_to())),
            },
            Self::Ascii => match bytes.iter().position(|byte| !byte.is_ascii()) {
                Some(at) => Err(invalid("us-ascii", at)),
                None => Self::Utf8.decode(bytes),
            },
            Self::Latin1 => Ok(bytes.iter().map(|&byte| char::from(byte)).collect()),
            Self::Utf16Be => decode_utf16(bytes, u16::from_be_bytes),
            Self::Utf16Le => decode_utf16(bytes, u16::from_le_bytes),
        }
    }
}

fn decode_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<Cow<'_, str>, DecodeError> {
    let pairs = bytes.chunks_exact(2);
    let is_whole = pairs.remainder().is_empty();
    let units = pairs.map(|pair| unit([pair[0], pair[1]]));
    let decoded: Result<String, _> = char::decode_utf16(units).collect();
    match decoded {
        Ok(text) if is_whole => Ok(Cow::Owned(text)),
        _ => Err(DecodeError::new(DecodeReason::InvalidCharset {
            charset: "utf-16",
        })),
    }
}

fn invalid(charset: &'static str, offset: usize) -> DecodeError {
    DecodeError::at(DecodeReason::InvalidCharset { charset }, offset)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn charsets_and_their_order() {
        let latin = b"<?xml version='1.0' encoding = \"ISO-8859-1\"?><a>\xe9</a>";
        let latin_text = "<?xml version='1.0' encoding = \"ISO-8859-1\"?><a>é</a>";
        let cases: &[(&[u8], Option<&str>, Option<&str>)] = &[
            ("é".as_bytes(), None, Some("é")),
            ("é".as_bytes(), Some("UTF-8"), Some("é")),
            (b"\xef\xbb\xbf{}", Some("iso-8859-1"), Some("{}")),
            (b"\xe9", Some("ISO-8859-1"), Some("é")),
            (b"\xe9", None, None),
            (b"\xe9", Some("us-ascii"), None),
            (latin, None, Some(latin_text)),
            (latin, Some("us-ascii"), None),
            (&utf16("\u{feff}é", u16::to_le_bytes), None, Some("é")),
            (
                &utf16("\u{feff}é", u16::to_be_bytes),
                Some("utf-8"),
                Some("é"),
            ),
            (
                &utf16("<é/>", u16::to_le_bytes),
                Some("utf-16"),
                Some("<é/>"),
            ),
            (&utf16("<é/>", u16::to_be_bytes), None, Some("<é/>")),
            (b"\0{\0", Some("utf-16be"), None),
            (&[0xd8, 0], Some("utf-16be"), None),
            (b"{}", Some("klingon"), None),
        ];
        for (bytes, declared, expected) in cases {
            let found = decode_text(bytes, *declared).ok();
            assert_eq!(found.as_deref(), *expected, "{bytes:?} as {declared:?}");
        }
    }

    #[test]
    fn plain_text_is_not_guessed_at() {
        let cases: &[(&[u8], Option<&str>, Option<&str>)] = &[
            (b"", None, Some("")),
            ("é".as_bytes(), None, Some("é")),
            (b"a\0", None, Some("a\0")),
            (b"<?xml encoding='x'?>", None, Some("<?xml encoding='x'?>")),
            (b"\xef\xbb\xbfa", None, Some("a")),
            (b"\xe9", Some("latin1"), Some("é")),
            (b"\xe9", None, None),
            (b"a", Some("klingon"), None),
        ];
        for (bytes, declared, expected) in cases {
            let found = decode_plain_text(bytes, *declared).ok();
            assert_eq!(found.as_deref(), *expected, "{bytes:?} as {declared:?}");
        }
    }

    #[test]
    fn what_utf8_may_be_called() {
        let cases = [
            ("UTF-8", "é", true),
            ("us-ascii", "e", true),
            ("iso-8859-1", "e", true),
            ("iso-8859-1", "é", false),
            ("utf-16", "e", false),
            ("klingon", "e", false),
        ];
        for (name, text, expected) in cases {
            assert_eq!(is_same_in(name, text.as_bytes()), expected, "{name} {text}");
        }
    }
}
