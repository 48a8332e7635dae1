//! `$ref`, in one file and over several.

use super::{Config, lower_files};
use super::{check, check_files};

#[test]
fn references_that_lead_nowhere() {
    check(
        "
paths:
  /a/{id}:
    get:
      parameters: [{$ref: '#/components/parameters/Idd'}]
      responses: {'200': {$ref: '#/components/responses/Nothing'}}
components:
  parameters: {Id: {name: id, in: path, required: true, schema: {type: string}}}
  schemas:
    Pet: {type: object, properties: {a: {$ref: '#/components/schemas/Pat'}}}
",
        "
7:27: error[E0201]: the reference `#/components/parameters/Idd` leads nowhere
8:33: error[E0201]: the reference `#/components/responses/Nothing` leads nowhere
12:48: error[E0201]: the reference `#/components/schemas/Pat` leads nowhere
type Pet: object
  a: any
operation get_a_by_id: GET /a/{id}
",
    );
}

#[test]
fn references_in_circles() {
    check(
        "
components:
  schemas:
    A: {$ref: '#/components/schemas/B'}
    B: {allOf: [{$ref: '#/components/schemas/A'}]}
    C: {$ref: '#/components/schemas/C'}
    Fine: {type: array, items: {$ref: '#/components/schemas/Fine'}}
  parameters:
    P: {$ref: '#/components/parameters/Q'}
    Q: {$ref: '#/components/parameters/P'}
",
        "
7:24: error[E0205]: these schemas only stand for each other
8:15: error[E0205]: these schemas only stand for each other
11:15: error[E0205]: these references only lead to each other
12:15: error[E0205]: these references only lead to each other
type A: = B
type B: any
type C: any
type Fine: [Fine]
",
    );
}

#[test]
fn names_of_schemas_in_other_files() {
    check_files(
        &[
            (
                "api.yaml",
                "
openapi: 3.0.3
info: {title: T, version: '1'}
paths:
  /a: {$ref: paths/a.yaml}
components:
  schemas:
    Pet: {$ref: models/pet.yaml}
    Other: {type: object, properties: {o: {$ref: 'models/all.yaml#/Owner'}, c: {$ref: old/cat.yaml}}}
",
            ),
            ("models/pet.yaml", "{type: object, properties: {cat: {$ref: cat.yaml}, kind: {enum: [a]}}}"),
            ("models/cat.yaml", "{type: object, properties: {kind: {$ref: 'pet.yaml#/properties/kind'}}}"),
            ("models/all.yaml", "Owner: {type: string, maxLength: 3}"),
            ("old/cat.yaml", "{type: integer}"),
            (
                "paths/a.yaml",
                "
get:
  operationId: getA
  description: {$ref: 'text.yaml#/long'}
  responses: {'200': {$ref: ../responses/ok.yaml}}
",
            ),
            ("paths/text.yaml", "long: A long text."),
            (
                "responses/ok.yaml",
                "
description: ok
content: {application/json: {schema: {type: object, properties: {p: {$ref: ../models/pet.yaml}}}}}
",
            ),
        ],
        r#"
type Pet: object
  cat: models_cat
  kind: Pet.kind
type Pet.kind: enum "a"
type Other: object
  o: Owner
  c: old_cat
type Owner: string where maxLength 3
type old_cat: integer
type models_cat: object
  kind: Pet.kind
type ok(application/json): object
  p: Pet
operation getA: GET /a
  description "A long text."
  200
    description "ok"
    application/json: ok(application/json)
ignored #/get/description: a `$ref` to what is no object of OpenAPI was followed
degraded #/Owner/maxLength: bounds of values are not checked
"#,
    );
}

#[test]
fn references_into_other_places() {
    check(
        "
paths:
  /a:
    get:
      operationId: a
      responses:
        '200':
          description: ok
          content: {application/json: {schema: {$ref: '#/paths/~1b/get/responses/200/content/application~1json/schema'}}}
  /b:
    get:
      operationId: b
      responses:
        '200': {description: ok, content: {application/json: {schema: {type: object, properties: {x: {type: string}}}}}}
components:
  schemas:
    Kind: {$ref: '#/components/schemas/Pet/properties/kind'}
    Pet: {type: object, properties: {kind: {enum: [k]}}}
    Def: {$ref: '#/definitions/Def'}
definitions: {Def: {type: object, properties: {d: {type: string}}}}
",
        r#"
22:1: warning[W0360]: `definitions` of an OpenAPI document is known in Swagger 2.0, not in OpenAPI 3.1
type Kind: = Pet.kind
type Pet: object
  kind: Pet.kind
type Pet.kind: enum "k"
type Def: object
  d: string
type b(200 application/json): object
  x: string
operation a: GET /a
  200
    description "ok"
    application/json: b(200 application/json)
operation b: GET /b
  200
    description "ok"
    application/json: b(200 application/json)
ignored #/definitions: no such key is known in this place
"#,
    );
}

