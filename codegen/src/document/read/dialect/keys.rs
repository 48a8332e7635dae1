//! Keys that objects have in some versions only, for those who write one in a document of another.

use super::Version;
use super::Version::{V2, V3_0, V3_1, V3_2};

/// Keys of a kind of object, the versions that have them, and what to write in others.
struct Row {
    object: &'static str,
    keys: &'static [&'static str],
    /// The first and the last version that have them.
    known: [Version; 2],
    help: &'static str,
}

const fn row(
    object: &'static str,
    keys: &'static [&'static str],
    known: [Version; 2],
    help: &'static str,
) -> Row {
    Row {
        object,
        keys,
        known,
        help,
    }
}

const SINCE_3_0: [Version; 2] = [V3_0, V3_2];
const SINCE_3_1: [Version; 2] = [V3_1, V3_2];
const SINCE_3_2: [Version; 2] = [V3_2, V3_2];
const ONLY_2: [Version; 2] = [V2, V2];

const IN_SCHEMA: &str = "put it under `schema`, as in `schema: {type: string}`";
const IN_CONTENT: &str = "name media types under `content` of bodies and responses";
const NAME_3_1: &str = "say `openapi: 3.1.0` if that is what is written";
const NAME_3_2: &str = "say `openapi: 3.2.0` if that is what is written";
const NAME_3_0: &str = "say `openapi: 3.0.3` in place of `swagger` if that is what is written";

const VALUE_KEYS: &[&str] = &[
    "type",
    "format",
    "items",
    "collectionFormat",
    "default",
    "enum",
    "maximum",
    "exclusiveMaximum",
    "minimum",
    "exclusiveMinimum",
    "maxLength",
    "minLength",
    "pattern",
    "maxItems",
    "minItems",
    "uniqueItems",
    "multipleOf",
    "properties",
    "additionalProperties",
    "nullable",
    "$ref",
];

const ROWS: [Row; 46] = [
    row(
        "an OpenAPI document",
        &["host", "basePath", "schemes"],
        ONLY_2,
        "write `servers`, as in `servers: [{url: https://api.example.org/v1}]`",
    ),
    row(
        "an OpenAPI document",
        &["consumes", "produces"],
        ONLY_2,
        IN_CONTENT,
    ),
    row(
        "an OpenAPI document",
        &["definitions"],
        ONLY_2,
        "move the schemas to `components.schemas`",
    ),
    row(
        "an OpenAPI document",
        &["securityDefinitions"],
        ONLY_2,
        "move the schemes to `components.securitySchemes`",
    ),
    row(
        "an OpenAPI document",
        &["parameters", "responses"],
        ONLY_2,
        "move them to `components`",
    ),
    row(
        "an OpenAPI document",
        &["webhooks", "jsonSchemaDialect"],
        SINCE_3_1,
        NAME_3_1,
    ),
    row("an OpenAPI document", &["$self"], SINCE_3_2, NAME_3_2),
    row(
        "a Swagger document",
        &["servers"],
        SINCE_3_0,
        "write `host`, `basePath` and `schemes`",
    ),
    row(
        "a Swagger document",
        &["components"],
        SINCE_3_0,
        "write `definitions`, `parameters`, `responses` and `securityDefinitions`",
    ),
    row(
        "a Swagger document",
        &["openapi", "webhooks", "jsonSchemaDialect"],
        SINCE_3_0,
        NAME_3_0,
    ),
    row("`components`", &["pathItems"], SINCE_3_1, NAME_3_1),
    row("`components`", &["mediaTypes"], SINCE_3_2, NAME_3_2),
    row(
        "`components`",
        &["definitions"],
        ONLY_2,
        "call it `schemas`",
    ),
    row(
        "`components`",
        &["securityDefinitions"],
        ONLY_2,
        "call it `securitySchemes`",
    ),
    row(
        "a path item",
        &["query", "additionalOperations"],
        SINCE_3_2,
        NAME_3_2,
    ),
    row(
        "a path item",
        &["trace", "servers", "summary", "description"],
        SINCE_3_0,
        NAME_3_0,
    ),
    row(
        "an operation",
        &["consumes", "produces"],
        ONLY_2,
        IN_CONTENT,
    ),
    row("an operation", &["schemes"], ONLY_2, "write `servers`"),
    row(
        "an operation",
        &["requestBody"],
        SINCE_3_0,
        "write a parameter `in: body` with a `schema`",
    ),
    row(
        "an operation",
        &["servers", "callbacks"],
        SINCE_3_0,
        NAME_3_0,
    ),
    row("a parameter", VALUE_KEYS, ONLY_2, IN_SCHEMA),
    row(
        "a parameter",
        &["schema"],
        SINCE_3_0,
        "write `type` and the like beside `in`",
    ),
    row(
        "a parameter",
        &[
            "content",
            "style",
            "explode",
            "allowReserved",
            "example",
            "examples",
            "deprecated",
        ],
        SINCE_3_0,
        NAME_3_0,
    ),
    row("a header", VALUE_KEYS, ONLY_2, IN_SCHEMA),
    row(
        "a header",
        &["schema"],
        SINCE_3_0,
        "write `type` and the like in the header itself",
    ),
    row(
        "a header",
        &[
            "content",
            "style",
            "explode",
            "required",
            "example",
            "examples",
            "deprecated",
        ],
        SINCE_3_0,
        NAME_3_0,
    ),
    row(
        "a response",
        &["schema", "examples"],
        ONLY_2,
        "put it under `content` and a media type, as in `content: {application/json: {schema: ...}}`",
    ),
    row(
        "a response",
        &["content"],
        SINCE_3_0,
        "write `schema` in the response, and media types under `produces`",
    ),
    row("a response", &["links"], SINCE_3_0, NAME_3_0),
    row(
        "a media type",
        &["itemSchema", "prefixEncoding", "itemEncoding"],
        SINCE_3_2,
        NAME_3_2,
    ),
    row(
        "a schema",
        &["nullable"],
        [V3_0, V3_0],
        "add `null` to the types, as in `type: [string, \"null\"]`",
    ),
    row(
        "a schema",
        &["const"],
        SINCE_3_1,
        "write `enum` with this one value",
    ),
    row(
        "a schema",
        &["examples"],
        SINCE_3_1,
        "write `example` with one of them",
    ),
    row(
        "a schema",
        &["oneOf", "anyOf", "not", "writeOnly", "deprecated"],
        SINCE_3_0,
        NAME_3_0,
    ),
    row(
        "a schema",
        &[
            "$id",
            "$schema",
            "$anchor",
            "$dynamicRef",
            "$dynamicAnchor",
            "$vocabulary",
            "$comment",
            "$defs",
            "prefixItems",
            "contains",
            "minContains",
            "maxContains",
            "patternProperties",
            "propertyNames",
            "dependentRequired",
            "dependentSchemas",
            "unevaluatedItems",
            "unevaluatedProperties",
            "if",
            "then",
            "else",
            "contentEncoding",
            "contentMediaType",
            "contentSchema",
        ],
        SINCE_3_1,
        NAME_3_1,
    ),
    row(
        "a security scheme",
        &["flow", "authorizationUrl", "tokenUrl", "scopes"],
        ONLY_2,
        "write `flows`, and all of it below the name of the flow, as in `flows: {implicit: {authorizationUrl: ..., scopes: {}}}`",
    ),
    row(
        "a security scheme",
        &["flows"],
        SINCE_3_0,
        "write `flow` with the name of one, and its URLs and scopes beside it",
    ),
    row(
        "a licence",
        &["identifier"],
        SINCE_3_1,
        "write `url` with the address of its text",
    ),
    row("a tag", &["summary", "parent", "kind"], SINCE_3_2, NAME_3_2),
    row(
        "an example",
        &["dataValue", "serializedValue"],
        SINCE_3_2,
        "write `value`",
    ),
    row(
        "an encoding",
        &["encoding", "prefixEncoding", "itemEncoding"],
        SINCE_3_2,
        NAME_3_2,
    ),
    row("a discriminator", &["defaultMapping"], SINCE_3_2, NAME_3_2),
    row(
        "the flows of a security scheme",
        &["deviceAuthorization"],
        SINCE_3_2,
        NAME_3_2,
    ),
    row(
        "a flow of OAuth 2",
        &["deviceAuthorizationUrl"],
        SINCE_3_2,
        NAME_3_2,
    ),
    row(
        "a security scheme",
        &["oauth2MetadataUrl"],
        SINCE_3_2,
        NAME_3_2,
    ),
    row("`xml`", &["nodeType"], SINCE_3_2, NAME_3_2),
];

