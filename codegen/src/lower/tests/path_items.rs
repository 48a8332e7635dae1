//! Path items that are references, with keys beside them.

use super::{check, check_files};

const SHARED: &str = "
get: {operationId: get, responses: {'204': {description: d}}}
parameters: [{name: q, in: query, schema: {type: string}}]
summary: Shared.
";

#[test]
fn keys_beside_a_reference_are_added() {
    check_files(
        &[
            (
                "api.yaml",
                "
openapi: 3.0.3
info: {title: T, version: '1'}
paths:
  /a:
    $ref: items/a.yaml
    summary: Own.
    post: {operationId: post, responses: {'204': {description: d}}}
",
            ),
            ("items/a.yaml", SHARED),
        ],
        r#"
operation post: POST /a
  summary "Own."
  query q: string, form exploded
  204
    description "d"
operation get: GET /a
  summary "Own."
  query q: string, form exploded
  204
    description "d"
ignored #/summary: a path item that refers to this one has the key, too
"#,
    );
}

#[test]
fn of_keys_given_twice_the_nearer_one_counts() {
    check_files(
        &[
            (
                "api.yaml",
                "
openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /a:
    $ref: items/a.yaml
    get: {operationId: own, responses: {'204': {description: d}}}
",
            ),
            ("items/a.yaml", SHARED),
        ],
        r#"
7:5: warning[W0377]: `get` stands beside a `$ref` and where it leads
operation own: GET /a
  summary "Shared."
  query q: string, form exploded
  204
    description "d"
ignored #/get: a path item that refers to this one has the key, too
"#,
    );
}

#[test]
fn references_in_a_row_and_in_a_circle() {
    check(
        "
paths:
  /a: {$ref: '#/components/pathItems/A', put: {operationId: p, responses: {'204': {description: d}}}}
  /b: {$ref: '#/paths/~1c'}
  /c: {$ref: '#/paths/~1b', get: {responses: {'204': {description: d}}}}
components:
  pathItems:
    A: {$ref: '#/components/pathItems/B', get: {operationId: g, responses: {'204': {description: d}}}}
    B: {delete: {operationId: d, responses: {'204': {description: d}}}}
",
        r#"
6:14: error[E0205]: these references only lead to each other
7:14: error[E0205]: these references only lead to each other
operation p: PUT /a
  204
    description "d"
operation g: GET /a
  204
    description "d"
operation d: DELETE /a
  204
    description "d"
"#,
    );
}

#[test]
fn swagger_adds_them_too() {
    check_files(
        &[
            (
                "api.yaml",
                "
swagger: '2.0'
info: {title: T, version: '1'}
paths:
  /a:
    $ref: a.yaml
    post: {operationId: post, responses: {'204': {description: d}}}
",
            ),
            (
                "a.yaml",
                "get: {operationId: get, responses: {'204': {description: d}}}",
            ),
        ],
        r#"
operation post: POST /a
  204
    description "d"
operation get: GET /a
  204
    description "d"
"#,
    );
}
