//! What operations have besides parameters, bodies and answers, whole: nothing of it is generated yet,
//! and all of it is in the model.

use super::check;

#[test]
fn callbacks_in_place_and_shared() {
    check(
        "
paths:
  /subs:
    post:
      operationId: subscribe
      callbacks:
        onEvent:
          '{$request.body#/url}':
            summary: Events.
            parameters: [{name: q, in: query, schema: {enum: [e]}}]
            post:
              requestBody: {content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}
              responses: {'204': {description: d}}
              callbacks: {again: {$ref: '#/components/callbacks/Shared'}}
        shared: {$ref: '#/components/callbacks/Shared'}
      responses: {'204': {description: d}}
components:
  callbacks:
    Shared:
      x-mine: 1
      a: {get: {responses: {'204': {description: d}}, callbacks: {self: {$ref: '#/components/callbacks/Shared'}}}}
      b: {get: {operationId: known, responses: {'204': {description: d}}}}
    Unused: {}
",
        r#"
type subscribe onEvent(q): enum "e"
type subscribe_onEvent_post(body application/json): object
  a: string
operation subscribe: POST /subs
  204
    description "d"
  callback onEvent: subscribe onEvent
  callback shared: Shared
callback Shared
  to a
    operation Shared_a_get: GET a
      204
        description "d"
      callback self: Shared
  to b
    operation known: GET b
      204
        description "d"
callback Unused
callback subscribe onEvent
  to {$request.body#/url}
    summary "Events."
    operation subscribe_onEvent_post: POST {$request.body#/url}
      summary "Events."
      query q: subscribe onEvent(q), form exploded
      body
        application/json: subscribe_onEvent_post(body application/json)
      204
        description "d"
      callback again: Shared
extension #/components/callbacks/Shared/x-mine: 1
ignored #/paths/~1subs/post/callbacks: callbacks are not generated yet
ignored #/paths/~1subs/post/callbacks/onEvent/{$request.body#~1url}/post/callbacks: callbacks are not generated yet
ignored #/components/callbacks: callbacks are not generated yet
ignored #/components/callbacks/Shared/x-mine: extensions are not used
ignored #/components/callbacks/Shared/a/get/callbacks: callbacks are not generated yet
ignored #/components/callbacks/Unused: nothing refers to it
"#,
    );
}

#[test]
fn webhooks() {
    check(
        "
webhooks:
  newPet:
    description: A pet is here.
    parameters: [{name: X-Kind, in: header, schema: {enum: [k]}}]
    post:
      requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {a: {type: string}}}}}}
      responses: {'200': {description: d, content: {application/json: {schema: {type: array, items: {enum: [x]}}}}}}
    put: {operationId: replace, responses: {'4XX': {description: d}}}
",
        r#"
type newPet(X-Kind): enum "k"
type post_newPet(body multipart/form-data): object
  a: string
type post_newPet(200 application/json)[]: enum "x"
webhook newPet
    description "A pet is here."
    operation post_newPet: POST newPet
      description "A pet is here."
      header X-Kind: newPet(X-Kind), simple
      body
        multipart/form-data: post_newPet(body multipart/form-data)
      200
        description "d"
        application/json: [post_newPet(200 application/json)[]]
    operation replace: PUT newPet
      description "A pet is here."
      header X-Kind: newPet(X-Kind), simple
      4XX
        description "d"
ignored #/webhooks: webhooks are not generated yet
"#,
    );
}

