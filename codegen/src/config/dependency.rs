//! Crates that types of the user's are from: the key `crate.dependencies` of `engross.yaml`.

use std::collections::BTreeMap;
use std::fmt::{self, Formatter};
use std::path::PathBuf;

use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// Dependencies by the names of their packages.
pub(crate) type Dependencies = BTreeMap<PackageName, Dependency>;

/// The name of a package, as in `our-money`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub(crate) struct PackageName(String);

/// What is said of one, as in `"1.2"` or `{path: ../money}`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Dependency {
    /// As in `1.2`.
    pub(crate) version: Option<String>,
    /// Relative to the configuration.
    pub(crate) path: Option<PathBuf>,
    pub(crate) features: Vec<String>,
}

impl PackageName {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the name as paths have it, as in `our_money`.
    pub(crate) fn in_code(&self) -> String {
        self.0.replace('-', "_")
    }
}

impl TryFrom<String> for PackageName {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let starts = text.starts_with(|c: char| c.is_ascii_alphabetic());
        let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
        if !starts || !text.chars().all(is_word) {
            return Err(format!("`{text}` is no name of a package"));
        }
        if text.replace('-', "_") == RUNTIME {
            return Err(format!("`{text}` is a dependency anyway"));
        }
        Ok(Self(text))
    }
}

const RUNTIME: &str = "engross_runtime";

impl<'de> Deserialize<'de> for Dependency {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Either)
    }
}

/// Reads a version alone or a table, with what is wrong in the table.
struct Either;

/// A dependency at length.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Table {
    #[serde(default)]
    version: Option<String>,
    #[serde(default)]
    path: Option<PathBuf>,
    #[serde(default)]
    features: Vec<String>,
}

impl<'de> Visitor<'de> for Either {
    type Value = Dependency;

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("a version, as in \"1.2\", or `version`, `path` and `features`")
    }

    fn visit_str<E>(self, version: &str) -> Result<Dependency, E> {
        Ok(Dependency {
            version: Some(version.to_owned()),
            ..Dependency::default()
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Dependency, A::Error> {
        let Table {
            version,
            path,
            features,
        } = Table::deserialize(MapAccessDeserializer::new(map))?;
        Ok(Dependency {
            version,
            path,
            features,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_or_a_table() {
        let read = |text: &str| serde_yaml::from_str::<Dependency>(text);
        let version = read("'1.2'").expect("a version");
        assert_eq!(version.version.as_deref(), Some("1.2"));
        let table = read("{path: ../money, features: [a]}").expect("a table");
        assert_eq!(table.path, Some(PathBuf::from("../money")));
        for wrong in ["[]", "{paht: x}", "{path: 1, features: 2}"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn names_of_packages() {
        for (text, expect) in [
            ("our-money", true),
            ("a1_b", true),
            ("", false),
            ("1a", false),
            ("a b", false),
            ("engross-runtime", false),
        ] {
            assert_eq!(
                PackageName::try_from(text.to_owned()).is_ok(),
                expect,
                "{text}"
            );
        }
    }
}
