//! Where the versions differ.

use super::check;

#[test]
fn versions_that_are_not_read() {
    check(
        "swagger: '1.2'\ninfo: {}",
        "
1:10: error[E0301]: this version of OpenAPI cannot be read
",
    );
}

/// The patch does not change what a description means, so it may be missing; quotes should not.
#[test]
fn versions_without_a_patch_or_quotes() {
    let unquoted = "1:10: warning[W0302]: `openapi` must be a text\n";
    for (version, expect) in [
        ("'3.0'", ""),
        ("'3.1'", ""),
        ("3.1.0", ""),
        ("3.2.0-rc1", ""),
        ("3.0", unquoted),
        ("3.1", unquoted),
        ("3.2", unquoted),
    ] {
        let text = format!("openapi: {version}\ninfo: {{title: T, version: '1'}}\npaths: {{}}");
        check(&text, expect);
    }
}

#[test]
fn no_version() {
    check(
        "openapi_: 3\nswagger_: 2\nopenapi:\n",
        "
3:8: error[E0301]: this version of OpenAPI cannot be read
",
    );
}

#[test]
fn openapi_3_0() {
    check(
        "
openapi: 3.0.3
info: {title: T, version: 1.10}
paths: {}
components:
  schemas:
    A: {type: string, nullable: true}
    B: {type: number, minimum: 1, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false}
    C: {$ref: '#/components/schemas/A', description: lost}
    D: {type: object, properties: {a: {nullable: true, allOf: [{$ref: '#/components/schemas/B'}]}}}
    E: {type: string, const: x}
",
        "
11:23: warning[W0360]: `const` of a schema is known since OpenAPI 3.1, not in OpenAPI 3.0
type A: string?
type B: number where exclusiveMinimum 1, maximum 9
type C: = A?
type D: object
  a: B?
type E: string
degraded #/components/schemas/B/minimum: bounds of values are not checked
degraded #/components/schemas/B/maximum: bounds of values are not checked
ignored #/components/schemas/C/description: keys beside `$ref` do not count in OpenAPI 3.0
ignored #/components/schemas/E/const: no such key is known in this place
",
    );
}

#[test]
fn openapi_3_1() {
    check(
        "
openapi: 3.1.0
info: {title: T, version: 1.10, summary: Short.}
components:
  schemas:
    A: {type: string, nullable: true}
    B: {type: number, exclusiveMinimum: 1, exclusiveMaximum: true}
    C: {$ref: '#/components/schemas/A', description: kept}
  responses:
    R: {description: own}
paths:
  /a: {get: {operationId: a, responses: {'204': {$ref: '#/components/responses/R', description: kept}}}}
",
        r#"
6:23: warning[W0360]: `nullable` of a schema is known in OpenAPI 3.0, not in OpenAPI 3.1
7:62: warning[W0360]: `exclusiveMaximum` is a flag in OpenAPI 3.0, and a number since
  summary "Short."
type A: string
type B: number where exclusiveMinimum 1
type C: = A
  description "kept"
operation a: GET /a
  204
    description "kept"
ignored #/components/schemas/A/nullable: no such key is known in this place
degraded #/components/schemas/B/exclusiveMinimum: bounds of values are not checked
ignored #/components/schemas/B/exclusiveMaximum: `exclusiveMaximum` is a number since OpenAPI 3.1; the flag is ignored
ignored #/components/responses/R/description: where a reference has a text of its own, that one counts
"#,
    );
}

#[test]
fn openapi_3_2() {
    check(
        "
openapi: 3.2.0
info: {title: T, version: '1'}
components:
  schemas:
    A: {type: object, properties: {a: {type: string, xml: {nodeType: attribute}}}}
paths:
  /a:
    query: {operationId: q, responses: {default: {description: d}}}
    additionalOperations: {COPY: {operationId: c, responses: {default: {description: d}}}}
    get:
      operationId: g
      parameters: [{name: all, in: querystring, content: {application/json: {schema: {type: object}}}}]
      responses: {default: {description: d}}
",
        r#"
type A: object
  a: string xml(attribute)
operation q: QUERY /a
  default
    description "d"
operation c: COPY /a
  default
    description "d"
operation g: GET /a
  querystring all: {any}, application/json
  default
    description "d"
"#,
    );
}

#[test]
fn cookies_of_openapi_3_2() {
    check(
        "
openapi: 3.2.0
info: {title: T, version: '1'}
paths:
  /a:
    get:
      operationId: a
      parameters: [{name: c, in: cookie, style: cookie, schema: {type: string}}]
      responses: {default: {description: d}}
",
        r#"
operation a: GET /a
  cookie c: string, cookie exploded
  default
    description "d"
"#,
    );
}
