//! Where the versions of OpenAPI differ. Each difference is one named function here, and only here.

mod keys;

use super::super::home::{Home, Homes};

/// A version, by what it means for reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Version {
    V2,
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
        // Patch releases do not change what documents mean (OAS 3.1 §4.1), but see below.
        Some(known)
    }

    /// Reads a version of when OpenAPI was called Swagger. Many write `2.0` without quotes.
    pub(super) fn parse_swagger(text: &str) -> Option<Self> {
        matches!(text.trim(), "2.0" | "2").then_some(Self::V2)
    }

    /// As in `OpenAPI 3.0`.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::V2 => "Swagger 2.0",
            Self::V3_0 => "OpenAPI 3.0",
            Self::V3_1 => "OpenAPI 3.1",
            Self::V3_2 => "OpenAPI 3.2",
        }
    }

    /// Returns what a document of this version is, as in `an OpenAPI document`.
    pub(super) fn document(self) -> &'static str {
        match self {
            Self::V2 => "a Swagger document",
            Self::V3_0 | Self::V3_1 | Self::V3_2 => "an OpenAPI document",
        }
    }

    /// Where schemas, shared objects and paths stand.
    pub(super) fn homes(self) -> Homes {
        match self {
            Self::V2 => &[
                (&["definitions"], Home::Schemas),
                (&["parameters"], Home::Shared),
                (&["responses"], Home::Shared),
                (&["paths"], Home::Paths),
            ],
            Self::V3_0 | Self::V3_1 | Self::V3_2 => &[
                (&["components", "schemas"], Home::Schemas),
                (&["components"], Home::Shared),
                (&["paths"], Home::Paths),
                (&["webhooks"], Home::Paths),
            ],
        }
    }

    /// Whether `x-nullable: true` says what `nullable: true` says since OpenAPI 3.0. It is no word of
    /// Swagger 2.0, but its tools agree on it.
    pub(super) fn has_nullable_extension(self) -> bool {
        self == Self::V2
    }

    /// Whether schemas have `oneOf`, `anyOf`, `not`, `writeOnly` and `deprecated`, all new in
    /// OpenAPI 3.0.
    pub(super) fn has_unions(self) -> bool {
        self >= Self::V3_0
    }

    /// Whether `discriminator` is the name of a property (Swagger 2.0, Schema Object), not an object.
    pub(super) fn has_discriminator_names(self) -> bool {
        self == Self::V2
    }

    /// Whether parameters and headers describe their values in place, with `type`, `items` and
    /// `collectionFormat`, and not under `schema`.
    pub(super) fn describes_values_in_place(self) -> bool {
        self == Self::V2
    }

    /// Whether path items have `trace` (OAS 3.0 §4.7.9).
    pub(super) fn has_trace(self) -> bool {
        self >= Self::V3_0
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
        self <= Self::V3_0
    }

    /// Whether the keywords beside a schema's `$ref` count (JSON Schema 2020-12 §8.2.3.1).
    pub(super) fn takes_siblings_of_schema_references(self) -> bool {
        self >= Self::V3_1
    }

    /// Whether documents have `$self` (OAS 3.2 §4.1.2).
    pub(super) fn has_self(self) -> bool {
        self >= Self::V3_2
    }

    /// Whether `summary` and `description` beside another `$ref` count (OAS 3.1 §4.8.23).
    pub(super) fn takes_docs_of_references(self) -> bool {
        self >= Self::V3_1
    }

    /// Whether path items have `query` and `additionalOperations` (OAS 3.2 §4.9).
    pub(super) fn has_any_method(self) -> bool {
        self >= Self::V3_2
    }

    /// Whether Discriminator Objects have `defaultMapping` (OAS 3.2 §4.25).
    pub(super) fn has_default_mapping(self) -> bool {
        self >= Self::V3_2
    }

    /// Whether XML Objects have `nodeType` (OAS 3.2 §4.26).
    pub(super) fn has_xml_node_types(self) -> bool {
        self >= Self::V3_2
    }

    /// Whether there are `webhooks` (OAS 3.1 §4.8.1).
    pub(super) fn has_webhooks(self) -> bool {
        self >= Self::V3_1
    }

    /// Whether there are `components.pathItems` (OAS 3.1 §4.8.7).
    pub(super) fn has_shared_path_items(self) -> bool {
        self >= Self::V3_1
    }

    /// Whether licences have an `identifier` (OAS 3.1 §4.8.4).
    pub(super) fn has_license_identifiers(self) -> bool {
        self >= Self::V3_1
    }

    /// Whether tags have `summary`, `parent` and `kind` (OAS 3.2 §4.22).
    pub(super) fn has_tag_hierarchy(self) -> bool {
        self >= Self::V3_2
    }

    /// Whether media types describe items in a row, have encodings by position and can be shared
    /// (OAS 3.2 §4.14).
    pub(super) fn has_sequences(self) -> bool {
        self >= Self::V3_2
    }

    /// Whether examples have `dataValue` and `serializedValue` (OAS 3.2 §4.19).
    pub(super) fn has_forms_of_examples(self) -> bool {
        self >= Self::V3_2
    }

    /// Whether OAuth 2 has the flow `deviceAuthorization`, and schemes `oauth2MetadataUrl`
    /// (OAS 3.2 §4.27).
    pub(super) fn has_device_authorization(self) -> bool {
        self >= Self::V3_2
    }

    /// Whether lists have a `collectionFormat`, in all places that parameters have.
    pub(super) fn has_collection_formats(self) -> bool {
        self == Self::V2
    }

    /// Whether a parameter in a place may say `allowReserved`: those that are percent-encoded. OpenAPI 3.0
    /// says nothing of others, 3.1 of queries alone (OAS 3.1 §4.8.12.2.2, OAS 3.2 §4.12.2.2).
    pub(super) fn allows_reserved(self, place: &str, style: Option<&str>) -> bool {
        match self {
            Self::V2 | Self::V3_0 => true,
            Self::V3_1 => place == "query",
            Self::V3_2 => place != "header" && !(place == "cookie" && style == Some("cookie")),
        }
    }

    /// Whether the `enum` of a server variable must have a value (OAS 3.1 §4.8.6.1).
    pub(super) fn refuses_empty_server_enums(self) -> bool {
        self >= Self::V3_1
    }

    /// Whether an array must say what its items are (OAS 3.0 §4.7.24.1). For JSON Schema, they may be
    /// anything.
    pub(super) fn wants_items(self) -> bool {
        self <= Self::V3_0
    }

    /// Whether an operation must have `responses` (OAS 3.0 §4.7.10). Swagger 2.0 demands them too, as
    /// its own reader says.
    pub(super) fn wants_responses(self) -> bool {
        self == Self::V3_0
    }

    /// Whether a response must have a `description` (OAS 3.1 §4.8.17). From 3.2 on it need not.
    pub(super) fn wants_descriptions(self) -> bool {
        self <= Self::V3_1
    }

    /// Whether a security requirement can name a scheme by its URI (OAS 3.2 §4.30).
    pub(super) fn has_requirements_by_uri(self) -> bool {
        self >= Self::V3_2
    }

    /// Whether parameters can be `in: querystring` (OAS 3.2 §4.12.1).
    pub(super) fn has_querystring(self) -> bool {
        self >= Self::V3_2
    }
}

