//! The escapes of JSON strings, both ways.

use super::scan::{find_special, has_special};
use crate::codec::error::{DecodeError, DecodeReason};

/// Reads the rest of a string from `start`, which lies behind its opening quote; returns it and
/// the offset behind its closing quote.
pub(crate) fn unescape(text: &str, start: usize) -> Result<(String, usize), DecodeError> {
    let bytes = text.as_bytes();
    // Escapes are never shorter than what they stand for.
    let mut value = String::with_capacity(string_end(bytes, start) - start);
    let mut run = start;
    loop {
        let end = find_special(bytes, run);
        value.push_str(&text[run..end]);
        match bytes.get(end) {
            Some(b'"') => return Ok((value, end + 1)),
            Some(b'\\') => run = unescape_one(&mut value, bytes, end + 1)?,
            _ => return Err(broken_string(bytes, end)),
        }
    }
}

/// The offset behind the closing quote of the string that begins before `start`.
pub(crate) fn string_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    loop {
        at = find_special(bytes, at);
        match bytes.get(at) {
            Some(b'"') => return at + 1,
            Some(b'\\') => at += 2,
            Some(_) => at += 1,
            None => return bytes.len(),
        }
    }
}

/// The error of a string that neither ends nor goes on at `at`.
#[cold]
pub(crate) fn broken_string(bytes: &[u8], at: usize) -> DecodeError {
    match bytes.get(at) {
        Some(_) => DecodeError::syntax("control characters in strings must be escaped", at),
        None => DecodeError::at(DecodeReason::UnexpectedEnd, at),
    }
}

/// Appends the character whose escape follows the backslash before `at`.
fn unescape_one(value: &mut String, bytes: &[u8], at: usize) -> Result<usize, DecodeError> {
    let Some(byte) = bytes.get(at) else {
        return Err(DecodeError::at(DecodeReason::UnexpectedEnd, at));
    };
    value.push(match byte {
        b'"' => '"',
        b'\\' => '\\',
        b'/' => '/',
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'u' => return unescape_unicode(value, bytes, at + 1),
        _ => return Err(DecodeError::syntax("unknown escape", at)),
    });
    Ok(at + 1)
}

/// Appends the character of `XXXX` or of a surrogate pair `XXXX\uXXXX`.
fn unescape_unicode(value: &mut String, bytes: &[u8], at: usize) -> Result<usize, DecodeError> {
    let first = code_unit(bytes, at)?;
    let (character, end) = match first {
        0xd800..0xdc00 if bytes.get(at + 4..at + 6) == Some(b"\\u") => {
            let second = code_unit(bytes, at + 6)?;
            (char::decode_utf16([first, second]).next(), at + 10)
        }
        _ => (char::decode_utf16([first]).next(), at + 4),
    };
    match character {
        Some(Ok(character)) => value.push(character),
        _ => {
            return Err(DecodeError::syntax(
                "half of a surrogate pair stands alone",
                at,
            ));
        }
    }
    Ok(end)
}

fn code_unit(bytes: &[u8], at: usize) -> Result<u16, DecodeError> {
    let digits = bytes.get(at..at + 4);
    let Some(digits) = digits else {
        return Err(DecodeError::at(DecodeReason::UnexpectedEnd, bytes.len()));
    };
    digits
        .iter()
        .try_fold(0, |unit, &digit| match char::from(digit).to_digit(16) {
            Some(digit) => Ok(unit << 4 | u16::try_from(digit).unwrap_or(0)),
            None => Err(DecodeError::syntax("expected four hexadecimal digits", at)),
        })
}

/// Appends a string with its quotes and escapes.
pub(crate) fn write_string(out: &mut Vec<u8>, text: &str) {
    let bytes = text.as_bytes();
    out.push(b'"');
    if has_special(bytes) {
        write_escaped(out, bytes);
    } else {
        out.extend_from_slice(bytes);
    }
    out.push(b'"');
}

fn write_escaped(out: &mut Vec<u8>, bytes: &[u8]) {
    let mut run = 0;
    loop {
        let end = find_special(bytes, run);
        out.extend_from_slice(&bytes[run..end]);
        let Some(&byte) = bytes.get(end) else { return };
        write_escape(out, byte);
        run = end + 1;
    }
}

fn write_escape(out: &mut Vec<u8>, byte: u8) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let short = match byte {
        b'"' | b'\\' => byte,
        0x08 => b'b',
        0x0c => b'f',
        b'\n' => b'n',
        b'\r' => b'r',
        b'\t' => b't',
        _ => {
            let (high, low) = (HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]);
            out.extend_from_slice(&[b'\\', b'u', b'0', b'0', high, low]);
            return;
        }
    };
    out.extend_from_slice(&[b'\\', short]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_read() {
        let cases = [
            (r#"plain""#, Some("plain")),
            (r#"\"\\\/\b\f\n\r\t""#, Some("\"\\/\u{8}\u{c}\n\r\t")),
            (r#"\u00e9\uD83D\ude00é""#, Some("é😀é")),
            (r#"\uD83D""#, None),
            (r#"\uDE00\uD83D""#, None),
            (r#"\uD83D\u0041""#, None),
            (r"\u12", None),
            (r#"\u12g4""#, None),
            (r#"\u+123""#, None),
            (r#"\x""#, None),
            (r"\", None),
            ("a\nb\"", None),
            ("open", None),
        ];
        for (text, expected) in cases {
            let found = unescape(text, 0).ok();
            assert_eq!(
                found.as_ref().map(|(value, _)| value.as_str()),
                expected,
                "{text}"
            );
            assert!(found.is_none_or(|(_, end)| end == text.len()));
        }
    }

    #[test]
    fn escapes_are_written_and_read_back() {
        let every: String = (0..0x250)
            .filter_map(char::from_u32)
            .chain("😀\"\\/".chars())
            .collect();
        let mut out = Vec::new();
        write_string(&mut out, &every);
        let text = String::from_utf8(out).expect("text");
        assert!(text.starts_with(r#""\u0000\u0001"#) && text.contains(r"\b\t\n\u000b\f\r"));
        assert_eq!(unescape(&text, 1).expect("a string"), (every, text.len()));
    }
}
