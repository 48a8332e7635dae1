//! Types of the user's own in place of generated ones, and what generated ones derive beside what
//! they derive anyway.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::RustPath;

/// The key `replace` of `engross.yaml`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Replace {
    /// By the name of a component, or by the JSON pointer of any schema, as in `Money: money::Money`.
    #[serde(default)]
    pub(crate) schemas: BTreeMap<String, RustPath>,
}

/// The key `derive` of `engross.yaml`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Derive {
    /// Of all structs and enums.
    #[serde(default)]
    pub(crate) all: Vec<Trait>,
    /// Of one, by schema as above, as in `Pet: [schemars::JsonSchema]`.
    #[serde(default)]
    pub(crate) schemas: BTreeMap<String, Vec<Trait>>,
}

/// What can be derived: a trait of the prelude or the path of a macro, as in `Hash`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub(crate) struct Trait(pub(crate) RustPath);

/// What needs no path. Models have the others that the language can derive anyway.
const WORDS: &[&str] = &["Copy", "Default", "Eq", "Hash", "Ord", "PartialOrd"];

impl TryFrom<String> for Trait {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        if WORDS.contains(&text.as_str()) {
            return Ok(Self(RustPath {
                is_global: false,
                names: vec![text],
            }));
        }
        RustPath::parse(&text).map(Self).ok_or_else(|| {
            let known = WORDS.join(", ");
            format!("`{text}` cannot be derived: a path, as in `schemars::JsonSchema`, or one of {known}")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_derived() {
        for (text, expect) in [
            ("Ord", true),
            ("schemars::JsonSchema", true),
            ("Debug", false),
            ("ord", false),
            ("a::b)] struct X", false),
        ] {
            assert_eq!(Trait::try_from(text.to_owned()).is_ok(), expect, "{text}");
        }
    }
}
