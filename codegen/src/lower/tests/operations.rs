//! Operations with parameters, bodies and responses.

use super::check;
use crate::api::dump;
use crate::check::unmatched_roles;
use crate::config::Config;
use crate::lower::testing::{complete, lower_files};

#[test]
fn parameters_of_path_and_operation() {
    check(
        "
paths:
  /v{version}/a/{id}:
    summary: Of the path.
    parameters:
      - {name: id, in: path, required: true, schema: {type: string}}
      - {name: version, in: path, schema: {enum: ['1', '2']}}
      - {$ref: '#/components/parameters/Limit'}
    get:
      operationId: a
      parameters:
        - {name: id, in: path, required: true, schema: {type: integer}, description: Mine.}
        - {name: q, in: query, style: deepObject, schema: {type: object, properties: {x: {type: string}}}}
        - {name: list, in: query, explode: false, allowReserved: true, schema: {type: array, items: {type: string}}}
        - {name: json, in: query, content: {application/json: {schema: {type: array, items: {type: integer}}}}}
        - {name: c, in: cookie, schema: {type: string}}
        - {name: none, in: header}
        - {name: q, in: query, schema: {type: string}}
        - {name: bad, in: header, style: form, schema: {type: string}}
      responses: {'204': {description: d}}
components:
  parameters:
    Limit: {name: limit, in: query, schema: {enum: [a, b]}, deprecated: true}
",
        r#"
9:16: warning[W0407]: the path parameter `version` must be required
20:18: warning[W0402]: the parameter `q` is declared twice
21:42: error[E0304]: `form` is no style for a parameter in this place
type /v{version}/a/{id}(version): enum "1" | "2"
type Limit(limit): enum "a" | "b"
type a(q): object
  x: string
operation a: GET /v{version}/a/{id}
  summary "Of the path."
  path version: /v{version}/a/{id}(version), simple, required
  query limit: Limit(limit), form exploded
    deprecated
  path id: integer, simple, required
    description "Mine."
  query q: a(q), deepObject exploded
  query list: [string], form reserved
  query json: [integer], application/json
  cookie c: string, form exploded
  header none: string, simple
  header bad: string, simple
  204
    description "d"
degraded #/paths/~1v{version}~1a~1{id}/get/parameters/5: a parameter without a schema is taken for a text
"#,
    );
}