/// A key that another version has.
pub(in super::super) struct ForeignKey {
    /// As in `since OpenAPI 3.1` or `in Swagger 2.0`.
    pub(in super::super) known: String,
    pub(in super::super) help: &'static str,
    /// The key of the object that this version has in its place.
    pub(in super::super) place: Option<&'static str>,
}

impl Version {
    /// Returns which versions have a key of an object that this one has not.
    pub(in super::super) fn foreign_key(self, object: &str, key: &str) -> Option<ForeignKey> {
        let fits = |row: &&Row| row.object == object && row.keys.contains(&key);
        let row = ROWS.iter().find(fits)?;
        let [first, last] = row.known;
        if (first..=last).contains(&self) {
            return None;
        }
        let known = if last == V3_2 {
            format!("since {}", first.name())
        } else {
            format!("in {}", last.name())
        };
        let help = if key == "nullable" && self.has_nullable_extension() {
            "write `x-nullable: true`, which tools agree on"
        } else {
            row.help
        };
        let place = self.place_of(object, key);
        Some(ForeignKey { known, help, place })
    }
}

impl Version {
    /// Returns which key of an object holds what another version has under its own.
    fn place_of(self, object: &str, key: &str) -> Option<&'static str> {
        if self == V2 {
            return None;
        }
        match (object, key) {
            ("a parameter" | "a header", _) if VALUE_KEYS.contains(&key) => Some("schema"),
            ("a response", "schema") => Some("content"),
            (
                "an OpenAPI document",
                "definitions" | "securityDefinitions" | "parameters" | "responses",
            ) => Some("components"),
            ("`components`", "definitions") => Some("schemas"),
            ("a security scheme", _) => Some("flows"),
            ("`components`", "securityDefinitions") => Some("securitySchemes"),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_other_versions() {
        for (version, object, key, expect) in [
            (V3_0, "a schema", "const", Some("since OpenAPI 3.1")),
            (V3_1, "a schema", "const", None),
            (V3_1, "a schema", "nullable", Some("in OpenAPI 3.0")),
            (V2, "a schema", "nullable", Some("in OpenAPI 3.0")),
            (V3_1, "an operation", "consumes", Some("in Swagger 2.0")),
            (V2, "an operation", "requestBody", Some("since OpenAPI 3.0")),
            (V3_1, "a path item", "query", Some("since OpenAPI 3.2")),
            (V3_1, "an operation", "tag", None),
        ] {
            let known = version
                .foreign_key(object, key)
                .map(|foreign| foreign.known);
            assert_eq!(known.as_deref(), expect, "{object} {key}");
        }
    }
}
