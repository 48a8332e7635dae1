//! What holds for all reviews, and rules that need no case of their own.

use std::collections::BTreeSet;
use std::path::Path;

use super::super::{Review, Rule, Semver, Verdict, render};
use super::{api, lines, review, review_texts};
use crate::source::Sources;

/// Two descriptions and what their review says, line by line.
struct Row {
    old: &'static str,
    new: &'static str,
    expect: &'static [&'static str],
}

/// What every description of the table begins with: an operation that sends and receives `T`.
const USED: &str = "paths:
  /t:
    put:
      operationId: putT
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/T'}}}}
      responses: {'200': {description: '', content: {application/json: {schema: {$ref: '#/components/schemas/T'}}}}}
";

/// Differences of the schema `T`.
const SCHEMAS: &[Row] = &[
    Row {
        old: "{properties: {a: {type: string}}}",
        new: "{properties: {a: {type: string, writeOnly: true}}}",
        expect: &["warning, patch: T.a [response-property-became-write-only]"],
    },
    Row {
        old: "{required: [a], properties: {a: {type: string}}}",
        new: "{required: [a], properties: {a: {type: string, writeOnly: true}}}",
        expect: &["breaking, major: T.a [response-required-property-became-write-only]"],
    },
    Row {
        old: "{properties: {a: {type: string, writeOnly: true}}}",
        new: "{properties: {a: {type: string}}}",
        expect: &["compatible, patch: T.a [property-no-longer-write-only]"],
    },
    Row {
        old: "{properties: {a: {type: string, readOnly: true}}}",
        new: "{properties: {a: {type: string}}}",
        expect: &["compatible, patch: T.a [property-no-longer-read-only]"],
    },
    Row {
        old: "{required: [a], properties: {a: {type: string, readOnly: true}}}",
        new: "{required: [a], properties: {a: {type: string}}}",
        expect: &["breaking, major: T.a [request-required-property-no-longer-read-only]"],
    },
    // What is read-only concerns answers only, and is optional in the crate.
    Row {
        old: "{properties: {a: {type: string, readOnly: true}}}",
        new: "{required: [a], properties: {a: {type: string, readOnly: true}}}",
        expect: &["compatible, patch: T.a [response-property-became-required]"],
    },
    Row {
        old: "{properties: {a: {type: string}}}",
        new: "{required: [b], properties: {a: {type: string}, b: {type: string, default: x}}}",
        expect: &["warning, major: T.b [request-required-property-with-default-added]"],
    },
    Row {
        old: "{required: [a], properties: {a: {type: string}, b: {type: string}}}",
        new: "{properties: {b: {type: string}}}",
        expect: &["breaking, major: T.a [response-required-property-removed]"],
    },
    Row {
        old: "{properties: {a: {type: [string, 'null']}}}",
        new: "{properties: {a: {type: string}}}",
        expect: &["breaking, major: T.a [request-no-longer-nullable]"],
    },
    Row {
        old: "{type: [object, 'null'], properties: {a: {type: string}}}",
        new: "{type: object, properties: {a: {type: string}}}",
        expect: &["breaking, major: T [request-no-longer-nullable]"],
    },
    Row {
        old: "{properties: {a: {type: string, pattern: x}}}",
        new: "{properties: {a: {type: string, pattern: y}}}",
        expect: &["warning, patch: T.a [constraint-changed]"],
    },
    Row {
        old: "{properties: {a: {deprecated: true, type: string}}}",
        new: "{properties: {a: {type: string}}}",
        expect: &["compatible, patch: T.a [no-longer-deprecated]"],
    },
    Row {
        old: "{additionalProperties: false, properties: {a: {type: string}}}",
        new: "{properties: {a: {type: string}}}",
        expect: &[
            "warning, minor: T [response-additional-properties-opened]",
            "compatible, major: T [trait-lost]",
        ],
    },
    Row {
        old: "{additionalProperties: {type: string}, properties: {a: {type: string}}}",
        new: "{properties: {a: {type: string}}}",
        expect: &["breaking, major: T [response-additional-properties-untyped]"],
    },
    Row {
        old: "{properties: {a: {type: string}}}",
        new: "{additionalProperties: {type: string}, properties: {a: {type: string}}}",
        expect: &["breaking, major: T [request-additional-properties-typed]"],
    },
    // A map is an object without names: nothing new on the wire.
    Row {
        old: "{type: object}",
        new: "{type: object, properties: {a: {type: string}}}",
        expect: &[
            "compatible, major: T [type-changed]",
            "compatible, minor: T.a [optional-property-added]",
        ],
    },
    Row {
        old: "{type: array, items: {properties: {a: {type: integer}}}}",
        new: "{type: array, items: {properties: {a: {type: number}}}}",
        expect: &[
            "breaking, major: T[].a [response-type-changed]",
            "compatible, major: #/components/schemas/T/items [trait-lost]",
        ],
    },
    Row {
        old: "{type: array, items: {type: string}}",
        new: "{type: array, items: {type: string}, minItems: 1}",
        expect: &["breaking, patch: T [request-constraint-tightened]"],
    },
    Row {
        old: "{type: object, additionalProperties: {type: [string, 'null']}}",
        new: "{type: object, additionalProperties: {type: string}}",
        expect: &["breaking, major: T{} [request-no-longer-nullable]"],
    },
    Row {
        old: "{properties: {a: {type: object, properties: {b: {type: string}}}}}",
        new: "{properties: {a: {type: object, required: [b], properties: {b: {type: string}}}}}",
        expect: &["breaking, major: T.a.b [request-property-became-required]"],
    },
    Row {
        old: "{enum: [a, b]}",
        new: "{enum: [b, a]}",
        expect: &[],
    },
    Row {
        old: "{properties: {a: {}, b: {}}}",
        new: "{properties: {b: {}, a: {}}}",
        expect: &[],
    },
];

