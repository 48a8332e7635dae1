//! Finds the path of an offset in JSON text, once an error has been made.
//!
//! The text before the offset has been read without an error, so this pass trusts it.

use super::string::string_end;
use crate::codec::clip::{clip_path, push_index, push_key};

/// A container around the offset.
enum Open<'a> {
    /// With the name of the current property, once it has been passed.
    Object(Option<&'a str>),
    /// With the number of the current item.
    Array(usize),
}

/// Returns the path of the value at `offset`, for instance `items[3].id`; names are as in the text.
pub(crate) fn locate(text: &str, offset: usize) -> String {
    let bytes = text.as_bytes();
    let mut stack = Vec::new();
    let mut at = 0;
    while let (true, Some(byte)) = (at < offset, bytes.get(at)) {
        at += 1;
        match (byte, stack.last_mut()) {
            (b'{', _) => stack.push(Open::Object(None)),
            (b'[', _) => stack.push(Open::Array(0)),
            (b'}' | b']', _) => drop(stack.pop()),
            (b',', Some(Open::Array(index))) => *index += 1,
            (b',', Some(Open::Object(name))) => *name = None,
            (b'"', top) => {
                let end = string_end(bytes, at);
                if let (Some(Open::Object(name @ None)), true) = (top, end <= offset) {
                    *name = text.get(at..end - 1);
                }
                at = end;
            }
            _ => {}
        }
    }
    // At its end an object itself is meant, not its last property.
    if let (Some(b'}'), Some(Open::Object(name))) = (bytes.get(offset), stack.last_mut()) {
        *name = None;
    }
    // So is an array behind its last item.
    if bytes.get(offset) == Some(&b']') && !text[..offset].trim_end().ends_with(',') {
        stack.pop_if(|open| matches!(open, Open::Array(_)));
    }
    render(&stack)
}

fn render(stack: &[Open<'_>]) -> String {
    let mut path = String::new();
    for open in stack {
        match open {
            Open::Object(Some(name)) => push_key(&mut path, name),
            Open::Object(None) => {}
            Open::Array(index) => push_index(&mut path, *index),
        }
    }
    clip_path(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_by_offset() {
        let text = r#"{"a":[{"x\"y":1},{"b":{"c":[true,"s"]},"d":2}],"e":3}"#;
        let cases = [
            ("{\"a", ""),
            ("[{\"x", "a"),
            ("1}", r#"a[0].x\"y"#),
            ("true", "a[1].b.c[0]"),
            ("s\"", "a[1].b.c[1]"),
            ("},\"d", "a[1].b"),
            ("2}", "a[1].d"),
            ("3}", "e"),
        ];
        for (here, expected) in cases {
            let offset = text.find(here).expect(here);
            assert_eq!(locate(text, offset), expected, "{here}");
        }
    }

    #[test]
    fn long_names_and_deep_paths_are_clipped() {
        let long = format!("{{\"{}\":1}}", "é".repeat(1000));
        assert!(locate(&long, long.len() - 2).len() < 100);
        let deep = "[".repeat(1000);
        assert!(locate(&deep, 999).len() < 300);
    }
}