/// Whether a list in the style `label` that is not exploded has dots between its items, as in
/// `.blue.black`. The tables of 3.0.0 to 3.0.3 and of 3.1.0 say so; later ones have commas, as
/// RFC 6570 §3.2.5.
pub(super) fn has_dotted_labels(specification: &str) -> bool {
    let mut parts = specification.trim().split('.');
    let patch = |text: Option<&str>| text.and_then(|text| text.parse::<u32>().ok());
    match (parts.next(), parts.next()) {
        (Some("3"), Some("0")) => patch(parts.next()).is_some_and(|patch| patch < 4),
        (Some("3"), Some("1")) => patch(parts.next()) == Some(0),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_have_dots_or_commas_by_the_patch() {
        for (text, expect) in [
            ("3.0.0", true),
            ("3.0.3", true),
            ("3.0.4", false),
            ("3.0", false),
            ("3.1.0", true),
            ("3.1.1", false),
            ("3.1.0-rc0", false),
            ("3.2.0", false),
            ("2.0", false),
        ] {
            assert_eq!(has_dotted_labels(text), expect, "{text}");
        }
    }

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
        for (text, expect) in [
            ("2.0", Some(Version::V2)),
            ("2", Some(Version::V2)),
            ("1.2", None),
            ("3.0", None),
        ] {
            assert_eq!(Version::parse_swagger(text), expect, "{text}");
        }
    }
}
