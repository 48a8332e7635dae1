//! Swagger 2.0 in the terms of the model, one construct each.

use super::{check, check_files};

const HEAD: &str = "swagger: '2.0'\ninfo: {title: T, version: '1'}\n";

#[track_caller]
fn check_swagger(text: &str, expect: &str) {
    check(&format!("{HEAD}{text}"), expect);
}

#[test]
fn servers_from_three_parts() {
    for (parts, expect) in [
        (
            "host: a.example\nschemes: [http, https]\nbasePath: /v1/",
            "server https://a.example/v1\nserver http://a.example/v1\n",
        ),
        (
            "host: 'a.example:8080'\nbasePath: /",
            "server https://a.example:8080\n",
        ),
        (
            "host: a.example\nschemes: [ws, http]",
            "server http://a.example\nignored #/schemes/0: web sockets are not generated\n",
        ),
        (
            "basePath: /v1\nschemes: [https]",
            "server /v1\nignored #/schemes/0: schemes do not count without a host\n",
        ),
        ("basePath: ''", ""),
    ] {
        check_swagger(&format!("{parts}\npaths: {{}}"), expect);
    }
}

#[test]
fn schemes_of_one_operation() {
    check_swagger(
        "
host: a.example
schemes: [https, http]
paths:
  /a:
    get: {operationId: a, schemes: [https], responses: {'204': {description: d}}}
    put: {operationId: b, schemes: [http], responses: {'204': {description: d}}}
    post: {operationId: c, schemes: [], responses: {'204': {description: d}}}
",
        r#"
server https://a.example
server http://a.example
operation a: GET /a
  204
    description "d"
operation b: PUT /a
  server http://a.example
  204
    description "d"
operation c: POST /a
  204
    description "d"
ignored #/paths/~1a/get/schemes/0: the server is the one that the root names
"#,
    );
    check_swagger(
        "
host: a.example
paths:
  /a: {get: {operationId: a, schemes: [http], responses: {'204': {description: d}}}}
",
        r#"
server https://a.example
operation a: GET /a
  server http://a.example
  204
    description "d"
"#,
    );
}

#[test]
fn a_body_in_what_is_consumed() {
    check_swagger(
        "
consumes: [application/json, application/xml, application/json]
parameters:
  Pet: {name: pet, in: body, description: The pet., required: true, schema: {$ref: '#/definitions/Pet'}}
paths:
  /a:
    post: {operationId: common, parameters: [{$ref: '#/parameters/Pet'}], responses: {'204': {description: d}}}
    put: {operationId: own, consumes: [text/json], parameters: [{$ref: '#/parameters/Pet'}], responses: {'204': {description: d}}}
    patch: {operationId: silent, consumes: [], parameters: [{name: b, in: body, schema: {type: object, properties: {x: {type: string}}}}], responses: {'204': {description: d}}}
    get: {operationId: none, consumes: [application/xml], responses: {'204': {description: d}}}
definitions:
  Pet: {type: object, properties: {name: {type: string}}}
",
        r#"
type Pet: object
  name: string
type silent(body application/json): object
  x: string
operation common: POST /a
  body, required
    description "The pet."
    application/json: Pet
    application/xml: Pet xml(name Pet)
  204
    description "d"
operation own: PUT /a
  body, required
    description "The pet."
    text/json: Pet
  204
    description "d"
operation silent: PATCH /a
  body
    application/json: silent(body application/json)
  204
    description "d"
operation none: GET /a
  204
    description "d"
ignored #/consumes/2: the media type is listed twice
ignored #/parameters/Pet/name: the name of a body is not sent
ignored #/paths/~1a/patch/parameters/0/name: the name of a body is not sent
ignored #/paths/~1a/get/consumes: there is no body that would have these media types
"#,
    );
}

#[test]
fn a_body_of_the_path_item() {
    check_swagger(
        "
paths:
  /a:
    parameters:
      - {name: body, in: body, schema: {type: string}}
      - {name: q, in: query, type: string}
    post: {operationId: path, responses: {'204': {description: d}}}
    put: {operationId: own, parameters: [{name: x, in: formData, type: string}], responses: {'204': {description: d}}}
",
        r#"
type own(body application/x-www-form-urlencoded): object
  x: string
  nothing else
operation path: POST /a
  query q: string, form exploded
  body
    application/json: string
  204
    description "d"
operation own: PUT /a
  query q: string, form exploded
  body
    application/x-www-form-urlencoded: own(body application/x-www-form-urlencoded)
  204
    description "d"
ignored #/paths/~1a/parameters/0/name: the name of a body is not sent
"#,
    );
}

