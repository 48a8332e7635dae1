//! Descriptions to warnings.

use super::{account, check};
use crate::config::Config;
use crate::diagnostic::{Format, render_as};
use crate::lower::testing::{complete, lower_files};

/// Compares what looking at a description says.
#[track_caller]
fn compare(text: &str, config: &Config, expect: &str) {
    let mut lowered = lower_files(&[("api.yaml", &complete(text))], config);
    let api = lowered.api.take().unwrap();
    check(&api, config, &mut lowered.diagnostics);
    account(&api.account, &mut lowered.diagnostics);
    let said = render_as(&lowered.diagnostics, &lowered.sources, Format::Short);
    let line = |line: &str| {
        line.rsplit_once("/api.yaml:")
            .map_or(line, |(_, rest)| rest)
            .to_owned()
    };
    let found: Vec<String> = said.lines().map(line).collect();
    let found = found.join("\n");
    assert!(
        found == expect.trim(),
        "found:\n{found}\nexpected:\n{expect}"
    );
}

#[test]
fn operations_that_are_rarely_meant() {
    compare(
        "
paths:
  /a:
    get:
      operationId: a
      requestBody: {content: {application/json: {schema: {type: string}}}}
      responses: {'404': {description: d}}
  /b:
    post:
      operationId: b
      requestBody: {content: {application/json: {schema: {type: string}}}}
      responses: {3XX: {description: d}}
",
        &Config::default(),
        "
6:5: warning[W0505]: no response of `a` is a success
8:7: warning[W0506]: the GET request `a` has a body
",
    );
}

#[test]
fn roles_that_are_no_texts() {
    let mut config = Config::default();
    config.headers.correlation_id = Some("x-id".to_owned());
    compare(
        "
paths:
  /a:
    get:
      operationId: a
      parameters: [{name: X-Id, in: header, schema: {$ref: '#/components/schemas/N'}}]
      responses: {default: {description: d}}
  /b:
    get:
      operationId: b
      parameters: [{name: X-Id, in: header, schema: {$ref: '#/components/schemas/T'}}]
      responses: {default: {description: d}}
components: {schemas: {N: {$ref: '#/components/schemas/M'}, M: {type: integer}, T: {type: string}}}
",
        &config,
        "
8:20: warning[W0504]: the header `X-Id` has a role but is no text
",
    );
}

#[test]
fn properties_that_only_capitals_tell_apart() {
    let text = "components: {schemas: {A: {type: object, properties: {ab: {}, aB: {}, c: {}}}}}";
    let mut config = Config::default();
    compare(text, &config, "");
    config.properties.ignore_case = true;
    compare(
        text,
        &config,
        "
3:63: warning[W0507]: only capitals tell `ab` and `aB` apart
",
    );
}

#[test]
fn members_that_nothing_tells_apart() {
    compare(
        "
components:
  schemas:
    A: {oneOf: [{type: object, properties: {a: {}}}, {type: object, properties: {b: {}}}]}
    B: {oneOf: [{type: object, required: [a], properties: {a: {}}}, {type: object, properties: {b: {}}}]}
    C: {anyOf: [{type: string}, {enum: [a]}, {type: string, format: date}, {type: integer}, {type: number}]}
    D: {oneOf: [{type: array, items: {type: string}}, {type: array, items: {type: integer}}, {type: array}]}
    E: {oneOf: [{enum: [a, b]}, {enum: [b, c]}]}
    F:
      oneOf:
        - {type: object, properties: {k: {const: a}}}
        - {type: object, properties: {k: {const: b}}}
        - {type: object, additionalProperties: {type: string}}
",
        &Config::default(),
        "
6:54: warning[W0600]: 3 members of unions overlap
",
    );
}

#[test]
fn the_account_is_grouped() {
    compare(
        "
components:
  schemas:
    A: {enum: [[1]], example: not told}
    B: {enum: [[2]]}
    C: {enum: [[3]]}
    D: {enum: [[4]]}
    E: {enum: [[5]], not: {}}
",
        &Config::default(),
        "
6:9: warning[W0501]: an enumeration with lists or objects comes out as its type
",
    );
}

#[test]
fn a_group_shows_three_places_and_counts_the_rest() {
    let schemas = ["A", "B", "C", "D", "E"].map(|name| format!("{name}: {{if: {{}}}}"));
    let text = format!("components: {{schemas: {{{}}}}}", schemas.join(", "));
    let text = complete(&text);
    let mut lowered = lower_files(&[("api.yaml", &text)], &Config::default());
    account(
        &lowered.api.take().unwrap().account,
        &mut lowered.diagnostics,
    );
    let warnings: Vec<_> = lowered.diagnostics.iter().collect();
    assert_eq!(warnings.len(), 1);
    assert_eq!(warnings[0].labels.len(), 3);
    assert_eq!(warnings[0].more, 2);
}

#[test]
fn what_surprises_nobody_is_not_warned_of() {
    compare(
        "
x-mine: 1
servers: [{url: https://a.example.org}, {url: https://b.example.org}]
paths:
  /a:
    get:
      operationId: a
      parameters:
        - {name: Accept, in: header, schema: {type: string}}
        - {name: l, in: query, schema: {type: integer, format: int16, minimum: 1, default: 1}}
      responses:
        '204': {description: d, headers: {X-Id: {schema: {type: string}}}}
        4XX: {description: d, content: {application/json: {schema: {type: string}}}}
components:
  schemas:
    A: {type: object, properties: {a: {type: string, readOnly: true, format: date, not: {const: x}}}}
",
        &Config::default(),
        "",
    );
}

/// What cannot be read leaves holes, and what is seen through them need not be so.
#[test]
fn errors_cause_no_warnings() {
    compare(
        "
paths:
  /a:
    get:
      operationId: a
      requestBody: {content: {application/json: {schema: {type: string}}}}
      responses: none
components:
  schemas:
    A: {type: object, properties: [a], required: [a]}
  securitySchemes:
    token: {type: tokn}
security: [{token: []}]
",
        &Config::default(),
        "
9:18: error[E0302]: `responses` must be an object
12:35: error[E0302]: `properties` must be an object
14:19: error[E0304]: `tokn` is no type of security scheme
",
    );
}
