//! Bytes to text: UTF-8, with or without a byte order mark.

use std::path::Path;

use crate::diagnostic::{Code, Diagnostic};
use crate::source::{FileId, Sources, Span};

/// Adds the text of a file to the sources. Where the bytes are not UTF-8, adds what can be shown of
/// them and returns what is wrong with them beside.
pub(super) fn add_text(
    sources: &mut Sources,
    path: &Path,
    bytes: Vec<u8>,
) -> (FileId, Option<Diagnostic>) {
    if let Some(encoding) = other_encoding(&bytes) {
        return add_foreign(sources, path, encoding);
    }
    match String::from_utf8(bytes) {
        Ok(mut text) => {
            if text.starts_with('\u{feff}') {
                text.drain(..'\u{feff}'.len_utf8());
            }
            (sources.add(path, text), None)
        }
        Err(error) => add_broken(sources, path, &error),
    }
}

/// Returns the encoding that the first bytes speak for, if it is not UTF-8 (YAML 1.2.2, section 5.2).
fn other_encoding(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] | [0, 0, 0, _, ..] | [_, 0, 0, 0, ..] => {
            Some("UTF-32")
        }
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, _, ..] | [_, 0, ..] => Some("UTF-16"),
        _ => None,
    }
}

/// A text in another encoding has no lines to show, so an empty one stands for it.
fn add_foreign(sources: &mut Sources, path: &Path, encoding: &str) -> (FileId, Option<Diagnostic>) {
    let file = sources.add(path, "");
    let message = format!("the file is {encoding}");
    let diagnostic = Diagnostic::new(Code::NotUtf8, message)
        .label(Span::new(file, 0, 0), "the first bytes say so")
        .help("save the file as UTF-8");
    (file, Some(diagnostic))
}

/// Shows the text with a replacement character for what is not one; before the first of them, all
/// offsets are as in the file.
fn add_broken(
    sources: &mut Sources,
    path: &Path,
    error: &std::string::FromUtf8Error,
) -> (FileId, Option<Diagnostic>) {
    let at = error.utf8_error().valid_up_to();
    let byte = error.as_bytes().get(at).copied().unwrap_or_default();
    let file = sources.add(path, String::from_utf8_lossy(error.as_bytes()));
    let end = at + char::REPLACEMENT_CHARACTER.len_utf8();
    let message = format!("the byte 0x{byte:02x} is not UTF-8");
    let diagnostic = Diagnostic::new(Code::NotUtf8, message)
        .label(Span::from_range(file, at..end), "this is not a character")
        .help("save the file as UTF-8");
    (file, Some(diagnostic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], text: &str, expect: Option<&str>) {
        let mut sources = Sources::default();
        let (file, diagnostic) = add_text(&mut sources, Path::new("a"), bytes.to_vec());
        let said =
            diagnostic.map(|d| format!("{} at {}", d.message, sources.place(d.place().unwrap())));
        assert_eq!((sources.text(file), said.as_deref()), (text, expect));
    }

    #[test]
    fn encodings() {
        check(b"", "", None);
        check(b"a: \xc3\xa9", "a: é", None);
        check(b"\xef\xbb\xbfa: 1", "a: 1", None);
        check(
            b"a: 1\nb: \xff",
            "a: 1\nb: \u{fffd}",
            Some("the byte 0xff is not UTF-8 at a:2:4"),
        );
        check(
            b"a\xc3",
            "a\u{fffd}",
            Some("the byte 0xc3 is not UTF-8 at a:1:2"),
        );
        check(b"\xff\xfea\0", "", Some("the file is UTF-16 at a:1:1"));
        check(b"\xfe\xff\0a", "", Some("the file is UTF-16 at a:1:1"));
        check(b"a\0b\0", "", Some("the file is UTF-16 at a:1:1"));
        check(b"\xff\xfe\0\0a", "", Some("the file is UTF-32 at a:1:1"));
    }
}