#[test]
fn paths_that_contradict_their_parameters() {
    check(
        "
paths:
  /a/{petId}:
    get:
      operationId: a
      parameters: [{name: petID, in: path, required: true, schema: {type: string}}]
      responses: {default: {description: d}}
  /b/{x: {}
  /c/{d}: {get: {operationId: c, responses: {default: {description: d}}}}
",
        r#"
8:27: warning[W0375]: the path has the parameter `petId`, and `petID` is declared
10:3: error[E0305]: the braces in the path `/b/{x` do not match
11:3: warning[W0375]: the path parameter `d` is not declared
skipped operation a: GET /a/{petId}
  path petID: string, simple, required
  default
    description "d"
skipped operation c: GET /c/{d}
  default
    description "d"
skipped #/paths/~1a~1{petId}/get: the path and its parameters contradict each other
skipped #/paths/~1c~1{d}/get: the path and its parameters contradict each other
"#,
    );
}

#[test]
fn headers_that_other_parts_describe() {
    check(
        "
paths:
  /a:
    get:
      operationId: a
      parameters:
        - {name: accept, in: header, schema: {type: string}}
        - {name: Authorization, in: header, schema: {type: string}}
        - {name: Content-Type, in: query, schema: {type: string}}
      responses: {default: {description: d}}
",
        r#"
10:18: warning[W0404]: the header parameter `Authorization` is ignored, and no security scheme is named
operation a: GET /a
  query Content-Type: string, form exploded
  default
    description "d"
ignored #/paths/~1a/get/parameters/0: media types are chosen per call, not by a header parameter
ignored #/paths/~1a/get/parameters/1: security schemes stand for the header `Authorization`
"#,
    );
}

#[test]
fn bodies_in_many_media_types() {
    check(
        "
paths:
  /a:
    post:
      operationId: a
      requestBody:
        required: true
        description: The body.
        content:
          application/json: {schema: {type: object, properties: {a: {type: string}}}}
          application/xml: {schema: {$ref: '#/components/schemas/Pet'}}
          application/x-www-form-urlencoded: {schema: {$ref: '#/components/schemas/Pet'}, encoding: {}}
          text/plain: {schema: {type: string, maxLength: 5}}
          text/csv: {schema: {type: object}}
          application/octet-stream: {schema: {type: string, format: binary}}
          image/png: {}
          application/pdf: {schema: {$ref: '#/components/schemas/Pet'}}
          multipart/form-data: {schema: {type: object}}
          application/problem+json: {}
      responses: {'2XX': {description: d}}
    put:
      operationId: b
      requestBody: {content: {multipart/form-data: {schema: {type: object}}}}
      responses: {default: {description: d}}
components:
  schemas: {Pet: {type: object, properties: {name: {type: string}}}}
",
        r#"
type Pet: object
  name: string
type a(body application/json): object
  a: string
operation a: POST /a
  body, required
    description "The body."
    application/json: a(body application/json)
    application/xml: Pet xml(name Pet)
    application/x-www-form-urlencoded: Pet
    text/plain: string where maxLength 5
    text/csv: string
    application/octet-stream: string(binary)
    image/png: string(binary)
    application/pdf: string(binary)
    multipart/form-data: {any}
    application/problem+json: no schema
  2XX
    description "d"
operation b: PUT /a
  body
    multipart/form-data: {any}
  default
    description "d"
ignored #/paths/~1a/post/requestBody/content/text~1plain/schema/maxLength: bounds of values without a name and a field are told nowhere
degraded #/paths/~1a/post/requestBody/content/text~1csv: bodies of this media type come out as text, whatever their schema
degraded #/paths/~1a/post/requestBody/content/application~1pdf: bodies of this media type come out as bytes, whatever their schema
"#,
    );
}

#[test]
fn responses_by_status() {
    check(
        "
paths:
  /a:
    get:
      operationId: a
      responses:
        '200':
          description: ok
          headers:
            X-Rate: {schema: {type: integer}, required: true}
            X-Kind: {$ref: '#/components/headers/Kind'}
            content-type: {schema: {type: string}}
          content: {application/json: {schema: {type: array, items: {enum: [q]}}}}
        4XX: {$ref: '#/components/responses/Error'}
        default: {$ref: '#/components/responses/Error'}
        '2000': {description: no}
components:
  headers: {Kind: {schema: {enum: [k]}}}
  responses:
    Error: {description: e, content: {application/json: {schema: {type: object, properties: {m: {type: string}}}}}}
    Unused: {description: u, content: {application/json: {schema: {type: object}}}}
",
        r#"
18:9: error[E0304]: `2000` is no status of a response
type Kind(header X-Kind): enum "k"
type a(200 application/json)[]: enum "q"
type Error(application/json): object
  m: string
operation a: GET /a
  200
    description "ok"
    header X-Rate: integer, required
    header X-Kind: Kind(header X-Kind)
    application/json: [a(200 application/json)[]]
  4XX
    description "e"
    application/json: Error(application/json)
  default
    description "e"
    application/json: Error(application/json)
ignored #/paths/~1a/get/responses/200/headers/content-type: media types stand for this header
ignored #/components/responses/Unused: nothing refers to it
"#,
    );
}

#[test]
fn names_of_operations() {
    check(
        "
paths:
  /pets/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get: {responses: {default: {description: d}}}
    delete: {operationId: get_pets_list, responses: {default: {description: d}}}
  /pets/list: {get: {responses: {default: {description: d}}}}
  /a: {get: {operationId: x, responses: {default: {description: d}}}}
  /b: {get: {operationId: x, responses: {default: {description: d}}}}
",
        r#"
9:16: warning[W0401]: two operations are called `get_pets_list`
11:27: error[E0401]: the operation id `x` is given twice
operation get_pets_by_id: GET /pets/{id}
  path id: string, simple, required
  default
    description "d"
operation get_pets_list: DELETE /pets/{id}
  path id: string, simple, required
  default
    description "d"
operation get_pets_list_2: GET /pets/list
  default
    description "d"
operation x: GET /a
  default
    description "d"
operation x_2: GET /b
  default
    description "d"
"#,
    );
}

#[test]
fn roles_of_headers() {
    let text = complete(
        "
paths:
  /a:
    get:
      operationId: a
      parameters:
        - {name: MS-RequestId, in: header, schema: {type: string}}
        - {name: ms-cv, in: query, schema: {type: string}}
      responses: {default: {description: d}}
",
    );
    let mut config = Config::default();
    config.headers.idempotency_key = Some("ms-requestid".to_owned());
    config.headers.correlation_vector = Some("ms-cv".to_owned());
    let lowered = lower_files(&[("api.yaml", &text)], &config);
    let api = lowered.api.unwrap();
    assert!(dump(&api).contains("header MS-RequestId: string, simple, idempotency key"));
    let unmatched: Vec<_> = unmatched_roles(&api, &config)
        .iter()
        .map(|role| (role.key, role.header))
        .collect();
    assert_eq!(unmatched, [("correlation-vector", "ms-cv")]);
}
