//! The URL of a server as a caller gives it: a text, or a template with values for its variables.
//! Whether it is a URL at all is found out when a client is built.

use std::fmt;

/// What a value in the host's part of a URL would end it with, or what comes before it.
const ENDS_OF_AUTHORITY: [char; 6] = ['/', '\\', '?', '#', '@', '%'];

/// The URL of a server, for example `https://api.example.com/v2`; one without a scheme and a host,
/// such as `/v2`, counts from a base.
///
/// Texts become one with `into()`, and so do the servers that a description names.
#[derive(Clone)]
pub struct ServerUrl {
    text: Result<String, &'static str>,
}

impl ServerUrl {
    /// Puts values into a template such as `https://{region}.example.com/{version}`. Each stands for
    /// itself: one in the host's part cannot end it.
    #[doc(hidden)]
    #[must_use]
    pub fn template(template: &str, variables: &[(&str, &str)]) -> Self {
        Self {
            text: fill(template, variables),
        }
    }

    /// Returns the text, or what is wrong with a value in it.
    pub(crate) fn text(&self) -> Result<&str, &'static str> {
        self.text.as_deref().map_err(|problem| *problem)
    }
}

impl From<String> for ServerUrl {
    fn from(text: String) -> Self {
        Self { text: Ok(text) }
    }
}

impl From<&str> for ServerUrl {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl From<&String> for ServerUrl {
    fn from(text: &String) -> Self {
        Self::from(text.as_str())
    }
}

/// Shows no URL: it may hold a password, which is found out later.
impl fmt::Debug for ServerUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServerUrl").finish_non_exhaustive()
    }
}

fn fill(template: &str, variables: &[(&str, &str)]) -> Result<String, &'static str> {
    let mut text = String::new();
    let mut rest = template;
    while let Some((before, name, after)) = next_variable(rest) {
        text.push_str(before);
        match variables.iter().find(|(known, _)| *known == name) {
            Some((_, value)) if in_authority(&text) && value.contains(ENDS_OF_AUTHORITY) => {
                return Err("a variable of the server URL has characters that no host has");
            }
            Some((_, value)) => text.push_str(value),
            // Not described, so it stays as it stands.
            None => text.extend(["{", name, "}"]),
        }
        rest = after;
    }
    text.push_str(rest);
    Ok(text)
}

/// Splits a template at its first variable.
fn next_variable(template: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = template.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}

/// Tells whether what comes next belongs to the host or its port.
fn in_authority(before: &str) -> bool {
    let authority = before.split_once("//").map(|(_, authority)| authority);
    authority.is_some_and(|authority| !authority.contains(['/', '?', '#']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_are_filled_in() {
        for (template, value, expect) in [
            ("https://{x}.h.org/v1", "eu", "https://eu.h.org/v1"),
            ("https://h:{x}/v1", "8443", "https://h:8443/v1"),
            ("https://h/{x}", "a/b", "https://h/a/b"),
            ("{x}/v1", "http://localhost:80", "http://localhost:80/v1"),
            ("{x}://h", "https", "https://h"),
            ("/{x}/{y}", "v2", "/v2/{y}"),
            ("https://h/{", "eu", "https://h/{"),
        ] {
            let url = ServerUrl::template(template, &[("x", value)]);
            assert_eq!(url.text(), Ok(expect), "{template}");
        }
    }

    #[test]
    fn no_value_ends_the_host() {
        for value in [
            "evil.org/",
            "evil.org#",
            "a@evil.org",
            "evil.org?",
            "\\",
            "%2f",
        ] {
            let url = ServerUrl::template("https://{x}.h.org/v1", &[("x", value)]);
            assert!(url.text().is_err(), "{value}");
        }
    }
}