/// Differences of whole descriptions.
const APIS: &[Row] = &[
    Row {
        old: "info: {title: A, version: '1'}",
        new: "info: {title: A, version: '2'}",
        expect: &["compatible, patch: API [api-renamed]"],
    },
    Row {
        old: "components: {securitySchemes: {a: {type: http, scheme: basic}}}",
        new: "components: {securitySchemes: {b: {type: http, scheme: basic}}}",
        expect: &["compatible, major: security scheme b [security-scheme-renamed]"],
    },
    Row {
        old: "components: {securitySchemes: {a: {type: http, scheme: basic}}}",
        new: "components: {}",
        expect: &["compatible, major: security scheme a [security-scheme-removed]"],
    },
    Row {
        old: "components: {}",
        new: "components: {securitySchemes: {a: {type: http, scheme: basic}}}",
        expect: &["compatible, minor: security scheme a [security-scheme-added]"],
    },
];

/// Differences of the one operation `PUT /t`; its responses stand last.
const OPERATIONS: &[Row] = &[
    Row {
        old: "responses: {'204': {description: ''}}",
        new: "tags: [x], responses: {'204': {description: ''}}",
        expect: &["compatible, patch: PUT /t [operation-tags-changed]"],
    },
    Row {
        old: "responses: {'204': {description: ''}}",
        new: "servers: [{url: 'https://x.example'}], responses: {'204': {description: ''}}",
        expect: &["warning, patch: PUT /t [operation-servers-changed]"],
    },
    Row {
        old: "parameters: [{name: q, in: query, required: true, schema: {type: string}}], responses: {'204': {description: ''}}",
        new: "parameters: [{name: q, in: query, schema: {type: string}}], responses: {'204': {description: ''}}",
        expect: &["compatible, major: PUT /t query parameter q [parameter-became-optional]"],
    },
    Row {
        old: "parameters: [{name: X-Q, in: header, schema: {type: string}}], responses: {'204': {description: ''}}",
        new: "parameters: [{name: x-q, in: header, schema: {type: string}}], responses: {'204': {description: ''}}",
        expect: &["compatible, patch: PUT /t header parameter x-q [parameter-renamed]"],
    },
    Row {
        old: "parameters: [{name: q, in: query, explode: true, schema: {type: string}}], responses: {'204': {description: ''}}",
        new: "parameters: [{name: q, in: query, explode: false, schema: {type: string}}], responses: {'204': {description: ''}}",
        expect: &["compatible, patch: PUT /t query parameter q [parameter-style-changed]"],
    },
    Row {
        old: "responses: {'204': {description: ''}}",
        new: "requestBody: {content: {text/plain: {schema: {type: string}}}}, responses: {'204': {description: ''}}",
        expect: &["compatible, minor: PUT /t request body [optional-request-body-added]"],
    },
    Row {
        old: "requestBody: {content: {text/plain: {schema: {type: string}}}}, responses: {'204': {description: ''}}",
        new: "responses: {'204': {description: ''}}",
        expect: &["warning, major: PUT /t request body [request-body-removed]"],
    },
    Row {
        old: "requestBody: {required: true, content: {text/plain: {schema: {type: string}}}}, responses: {'204': {description: ''}}",
        new: "requestBody: {content: {text/plain: {schema: {type: string}}}}, responses: {'204': {description: ''}}",
        expect: &["compatible, major: PUT /t request body [request-body-became-optional]"],
    },
    // Parameters of a media type do not make another one.
    Row {
        old: "requestBody: {content: {text/plain: {schema: {type: string}}}}, responses: {'204': {description: ''}}",
        new: "requestBody: {content: {text/plain;charset=utf-8: {schema: {type: string}}}}, responses: {'204': {description: ''}}",
        expect: &[],
    },
    Row {
        old: "responses: {'204': {description: ''}, '404': {description: ''}}",
        new: "responses: {'204': {description: ''}}",
        expect: &["compatible, patch: PUT /t response 404 [error-response-removed]"],
    },
    Row {
        old: "responses: {'200': {description: ''}}",
        new: "responses: {'200': {description: '', content: {text/plain: {schema: {type: string}}}}}",
        expect: &[
            "compatible, patch: PUT /t response 200 [response-body-added]",
            "compatible, major: PUT /t [output-changed]",
        ],
    },
    Row {
        old: "responses: {default: {description: '', content: {text/plain: {schema: {type: string}}}}}",
        new: "responses: {default: {description: ''}}",
        expect: &[
            "breaking, patch: PUT /t response default [response-body-removed]",
            "compatible, major: PUT /t [output-changed]",
        ],
    },
    Row {
        old: "responses: {'200': {description: '', content: {text/plain: {schema: {type: string}}}}, '202': {description: ''}}",
        new: "responses: {'200': {description: '', content: {text/plain: {schema: {type: string}}}}, '202': {description: ''}, '204': {description: ''}}",
        expect: &[
            "warning, patch: PUT /t response 204 [success-response-added]",
            "compatible, minor: PUT /t [output-extended]",
        ],
    },
    Row {
        old: "responses: {'200': {description: '', content: {text/plain: {schema: {type: string}}}}}",
        new: "responses: {'200': {description: '', content: {text/html: {schema: {type: string}}, text/plain: {schema: {type: string}}}}}",
        expect: &[
            "compatible, minor: PUT /t response 200 text/html [response-media-type-added]",
            "compatible, minor: PUT /t response 200 [default-response-media-type-changed]",
        ],
    },
    Row {
        old: "responses: {'200': {description: '', content: {text/plain: {schema: {type: string}}, text/html: {schema: {type: string}}}}}",
        new: "responses: {'200': {description: '', content: {text/plain: {schema: {type: string}}}}}",
        expect: &["breaking, major: PUT /t response 200 text/html [response-media-type-removed]"],
    },
    // A number is sent as a text anyway.
    Row {
        old: "parameters: [{name: q, in: query, schema: {type: integer}}], responses: {'204': {description: ''}}",
        new: "parameters: [{name: q, in: query, schema: {type: string}}], responses: {'204': {description: ''}}",
        expect: &["compatible, major: PUT /t query parameter q [request-type-changed]"],
    },
    Row {
        old: "parameters: [{name: q, in: query, schema: {type: integer}}], responses: {'204': {description: ''}}",
        new: "parameters: [{name: q, in: query, schema: {type: string, pattern: a}}], responses: {'204': {description: ''}}",
        expect: &["breaking, major: PUT /t query parameter q [request-type-changed]"],
    },
    // Nobody's signature names the type of an error.
    Row {
        old: "responses: {'404': {description: '', content: {application/json: {schema: {type: string}}}}}",
        new: "responses: {'404': {description: '', content: {application/json: {schema: {$ref: '#/components/schemas/T'}}}}}",
        expect: &["breaking, patch: PUT /t response 404 application/json [response-type-changed]"],
    },
    Row {
        old: "responses: {'204': {description: '', headers: {a: {required: true, schema: {type: string}}, b: {schema: {type: string}}, c: {schema: {type: string}}}}}",
        new: "responses: {'204': {description: '', headers: {A: {schema: {type: string}}, c: {required: true, schema: {type: integer}}, d: {schema: {type: string}}}}}",
        expect: &[
            "breaking, patch: PUT /t response 204 header A [response-header-became-optional]",
            "warning, patch: PUT /t response 204 header b [optional-response-header-removed]",
            "compatible, patch: PUT /t response 204 header c [response-header-became-required]",
            "compatible, patch: PUT /t response 204 header d [response-header-added]",
            "breaking, major: PUT /t response 204 header c [response-type-changed]",
        ],
    },
];

