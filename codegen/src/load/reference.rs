//! What a `$ref` says: a file beside the one it stands in, and a path in that file.
//!
//! The text of a reference goes in, its two parts come out. Whether they exist is not asked here;
//! that they cannot name anything outside the description's folder is settled here for good, by the
//! same rules on every system.

use crate::source::{Pointer, percent_decode};

/// A reference, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reference {
    /// The file, as in `../shared/pet.yaml`; none where it is the same one.
    pub(super) file: Option<String>,
    pub(super) pointer: Pointer,
}

/// Why a text is no reference to follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BadReference {
    /// A URL, as in `https://example.org/pet.yaml`.
    Remote,
    /// An absolute path, or one out of the folder, as in `../../pet.yaml`.
    Outside,
    /// A fragment that is no path, as in `#pet`.
    Fragment,
    /// A path with `\`, `:` or other characters that mean different things on different systems.
    Path,
}

impl Reference {
    pub(super) fn parse(text: &str) -> Result<Self, BadReference> {
        let (file, fragment) = match text.find('#') {
            Some(at) => text.split_at(at),
            None => (text, "#"),
        };
        let file = if file.is_empty() {
            None
        } else {
            Some(parse_file(file)?)
        };
        let pointer = Pointer::parse(fragment).ok_or(BadReference::Fragment)?;
        Ok(Self { file, pointer })
    }
}

/// Returns a path relative to the description's folder, as in `shared/pet.yaml`, from the path of the
/// file that refers and the path it refers to.
pub(super) fn join(from: &str, file: &str) -> Result<String, BadReference> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in file.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop().ok_or(BadReference::Outside)?;
            }
            part => parts.push(part),
        }
    }
    Ok(parts.join("/"))
}

fn parse_file(file: &str) -> Result<String, BadReference> {
    let file = percent_decode(file).ok_or(BadReference::Path)?;
    let scheme = file.split_once(':').map(|(scheme, _)| scheme);
    let is_word = |word: &str| {
        word.bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
    };
    match scheme {
        // One letter is a drive of Windows.
        Some(drive) if drive.len() == 1 => return Err(BadReference::Outside),
        Some(scheme) if is_word(scheme) => return Err(BadReference::Remote),
        _ if file.starts_with("//") => return Err(BadReference::Remote),
        _ if file.starts_with('/') => return Err(BadReference::Outside),
        _ => {}
    }
    if file.contains(|c: char| c == '\\' || c == ':' || c.is_control()) {
        return Err(BadReference::Path);
    }
    Ok(file.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_parts() {
        for (text, file, pointer) in [
            ("", None, ""),
            ("#", None, ""),
            ("#/a/b", None, "/a/b"),
            ("pet.yaml", Some("pet.yaml"), ""),
            ("../a/pet.yaml#/b", Some("../a/pet.yaml"), "/b"),
            ("my%20pet.yaml#/b%20c", Some("my pet.yaml"), "/b c"),
            ("./.yaml", Some("./.yaml"), ""),
        ] {
            let reference = Reference::parse(text).unwrap();
            assert_eq!(
                (reference.file.as_deref(), &*reference.pointer.plain()),
                (file, pointer)
            );
        }
    }

    #[test]
    fn what_is_refused() {
        for (text, why) in [
            ("https://example.org/a.yaml#/b", BadReference::Remote),
            ("file:///etc/passwd", BadReference::Remote),
            ("urn:a:b", BadReference::Remote),
            ("//server/share", BadReference::Remote),
            ("%2F%2Fserver/share", BadReference::Remote),
            ("/etc/passwd", BadReference::Outside),
            ("%2fetc/passwd", BadReference::Outside),
            ("C:/a.yaml", BadReference::Outside),
            ("c%3Aa.yaml", BadReference::Outside),
            ("#a", BadReference::Fragment),
            ("a.yaml#b", BadReference::Fragment),
            ("#/%", BadReference::Fragment),
            ("a\\b.yaml", BadReference::Path),
            ("a%5cb.yaml", BadReference::Path),
            ("./C:/a.yaml", BadReference::Path),
            ("a.yaml%00", BadReference::Path),
            ("a%", BadReference::Path),
        ] {
            assert_eq!(Reference::parse(text), Err(why), "{text}");
        }
    }

    #[test]
    fn joined_paths_stay_in_the_folder() {
        for (from, file, expect) in [
            ("a.yaml", "b.yaml", Ok("b.yaml")),
            ("x/a.yaml", "./y//b.yaml", Ok("x/y/b.yaml")),
            ("x/a.yaml", "../b.yaml", Ok("b.yaml")),
            ("x/y/a.yaml", "../../z/../b.yaml", Ok("b.yaml")),
            ("a.yaml", "../b.yaml", Err(BadReference::Outside)),
            ("x/a.yaml", "../../x/b.yaml", Err(BadReference::Outside)),
        ] {
            assert_eq!(join(from, file), expect.map(str::to_owned), "{from} {file}");
        }
    }
}