#[test]
fn links() {
    check(
        "
paths:
  /users/{id}:
    get:
      operationId: user
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses:
        '200':
          description: d
          links:
            self: {operationId: user, parameters: {id: $response.body#/id}, description: Again.}
            by_place: {operationRef: '#/paths/~1users~1{id}/get', requestBody: {a: [1, $x]}, server: {url: /x}}
            far: {operationRef: 'https://example.org/api.yaml#/paths/~1x/get', parameters: {path.a: 'v{$url}'}}
            shared: {$ref: '#/components/links/Shared'}
components:
  links:
    Shared: {operationId: user, requestBody: 5, x-mine: true}
    Unused: {operationId: nobody}
",
        r#"
operation user: GET /users/{id}
  path id: integer, simple, required
  200
    description "d"
    link self: user
      description "Again."
      id: = $response.body#/id
    link by_place: user
      body: {"a":[1,"$x"]}
      server /x
    link far: <https://example.org/api.yaml#/paths/~1x/get>
      path.a: = v{$url}
    link shared: user
      body: 5
extension #/components/links/Shared/x-mine: true
ignored #/paths/~1users~1{id}/get/responses/200/links: links are not generated yet
ignored #/paths/~1users~1{id}/get/responses/200/links/far/operationRef: the link leads to another description
ignored #/components/links: links are not generated yet
ignored #/components/links/Shared/x-mine: extensions are not used
ignored #/components/links/Unused: nothing refers to it
"#,
    );
    check(
        "
paths:
  /a:
    get:
      operationId: list
      responses:
        '200':
          description: d
          links:
            slip: {operationId: lst}
            wrong: {operationRef: '#/paths/~1a'}
            missing: {operationRef: '#/paths/~1b/get'}
",
        r#"
12:33: warning[W0341]: 3 links lead to operations that do not exist
operation list: GET /a
  200
    description "d"
    link slip: lst
    link wrong: <#/paths/~1a>
    link missing: <#/paths/~1b/get>
ignored #/paths/~1a/get/responses/200/links: links are not generated yet
"#,
    );
}

#[test]
fn encodings_items_and_examples() {
    check(
        "
openapi: 3.2.0
info: {title: T, version: '1'}
paths:
  /a:
    post:
      operationId: a
      requestBody:
        content:
          application/x-www-form-urlencoded:
            schema: {type: object, properties: {tags: {type: array, items: {type: string}}}}
            encoding: {tags: {style: pipeDelimited, explode: false, allowReserved: true}}
          multipart/mixed:
            schema: {type: array}
            prefixEncoding: [{contentType: image/png, headers: {X-A: {$ref: '#/components/headers/A'}}}]
            itemEncoding: {contentType: multipart/mixed, encoding: {inner: {headers: {X-B: {schema: {enum: [b]}}}}}}
      responses:
        '200':
          description: d
          content:
            text/event-stream:
              itemSchema: {type: object, properties: {data: {type: string}}}
            application/json: {$ref: '#/components/mediaTypes/Pets'}
    query: {operationId: q, responses: {'204': {description: d}}}
    additionalOperations: {COPY: {operationId: c, responses: {'204': {description: d}}}}
components:
  headers:
    A: {explode: true, deprecated: true, schema: {type: array, items: {type: string}}, example: [a]}
  mediaTypes:
    Pets:
      schema: {type: array, items: {type: string}}
      examples:
        one: {$ref: '#/components/examples/One', summary: Here.}
        sent: {serializedValue: '[]', dataValue: []}
        bare: [3]
    Unused: {}
  examples:
    One: {summary: S, description: D, value: [x]}
    Far: {externalValue: 'https://example.org/x.json'}
",
        r#"
35:9: warning[W0364]: an example has no `value`
type a(body application/x-www-form-urlencoded): object
  tags: [string]
type a(inner header X-B): enum "b"
type a(item of 200 text/event-stream): object
  data: string
operation a: POST /a
  body
    application/x-www-form-urlencoded: a(body application/x-www-form-urlencoded)
      encoding tags: pipeDelimited, not exploded, reserved
    multipart/mixed: [any]
      encoding [0]: image/png
          header X-A: [string], simple exploded
            deprecated
            example: ["a"]
      encoding []: multipart/mixed
        encoding inner: 
            header X-B: a(inner header X-B)
  200
    description "d"
    text/event-stream: no schema
      each item: a(item of 200 text/event-stream)
    application/json: [string]
      example one: ["x"]
        summary "Here."
        description "D"
      example sent: []
        sent "[]"
      example bare: [3]
operation q: QUERY /a
  204
    description "d"
operation c: COPY /a
  204
    description "d"
ignored #/components/headers/A/explode: `explode` changes nothing but objects in headers
ignored #/components/headers/A/example: examples are not carried over
ignored #/components/mediaTypes/Pets/examples: examples are not carried over
ignored #/components/mediaTypes/Unused: nothing refers to it
ignored #/components/examples: examples are not carried over
ignored #/components/examples/One/summary: where a reference has a text of its own, that one counts
ignored #/components/examples/Far: nothing refers to it
"#,
    );
}

#[test]
fn parameters_with_everything() {
    check(
        "
openapi: 3.2.0
info: {title: T, version: '1'}
paths:
  /a:
    get:
      operationId: a
      parameters:
        - {name: e, in: query, allowEmptyValue: true, schema: {type: string}, examples: {x: {value: 1}}}
        - {name: c, in: cookie, style: cookie, schema: {type: string}}
        - name: j
          in: query
          content: {application/json: {schema: {type: object}, example: {a: b}}}
      responses: {'204': {description: d}}
  /b:
    get:
      operationId: b
      parameters:
        - name: all
          in: querystring
          content:
            application/x-www-form-urlencoded:
              schema: {type: object, properties: {kind: {enum: [k]}}}
              encoding: {kind: {style: form}}
      responses: {'204': {description: d}}
",
        r#"
type b(all): object
  kind: b(all).kind
type b(all).kind: enum "k"
operation a: GET /a
  query e: string, form exploded, may be empty
    example x: 1
  cookie c: string, cookie exploded
  query j: {any}, application/json
    example: {"a":"b"}
  204
    description "d"
operation b: GET /b
  querystring all: b(all), application/x-www-form-urlencoded
    encoding kind: form
  204
    description "d"
ignored #/paths/~1a/get/parameters/0/examples: examples are not carried over
ignored #/paths/~1a/get/parameters/2/content/application~1json/example: examples are not carried over
"#,
    );
}

#[test]
fn who_the_api_is() {
    check(
        "
openapi: 3.2.0
info:
  title: T
  version: '1'
  termsOfService: https://example.org/terms
  contact: {name: N, url: https://example.org, email: a@example.org, x-team: b}
  license: {name: Apache 2.0, identifier: Apache-2.0}
externalDocs: {url: https://example.org/docs, description: More.}
tags:
  - {name: animals, summary: All of them, kind: nav}
  - {name: pets, parent: animals, description: D, externalDocs: {url: https://example.org/pets}}
servers:
  - url: https://{region}.example.org
    name: prod
    variables: {region: {enum: [eu, us], default: eu, description: Where.}}
paths:
  /a: {get: {operationId: a, tags: [pets], externalDocs: {url: u}, responses: {'204': {description: d}}}}
components:
  securitySchemes:
    oauth:
      type: oauth2
      oauth2MetadataUrl: https://example.org/meta
      flows:
        deviceAuthorization: {deviceAuthorizationUrl: d, tokenUrl: t, scopes: {}}
        authorizationCode: {authorizationUrl: a, tokenUrl: t, refreshUrl: r, scopes: {'read:a': Reads., x: ''}}
    oidc: {type: openIdConnect, openIdConnectUrl: https://example.org/oidc, deprecated: true}
    tls: {type: mutualTLS}
",
        r#"
  info
    terms "https://example.org/terms"
    contact
      name "N"
      url "https://example.org"
      email "a@example.org"
    license "Apache 2.0"
      identifier "Apache-2.0"
  see https://example.org/docs
    description "More."
server https://eu.example.org
  template https://{region}.example.org
  name "prod"
  variable region: default "eu" of eu | us
    description "Where."
scheme oauth: bearer
  oauth2
    metadata "https://example.org/meta"
  flow deviceAuthorization
    device "d"
    token "t"
  flow authorizationCode
    authorization "a"
    token "t"
    refresh "r"
    scope read:a "Reads."
    scope x ""
scheme oidc: bearer
  deprecated
  openIdConnect
    url "https://example.org/oidc"
scheme tls: other (mutualTLS)
tag animals
  summary "All of them"
  kind "nav"
tag pets
  description "D"
  parent "animals"
  see https://example.org/pets
operation a: GET /a
  see u
  tags pets
  204
    description "d"
extension #/info/contact/x-team: "b"
ignored #/info/termsOfService: the terms of service are not carried over
ignored #/info/contact: the contact is not carried over
ignored #/info/contact/x-team: extensions are not used
ignored #/info/license: the licence is not carried over
ignored #/externalDocs: links to other documentation are not carried over
ignored #/tags/0: no operation has this tag
ignored #/tags/0/summary: summaries of tags are not carried over
ignored #/tags/0/kind: the kinds of tags are not carried over
ignored #/tags/1/parent: the tree of tags is not carried over
ignored #/tags/1/externalDocs: links to other documentation are not carried over
ignored #/paths/~1a/get/externalDocs: links to other documentation are not carried over
ignored #/components/securitySchemes/oauth/oauth2MetadataUrl: the flows of OAuth 2 are not generated: callers bring a token
ignored #/components/securitySchemes/oauth/flows: the flows of OAuth 2 are not generated: callers bring a token
ignored #/components/securitySchemes/oidc/openIdConnectUrl: the discovery of OpenID Connect is not generated: callers bring a token
ignored #/components/securitySchemes/tls: the certificates of clients are up to the transport
"#,
    );
}

#[test]
fn tags_that_are_no_tree() {
    check(
        "
openapi: 3.2.0
info: {title: T, version: '1'}
tags:
  - {name: a, parent: b}
  - {name: b, parent: c}
  - {name: c, parent: b}
  - {name: d, parent: d}
  - {name: pets, parent: nobody}
  - {name: e, parent: pet}
paths: {}
",
        r#"
6:23: error[E0342]: the tag `c` stands under itself
8:23: error[E0342]: the tag `d` stands under itself
9:26: error[E0341]: the tag `nobody` does not exist
10:23: error[E0341]: the tag `pet` does not exist
tag a
  parent "b"
tag b
  parent "c"
tag c
  parent "b"
tag d
  parent "d"
tag pets
  parent "nobody"
tag e
  parent "pet"
ignored #/tags/0: no operation has this tag
ignored #/tags/0/parent: the tree of tags is not carried over
ignored #/tags/1: no operation has this tag
ignored #/tags/1/parent: the tree of tags is not carried over
ignored #/tags/2: no operation has this tag
ignored #/tags/2/parent: the tree of tags is not carried over
ignored #/tags/3: no operation has this tag
ignored #/tags/3/parent: the tree of tags is not carried over
ignored #/tags/4: no operation has this tag
ignored #/tags/4/parent: the tree of tags is not carried over
ignored #/tags/5: no operation has this tag
ignored #/tags/5/parent: the tree of tags is not carried over
"#,
    );
}

#[test]
fn components_that_nothing_refers_to() {
    check(
        "
paths:
  /a: {$ref: '#/components/pathItems/Used'}
components:
  pathItems:
    Used:
      get:
        operationId: a
        responses: {'200': {$ref: '#/components/responses/Used'}}
    Unused: {}
  responses:
    Used: {description: d, headers: {X-A: {$ref: '#/components/headers/Used'}}}
    Unused: {description: d, headers: {X-A: {$ref: '#/components/headers/OnlyByUnused'}}}
  headers:
    Used: {schema: {type: string}}
    OnlyByUnused: {schema: {type: string}}
  parameters:
    Circle: {name: c, in: query, schema: {type: object, properties: {x: {$ref: '#/components/parameters/Circle/schema'}}}}
  requestBodies:
    Unused: {content: {}}
",
        r#"
type Circle_schema: object
  x: Circle_schema
operation a: GET /a
  200
    description "d"
    header X-A: string
ignored #/components/pathItems/Unused: nothing refers to it
ignored #/components/responses/Unused: nothing refers to it
ignored #/components/headers/OnlyByUnused: nothing refers to it
ignored #/components/parameters/Circle: nothing refers to it
ignored #/components/requestBodies/Unused: nothing refers to it
"#,
    );
}

#[test]
fn headers_within_themselves() {
    check(
        "
paths:
  /a:
    get:
      operationId: a
      responses: {'200': {description: d, headers: {X-A: {$ref: '#/components/headers/A'}}}}
components:
  headers:
    A:
      content:
        multipart/mixed: {encoding: {p: {headers: {X-A: {$ref: '#/components/headers/A'}}}}}
",
        r#"
operation a: GET /a
  200
    description "d"
    header X-A: no schema, multipart/mixed
ignored #/components/headers/A: objects in each other are read to a bounded depth
"#,
    );
}

#[test]
fn paths_that_are_the_same() {
    check(
        "
paths:
  /a/{x}/b: {parameters: [{name: x, in: path, required: true, schema: {type: string}}]}
  /a/{y}/b: {parameters: [{name: y, in: path, required: true, schema: {type: string}}]}
  /a/x/b: {}
",
        "
6:3: warning[W0340]: `/a/{x}/b` and `/a/{y}/b` are the same path
",
    );
}

#[test]
fn names_of_headers() {
    check(
        "
paths:
  /a: {get: {operationId: a, responses: {'204': {description: d, headers: {'X Y': {schema: {type: string}}}}}}}
",
        r#"
5:76: error[E0306]: `X Y` cannot be the name of a header
operation a: GET /a
  204
    description "d"
    header X Y: string
"#,
    );
}
