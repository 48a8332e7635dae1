//! The references of the JSON Schema test suite, each schema as a component of a description. The
//! suite lies beside the project, or nowhere.

use serde_json::{Value, json};

use crate::config::Config;
use crate::load::testing::shared;
use crate::lower::testing::lower_files;

/// The files of the suite that are about references.
const FILES: [&str; 15] = [
    "ref.json",
    "refRemote.json",
    "anchor.json",
    "dynamicRef.json",
    "defs.json",
    "infinite-loop-detection.json",
    "unevaluatedItems.json",
    "unevaluatedProperties.json",
    "vocabulary.json",
    "optional/anchor.json",
    "optional/id.json",
    "optional/dynamicRef.json",
    "optional/unknownKeyword.json",
    "optional/refOfUnknownKeyword.json",
    "optional/no-schema.json",
];

/// Returns a schema as the only component of a description. What has no address gets one, so that
/// its references count from it.
fn description(schema: &Value) -> String {
    let mut schema = schema.clone();
    if let Some(schema) = schema.as_object_mut() {
        schema.entry("$id").or_insert(json!("urn:example:case"));
    }
    let description = json!({
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "components": {"schemas": {"Case": schema}},
    });
    description.to_string()
}

/// Returns whether a case is about documents on other machines.
fn is_remote(case: &Value) -> bool {
    let schema = case["schema"].to_string();
    let remote = [
        "http://localhost:1234/draft2020-12/",
        "\"$ref\":\"https://json-schema.org/draft/2020-12/schema\"",
    ];
    remote.iter().any(|start| schema.contains(start))
}

#[test]
fn every_reference_leads_somewhere() {
    let Some(folder) = shared("suites/json-schema/tests/draft2020-12") else {
        return;
    };
    let (mut wrong, mut count) = (Vec::new(), 0);
    for file in FILES {
        let text = std::fs::read_to_string(folder.join(file)).unwrap();
        let cases: Vec<Value> = serde_json::from_str(&text).unwrap();
        for case in cases {
            let files = [("api.json", description(&case["schema"]))];
            let files = files.each_ref().map(|(name, text)| (*name, text.as_str()));
            let said = lower_files(&files, &Config::default()).said();
            // Other codes are about what no client can be generated for.
            let unresolved = said.lines().filter(|line| line.contains("error[E02"));
            let unresolved: Vec<_> = unresolved.filter(|line| !line.contains("E0205")).collect();
            count += 1;
            if !unresolved.is_empty() && !is_remote(&case) {
                wrong.push(format!("{file}: {}: {unresolved:?}", case["description"]));
            }
        }
    }
    assert!(count > 160, "only {count} cases");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
