//! Descriptions made to cost time or stack.

use std::fmt::Write;
use std::time::{Duration, Instant};

use crate::api::Kind;
use crate::lower::testing::{Lowered, lower_text};

/// Lowers, and fails where that takes longer than any honest description of this size could.
fn lower_soon(text: &str) -> Lowered {
    let start = Instant::now();
    let lowered = lower_text(text);
    assert!(
        start.elapsed() < Duration::from_secs(120),
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
fn diamonds_of_alternatives_cost_no_more_than_they_are_long() {
    for key in ["oneOf", "anyOf", "allOf"] {
        let text = schemas(24, |index| {
            let next = format!("{{$ref: '#/components/schemas/S{}'}}", index + 1);
            let base = format!("properties: {{p{index}: {{type: string}}}}");
            format!("{{{base}, {key}: [{next}, {{{base}, {key}: [{next}, {next}]}}]}}")
        });
        let lowered = lower_soon(&format!("{text}    S24: {{type: object}}\n"));
        assert!(lowered.api.unwrap().types().count() < 200, "{key}");
    }
}

#[test]
fn circles_of_every_kind() {
    for schema in [
        "{oneOf: [{$ref: '#/components/schemas/S0'}, {$ref: '#/components/schemas/S1'}]}",
        "{properties: {a: {}}, oneOf: [{$ref: '#/components/schemas/S0'}, {type: string}]}",
        "{anyOf: [{allOf: [{$ref: '#/components/schemas/S0'}]}, {$ref: '#/components/schemas/S1'}, {type: 'null'}]}",
        "{allOf: [{oneOf: [{$ref: '#/components/schemas/S0'}, {$ref: '#/components/schemas/S1'}]}, {required: [a]}]}",
        "{type: array, items: {$ref: '#/components/schemas/S1'}}",
        "{type: array, prefixItems: [{$ref: '#/components/schemas/S1'}], items: {$ref: '#/components/schemas/S0'}}",
        "{additionalProperties: {$ref: '#/components/schemas/S0'}, propertyNames: {$ref: '#/components/schemas/S1'}}",
        "{patternProperties: {a: {$ref: '#/components/schemas/S0'}}, unevaluatedProperties: {$ref: '#/components/schemas/S1'}}",
        "{discriminator: {propertyName: a, mapping: {a: S0, b: S1}}, allOf: [{$ref: '#/components/schemas/S1'}], properties: {a: {}}}",
        "{type: string, contentSchema: {$ref: '#/components/schemas/S0'}}",
    ] {
        let text = schemas(2, |_| schema.to_owned());
        assert!(lower_soon(&text).api.is_some(), "{schema}");
    }
}

#[test]
fn long_lists() {
    let values: Vec<String> = (0..20_000)
        .map(|index| format!("v{index}, {index}"))
        .collect();
    let properties: Vec<String> = (0..5_000)
        .map(|index| format!("p{index}: {{type: string}}"))
        .collect();
    let members: Vec<String> = (0..5_000)
        .map(|index| {
            format!(
                "{{title: t{}, required: [a, b], properties: {{a: {{}}}}}}",
                index % 9
            )
        })
        .collect();
    let text = format!(
        "components:\n  schemas:\n    E: {{enum: [{}]}}\n    O: {{properties: {{{}}}}}\n    U: {{oneOf: [{}]}}\n",
        values.join(", "),
        properties.join(", "),
        members.join(", "),
    );
    assert!(lower_soon(&text).api.is_some());
}

#[test]
fn many_unions_that_are_added_up() {
    let union = "{oneOf: [{type: object, title: a}, {type: object, title: b}]}";
    let unions = vec![union; 400].join(", ");
    let text = schemas(1, |_| format!("{{allOf: [{unions}]}}"));
    assert!(lower_soon(&text).api.is_some());
}

#[test]
fn families_of_one_parent() {
    // Every child adds to the parent, which names all of them as its alternatives.
    let children = 1_500;
    let all: Vec<String> = (1..=children)
        .map(|index| format!("{{$ref: '#/components/schemas/S{index}'}}"))
        .collect();
    let all = all.join(", ");
    let text = schemas(children + 1, |index| match index {
        0 => format!(
            "{{oneOf: [{all}], discriminator: {{propertyName: p}}, properties: {{p: {{type: string}}}}}}"
        ),
        _ => "{allOf: [{$ref: '#/components/schemas/S0'}], properties: {a: {type: string}}}"
            .to_owned(),
    });
    assert!(lower_soon(&text).api.is_some());
}

#[test]
fn long_chains_of_subtypes() {
    let text = schemas(2_000, |index| {
        let parent = format!("{{$ref: '#/components/schemas/S{}'}}", index + 1);
        format!("{{allOf: [{parent}], discriminator: {{propertyName: p}}, required: [p]}}")
    });
    assert!(
        lower_soon(&format!("{text}    S2000: {{type: object}}\n"))
            .api
            .is_some()
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
    // Every 24 types hold any value instead of the next ones.
    assert_eq!(lower_soon(&text).api.unwrap().types().count(), 201 + 8);
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
        e:
          type: [string, integer]
          not:
            const: 7
        f:
          prefixItems:
            - type: string
          unevaluatedItems: false
          contains:
            type: string
        g:
          type: string
          contentEncoding: base64
          contentMediaType: image/png
          contentSchema:
            type: object
        h:
          type: string
          enum: [a]
          x-enum-varnames: [A]
          x-enum-descriptions:
            a: The letter.
      patternProperties:
        ^x:
          type: string
      propertyNames:
        maxLength: 9
      unevaluatedProperties:
        type: string
      dependentRequired:
        a: [b]
      dependentSchemas:
        a:
          required: [b]
      if:
        required: [a]
      examples: [1]
      externalDocs:
        url: https://example.org/
    U:
      title: U
      properties:
        k:
          type: string
      oneOf:
        - title: A
          const: 1
        - title: B
          properties:
            k:
              const: b
      discriminator:
        propertyName: k
        defaultMapping: S
        mapping:
          a: S
  securitySchemes:
    key:
      type: apiKey
      in: header
      name: k
";

#[test]
fn of_thousands_of_parameters_the_first_count() {
    let mut text = String::from("paths: {/a: {get: {responses: {}, parameters: [");
    for index in 0..2_003 {
        let _ = write!(
            text,
            "{{name: p{index}, in: query, schema: {{type: string}}}}, "
        );
    }
    let api = lower_soon(&format!("{text}]}}}}}}\n")).api.unwrap();
    let reason = "only the first 2000 parameters of a list count";
    let left_out = api.account.iter().filter(|entry| entry.reason == reason);
    assert_eq!(left_out.count(), 3);
    let parameters = &api.all_operations().next().unwrap().parameters;
    assert_eq!(parameters.len(), 2_000);
    assert_eq!(parameters[1_999].name, "p1999");
}

#[test]
fn types_in_types_are_cut_where_rustc_would_give_up() {
    let text = format!(
        "components: {{schemas: {{A: {}{{type: string}}{}}}}}",
        "{type: object, properties: {a: ".repeat(60),
        "}}".repeat(60)
    );
    let api = lower_soon(&text).api.unwrap();
    let mut depths: Vec<usize> = Vec::new();
    for (id, _) in api.types() {
        let mut depth = 0;
        let mut at = Some(id);
        while let Some(id) = at {
            depth += 1;
            at = match &api[id].kind {
                Kind::Object(object) => object.properties.first().map(|property| property.ty.id),
                _ => None,
            };
        }
        depths.push(depth);
    }
    assert_eq!(depths.iter().max(), Some(&25), "24 and what holds anything");
    let reason = "more types in each other than can be compiled, so any value is taken";
    let cuts = api.account.iter().filter(|entry| entry.reason == reason);
    assert_eq!(cuts.count(), 2);
}

#[test]
fn values_for_people_are_kept_within_a_budget_however_often_they_are_used() {
    let long = "x".repeat(16_000);
    let mut text = format!(
        "openapi: 3.1.0\ncomponents:\n  schemas:\n    D: {{type: string, default: {long}, examples: [{long}]}}\n"
    );
    for owner in 0..2 {
        let _ = writeln!(text, "    O{owner}:\n      properties:");
        for property in 0..700 {
            let _ = writeln!(
                text,
                "        p{property}: {{$ref: '#/components/schemas/D'}}"
            );
        }
    }
    let api = lower_soon(&text).api.unwrap();
    let mut kept = 0;
    for (_, ty) in api.types() {
        if let Kind::Object(object) = &ty.kind {
            for property in &object.properties {
                kept += property.default.iter().map(String::len).sum::<usize>();
            }
        }
    }
    assert!((8 << 20..=16 << 20).contains(&kept), "{kept}");
}
