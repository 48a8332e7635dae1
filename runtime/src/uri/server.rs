//! The server's URL, checked once when a client is built: `https://host:port/base/path`. Text goes
//! in, a base that paths are joined to comes out. It does not resolve names and does not connect.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use http::Uri;
use http::uri::{Authority, Scheme};

use super::resolve::resolve;
use super::server_url::ServerUrl;

/// The servers of a client: its own, and those that single operations have.
pub(crate) struct Servers {
    client: Server,
    /// What relative URLs count from, if not from the client's own.
    base: Option<Uri>,
    /// In place of those of the description, by their URLs in it.
    operations: BTreeMap<&'static str, Server>,
}

impl Servers {
    /// Checks all of them.
    pub(crate) fn new(
        client: &ServerUrl,
        base: Option<&str>,
        operations: &BTreeMap<&'static str, ServerUrl>,
    ) -> Result<Self, &'static str> {
        let base: Option<Uri> = match base {
            None => None,
            Some(text) => {
                let uri: Uri = text
                    .parse()
                    .map_err(|_| "the base URL is not a valid URL")?;
                let problem = "the base URL must be absolute, as in `https://host/path`";
                Some(
                    Some(uri)
                        .filter(|uri| uri.host().is_some())
                        .ok_or(problem)?,
                )
            }
        };
        let mut servers = Self {
            client: Server::parse(&absolute(client.text()?, base.as_ref()))?,
            base,
            operations: BTreeMap::new(),
        };
        for (described, url) in operations {
            let server = servers.parse(url.text()?)?;
            servers.operations.insert(described, server);
        }
        Ok(servers)
    }

    /// Returns the server of an operation, which may have one of its own.
    pub(crate) fn of(
        &self,
        described: Option<&'static str>,
    ) -> Result<Cow<'_, Server>, &'static str> {
        let Some(described) = described else {
            return Ok(Cow::Borrowed(&self.client));
        };
        match self.operations.get(described) {
            Some(given) => Ok(Cow::Borrowed(given)),
            None => self.parse(described).map(Cow::Owned),
        }
    }

    fn parse(&self, url: &str) -> Result<Server, &'static str> {
        let client = self.client.url().parse().ok();
        Server::parse(&absolute(url, self.base.as_ref().or(client.as_ref())))
    }
}

impl fmt::Debug for Servers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.client.url().fmt(f)
    }
}

/// Returns a URL that has a scheme and a host, if there is something to count from.
fn absolute<'t>(url: &'t str, base: Option<&Uri>) -> Cow<'t, str> {
    let resolved = base.and_then(|base| resolve(base, url));
    // What is no URL is said of the text as it was given; and no dot segment comes out of it unseen.
    match resolved {
        Some(resolved) if !has_scheme(url) => Cow::Owned(resolved.to_string()),
        _ => Cow::Borrowed(url),
    }
}

fn has_scheme(url: &str) -> bool {
    url.split(['/', '?', '#'])
        .next()
        .is_some_and(|first| first.contains(':'))
}

/// A checked server URL without a trailing slash, for example `https://api.example.com/v2`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Server {
    pub(crate) origin: Origin,
    /// For example `/v2`; mostly nothing.
    pub(crate) path: String,
}

/// Where a server is, in parts that a request's URL is put together from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Origin {
    pub(crate) scheme: Scheme,
    pub(crate) authority: Authority,
}

impl Server {
    /// Checks `url`; the error is a sentence about what is wrong with it and never quotes it,
    /// because what is wrong may be a password in it.
    pub(crate) fn parse(url: &str) -> Result<Self, &'static str> {
        if url.contains('#') {
            return Err("the server URL must not have a fragment");
        }
        let uri: Uri = url
            .parse()
            .map_err(|_| "the server URL is not a valid URL")?;
        let parts = uri.into_parts();
        let scheme = match parts.scheme {
            Some(scheme) if scheme == Scheme::HTTP || scheme == Scheme::HTTPS => scheme,
            Some(_) => return Err("the server URL must begin with `http://` or `https://`"),
            None => {
                return Err(
                    "the server URL must be absolute, as in `https://host/path`, or a base URL be given",
                );
            }
        };
        let authority = parts.authority.ok_or("the server URL has no host")?;
        if authority.as_str().contains('@') {
            return Err("the server URL must not hold a user name or password");
        }
        check_authority(&authority)?;
        let path = match &parts.path_and_query {
            Some(path) if path.query().is_some() => {
                return Err("the server URL must not have a query");
            }
            Some(path) => path.path().trim_end_matches('/'),
            None => "",
        };
        if path.split('/').any(is_dot_segment) {
            return Err("the server URL must not have `.` or `..` in its path");
        }
        let path = path.to_owned();
        Ok(Self {
            origin: Origin { scheme, authority },
            path,
        })
    }

    /// Returns the URL without a trailing slash.
    fn url(&self) -> String {
        let Origin { scheme, authority } = &self.origin;
        format!("{scheme}://{authority}{}", self.path)
    }
}

/// Tells whether a URL parser would take `segment` for `.` or `..`, also when it is written with
/// `%2e` as the WHATWG URL standard reads it.
pub(crate) fn is_dot_segment(segment: &str) -> bool {
    let (mut rest, mut dots) = (segment, 0);
    while !rest.is_empty() {
        let mut spellings = [".", "%2e", "%2E"].into_iter();
        let Some(after) = spellings.find_map(|dot| rest.strip_prefix(dot)) else {
            return false;
        };
        (rest, dots) = (after, dots + 1);
    }
    dots == 1 || dots == 2
}

/// Checks that there is a host, and that the port is a number if there is one.
pub(super) fn check_authority(authority: &Authority) -> Result<(), &'static str> {
    if authority.host().is_empty() {
        return Err("the server URL has no host");
    }
    let port = authority
        .as_str()
        .strip_prefix(authority.host())
        .unwrap_or_default();
    let port = port.strip_prefix(':').unwrap_or(port);
    if !port.is_empty() && port.parse::<u16>().is_err() {
        return Err("the port of the server URL is not a number up to 65535");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn servers_are_checked() {
        for (url, expect) in [
            ("https://api.example.com", Ok("https://api.example.com")),
            ("http://127.0.0.1:8080/", Ok("http://127.0.0.1:8080")),
            ("https://h/base/path/", Ok("https://h/base/path")),
            ("https://[::1]:8443/a", Ok("https://[::1]:8443/a")),
            ("ftp://h/", Err("begin with")),
            ("/relative", Err("absolute")),
            ("example.com", Err("absolute")),
            ("https://user:pw@h/", Err("user name")),
            ("https://h/?a=1", Err("query")),
            ("https://h/#a", Err("fragment")),
            ("https://h/a/../b", Err("`..`")),
            ("https://h/%2e%2E/b", Err("`..`")),
            ("https://h:99999/", Err("port")),
            ("https://", Err("valid")),
            ("", Err("valid")),
            ("https://h /", Err("valid")),
        ] {
            match (Server::parse(url), expect) {
                (Ok(server), Ok(expect)) => assert_eq!(server.url(), expect, "{url}"),
                (Err(error), Err(expect)) => assert!(error.contains(expect), "{url}: {error}"),
                (got, expect) => panic!("{url}: {got:?}, expected {expect:?}"),
            }
        }
    }
}
