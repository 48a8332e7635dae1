//! Mistakes in single objects.

use super::check;

#[test]
fn misspelt_and_unknown_keys() {
    check(
        "
paths:
  /a:
    get:
      operationID: a
      descripton: Text.
      responses: {default: {description: d}}
      x-anything: {at: all}
components:
  schemas:
    A: {type: string, minLenght: 3, whatever: 1}
",
        r#"
7:7: warning[W0301]: `operationID` is no key of an operation in OpenAPI 3.1
8:7: warning[W0301]: `descripton` is no key of an operation in OpenAPI 3.1
13:23: warning[W0301]: `minLenght` is no key of a schema in OpenAPI 3.1
13:37: warning[W0301]: `whatever` is no key of a schema in OpenAPI 3.1
type A: string
operation get_a: GET /a
  default
    description "d"
extension #/paths/~1a/get/x-anything: {"at":"all"}
ignored #/paths/~1a/get/operationID: no such key is known in this place
ignored #/paths/~1a/get/descripton: no such key is known in this place
ignored #/paths/~1a/get/x-anything: extensions are not used
ignored #/components/schemas/A/minLenght: no such key is known in this place
ignored #/components/schemas/A/whatever: no such key is known in this place
"#,
    );
}

#[test]
fn values_of_the_wrong_kind() {
    check(
        "
paths:
  /a:
    get:
      operationId: [a]
      parameters: {name: x}
      responses: text
components:
  schemas:
    A: {type: 7, properties: [a], required: a, minLength: many}
    B: a text
    C: {type: strng}
",
        "
7:20: error[E0302]: `operationId` must be a text
8:19: error[E0302]: `parameters` must be a list
9:18: error[E0302]: `responses` must be an object
12:15: error[E0302]: `type` must be the name of a type
12:30: error[E0302]: `properties` must be an object
12:45: error[E0302]: `required` must be a list
12:59: error[E0302]: `minLength` must be a number
13:8: error[E0302]: a schema must be an object
14:15: error[E0304]: `strng` is no type
type A: any
type B: any
type C: any
operation get_a: GET /a
",
    );
}

#[test]
fn slips_of_yaml() {
    check(
        "
paths:
  /a:
    get:
      operationId: a
      description: 7
      tags:
      deprecated: 'true'
      responses: {200: {description:}}
",
        r#"
8:20: warning[W0302]: `description` must be a text
9:7: warning[W0303]: 2 keys are empty
10:19: warning[W0378]: `deprecated` must be `true` or `false`
operation a: GET /a
  description "7"
  deprecated
  200
"#,
    );
}

#[test]
fn missing_keys() {
    check(
        "
openapi: 3.0.0
paths:
  /a: {get: {operationId: a, parameters: [{in: query}, {name: n}, {name: m, in: querry}], responses: {}}}
  b: {}
servers: [{description: no url}]
",
        r#"
2:1: error[E0303]: an OpenAPI document needs `info`
4:56: error[E0303]: one parameter is written as two elements of the list
4:81: error[E0304]: `querry` is no place for a parameter
5:3: error[E0305]: the path `b` must begin with `/`
6:11: error[E0303]: a server needs `url`
api "" 
operation a: GET /a
"#,
    );
}

#[test]
fn servers_and_tags() {
    check(
        "
servers:
  - {url: 'https://{region}.example.org/{base}/{other}', variables: {region: {default: eu, enum: [eu]}, base: {default: 1}, othr: {default: x}}}
tags: [{name: a, description: First.}]
paths:
  /a: {get: {operationId: a, tags: [b, a], responses: {default: {description: d}}, servers: [{url: /v2}]}}
",
        r#"
5:11: warning[W0405]: the server variable `other` is not described
server https://eu.example.org/1/{other}
  template https://{region}.example.org/{base}/{other}
  variable region: default "eu" of eu
  variable base: default "1"
  variable othr: default "x"
tag a
  description "First."
tag b
operation a: GET /a
  tags b, a
  server /v2
  default
    description "d"
"#,
    );
}

#[test]
fn security() {
    check(
        "
security: [{key: []}, {bearer: [scope], basic: []}]
paths:
  /a: {get: {operationId: a, responses: {default: {description: d}}}}
  /b: {get: {operationId: b, security: [], responses: {default: {description: d}}}}
  /c: {get: {operationId: c, security: [{}, {bearr: []}], responses: {default: {description: d}}}}
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
    bearer: {type: http, scheme: Bearer, bearerFormat: JWT}
    basic: {type: http, scheme: basic}
    digest: {type: http, scheme: digest}
    oauth: {type: oauth2, flows: {}}
    wrong: {type: apikey}
",
        r#"
8:46: warning[W0376]: the security scheme `bearr` does not exist
16:19: error[E0304]: `apikey` is no type of security scheme
scheme key: key in header X-Key
scheme bearer: bearer
  format "JWT"
scheme basic: basic
scheme digest: http digest
scheme oauth: bearer
  oauth2
operation a: GET /a
  default
    description "d"
  security key | bearer[scope] + basic
operation b: GET /b
  default
    description "d"
operation c: GET /c
  default
    description "d"
  security none
ignored #/security/1/bearer: scopes are not used: callers bring a token
ignored #/components/securitySchemes/bearer/bearerFormat: the format of bearer tokens is not carried over
ignored #/components/securitySchemes/oauth/flows: the flows of OAuth 2 are not generated: callers bring a token
"#,
    );
}