#[test]
fn forms() {
    check_swagger(
        "
consumes: [application/json]
paths:
  /a:
    parameters: [{name: shared, in: formData, type: boolean}]
    post:
      operationId: form
      parameters:
        - {name: id, in: formData, type: integer, format: int64, required: true, description: The id.}
        - {name: tags, in: formData, type: array, collectionFormat: multi, items: {type: string}}
        - {name: joined, in: formData, type: array, items: {type: string}, minItems: 1}
        - {name: id, in: formData, type: string}
      responses: {'204': {description: d}}
    put:
      operationId: both
      consumes: [multipart/form-data, application/x-www-form-urlencoded]
      responses: {'204': {description: d}}
    patch:
      operationId: file
      parameters: [{name: photo, in: formData, type: file}]
      responses: {'204': {description: d}}
",
        r#"
14:18: warning[W0402]: the parameter `id` is declared twice
type form(body application/x-www-form-urlencoded): object
  shared: boolean
  id: integer(int64), required
    description "The id."
  tags: [string]
  joined: [string] where minItems 1
  nothing else
type both(body multipart/form-data): object
  shared: boolean
  nothing else
type file(body multipart/form-data): object
  shared: boolean
  photo: string(binary) holding application/octet-stream
  nothing else
operation form: POST /a
  body, required
    application/x-www-form-urlencoded: form(body application/x-www-form-urlencoded)
      encoding joined: form, not exploded
  204
    description "d"
operation both: PUT /a
  body
    multipart/form-data: both(body multipart/form-data)
    application/x-www-form-urlencoded: both(body multipart/form-data)
  204
    description "d"
operation file: PATCH /a
  body
    multipart/form-data: file(body multipart/form-data)
  204
    description "d"
ignored #/consumes/0: form fields travel as a form, whatever else is consumed
degraded #/paths/~1a/post/parameters/2/minItems: bounds of values are not checked
"#,
    );
}

#[test]
fn several_bodies() {
    check_swagger(
        "
paths:
  /a:
    post:
      operationId: a
      parameters: [{name: b, in: body, schema: {}}, {name: f, in: formData, type: string}]
      responses: {'204': {description: d}}
    put:
      operationId: b
      parameters: [{name: b, in: body, schema: {}}, {name: c, in: body, schema: {}}]
      responses: {'204': {description: d}}
",
        r#"
8:67: error[E0307]: the operation has several bodies
12:67: error[E0307]: the operation has several bodies
operation a: POST /a
  body
    application/json: any
  204
    description "d"
operation b: PUT /a
  body
    application/json: any
  204
    description "d"
ignored #/paths/~1a/post/parameters/0/name: the name of a body is not sent
ignored #/paths/~1a/put/parameters/0/name: the name of a body is not sent
ignored #/paths/~1a/put/parameters/1/name: the name of a body is not sent
"#,
    );
}

#[test]
fn formats_of_lists() {
    check_swagger(
        "
paths:
  /a/{p}:
    get:
      operationId: a
      parameters:
        - {name: p, in: path, required: true, type: array, items: {type: integer}}
        - {name: silent, in: query, type: array, items: {type: string}}
        - {name: csv, in: query, type: array, items: {type: string}, collectionFormat: csv}
        - {name: ssv, in: query, type: array, items: {type: string}, collectionFormat: ssv}
        - {name: tsv, in: query, type: array, items: {type: string}, collectionFormat: tsv}
        - {name: pipes, in: query, type: array, items: {type: string}, collectionFormat: pipes}
        - {name: multi, in: query, type: array, items: {type: string}, collectionFormat: multi}
        - {name: h, in: header, type: array, items: {type: string}, collectionFormat: pipes}
        - {name: scalar, in: query, type: string, collectionFormat: csv}
        - {name: nested, in: query, type: array, items: {type: array, collectionFormat: pipes, items: {type: string}}}
      responses: {'204': {description: d}}
",
        r#"
operation a: GET /a/{p}
  path p: [integer], simple, required
  query silent: [string], form
  query csv: [string], form
  query ssv: [string], spaceDelimited
  query tsv: [string], tabDelimited
  query pipes: [string], pipeDelimited
  query multi: [string], form exploded
  header h: [string], pipeDelimited
  query scalar: string, form exploded
  query nested: [[string]], form
  204
    description "d"
ignored #/paths/~1a~1{p}/get/parameters/8/collectionFormat: only lists have a `collectionFormat`
ignored #/paths/~1a~1{p}/get/parameters/9/items/collectionFormat: `collectionFormat` counts at a parameter, not within its values
"#,
    );
}

