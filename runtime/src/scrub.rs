//! Takes credentials out of text that is about to be shown: what a server or a library said goes
//! in, the same with `[redacted]` comes out. It changes what is shown, never what is sent or read.

use std::fmt;
use std::sync::Arc;

use http::header::{HeaderMap, HeaderValue, SET_COOKIE};

use crate::secret::REDACTED;
use crate::spelling;

/// The texts to take out. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Scrubber(Arc<Needles>);

struct Needles {
    /// The longest first: one secret may begin with another.
    texts: Vec<String>,
    /// The characters of the one with the fewest: whatever is shorter spells none of them.
    fewest: usize,
    /// Which bytes a text begins with, so that most places are passed at a glance.
    begins: [bool; 256],
}

impl Scrubber {
    /// Takes out `secrets`, as they are and however an encoder spells them.
    pub(crate) fn new(secrets: impl IntoIterator<Item = String>) -> Self {
        let mut texts: Vec<String> = secrets.into_iter().collect();
        texts.retain(|text| !text.is_empty());
        texts.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        texts.dedup();
        let mut begins = [false; 256];
        for first in texts.iter().filter_map(|text| text.chars().next()) {
            for byte in 0..=u8::MAX {
                begins[usize::from(byte)] |= spelling::begins(first, byte);
            }
        }
        let counts = texts.iter().map(|text| text.chars().count());
        Self(Arc::new(Needles {
            fewest: counts.min().unwrap_or(usize::MAX),
            texts,
            begins,
        }))
    }

    /// Takes out `secrets` as well.
    pub(crate) fn with(&self, secrets: impl IntoIterator<Item = String>) -> Self {
        Self::new(self.0.texts.iter().cloned().chain(secrets))
    }

    /// Returns all of `text` without the secrets.
    pub(crate) fn scrub(&self, text: &str) -> String {
        String::from_utf8_lossy(&self.replace(text.as_bytes(), text.len())).into_owned()
    }

    /// Returns the first `limit` bytes of `bytes` as text without the secrets, also without one
    /// that goes over the limit.
    pub(crate) fn excerpt(&self, bytes: &[u8], limit: usize) -> String {
        let end = bytes.len().min(limit);
        let mut text = String::from_utf8_lossy(&self.replace(bytes, end)).into_owned();
        if end < bytes.len() {
            // The limit may have cut a character in two.
            text.truncate(text.trim_end_matches('\u{fffd}').len());
            text.push('…');
        }
        text
    }

    /// Tells whether a secret is in `bytes`.
    pub(crate) fn finds(&self, bytes: &[u8]) -> bool {
        // A character takes a byte at least, however it is spelled.
        let places = (bytes.len() + 1).saturating_sub(self.0.fewest);
        (0..places).any(|at| self.match_at(&bytes[at..]).is_some())
    }

    /// Marks the values that hold a secret, and cookies, so that `Debug` of `headers` hides them.
    pub(crate) fn mark_sensitive(&self, headers: &mut HeaderMap) {
        for (name, value) in headers.iter_mut() {
            if name == SET_COOKIE || self.finds(HeaderValue::as_bytes(value)) {
                value.set_sensitive(true);
            }
        }
    }

    fn replace(&self, bytes: &[u8], end: usize) -> Vec<u8> {
        let mut out = Vec::with_capacity(end);
        let mut at = 0;
        while at < end {
            if let Some(length) = self.match_at(&bytes[at..]) {
                out.extend_from_slice(REDACTED.as_bytes());
                at += length;
            } else {
                out.push(bytes[at]);
                at += 1;
            }
        }
        out
    }

    /// Returns the length of the secret that `bytes` begins with.
    fn match_at(&self, bytes: &[u8]) -> Option<usize> {
        let first = bytes.first()?;
        if !self.0.begins[usize::from(*first)] {
            return None;
        }
        self.0
            .texts
            .iter()
            .find_map(|text| spelling::spelled(text, bytes))
    }
}

impl Default for Scrubber {
    fn default() -> Self {
        Self::new([])
    }
}

impl fmt::Debug for Scrubber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Scrubber({} texts)", self.0.texts.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scrubber() -> Scrubber {
        Scrubber::new(["s3cr/t+x y".to_owned(), "s3cr".to_owned(), String::new()])
    }

    #[test]
    fn every_spelling_is_taken_out() {
        for (text, expect) in [
            ("a s3cr/t+x y b", "a [redacted] b"),
            ("a=S3CR%2ft%2Bx%20y;", "a=[redacted];"),
            ("a=s3cr%2Ft%2Bx+y", "a=[redacted]"),
            (r#"{"a":"s3cr\/t+x y"}"#, r#"{"a":"[redacted]"}"#),
            (r#"{"a":"s3cr/t\u002Bx y"}"#, r#"{"a":"[redacted]"}"#),
            ("s3cr and s3cr", "[redacted] and [redacted]"),
            ("s3cr", "[redacted]"),
            ("s3c", "s3c"),
            ("nothing é", "nothing é"),
        ] {
            assert_eq!(scrubber().scrub(text), expect);
            assert_eq!(scrubber().finds(text.as_bytes()), text != expect, "{text}");
        }
    }

    #[test]
    fn excerpts_cut_no_secret_in_two() {
        for (limit, expect) in [
            (1, "a…"),
            (2, "a …"),
            (3, "a [redacted]…"),
            (7, "a [redacted]…"),
            (12, "a [redacted]…"),
            (13, "a [redacted] …"),
            (99, "a [redacted] b"),
        ] {
            let got = scrubber().excerpt("a s3cr/t+x y b".as_bytes(), limit);
            assert_eq!(got, expect, "{limit}");
        }
        assert_eq!(scrubber().excerpt("né".as_bytes(), 2), "n…");
    }

    #[test]
    fn headers_with_secrets_are_hidden() {
        let mut headers = HeaderMap::new();
        headers.insert("x-echo", "Bearer s3cr".parse().unwrap());
        headers.insert("x-plain", "fine".parse().unwrap());
        headers.insert("set-cookie", "session=1".parse().unwrap());
        scrubber().mark_sensitive(&mut headers);
        let shown = format!("{headers:?}");
        assert!(
            !shown.contains("s3cr") && !shown.contains("session"),
            "{shown}"
        );
        assert!(shown.contains("fine"), "{shown}");
    }
}
