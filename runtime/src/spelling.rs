//! The ways in which encoders spell one character: a character and text go in, how much of the text
//! spells it comes out. Every character is looked at by itself, so spellings may be mixed as they
//! like. Nothing is decoded.

/// Returns how many of `bytes` spell `secret`, which is not empty, in any of the ways below.
pub(crate) fn spelled(secret: &str, bytes: &[u8]) -> Option<usize> {
    // As it is comes first: a backslash may stand for itself or begin an escape.
    if begins_with(bytes, secret.as_bytes()) {
        return Some(secret.len());
    }
    let mut at = 0;
    for character in secret.chars() {
        at += skip_zero(&bytes[at..], at);
        at += spelled_character(character, &bytes[at..])?;
    }
    (at > 0).then_some(at)
}

/// Returns whether `byte` begins any spelling of `character`.
pub(crate) fn begins(character: char, byte: u8) -> bool {
    let mut buffer = [0; 4];
    let plain = character.encode_utf8(&mut buffer).as_bytes()[0];
    byte.eq_ignore_ascii_case(&plain)
        || matches!(byte, b'\\' | b'%' | b'&')
        || (byte == b'+' && character == ' ')
}

/// In UTF-16, a zero byte stands between characters of ASCII.
fn skip_zero(bytes: &[u8], at: usize) -> usize {
    usize::from(at > 0 && bytes.first() == Some(&0))
}

fn spelled_character(character: char, bytes: &[u8]) -> Option<usize> {
    let mut buffer = [0; 4];
    let plain = character.encode_utf8(&mut buffer).as_bytes();
    let escaped = match bytes.first()? {
        b'\\' => in_json(character, bytes),
        b'%' => in_url(plain, bytes),
        b'&' => in_xml(character, bytes),
        b'+' if character == ' ' => Some(1),
        _ => None,
    };
    escaped.or_else(|| begins_with(bytes, plain).then_some(plain.len()))
}

/// `\"`, `\\`, `\/`, and `\u002b`, in two halves where it is beyond 16 bits.
fn in_json(character: char, bytes: &[u8]) -> Option<usize> {
    if matches!(character, '"' | '\\' | '/' | '\'') && begins_with(&bytes[1..], &[character as u8])
    {
        return Some(2);
    }
    let mut at = 0;
    for unit in character.encode_utf16(&mut [0; 2]) {
        let rest = &bytes[at..];
        let same = begins_with(rest, b"\\u") && number(rest.get(2..6)?, 16) == Some((*unit).into());
        at += same.then_some(6)?;
    }
    Some(at)
}

/// `%2B`, once for each byte of UTF-8.
fn in_url(plain: &[u8], bytes: &[u8]) -> Option<usize> {
    for (index, byte) in plain.iter().enumerate() {
        let rest = &bytes.get(index * 3..)?;
        let same =
            rest.first() == Some(&b'%') && number(rest.get(1..3)?, 16) == Some((*byte).into());
        same.then_some(())?;
    }
    Some(plain.len() * 3)
}

/// `&amp;` and its four like, `&#43;`, `&#x2b;`.
fn in_xml(character: char, bytes: &[u8]) -> Option<usize> {
    /// `&#x10FFFF;`, with as many zeros as fit.
    const LONGEST: usize = 16;
    let end = bytes.iter().take(LONGEST).position(|byte| *byte == b';')?;
    let name = &bytes[1..end];
    let value = match name {
        [b'#', b'x' | b'X', digits @ ..] => number(digits, 16)?,
        [b'#', digits @ ..] => number(digits, 10)?,
        b"amp" => '&'.into(),
        b"lt" => '<'.into(),
        b"gt" => '>'.into(),
        b"quot" => '"'.into(),
        b"apos" => '\''.into(),
        _ => return None,
    };
    (value == u32::from(character)).then_some(end + 1)
}

fn number(digits: &[u8], radix: u32) -> Option<u32> {
    let text = std::str::from_utf8(digits).ok()?;
    let is_plain = text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    u32::from_str_radix(text, radix).ok().filter(|_| is_plain)
}

fn begins_with(bytes: &[u8], text: &[u8]) -> bool {
    bytes
        .get(..text.len())
        .is_some_and(|part| part.eq_ignore_ascii_case(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_in_any_mixture() {
        for (secret, text, expect) in [
            ("a/b+c", "a/b+c rest", Some(5)),
            ("a/b+c", "A/B+C", Some(5)),
            ("a/b+c", r"a\/b\u002Bc", Some(11)),
            ("a/b+c", "a%2fb%2Bc", Some(9)),
            ("a/b+c", "a&#47;b&#x2b;c", Some(14)),
            ("a/b+c", r"\u0061/%62&#43;c", Some(16)),
            ("a/b+c", "a\0/\0b\0+\0c\0", Some(9)),
            ("a b", "a+b", Some(3)),
            ("a b", "a%20b", Some(5)),
            ("é😀", r"\u00e9\ud83d\ude00", Some(18)),
            ("é😀", "%C3%A9%F0%9F%98%80", Some(18)),
            ("<&>\"'\\", "&lt;&amp;&gt;&quot;&apos;\\\\", Some(27)),
            ("a/b", "a/", None),
            ("a/b", "a%2", None),
            ("a/b", r"a\u002", None),
            ("a/b", "a&#47", None),
            ("a/b", "a%+fb", None),
            ("a/b", "b/a", None),
            ("a/b", "", None),
        ] {
            assert_eq!(spelled(secret, text.as_bytes()), expect, "{secret} {text}");
            let first = secret.chars().next().unwrap();
            assert!(
                expect.is_none() || begins(first, text.as_bytes()[0]),
                "{text}"
            );
        }
    }
}
