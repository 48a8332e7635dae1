//! URIs (RFC 3986): taken apart, resolved against a base, made equal where they mean the same.
//!
//! Texts in, texts out, all without fragments. Nothing is checked beyond what these need.

/// Returns whether a text begins with a scheme of two letters or more: one letter is a drive of
/// Windows.
pub(super) fn has_scheme(text: &str) -> bool {
    let Some((scheme, _)) = text.split_once(':') else {
        return false;
    };
    scheme.len() > 1
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
}

/// A URI, in parts (RFC 3986, section 3), each with the sign that introduces it.
#[derive(Clone, Copy)]
struct Parts<'a> {
    /// As in `https:`.
    scheme: &'a str,
    /// As in `//example.org:80`.
    authority: &'a str,
    path: &'a str,
    /// As in `?page=1`.
    query: &'a str,
}

impl<'a> Parts<'a> {
    fn new(text: &'a str) -> Self {
        let after_scheme = if has_scheme(text) {
            text.find(':').map_or(0, |at| at + 1)
        } else {
            0
        };
        let (scheme, rest) = text.split_at(after_scheme);
        let (rest, query) = rest.split_at(rest.find('?').unwrap_or(rest.len()));
        let after_authority = match rest.strip_prefix("//") {
            Some(inner) => 2 + inner.find('/').unwrap_or(inner.len()),
            None => 0,
        };
        let (authority, path) = rest.split_at(after_authority);
        Self {
            scheme,
            authority,
            path,
            query,
        }
    }

    /// Puts the parts together in the one spelling that this project compares.
    fn join(self, path: &str) -> String {
        let (scheme, authority) = (
            self.scheme.to_ascii_lowercase(),
            self.authority.to_ascii_lowercase(),
        );
        let default_port = match scheme.as_str() {
            "https:" => ":443",
            "http:" => ":80",
            _ => "\0",
        };
        let authority = authority.strip_suffix(default_port).unwrap_or(&authority);
        let path = if path.is_empty() && !authority.is_empty() {
            "/"
        } else {
            path
        };
        format!("{scheme}{authority}{path}{}", self.query)
    }
}

/// Returns the spelling in which URIs are compared.
pub(super) fn normalise(text: &str) -> String {
    let parts = Parts::new(text);
    if parts.path.starts_with('/') {
        parts.join(&without_dots(parts.path))
    } else {
        parts.join(parts.path)
    }
}

/// Returns what a relative reference names below a base (RFC 3986, section 5.2.2).
pub(super) fn resolve(base: &str, text: &str) -> String {
    let (base, reference) = (Parts::new(base), Parts::new(text));
    if !reference.authority.is_empty() {
        let parts = Parts {
            scheme: base.scheme,
            ..reference
        };
        return parts.join(&without_dots(reference.path));
    }
    if reference.path.is_empty() {
        let query = if reference.query.is_empty() {
            base.query
        } else {
            reference.query
        };
        return Parts { query, ..base }.join(base.path);
    }
    let parts = Parts {
        query: reference.query,
        ..base
    };
    if reference.path.starts_with('/') {
        return parts.join(&without_dots(reference.path));
    }
    let folder = match base.path.rfind('/') {
        Some(at) => &base.path[..=at],
        None if base.authority.is_empty() => "",
        None => "/",
    };
    parts.join(&without_dots(&format!("{folder}{}", reference.path)))
}

/// Removes `.` and resolves `..` (RFC 3986, section 5.2.4).
fn without_dots(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let parts: Vec<&str> = path.split('/').collect();
    let last = parts.len() - 1;
    for (index, part) in parts.into_iter().enumerate() {
        match part {
            "." | ".." => {
                // The first part is what stands before the first slash.
                if part == ".." && kept.len() > 1 {
                    kept.pop();
                }
                if index == last {
                    kept.push("");
                }
            }
            part => kept.push(part),
        }
    }
    kept.join("/")
}

