//! The fixed fields of every object, as the specifications list them, and whether the documents have
//! them all.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{DOCUMENTS, document};

/// A version, as documents' names begin, and its fields by object.
type Fields = &'static [(&'static str, &'static [(&'static str, &'static str)])];

const FIELDS: Fields = &[
    (
        "2.0",
        &[
            (
                "Swagger",
                "swagger info host basePath schemes consumes produces paths definitions parameters responses securityDefinitions security tags externalDocs",
            ),
            (
                "Info",
                "title description termsOfService contact license version",
            ),
            ("Contact", "name url email"),
            (
                "Path Item",
                "get put post delete options head patch parameters",
            ),
            (
                "Operation",
                "tags summary description externalDocs operationId consumes produces parameters responses schemes deprecated security",
            ),
            (
                "Parameter",
                "name in description required schema type format allowEmptyValue items collectionFormat default maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems enum multipleOf",
            ),
            ("Response", "description schema headers examples"),
            (
                "Schema",
                "$ref title description maxProperties minProperties required enum allOf properties additionalProperties discriminator readOnly xml externalDocs example",
            ),
            ("XML", "name namespace prefix attribute wrapped"),
            (
                "Items",
                "type format items collectionFormat default maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems enum multipleOf",
            ),
            ("Header", "description type format items collectionFormat"),
            ("Tag", "name description externalDocs"),
            ("External Documentation", "description url"),
            (
                "Security Scheme",
                "type description name in flow authorizationUrl tokenUrl scopes",
            ),
        ],
    ),
    (
        "3.0",
        &[
            (
                "OpenAPI",
                "openapi info servers paths components security tags externalDocs",
            ),
            (
                "Info",
                "title description termsOfService contact license version",
            ),
            ("Contact", "name url email"),
            ("Server", "url description variables"),
            ("Server Variable", "enum default description"),
            (
                "Components",
                "schemas responses parameters examples requestBodies headers securitySchemes links callbacks",
            ),
            (
                "Path Item",
                "summary description get put post delete options head patch trace servers parameters",
            ),
            (
                "Operation",
                "tags summary description externalDocs operationId parameters requestBody responses callbacks deprecated security servers",
            ),
            (
                "Parameter",
                "name in description required deprecated allowEmptyValue style explode allowReserved schema example examples content",
            ),
            (
                "Header",
                "description required deprecated style explode schema example examples content",
            ),
            ("Request Body", "description content required"),
            ("Tag", "name description externalDocs"),
            ("External Documentation", "description url"),
            ("Media Type", "schema example examples encoding"),
            (
                "Encoding",
                "contentType headers style explode allowReserved",
            ),
            ("Response", "description headers content links"),
            ("Example", "summary description value externalValue"),
            (
                "Link",
                "operationRef operationId parameters requestBody description server",
            ),
            (
                "Schema",
                "title multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems maxProperties minProperties required enum type allOf oneOf anyOf not items properties additionalProperties description format default nullable discriminator readOnly writeOnly xml externalDocs example deprecated",
            ),
            ("Discriminator", "propertyName mapping"),
            ("XML", "name namespace prefix attribute wrapped"),
            (
                "Security Scheme",
                "type description name in scheme bearerFormat flows openIdConnectUrl",
            ),
            (
                "OAuth Flows",
                "implicit password clientCredentials authorizationCode",
            ),
            ("OAuth Flow", "authorizationUrl tokenUrl refreshUrl scopes"),
        ],
    ),
    (
        "3.1",
        &[
            ("OpenAPI", "jsonSchemaDialect webhooks components"),
            ("Info", "summary license"),
            ("License", "name identifier"),
            ("Components", "pathItems"),
            (
                "Schema",
                "$id $schema $vocabulary $anchor $dynamicAnchor $dynamicRef $ref $defs $comment allOf anyOf oneOf not if then else dependentSchemas prefixItems items contains properties patternProperties additionalProperties propertyNames unevaluatedItems unevaluatedProperties type const enum multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems maxContains minContains maxProperties minProperties required dependentRequired format contentEncoding contentMediaType contentSchema title description default deprecated readOnly writeOnly examples discriminator xml externalDocs example",
            ),
            ("Security Scheme", "mutualTLS"),
        ],
    ),
    (
        "3.2",
        &[
            ("OpenAPI", "$self"),
            ("Server", "name"),
            ("Components", "mediaTypes"),
            ("Path Item", "query additionalOperations"),
            ("Parameter", "querystring"),
            ("Media Type", "itemSchema prefixEncoding itemEncoding"),
            ("Encoding", "encoding prefixEncoding itemEncoding"),
            ("Response", "summary"),
            ("Example", "dataValue serializedValue"),
            ("Tag", "summary parent kind"),
            ("Discriminator", "defaultMapping"),
            ("XML", "nodeType"),
            ("Security Scheme", "oauth2MetadataUrl deprecated"),
            ("OAuth Flows", "deviceAuthorization"),
            ("OAuth Flow", "deviceAuthorizationUrl"),
        ],
    ),
];

/// Collects keys, and words that name a kind.
fn words(found: &mut BTreeSet<String>, value: &Value) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                found.insert(key.clone());
                words(found, value);
            }
        }
        Value::Array(array) => array.iter().for_each(|value| words(found, value)),
        Value::String(text) => {
            found.insert(text.clone());
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[test]
fn the_documents_have_every_fixed_field() {
    let mut missing = Vec::new();
    for (version, objects) in FIELDS {
        let mut found = BTreeSet::new();
        for (name, text) in DOCUMENTS {
            if name.starts_with(version) {
                words(&mut found, &document(text));
            }
        }
        for (object, fields) in *objects {
            let absent = fields.split(' ').filter(|field| !found.contains(*field));
            missing.extend(absent.map(|field| format!("{version} {object} {field}")));
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}
