//! Base64 as JSON Schema's `contentEncoding` has it: `base64` (RFC 4648 §4) and `base64url` (§5).
//!
//! Writes the first with padding and the second without; reads both with or without it, and passes
//! over white space as MIME does.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const URL_ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Returns the text of some bytes.
pub(crate) fn encode(bytes: &[u8]) -> String {
    encode_in(bytes, ALPHABET)
}

/// Returns the text of some bytes as URLs and file names have it.
pub(crate) fn encode_url(bytes: &[u8]) -> String {
    let mut text = encode_in(bytes, URL_ALPHABET);
    text.truncate(text.trim_end_matches('=').len());
    text
}

fn encode_in(bytes: &[u8], alphabet: &[u8; 64]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |index: usize| u32::from(chunk.get(index).copied().unwrap_or(0));
        let group = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let sextet = (group >> (18 - 6 * place) & 63) as usize;
            text.push(if place <= chunk.len() {
                char::from(alphabet[sextet])
            } else {
                '='
            });
        }
    }
    text
}

/// Returns the bytes of some text, or `None` where it is not base64.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    decode_in(text, *b"+/")
}

/// Returns the bytes of some text as URLs and file names have it.
pub(crate) fn decode_url(text: &str) -> Option<Vec<u8>> {
    decode_in(text, *b"-_")
}

fn decode_in(text: &str, last: [u8; 2]) -> Option<Vec<u8>> {
    let text = text.trim_end();
    let unpadded = text.trim_end_matches('=');
    if text.len() - unpadded.len() > 2 {
        return None;
    }
    let mut bytes = Vec::with_capacity(unpadded.len() / 4 * 3 + 2);
    let (mut bits, mut count) = (0u32, 0);
    for byte in unpadded.bytes().filter(|byte| !byte.is_ascii_whitespace()) {
        bits = bits << 6 | sextet(byte, last)?;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count & 0xff) as u8);
        }
    }
    // What is left are the zero bits of an incomplete group; six bits alone are none.
    let rest_is_zero = bits & ((1 << count) - 1) == 0;
    (count < 6 && rest_is_zero).then_some(bytes)
}

/// `last` are the two letters that the alphabets do not share.
fn sextet(byte: u8, last: [u8; 2]) -> Option<u32> {
    Some(match byte {
        b'A'..=b'Z' => u32::from(byte - b'A'),
        b'a'..=b'z' => u32::from(byte - b'a') + 26,
        b'0'..=b'9' => u32::from(byte - b'0') + 52,
        _ if byte == last[0] => 62,
        _ if byte == last[1] => 63,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways() {
        // The vectors of RFC 4648 §10.
        let cases = [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ];
        for (bytes, text) in cases {
            assert_eq!(encode(bytes.as_bytes()), text);
            assert_eq!(decode(text).as_deref(), Some(bytes.as_bytes()));
            assert_eq!(
                decode(text.trim_end_matches('=')).as_deref(),
                Some(bytes.as_bytes())
            );
        }
        for (bytes, text) in [(&b"\xfb\xff"[..], "-_8"), (b"f", "Zg"), (b"", "")] {
            assert_eq!(encode_url(bytes), text);
            assert_eq!(decode_url(text).as_deref(), Some(bytes));
        }
        assert_eq!(decode_url("-_8=").as_deref(), Some(&b"\xfb\xff"[..]));
        assert_eq!(decode_url("+/8="), None);
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(decode_url(&encode_url(&all)).as_deref(), Some(&all[..]));
        assert_eq!(decode(&encode(&all)), Some(all));
    }

    #[test]
    fn what_is_not_base64_is_refused() {
        for text in ["Z", "Zg===", "Zh==", "Zm9v!", "Zm=9v", "Zm-_"] {
            assert_eq!(decode(text), None, "{text}");
        }
        assert_eq!(decode("Zm9v\r\nYmFy\n").as_deref(), Some(&b"foobar"[..]));
    }
}
