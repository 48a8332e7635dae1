//! Addresses of documents and of schemas with an `$id`: what a reference without its fragment names.
//!
//! A base and the text of a reference go in, an address comes out (RFC 3986, section 5). Nothing is
//! looked up and nothing is refused but what means different things on different systems; whether an
//! address may be read is decided where files are opened.

use super::reference::BadReference;
use super::uri;
use crate::source::percent_decode;

/// The address of a document or of a schema in it, without a fragment.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Address {
    /// A path from the description's folder, as in `shared/pet.yaml` or `../shared/pet.yaml`. One
    /// that begins with `/` names no file, but a schema may be called so.
    Path(String),
    /// With a scheme, as in `https://example.org/pet` or `urn:example:pet`.
    Uri(String),
}

impl Address {
    /// Returns what a reference that stands below this address names; `text` has no fragment.
    pub(super) fn resolve(&self, text: &str) -> Result<Self, BadReference> {
        if uri::has_scheme(text) {
            return Ok(Self::Uri(uri::normalise(text)));
        }
        match self {
            Self::Uri(base) => Ok(Self::Uri(uri::resolve(base, text))),
            Self::Path(base) if text.is_empty() => Ok(Self::Path(base.clone())),
            Self::Path(base) => Ok(Self::Path(join(base, &path(text)?))),
        }
    }

    pub(super) fn as_str(&self) -> &str {
        match self {
            Self::Path(text) | Self::Uri(text) => text,
        }
    }
}

/// Takes a relative path out of a text, decoded, by the same rules on every system.
fn path(text: &str) -> Result<String, BadReference> {
    let path = percent_decode(text).ok_or(BadReference::Path)?;
    if path.starts_with("//") || uri::has_scheme(&path) {
        return Err(BadReference::Remote);
    }
    // One letter is a drive of Windows.
    let mut start = path.chars();
    if start.next().is_some_and(|c| c.is_ascii_alphabetic()) && start.next() == Some(':') {
        return Err(BadReference::Outside);
    }
    if path.contains(|c: char| c == '\\' || c == ':' || c.is_control()) {
        return Err(BadReference::Path);
    }
    Ok(path.into_owned())
}

/// Returns a path relative to the description's folder, as in `shared/pet.yaml`, from the path of
/// what refers and the path it refers to. What leads out of the folder begins with `..`.
fn join(from: &str, path: &str) -> String {
    let mut parts: Vec<&str> = if path.starts_with('/') {
        vec![""]
    } else {
        let mut parts: Vec<&str> = from.split('/').collect();
        parts.pop();
        parts
    };
    for part in path.split('/') {
        match (part, parts.last()) {
            ("" | ".", _) => {}
            ("..", None | Some(&("" | ".."))) => parts.push(".."),
            ("..", Some(_)) => {
                parts.pop();
            }
            (part, _) => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(base: &str, text: &str, expect: &str) {
        let base = if uri::has_scheme(base) {
            Address::Uri(base.to_owned())
        } else {
            Address::Path(base.to_owned())
        };
        let resolved = base.resolve(text);
        assert_eq!(
            resolved.as_ref().map(Address::as_str),
            Ok(expect),
            "{base:?}"
        );
    }

    #[test]
    fn below_a_file() {
        check("a.yaml", "b.yaml", "b.yaml");
        check("x/a.yaml", "b.yaml", "x/b.yaml");
        check("x/a.yaml", "./../b.yaml", "b.yaml");
        check("x/a.yaml", "my%20pet.yaml", "x/my pet.yaml");
        check("x/a.yaml", "", "x/a.yaml");
        check("a.yaml", "../b.yaml", "../b.yaml");
        check("../x/a.yaml", "../../b.yaml", "../../b.yaml");
        check("a.yaml", "%2e%2e/b.yaml", "../b.yaml");
        check("x/a.yaml", "/b/../c.yaml", "/c.yaml");
        check("a.yaml", "/../c.yaml", "/../c.yaml");
        check("a.yaml", "urn:example:pet", "urn:example:pet");
        check("a.yaml", "HTTPS://Example.org", "https://example.org/");
    }

    #[test]
    fn below_a_uri() {
        check("https://x.org/a/b", "c", "https://x.org/a/c");
        check("https://x.org/a/b", "", "https://x.org/a/b");
        check("https://x.org/a/b", "//y.org/c", "https://y.org/c");
        check("https://x.org/a/b", "urn:example:pet", "urn:example:pet");
    }

    #[test]
    fn what_is_refused() {
        for (text, why) in [
            ("//server/share", BadReference::Remote),
            ("%2F%2Fserver/share", BadReference::Remote),
            ("https%3A//x.org", BadReference::Remote),
            ("C:/a.yaml", BadReference::Outside),
            ("c%3Aa.yaml", BadReference::Outside),
            ("a\\b.yaml", BadReference::Path),
            ("a%5cb.yaml", BadReference::Path),
            ("./C:/a.yaml", BadReference::Path),
            ("a.yaml%00", BadReference::Path),
            ("a%", BadReference::Path),
        ] {
            let base = Address::Path("root.yaml".to_owned());
            assert_eq!(base.resolve(text), Err(why), "{text}");
        }
    }
}
