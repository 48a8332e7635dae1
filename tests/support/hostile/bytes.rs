//! Bytes that are no text, no document, or more than one.

use super::Case;
use super::write::{file, paths};

pub(super) fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for (name, bytes) in contents() {
        for root in ["a.json", "a.yaml"] {
            let bytes = bytes.clone();
            let end = root.trim_start_matches('a');
            cases.push(Case::new(
                format!("bytes: {name} in {end}"),
                root,
                move |folder| {
                    file(folder, root, &bytes);
                },
            ));
        }
    }
    cases
}

fn contents() -> Vec<(&'static str, Vec<u8>)> {
    let good = paths("", "");
    let utf16 =
        |order: fn(u16) -> [u8; 2]| good.encode_utf16().flat_map(order).collect::<Vec<u8>>();
    let utf32 = || {
        good.chars()
            .flat_map(|c| u32::from(c).to_le_bytes())
            .collect::<Vec<u8>>()
    };
    let before = |start: &[u8], rest: Vec<u8>| [start, &rest].concat();
    let after = |end: &[u8]| [good.as_bytes(), end].concat();
    let within = |piece: &[u8]| {
        let (start, end) = good.split_once("\"t\"").expect("it has a title");
        [start.as_bytes(), b"\"", piece, b"\"", end.as_bytes()].concat()
    };
    vec![
        ("nothing", Vec::new()),
        ("blanks", b" \n\t\r\n ".repeat(100_000)),
        ("only a byte order mark", b"\xef\xbb\xbf".to_vec()),
        ("only comments", b"# a\n".repeat(100_000)),
        ("only NUL", vec![0; 1_000_000]),
        ("only 0xff", vec![0xff; 1_000_000]),
        ("all bytes", (0..=255).cycle().take(1_000_000).collect()),
        (
            "UTF-8 with a byte order mark",
            before(b"\xef\xbb\xbf", good.clone().into_bytes()),
        ),
        (
            "two byte order marks",
            before(b"\xef\xbb\xbf\xef\xbb\xbf", good.clone().into_bytes()),
        ),
        ("UTF-16 LE", utf16(u16::to_le_bytes)),
        ("UTF-16 BE", utf16(u16::to_be_bytes)),
        (
            "UTF-16 LE with a mark",
            before(b"\xff\xfe", utf16(u16::to_le_bytes)),
        ),
        (
            "UTF-16 BE with a mark",
            before(b"\xfe\xff", utf16(u16::to_be_bytes)),
        ),
        ("UTF-32", utf32()),
        (
            "invalid UTF-8 at the start",
            before(b"\x80", good.clone().into_bytes()),
        ),
        ("invalid UTF-8 within", within(b"a\xc3\x28")),
        ("a surrogate in UTF-8", within(b"\xed\xa0\x80")),
        ("an overlong NUL", within(b"\xc0\x80")),
        ("invalid UTF-8 at the end", after(b"\xf0\x9f")),
        ("half a surrogate pair", within(b"\\ud83d")),
        ("the other half", within(b"\\ude00")),
        ("NUL within", within(b"a\0b")),
        ("an escaped NUL", within(b"a\\u0000b")),
        ("control characters", within(b"\x01\x1b[31m\x7f\xc2\x85")),
        (
            "overrides of direction",
            within("\u{202e}\u{2066}*/".as_bytes()),
        ),
        (
            "separators of lines",
            within("a\u{2028}b\u{2029}c\u{85}d".as_bytes()),
        ),
        (
            "the end of a comment",
            within(b"*/ }} \\n//! \\u2028 #![a]"),
        ),
        ("a trailing brace", after(b"}")),
        ("a trailing value", after(b" {}")),
        ("trailing letters", after(b"x")),
        ("a trailing NUL", after(b"\0")),
        ("a trailing document", after(b"\n---\na: 1\n")),
        ("a trailing comma", after(b",")),
        ("the first half", good.as_bytes()[..good.len() / 2].to_vec()),
        ("only a text", b"\"a\"".to_vec()),
        ("only a number", b"1".to_vec()),
        ("only null", b"null".to_vec()),
        ("only an array", b"[1]".to_vec()),
        ("an archive", b"PK\x03\x04\x14\0\0\0".repeat(1_000)),
        (
            "a page",
            b"<!DOCTYPE html><html><body>404</body></html>".to_vec(),
        ),
    ]
}