#[test]
fn answers_in_what_is_produced() {
    check_swagger(
        "
produces: [application/json, application/xml]
responses:
  Pet: {description: A pet., schema: {type: object, properties: {name: {type: string}}}, examples: {application/json: {}}}
paths:
  /a:
    get: {operationId: common, responses: {'200': {$ref: '#/responses/Pet'}, '404': {description: d}}}
    put: {operationId: own, produces: [text/json], responses: {'200': {$ref: '#/responses/Pet'}}}
    post: {operationId: file, responses: {'200': {description: d, schema: {type: file, description: A file.}}}}
    patch: {operationId: pdf, produces: [application/pdf, application/json], responses: {'200': {description: d, schema: {type: file}}}}
    delete: {operationId: none, produces: [application/json], responses: {'204': {description: d, headers: {X-Left: {type: integer, format: int32, description: h, collectionFormat: csv}}}}}
",
        r#"
type Pet(application/json): object
  name: string
operation common: GET /a
  200
    description "A pet."
    application/json: Pet(application/json)
    application/xml: Pet(application/json)
  404
    description "d"
operation own: PUT /a
  200
    description "A pet."
    text/json: Pet(application/json)
operation file: POST /a
  200
    description "d"
    */*: string(binary) holding application/octet-stream
operation pdf: PATCH /a
  200
    description "d"
    application/pdf: string(binary) holding application/octet-stream
operation none: DELETE /a
  204
    description "d"
    header X-Left: integer(int32)
      description "h"
ignored #/produces/0: a file is not asked for in a media type of structured values
ignored #/produces/1: a file is not asked for in a media type of structured values
ignored #/responses/Pet/examples: examples are not carried over
ignored #/paths/~1a/patch/produces/1: a file is not asked for in a media type of structured values
ignored #/paths/~1a/delete/produces: there is no body that would have these media types
ignored #/paths/~1a/delete/responses/204/headers/X-Left/collectionFormat: only lists have a `collectionFormat`
"#,
    );
}

#[test]
fn security_definitions() {
    check_swagger(
        "
securityDefinitions:
  basic: {type: basic, description: d}
  key: {type: apiKey, in: query, name: k}
  oauth: {type: oauth2, flow: accessCode, authorizationUrl: 'https://a.example', tokenUrl: 'https://b.example', scopes: {read: Read.}}
security: [{basic: []}, {key: [], oauth: [read]}]
paths:
  /a: {get: {operationId: a, security: [], responses: {'204': {description: d}}}}
  /b: {get: {operationId: b, responses: {'204': {description: d}}}}
",
        r#"
scheme basic: basic
  description "d"
scheme key: key in query k
scheme oauth: bearer
  oauth2
  flow authorizationCode
    authorization "https://a.example"
    token "https://b.example"
    scope read "Read."
operation a: GET /a
  204
    description "d"
operation b: GET /b
  204
    description "d"
  security basic | key + oauth[read]
ignored #/securityDefinitions/oauth/flow: the flows of OAuth 2 are not generated: callers bring a token
ignored #/securityDefinitions/oauth/authorizationUrl: the flows of OAuth 2 are not generated: callers bring a token
ignored #/securityDefinitions/oauth/tokenUrl: the flows of OAuth 2 are not generated: callers bring a token
ignored #/securityDefinitions/oauth/scopes: the flows of OAuth 2 are not generated: callers bring a token
ignored #/security/1/oauth: scopes are not used: callers bring a token
"#,
    );
}

#[test]
fn schemas() {
    check_swagger(
        "
paths: {}
definitions:
  Pet:
    type: object
    discriminator: kind
    required: [kind]
    properties:
      kind: {type: string}
      owner: {$ref: '#/definitions/Owner', x-nullable: true, description: lost}
      id: {type: integer, readOnly: true, minimum: 0, exclusiveMinimum: true}
      nick: {type: string, x-nullable: true}
      old: {type: string, nullable: true, writeOnly: true, deprecated: true}
      choice: {oneOf: [{type: string}]}
  Owner: {type: object, properties: {name: {type: string}}}
  Dog: {allOf: [{$ref: '#/definitions/Pet'}, {type: object, properties: {bark: {type: boolean}}}]}
",
        r#"
15:27: warning[W0360]: `nullable` of a schema is known in OpenAPI 3.0, not in Swagger 2.0
15:43: warning[W0360]: 3 keys are of another version of OpenAPI
type Pet: one of
  | Dog
  | base: Pet|*
  by kind: "Dog" Dog by name, else Pet|*
type Owner: object
  name: string
type Dog: object
  kind: string, required
  owner: Owner?
  id: integer where exclusiveMinimum 0, read-only
  nick: string?
  old: string
  choice: any
  bark: boolean
type Pet|*: object
  kind: string, required
  owner: Owner?
  id: integer where exclusiveMinimum 0, read-only
  nick: string?
  old: string
  choice: any
ignored #/definitions/Pet/properties/owner/description: keys beside `$ref` do not count in Swagger 2.0
degraded #/definitions/Pet/properties/id/readOnly: read-only and write-only properties are optional ones, in both directions
degraded #/definitions/Pet/properties/id/minimum: bounds of values are not checked
ignored #/definitions/Pet/properties/old/nullable: no such key is known in this place
ignored #/definitions/Pet/properties/old/writeOnly: no such key is known in this place
ignored #/definitions/Pet/properties/old/deprecated: no such key is known in this place
ignored #/definitions/Pet/properties/choice/oneOf: no such key is known in this place
"#,
    );
}

#[test]
fn several_files() {
    check_files(
        &[
            (
                "api.yaml",
                "
swagger: '2.0'
info: {title: T, version: '1'}
paths:
  /a: {$ref: 'paths.yaml#/a'}
definitions:
  Pet: {$ref: 'models/pet.yaml'}
",
            ),
            (
                "paths.yaml",
                "
a:
  get:
    operationId: a
    parameters: [{$ref: 'shared.json#/parameters/limit'}]
    responses: {'200': {description: d, schema: {$ref: 'models/pet.yaml'}}}
",
            ),
            (
                "shared.json",
                r#"{"parameters": {"limit": {"name": "limit", "in": "query", "type": "string", "enum": ["a", "b"]}}}"#,
            ),
            (
                "models/pet.yaml",
                "{type: object, properties: {name: {type: string}}}",
            ),
        ],
        r#"
type Pet: object
  name: string
type limit(limit): enum "a" | "b"
operation a: GET /a
  query limit: limit(limit), form exploded
  200
    description "d"
    application/json: Pet
"#,
    );
}

#[test]
fn mistakes() {
    check_swagger(
        "
host: https://api.example.org/v1
basePath: v1
schemes: [htps]
consumes: application/json
paths:
  /a:
    trace: {}
    post:
      operationId: a
      consume: [application/json]
      parameters:
        - {name: a, in: formdata, type: string}
        - {name: b, in: query, type: file}
        - {name: c, in: header, type: array, items: {type: string}, collectionFormat: multi}
        - {name: d, in: query}
        - {name: e, in: query, schema: {type: string}}
        - {name: f, in: body, type: string}
        - {in: query, type: string, requird: true}
securityDefinitions:
  k: {type: apiKey, in: cookie, name: k}
  o: {type: oauth2, flow: implict}
  b: {type: bearer}
definitions:
  A: {type: object, discriminator: {propertyName: x}}
",
        "
4:7: error[E0308]: `https://api.example.org/v1` is no host
5:11: error[E0305]: the base path `v1` must start with `/`
6:11: error[E0304]: `htps` is no scheme of a server
7:11: error[E0302]: `consumes` must be a list
10:5: warning[W0360]: `trace` of a path item is known since OpenAPI 3.0, not in Swagger 2.0
11:5: error[E0303]: an operation needs `responses`
13:7: warning[W0301]: `consume` is no key of an operation in Swagger 2.0
15:25: error[E0304]: `formdata` is no place for a parameter
16:38: error[E0304]: `file` is no type
17:87: error[E0304]: `multi` is no format of a list in this place
18:11: error[E0303]: a parameter needs `type`
21:11: error[E0303]: a parameter needs `name`
21:37: warning[W0301]: `requird` is no key of a parameter in Swagger 2.0
23:25: error[E0304]: `cookie` is no place for an API key
24:27: error[E0304]: `implict` is no flow of OAuth 2
25:13: error[E0304]: `bearer` is no type of security scheme
27:36: error[E0302]: `discriminator` must be a text
scheme o: bearer
  oauth2
type A: {any}
operation a: POST /a
  query b: any, form exploded
  header c: [string], simple
  query d: string, form exploded
  query e: string, form exploded
  body
    application/json: string
ignored #/paths/~1a/trace: no such key is known in this place
ignored #/paths/~1a/post/consume: no such key is known in this place
degraded #/paths/~1a/post/parameters/3: a parameter without a schema is taken for a text
ignored #/paths/~1a/post/parameters/4/schema: a parameter outside of a body has no `schema`; it counts all the same
ignored #/paths/~1a/post/parameters/5/name: the name of a body is not sent
ignored #/paths/~1a/post/parameters/5/type: a body is described by `schema`; what stands beside counts all the same
ignored #/paths/~1a/post/parameters/6/requird: no such key is known in this place
ignored #/securityDefinitions/o/flow: the flows of OAuth 2 are not generated: callers bring a token
",
    );
}
