//! The origins that are allowed, and the only way to a document from another machine.
//!
//! Nothing is asked of a machine that the user has not allowed by name, whatever a description or
//! another machine says.

use super::allow::{Allowance, Allowances};
use super::fetch::Fetcher;
use super::folder::Refusal;
use super::limits::{MAX_FETCHES, MAX_REDIRECTS};
use super::uri;
use crate::diagnostic::Diagnostics;

/// The origins that documents are fetched from.
pub(super) struct Origins {
    allowed: Vec<Allowed>,
    fetcher: Option<Fetcher>,
    fetches: usize,
}

struct Allowed {
    /// As in `https://example.org`, in the spelling that is compared.
    origin: String,
    allowance: Allowance<String>,
    used: bool,
}

/// A document from another machine.
#[derive(Debug)]
pub(super) struct Document {
    /// Where it was found in the end.
    pub(super) uri: String,
    pub(super) bytes: Vec<u8>,
}

/// What one request came to.
#[cfg_attr(
    not(feature = "network"),
    expect(dead_code, reason = "without network there are no answers")
)]
pub(super) enum Answer {
    Document(Vec<u8>),
    /// The value of `Location`.
    Elsewhere(String),
}

impl Origins {
    /// Returns the allowed origins; says which of them are none.
    pub(super) fn new(allowances: &Allowances, diagnostics: &mut Diagnostics) -> Self {
        let mut allowed = Vec::new();
        for allowance in &allowances.origins {
            match parse(&allowance.value) {
                Some(origin) => allowed.push(Allowed {
                    origin,
                    allowance: allowance.clone(),
                    used: false,
                }),
                None => diagnostics.add(allowance.invalid(
                    format!("`{}` is no origin to read from", allowance.text),
                    "not understood",
                    "write a scheme and a host, and if need be a port, as in \
                     `https://schemas.example.org`; `http` is for this machine alone, as in \
                     `http://localhost:8080`",
                )),
            }
        }
        Self {
            allowed,
            fetcher: None,
            fetches: 0,
        }
    }

    /// Returns whether a URI may be fetched, and counts its origin as used then.
    pub(super) fn allow(&mut self, uri: &str) -> bool {
        let Some(origin) = uri::origin(uri) else {
            return false;
        };
        let found = self.allowed.iter_mut().find(|one| one.origin == origin);
        found.is_some_and(|one| {
            one.used = true;
            true
        })
    }

    /// Fetches a document of an allowed origin, over redirects that stay there.
    pub(super) fn fetch(&mut self, uri: &str, max_bytes: u64) -> Result<Document, Refusal> {
        if self.fetches >= MAX_FETCHES {
            let why = format!("the description refers to more than {MAX_FETCHES} URLs");
            return Err(Refusal::TooLarge(why));
        }
        self.fetches += 1;
        let origin = uri::origin(uri).unwrap_or_default();
        let mut uri = uri.to_owned();
        for _ in 0..=MAX_REDIRECTS {
            let fetcher = self.fetcher.get_or_insert_with(Fetcher::new);
            let location = match fetcher.get(&uri, max_bytes)? {
                Answer::Document(bytes) => return Ok(Document { uri, bytes }),
                Answer::Elsewhere(location) => location,
            };
            let location = location.split('#').next().unwrap_or_default();
            let next = if uri::has_scheme(location) {
                uri::normalise(location)
            } else {
                uri::resolve(&uri, location)
            };
            if uri::origin(&next) != Some(origin) {
                let why = "it redirects to another origin".to_owned();
                return Err(Refusal::NotFetched(why));
            }
            uri = next;
        }
        let why = format!("it redirects more than {MAX_REDIRECTS} times");
        Err(Refusal::NotFetched(why))
    }

    /// Says which allowed origins no reference leads to.
    pub(super) fn report_unused(&self, diagnostics: &mut Diagnostics) {
        for allowed in self.allowed.iter().filter(|allowed| !allowed.used) {
            diagnostics.add(allowed.allowance.unused("origin"));
        }
    }
}

/// Returns an origin in the spelling that is compared.
fn parse(text: &str) -> Option<String> {
    let uri = uri::normalise(text.strip_suffix('/').unwrap_or(text));
    let origin = uri::origin(&uri)?;
    let (scheme, authority) = origin.split_once("://")?;
    let is_whole = uri.strip_prefix(origin) == Some("/");
    let is_plain = !authority.contains(|c: char| {
        c == '@' || c == '\\' || c == '#' || c == '?' || c.is_whitespace() || c.is_control()
    });
    let is_known = match scheme {
        "https" => true,
        "http" => is_loopback(authority),
        _ => false,
    };
    (is_whole && is_plain && is_known).then(|| origin.to_owned())
}

/// Returns whether a host with its port is this machine.
fn is_loopback(authority: &str) -> bool {
    let host = match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|b| b.is_ascii_digit()) => host,
        _ => authority,
    };
    ["localhost", "127.0.0.1", "[::1]"].contains(&host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn origins() {
        for (text, expect) in [
            (
                "https://Schemas.Example.org",
                Some("https://schemas.example.org"),
            ),
            ("https://a.example/", Some("https://a.example")),
            ("https://a.example:443", Some("https://a.example")),
            ("https://a.example:8443", Some("https://a.example:8443")),
            ("http://localhost:80", Some("http://localhost")),
            ("http://127.0.0.1:8080", Some("http://127.0.0.1:8080")),
            ("http://[::1]:8080", Some("http://[::1]:8080")),
            ("http://a.example", None),
            ("http://localhost.a.example", None),
            ("http://127.0.0.1@a.example", None),
            ("https://a.example/b", None),
            ("https://a.example?b", None),
            ("https://a.example#b", None),
            ("https://u:p@a.example", None),
            ("https://", None),
            ("ftp://a.example", None),
            ("a.example", None),
            ("*", None),
        ] {
            assert_eq!(parse(text).as_deref(), expect, "{text}");
        }
    }
}
