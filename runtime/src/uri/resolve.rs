//! Resolves the reference of a redirect against the URL it came from (RFC 3986 §5.2). A base and a
//! reference go in, an absolute URL comes out. Fragments are dropped: they are never sent.

use http::Uri;

use super::server::check_authority;

/// Resolves `reference` against `base`; `None` where the result is no URL with a host, or holds a
/// user name.
pub(crate) fn resolve(base: &Uri, reference: &str) -> Option<Uri> {
    let target = target(base, reference)?;
    let uri: Uri = target.parse().ok()?;
    let authority = uri.authority()?;
    // A port that is no number would pass for the default one.
    check_authority(authority).ok()?;
    (uri.scheme().is_some() && !authority.as_str().contains('@')).then_some(uri)
}

/// Tells whether two URLs have the same scheme, host and port (RFC 6454 §5).
pub(crate) fn same_origin(a: &Uri, b: &Uri) -> bool {
    let host = |uri: &Uri| uri.host().map(str::to_ascii_lowercase);
    a.scheme() == b.scheme() && host(a) == host(b) && port(a) == port(b)
}

fn port(uri: &Uri) -> Option<u16> {
    uri.port_u16().or(match uri.scheme_str() {
        Some("https") => Some(443),
        Some("http") => Some(80),
        _ => None,
    })
}

/// The transformation of RFC 3986 §5.2.2.
fn target(base: &Uri, reference: &str) -> Option<String> {
    let reference = reference.split('#').next().unwrap_or_default();
    let scheme = base.scheme_str()?;
    let authority = base.authority()?.as_str();
    if has_scheme(reference) {
        let (scheme, rest) = reference.split_once(':')?;
        return Some(format!("{scheme}:{}", normalized(rest)));
    }
    if reference.starts_with("//") {
        return Some(format!("{scheme}:{}", normalized(reference)));
    }
    let (path, query) = split_query(reference);
    let (path, query) = if path.is_empty() {
        let query = query.or(base.query());
        (base.path().to_owned(), query)
    } else if path.starts_with('/') {
        (remove_dot_segments(path), query)
    } else {
        let folder = base.path().rfind('/').map_or("", |at| &base.path()[..at]);
        (remove_dot_segments(&format!("{folder}/{path}")), query)
    };
    Some(format!("{scheme}://{authority}{}", joined(&path, query)))
}

/// Removes the dot segments of `//authority/path?query`.
fn normalized(rest: &str) -> String {
    let (hierarchy, query) = split_query(rest);
    let Some(after) = hierarchy.strip_prefix("//") else {
        return joined(hierarchy, query);
    };
    let at = after.find('/').unwrap_or(after.len());
    let (authority, path) = after.split_at(at);
    format!("//{authority}{}", joined(&remove_dot_segments(path), query))
}

fn split_query(text: &str) -> (&str, Option<&str>) {
    match text.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (text, None),
    }
}

fn joined(path: &str, query: Option<&str>) -> String {
    query.map_or_else(|| path.to_owned(), |query| format!("{path}?{query}"))
}

fn has_scheme(reference: &str) -> bool {
    let Some((scheme, _)) = reference.split_once(':') else {
        return false;
    };
    scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}

/// RFC 3986 §5.2.4 for an absolute path.
fn remove_dot_segments(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut segments = path.strip_prefix('/').unwrap_or(path).split('/').peekable();
    while let Some(segment) = segments.next() {
        let last = segments.peek().is_none();
        match segment {
            "." | ".." => {
                if segment == ".." {
                    kept.pop();
                }
                // A dot segment at the end leaves the slash before it.
                if last {
                    kept.push("");
                }
            }
            _ => kept.push(segment),
        }
    }
    format!("/{}", kept.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 3986 §5.4.1 and §5.4.2, less fragments; `http` as the base's scheme stays.
    #[test]
    fn examples_of_the_rfc() {
        let base = Uri::from_static("http://a/b/c/d;p?q");
        for (reference, expect) in [
            ("g", "http://a/b/c/g"),
            ("./g", "http://a/b/c/g"),
            ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g/"),
            ("?y", "http://a/b/c/d;p?y"),
            ("g?y", "http://a/b/c/g?y"),
            ("#s", "http://a/b/c/d;p?q"),
            ("g#s", "http://a/b/c/g"),
            ("g?y#s", "http://a/b/c/g?y"),
            (";x", "http://a/b/c/;x"),
            ("g;x", "http://a/b/c/g;x"),
            ("", "http://a/b/c/d;p?q"),
            (".", "http://a/b/c/"),
            ("./", "http://a/b/c/"),
            ("..", "http://a/b/"),
            ("../", "http://a/b/"),
            ("../g", "http://a/b/g"),
            ("../..", "http://a/"),
            ("../../", "http://a/"),
            ("../../g", "http://a/g"),
            ("../../../g", "http://a/g"),
            ("../../../../g", "http://a/g"),
            ("/./g", "http://a/g"),
            ("/../g", "http://a/g"),
            ("g.", "http://a/b/c/g."),
            (".g", "http://a/b/c/.g"),
            ("g..", "http://a/b/c/g.."),
            ("./../g", "http://a/b/g"),
            ("./g/.", "http://a/b/c/g/"),
            ("g/./h", "http://a/b/c/g/h"),
            ("g/../h", "http://a/b/c/h"),
            ("g;x=1/../y", "http://a/b/c/y"),
            ("g?y/../x", "http://a/b/c/g?y/../x"),
            ("https://other/x/../y", "https://other/y"),
        ] {
            let got = resolve(&base, reference).map(|uri| uri.to_string());
            assert_eq!(got.as_deref(), Some(expect), "{reference}");
        }
    }

    #[test]
    fn what_is_no_target() {
        let base = Uri::from_static("http://a/b");
        for reference in [
            "mailto:x",
            "http://user:pw@h/",
            "//u@h/",
            "http://",
            "a b",
            "http://a:99999/",
        ] {
            assert_eq!(resolve(&base, reference), None, "{reference}");
        }
    }

    #[test]
    fn origins() {
        let base = Uri::from_static("https://Host/a");
        for (other, expect) in [
            ("https://host/b", true),
            ("https://host:443/b", true),
            ("http://host/b", false),
            ("https://host:444/b", false),
            ("https://host.evil/b", false),
        ] {
            assert_eq!(
                same_origin(&base, &Uri::from_static(other)),
                expect,
                "{other}"
            );
        }
    }
}
