//! Descriptions made to cost time or stack.

use std::fmt::Write;
use std::time::{Duration, Instant};

use crate::lower::testing::{Lowered, lower_text};

/// Lowers, and fails where that takes longer than any honest description of this size could.
fn lower_soon(text: &str) -> Lowered {
    let start = Instant::now();
    let lowered = lower_text(text);
    assert!(
        start.elapsed() < Duration::from_secs(20),
        "{:?}",
        start.elapsed()
    );
    lowered
}

fn schemas(count: usize, schema: impl Fn(usize) -> String) -> String {
    let mut text = String::from("components:\n  schemas:\n");
    for index in 0..count {
        let _ = writeln!(text, "    S{index}: {}", schema(index));
    }
    text
}

#[test]
fn nests_of_all_of_cost_no_more_than_they_are_long() {
    let text = schemas(40, |index| {
        let next = format!("{{$ref: '#/components/schemas/S{}'}}", (index + 1) % 40);
        format!("{{allOf: [{next}, {next}, {{properties: {{p{index}: {{type: string}}}}}}]}}")
    });
    assert_eq!(lower_soon(&text).api.unwrap().types().count(), 80);
}

#[test]
fn chains_of_all_of_end_at_the_budget() {
    let text = schemas(4000, |index| {
        format!(
            "{{allOf: [{{$ref: '#/components/schemas/S{}'}}, {{properties: {{p{index}: {{}}}}}}]}}",
            index + 1
        )
    });
    let text = format!("{text}    S4000: {{type: object, properties: {{z: {{}}}}}}\n");
    let lowered = lower_soon(&text);
    let reason = "more members of `allOf` than can be added up, so any value is taken";
    assert!(
        lowered
            .api
            .unwrap()
            .account
            .iter()
            .any(|entry| entry.reason == reason)
    );
}

#[test]
fn long_chains_of_references() {
    let text = schemas(5000, |index| {
        format!("{{$ref: '#/components/schemas/S{}'}}", index + 1)
    });
    let lowered = lower_soon(&format!("{text}    S5000: {{type: string}}\n"));
    let said = lowered.said();
    assert_eq!(said.matches("E0224").count(), 5_000 / 257, "{said}");
}

#[test]
fn deep_nesting() {
    let text = format!(
        "components: {{schemas: {{A: {}{{}}{}}}}}",
        "{type: array, items: ".repeat(200),
        "}".repeat(200)
    );
    assert_eq!(lower_soon(&text).api.unwrap().types().count(), 201);
}

#[test]
fn many_unknown_keys() {
    let text = schemas(5000, |index| {
        format!("{{type: string, minLengthh{index}: 1, zz{index}: 2}}")
    });
    assert!(lower_soon(&text).api.is_some());
}

#[test]
fn nonsense_of_every_kind_in_every_place() {
    for junk in [
        "null",
        "[]",
        "{}",
        "7",
        "text",
        "true",
        "[{}]",
        "{a: {}}",
        "{$ref: '#/a'}",
        "{$ref: 7}",
    ] {
        for (at, _) in SAMPLE.match_indices(": ") {
            let end = SAMPLE[at..].find('\n').map_or(SAMPLE.len(), |end| at + end);
            // A value in the middle of a line takes the rest of the line with it.
            lower_text(&format!("{}: {junk}{}", &SAMPLE[..at], &SAMPLE[end..]));
        }
    }
}

/// Every construct once, one value a line.
const SAMPLE: &str = "\
openapi: 3.2.0
info:
  title: Sample
  version: 1.0.0
servers:
  - url: https://{a}.example.org
    variables:
      a:
        default: x
security:
  - key: []
tags:
  - name: t
paths:
  /a/{id}:
    parameters:
      - name: id
        in: path
        required: true
        schema:
          type: string
    post:
      operationId: a
      tags: [t]
      parameters:
        - $ref: '#/components/parameters/P'
      requestBody:
        content:
          application/json:
            schema:
              $ref: '#/components/schemas/S'
      responses:
        200:
          $ref: '#/components/responses/R'
components:
  parameters:
    P:
      name: p
      in: query
      style: form
      explode: true
      content:
        application/json:
          schema:
            type: string
  responses:
    R:
      description: r
      headers:
        H:
          schema:
            type: string
      content:
        application/xml:
          schema:
            $ref: '#/components/schemas/S'
  schemas:
    S:
      type: object
      required: [a]
      additionalProperties: false
      properties:
        a:
          type: string
          enum: [x, y]
          default: x
          xml:
            name: b
        b:
          type: array
          items:
            $ref: '#/components/schemas/S'
        c:
          allOf:
            - $ref: '#/components/schemas/S'
          minimum: 3
          exclusiveMinimum: 2
        d:
          anyOf:
            - type: 'null'
            - type: integer
              format: int32
  securitySchemes:
    key:
      type: apiKey
      in: header
      name: k
";
