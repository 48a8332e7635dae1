//! Descriptions that overlays have changed: one text can stand in several places, and values of one
//! object in several files.

use crate::api::{Api, dump};
use crate::lower::testing::lower_overlaid;

/// Lowers a description with the actions of an overlay; returns the model and what was said.
fn overlaid(description: &str, actions: &str) -> (Api, String) {
    let lowered = lower_overlaid(description, actions);
    let said = lowered.said();
    (lowered.api.expect(&said), said)
}

/// Returns the lines of a dump that begin with one of these words.
fn lines(api: &Api, words: &[&str]) -> Vec<String> {
    let dump = dump(api);
    let lines = dump.lines().map(str::trim_start);
    lines
        .filter(|line| words.iter().any(|word| line.starts_with(word)))
        .map(str::to_owned)
        .collect()
}

const RESPONSES: &str = "
paths: {/a: {get: {responses: {'200': {$ref: '#/components/responses/Used'}}}}}
components:
  headers: {OfUsed: {schema: {type: string}}, OfOthers: {schema: {type: integer}}}
  responses:
    Used: {description: d}
    Other: {description: d, headers: {X: {$ref: '#/components/headers/OfOthers'}}, x-mine: 1}
";

#[test]
fn a_copy_of_a_component_is_another_one() {
    let unused = |actions: &str| {
        let (api, _) = overlaid(RESPONSES, actions);
        let entries = api.account.iter();
        let entries = entries.filter(|entry| entry.reason == "nothing refers to it");
        let pointers = entries.map(|entry| entry.origin.pointer.to_string());
        pointers.collect::<Vec<_>>().join(" ")
    };
    let (headers, other) = ("#/components/headers/", "#/components/responses/Other");
    let (of_used, of_others) = (format!("{headers}OfUsed"), format!("{headers}OfOthers"));
    // What is copied over what is used leads on from there; what it was copied from does not.
    let copy = "{target: $.components.responses.Used, copy: $.components.responses.Other}";
    assert_eq!(unused(copy), format!("{of_used} {other}"));
    // So does what stands in the overlay.
    let update = "{target: $.components.responses.Used, update: {headers: {Y: {$ref: '#/components/headers/OfUsed'}}}}";
    assert_eq!(unused(update), format!("{of_others} {other}"));
    let nothing = "{target: $.info, update: {title: U}}";
    assert_eq!(unused(nothing), format!("{of_used} {of_others} {other}"));
}

#[test]
fn a_copy_keeps_what_it_was_copied_with() {
    let copy = "{target: $.components.responses.Used, copy: $.components.responses.Other}";
    let (api, _) = overlaid(RESPONSES, copy);
    assert_eq!(
        lines(&api, &["extension"]),
        [
            "extension #/components/responses/Used/x-mine: 1",
            "extension #/components/responses/Other/x-mine: 1",
        ]
    );
}

#[test]
fn links_lead_to_copies_of_operations() {
    let (api, said) = overlaid(
        "
paths:
  /a: {get: {responses: {'204': {description: d, links: {a: {operationRef: '#/paths/~1b/get'}, b: {operationRef: '#/paths/~1a/get'}}}}}}
  /b: {}
",
        "{target: '$.paths[\"/b\"]', copy: '$.paths[\"/a\"]'}",
    );
    assert!(!said.contains("is no operation"), "{said}");
    assert_eq!(
        lines(&api, &["link"]),
        [
            "link a: get_b",
            "link b: get_a",
            "link a: get_b",
            "link b: get_a"
        ]
    );
}

#[test]
fn schemas_in_copies_of_operations_are_placed_where_they_stand() {
    let schema =
        "{type: object, properties: {inner: {type: object, properties: {a: {type: string}}}}}";
    let (api, _) = overlaid(
        &format!(
            "
paths:
  /a: {{get: {{responses: {{'200': {{description: d, content: {{application/json: {{schema: {schema}}}}}}}}}}}}}
  /b: {{}}
components:
  schemas: {{X: {{$ref: '#/paths/~1b/get/responses/200/content/application~1json/schema/properties/inner'}}}}
"
        ),
        "{target: '$.paths[\"/b\"]', copy: '$.paths[\"/a\"]'}",
    );
    let types = lines(&api, &["type"]);
    let of = |operation: &str, step: &str| {
        format!("type {operation}(200 application/json){step}: object")
    };
    for expect in [
        of("get_a", ""),
        of("get_a", ".inner"),
        of("get_b", ""),
        of("get_b", ".inner"),
        "type X: = get_b(200 application/json).inner".to_owned(),
    ] {
        assert!(types.contains(&expect), "{types:#?} {expect}");
    }
}
