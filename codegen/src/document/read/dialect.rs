//! Where the versions of OpenAPI differ. Each difference is one named function here, and only here.

/// A version, by what it means for reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Version {
    V3_0,
    V3_1,
    V3_2,
}

impl Version {
    /// Reads a version, as in `3.0.4`, `3.1.0`, `3.2`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.trim().split('.');
        let known = match (parts.next()?, parts.next()?) {
            ("3", "0") => Self::V3_0,
            ("3", "1") => Self::V3_1,
            ("3", "2") => Self::V3_2,
            _ => return None,
        };
        // Patch releases do not change what documents mean (OAS 3.1 §4.1).
        Some(known)
    }

    /// As in `OpenAPI 3.0`.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::V3_0 => "OpenAPI 3.0",
            Self::V3_1 => "OpenAPI 3.1",
            Self::V3_2 => "OpenAPI 3.2",
        }
    }

    /// Whether `nullable: true` says that `null` is a value (OAS 3.0 §4.7.24.1). Later versions name
    /// `null` among the types.
    pub(super) fn has_nullable(self) -> bool {
        self == Self::V3_0
    }

    /// Whether schemas are JSON Schema 2020-12, with its `const`, `prefixItems`, `$defs` and so on.
    pub(super) fn has_json_schema_2020(self) -> bool {
        self >= Self::V3_1
    }

    /// Whether `exclusiveMinimum` is a flag that sharpens `minimum`, and no bound of its own.
    pub(super) fn has_flags_for_exclusive_bounds(self) -> bool {
        self == Self::V3_0
    }

    /// Whether the keywords beside a schema's `$ref` count (JSON Schema 2020-12 §8.2.3.1).
    pub(super) fn takes_siblings_of_schema_references(self) -> bool {
        self >= Self::V3_1
    }

    /// Whether `summary` and `description` beside another `$ref` count (OAS 3.1 §4.8.23).
    pub(super) fn takes_docs_of_references(self) -> bool {
        self >= Self::V3_1
    }

    /// Whether path items have `query` and `additionalOperations` (OAS 3.2 §4.9).
    pub(super) fn has_any_method(self) -> bool {
        self >= Self::V3_2
    }

    /// Whether XML Objects have `nodeType` (OAS 3.2 §4.26).
    pub(super) fn has_xml_node_types(self) -> bool {
        self >= Self::V3_2
    }

    /// Whether parameters can be `in: querystring` (OAS 3.2 §4.12.1).
    pub(super) fn has_querystring(self) -> bool {
        self >= Self::V3_2
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions() {
        for (text, expect) in [
            ("3.0.0", Some(Version::V3_0)),
            ("3.0.3", Some(Version::V3_0)),
            ("3.1", Some(Version::V3_1)),
            ("3.1.0", Some(Version::V3_1)),
            ("3.2.0", Some(Version::V3_2)),
            ("3.10.0", None),
            ("3", None),
            ("2.0", None),
            ("4.0.0", None),
            ("", None),
        ] {
            assert_eq!(Version::parse(text), expect, "{text}");
        }
    }
}