#[test]
fn files_that_only_a_mapping_names() {
    let root = "
openapi: 3.1.0
info: {title: T, version: '1'}
paths: {}
components:
  schemas:
    Pet:
      oneOf: [{$ref: cat.yaml}]
      discriminator: {propertyName: kind, mapping: {c: cat.yaml, b: ./bird.yaml, n: none.yaml}}
";
    let cat = "{type: object, properties: {kind: {type: string}}}";
    let files = [("api.yaml", root), ("cat.yaml", cat), ("bird.yaml", cat)];
    let said = lower_files(&files, &Config::default()).said();
    let said: Vec<_> = said
        .lines()
        .filter_map(|line| line.split("api.yaml:").nth(1))
        .collect();
    let expect = "9:85: warning[W0350]: a discriminator names a schema that does not exist";
    assert_eq!(said, [expect]);
}

#[test]
fn security_requirements_by_uri() {
    check_files(
        &[
            (
                "api.yaml",
                r##"
openapi: 3.2.0
info: {title: T, version: "1"}
security:
  - shared.yaml#/components/securitySchemes/token: [read]
paths:
  /a:
    get:
      operationId: a
      security:
        - {"#/components/securitySchemes/key": []}
        - {./shared.yaml#/components/securitySchemes/key: []}
        - {shared.yaml#/components/securitySchemes/kye: []}
      responses: {default: {description: d}}
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
"##,
            ),
            (
                "shared.yaml",
                "
components:
  securitySchemes:
    token: {type: http, scheme: bearer}
    key: {type: http, scheme: basic}
",
            ),
        ],
        r#"
13:12: warning[W0376]: the security scheme `shared.yaml#/components/securitySchemes/kye` does not exist
scheme key: key in header X-Key
scheme token: bearer
scheme ./shared.yaml#/components/securitySchemes/key: basic
operation a: GET /a
  default
    description "d"
  security key | ./shared.yaml#/components/securitySchemes/key
ignored #/security/0/shared.yaml#~1components~1securitySchemes~1token: scopes are not used: callers bring a token
"#,
    );
}

#[test]
fn components_that_nothing_refers_to_are_read_all_the_same() {
    check_files(
        &[(
            "api.yaml",
            r##"
openapi: 3.2.0
info: {title: T, version: "1"}
paths:
  /a: {$ref: "#/components/pathItems/Used"}
components:
  pathItems:
    Used: {get: {operationId: a, tag: [x], responses: {default: {description: d}}}}
    Unused: {get: {operationID: b, responses: {default: {content: {text/plain: {$ref: "#/components/mediaTypes/Text"}}}}}}
  mediaTypes:
    Text: {shema: {type: string}}
    Unused: {schema: {type: strin}}
"##,
        )],
        r#"
8:34: warning[W0301]: `tag` is no key of an operation in OpenAPI 3.2
9:20: warning[W0301]: `operationID` is no key of an operation in OpenAPI 3.2
11:12: warning[W0301]: `shema` is no key of a media type in OpenAPI 3.2
12:29: error[E0304]: `strin` is no type
operation a: GET /a
  default
    description "d"
ignored #/components/pathItems/Used/get/tag: no such key is known in this place
ignored #/components/pathItems/Unused/get/operationID: no such key is known in this place
ignored #/components/mediaTypes/Text/shema: no such key is known in this place
"#,
    );
}

#[test]
fn references_within_anchors() {
    check_files(
        &[
            (
                "api.yaml",
                r##"
openapi: 3.1.0
info: {title: T, version: "1"}
x-common: &ok
  description: d
  content: {application/json: {schema: &s {$ref: "#/components/schemas/A"}}}
paths:
  /a:
    get:
      operationId: a
      parameters: [{name: x, in: query, schema: *s}]
      responses: {"200": *ok, "201": {<<: *ok, description: e}}
components:
  schemas:
    A: &a
      properties: {b: &b {$ref: "#/components/schemas/B"}, c: &c {$ref: "part.yaml#/C"}}
    B: {properties: {a: *a, b: *b, c: *c}}
"##,
            ),
            (
                "part.yaml",
                r##"
C: &c {properties: {d: {$ref: "#/D"}}}
D: {properties: {c: *c}}
"##,
            ),
        ],
        r##"
type A: object
  b: B
  c: C
type B: object
  a: B.a
  b: B
  c: C
type B.a: object
  b: B
  c: C
type C: object
  d: D
type D: object
  c: D.c
type D.c: object
  d: D
operation a: GET /a
  query x: A, form exploded
  200
    description "d"
    application/json: A
  201
    description "e"
    application/json: A
extension #/x-common: {"description":"d","content":{"application/json":{"schema":{"$ref":"#/components/schemas/A"}}}}
ignored #/x-common: extensions are not used
"##,
    );
}
