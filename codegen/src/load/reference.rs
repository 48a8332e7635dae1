//! What a reference says, taken apart: what to look in, and what to look for there.
//!
//! The text of a reference goes in, its parts come out. Whether they exist is not asked here.

use crate::source::{Pointer, percent_decode};

/// A reference, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reference<'a> {
    /// As in `../shared/pet.yaml` or `https://example.org/pet`; empty for what the reference
    /// itself stands in.
    pub(super) resource: &'a str,
    pub(super) fragment: Fragment,
}

/// What stands after `#`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fragment {
    /// Keys and positions from the top; none for the whole.
    Pointer(Pointer),
    /// A name, as in `#pet`.
    Anchor(String),
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

impl<'a> Reference<'a> {
    pub(super) fn parse(text: &'a str) -> Result<Self, BadReference> {
        let (resource, fragment) = match text.find('#') {
            Some(at) => text.split_at(at),
            None => (text, "#"),
        };
        Ok(Self {
            resource,
            fragment: Fragment::parse(fragment)?,
        })
    }
}

impl Fragment {
    /// Reads a fragment with its `#`.
    fn parse(text: &str) -> Result<Self, BadReference> {
        if let Some(pointer) = Pointer::parse(text) {
            return Ok(Self::Pointer(pointer));
        }
        let plain = percent_decode(&text[1..]).ok_or(BadReference::Fragment)?;
        if is_anchor(&plain) {
            Ok(Self::Anchor(plain.into_owned()))
        } else {
            Err(BadReference::Fragment)
        }
    }
}

/// Returns whether a text can be an anchor (JSON Schema 2020-12 §8.2.2).
pub(super) fn is_anchor(text: &str) -> bool {
    let is_inner = |c: char| c.is_ascii_alphanumeric() || "-._".contains(c);
    let is_first = |c: char| c.is_ascii_alphabetic() || c == '_';
    text.starts_with(is_first) && text.chars().all(is_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pointer(text: &str) -> Fragment {
        Fragment::Pointer(Pointer::parse(text).unwrap())
    }

    #[test]
    fn two_parts() {
        for (text, resource, fragment) in [
            ("", "", pointer("")),
            ("#", "", pointer("")),
            ("#/a/b", "", pointer("/a/b")),
            ("#/a~1b~0c/%25%7B", "", pointer("/a~1b~0c/%{")),
            ("pet.yaml", "pet.yaml", pointer("")),
            ("../a/pet.yaml#/b", "../a/pet.yaml", pointer("/b")),
            ("#pet", "", Fragment::Anchor("pet".to_owned())),
            (
                "a.yaml#_p.1-x",
                "a.yaml",
                Fragment::Anchor("_p.1-x".to_owned()),
            ),
            ("#p%65t", "", Fragment::Anchor("pet".to_owned())),
        ] {
            let expect = Reference { resource, fragment };
            assert_eq!(Reference::parse(text), Ok(expect), "{text}");
        }
    }

    #[test]
    fn fragments_that_are_neither() {
        for text in ["#/%", "#a b", "#1a", "#-", "a#b#c", "#/~2", "#a/b", "#%ff"] {
            let parsed = Reference::parse(text);
            assert_eq!(parsed, Err(BadReference::Fragment), "{text}");
        }
    }
}