/// Returns the scheme, host and port of a URI, as in `https://example.org:8443`; nothing where there
/// is no host.
pub(super) fn origin(uri: &str) -> Option<&str> {
    let parts = Parts::new(uri);
    let length = parts.scheme.len() + parts.authority.len();
    (!parts.scheme.is_empty() && parts.authority.len() > 2).then(|| &uri[..length])
}

/// Returns the way from the folder of one URI to another of the same origin, as a relative path;
/// nothing where it would lead out of the folder or has a query.
pub(super) fn way<'a>(from: &str, to: &'a str) -> Option<&'a str> {
    let folder = &from[..=from.rfind('/')?];
    origin(from)?;
    let way = to.strip_prefix(folder)?;
    (!way.is_empty() && !way.contains('?')).then_some(way)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 3986, section 5.4, without fragments.
    #[test]
    fn examples_of_the_standard() {
        for (text, expect) in [
            ("g", "http://a/b/c/g"),
            ("./g", "http://a/b/c/g"),
            ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g/"),
            ("?y", "http://a/b/c/d;p?y"),
            ("g?y", "http://a/b/c/g?y"),
            (";x", "http://a/b/c/;x"),
            ("g;x?y", "http://a/b/c/g;x?y"),
            ("", "http://a/b/c/d;p?q"),
            (".", "http://a/b/c/"),
            ("./", "http://a/b/c/"),
            ("..", "http://a/b/"),
            ("../", "http://a/b/"),
            ("../g", "http://a/b/g"),
            ("../..", "http://a/"),
            ("../../g", "http://a/g"),
            ("../../../g", "http://a/g"),
            ("/./g", "http://a/g"),
            ("/../g", "http://a/g"),
            ("g.", "http://a/b/c/g."),
            ("..g", "http://a/b/c/..g"),
            ("./../g", "http://a/b/g"),
            ("g/./h", "http://a/b/c/g/h"),
            ("g/../h", "http://a/b/c/h"),
            ("g;x=1/../y", "http://a/b/c/y"),
            ("g?y/../x", "http://a/b/c/g?y/../x"),
        ] {
            assert_eq!(resolve("http://a/b/c/d;p?q", text), expect, "{text}");
        }
        assert_eq!(resolve("http://a", "g"), "http://a/g");
        assert_eq!(resolve("urn:a:b", "c"), "urn:c");
    }

    #[test]
    fn spellings_that_mean_the_same() {
        for (text, expect) in [
            ("HTTP://A.example:80", "http://a.example/"),
            ("https://a:443/B", "https://a/B"),
            ("https://a:80/", "https://a:80/"),
            ("https://a/b/../c", "https://a/c"),
            ("urn:UUID:a", "urn:UUID:a"),
            ("file:///a/./b", "file:///a/b"),
        ] {
            assert_eq!(normalise(text), expect);
        }
    }

    #[test]
    fn schemes_and_origins() {
        for (text, scheme, expect) in [
            (
                "https://a.example:8443/b?c",
                true,
                Some("https://a.example:8443"),
            ),
            ("https://u:p@a/b", true, Some("https://u:p@a")),
            ("urn:a:b", true, None),
            ("file:///a", true, None),
            ("C:/a", false, None),
            ("a/b:c", false, None),
            ("//a/b", false, None),
            ("1a:b", false, None),
        ] {
            assert_eq!((has_scheme(text), origin(text)), (scheme, expect), "{text}");
        }
    }

    #[test]
    fn ways() {
        for (from, to, expect) in [
            (
                "https://a/x/root.yaml",
                "https://a/x/y/b.yaml",
                Some("y/b.yaml"),
            ),
            ("https://a/x/root.yaml", "https://a/b.yaml", None),
            ("https://a/x/root.yaml", "https://b/x/b.yaml", None),
            ("https://a/x/root.yaml", "https://a/x/b?c", None),
            ("https://a/x/root.yaml", "https://a/x/", None),
            ("urn:a:b", "urn:a:c", None),
        ] {
            assert_eq!(way(from, to), expect, "{to}");
        }
    }
}