fn schema(schema: &str) -> String {
    format!("{USED}components: {{schemas: {{T: {schema}}}}}\n")
}

fn operation(operation: &str) -> String {
    let schemas = "components: {schemas: {T: {properties: {a: {type: string}}}}}";
    format!("paths: {{/t: {{put: {{operationId: putT, {operation}}}}}}}\n{schemas}\n")
}

fn whole(text: &str) -> String {
    let info = if text.contains("info:") {
        ""
    } else {
        "info: {title: A, version: '1'}\n"
    };
    format!("openapi: 3.1.0\n{info}{text}\n")
}

/// Rows, and what makes a description of what they hold.
type Table = (&'static [Row], fn(&str) -> String);

/// The reviews of all tables.
fn reviews() -> Vec<(&'static Row, Review)> {
    let tables: [Table; 3] = [(SCHEMAS, schema), (APIS, whole), (OPERATIONS, operation)];
    let rows = tables
        .into_iter()
        .flat_map(|(rows, text)| rows.iter().map(move |row| (row, text)));
    rows.map(|(row, text)| (row, review_texts(&text(row.old), &text(row.new))))
        .collect()
}

#[test]
fn rules_judge_as_expected() {
    let mut wrong = Vec::new();
    for (row, review) in reviews() {
        let found = lines(&review);
        if found != row.expect {
            wrong.push(format!("{}\n{}\n{found:#?}", row.old, row.new));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn equal_descriptions_have_no_changes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/cases/diff");
    for entry in std::fs::read_dir(folder).unwrap() {
        for name in ["old.yaml", "new.yaml"] {
            let path = entry.as_ref().unwrap().path().join(name);
            let text = std::fs::read_to_string(&path).unwrap();
            // Another place of everything is no change either.
            let moved = format!("# A comment.\n\n{text}");
            assert_eq!(
                lines(&review_texts(&text, &moved)),
                [""; 0],
                "{}",
                path.display()
            );
        }
    }
}

#[test]
fn every_rule_is_shown_at_work() {
    let mut seen: BTreeSet<Rule> = BTreeSet::new();
    let mut note = |review: &Review| seen.extend(review.changes.iter().map(|change| change.rule));
    for (_, review) in reviews() {
        note(&review);
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/cases/diff");
    for entry in std::fs::read_dir(folder).unwrap() {
        let case = entry.unwrap().path();
        let [old, new] =
            ["old.yaml", "new.yaml"].map(|it| std::fs::read_to_string(case.join(it)).unwrap());
        note(&review_texts(&old, &new));
    }
    // These need a configuration, a description that cannot be generated whole, or a large one; they
    // follow.
    seen.extend([
        Rule::FeatureAdded,
        Rule::FeatureRemoved,
        Rule::ParameterRoleChanged,
        Rule::OperationNotGenerated,
        Rule::OperationNowGenerated,
    ]);
    let unseen: Vec<_> = Rule::ALL
        .iter()
        .filter(|rule| !seen.contains(*rule))
        .collect();
    assert!(unseen.is_empty(), "{unseen:?}");
}

#[test]
fn large_crates_have_features_by_tag() {
    let text = |tags: &[&str]| {
        let path = |index: usize| {
            let tag = tags[index % tags.len()];
            let responses = "{'204': {description: ''}}";
            format!("  /a{index}: {{get: {{tags: [{tag}], responses: {responses}}}}}\n")
        };
        let paths: String = (0..120).map(path).collect();
        format!("openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\npaths:\n{paths}")
    };
    let reviewed = review_texts(&text(&["cats", "dogs"]), &text(&["cats", "birds"]));
    let lines = lines(&reviewed);
    for expect in [
        "compatible, minor: The crate [feature-added]",
        "compatible, major: The crate [feature-removed]",
    ] {
        assert!(lines.iter().any(|line| line == expect), "{lines:?}");
    }
}

#[test]
fn a_header_may_get_a_role() {
    let text = operation(
        "parameters: [{name: X-Id, in: header, schema: {type: string}}], responses: {'204': {description: ''}}",
    );
    let (old, mut new) = (api(&text), api(&text));
    new.operations[0].parameters[0].role = Some(crate::api::Role::CorrelationId);
    let expect = ["compatible, minor: PUT /t header parameter X-Id [parameter-role-changed]"];
    assert_eq!(lines(&review(&old, &new)), expect);
}

#[test]
fn what_is_left_out_is_not_taken_for_removed() {
    let whole = api(&operation("responses: {'204': {description: ''}}"));
    let mut less = whole.clone();
    let left_out = less.operations.remove(0);
    less.account.push(crate::api::Entry {
        outcome: crate::api::Outcome::Skipped,
        reason: "a reason".into(),
        matters: true,
        origin: left_out.origin,
    });
    let expect = ["compatible, major: PUT /t [operation-not-generated]"];
    assert_eq!(lines(&review(&whole, &less)), expect);
    let expect = ["compatible, minor: PUT /t [operation-now-generated]"];
    assert_eq!(lines(&review(&less, &whole)), expect);
}

#[test]
fn verdicts_of_a_review_are_the_gravest() {
    let old = schema("{properties: {a: {type: string}}}");
    let new = schema("{required: [a], properties: {a: {type: string}, b: {type: string}}}");
    let changed = review_texts(&old, &new);
    assert_eq!(
        (changed.wire(), changed.rust()),
        (Verdict::Breaking, Semver::Major)
    );
    let same = review_texts(&old, &old);
    assert_eq!(
        (same.wire(), same.rust()),
        (Verdict::Compatible, Semver::None)
    );
    let nowhere = Sources::default();
    assert_eq!(render(&same, &nowhere, &nowhere), "No change.\n");
}
