//! The test suite of the OpenAPI Initiative: descriptions that its schemas accept and refuse. It lies
//! beside the project, or nowhere.

use std::path::PathBuf;

use crate::config::Config;
use crate::load::testing::{files, shared};
use crate::lower::testing::lower_path;

/// What the suite's schemas accept and this project does not: they look at one object at a time.
const REFUSED: [(&str, &str); 4] = [
    ("v3.1-dev/pass/operation-object-example.yaml", PARTS),
    ("v3.1-dev/pass/security-scheme-object-examples.yaml", REMOTE),
    ("v3.2-dev/pass/operation-object-example.yaml", PARTS),
    ("v3.2-dev/pass/security-scheme-object-examples.yaml", REMOTE),
];

const PARTS: &str =
    "parameters that differ from those of the path, a security scheme that is missing";
const REMOTE: &str = "a reference to another machine";

/// What the suite's schemas refuse and this project accepts so far.
const ACCEPTED: [&str; 27] = [
    "v3.1-dev/fail/example-examples.yaml",
    "v3.1-dev/fail/header-object-allowReserved.yaml",
    "v3.1-dev/fail/link-object-no-body.yaml",
    "v3.1-dev/fail/parameter-object-cookie-form-allowReserved.yaml",
    "v3.1-dev/fail/parameter-object-header-allowReserved.yaml",
    "v3.1-dev/fail/parameter-object-path-allowReserved.yaml",
    "v3.1-dev/fail/server_enum_empty.yaml",
    "v3.2-dev/fail/encoding-enc-item-exclusion.yaml",
    "v3.2-dev/fail/example-examples.yaml",
    "v3.2-dev/fail/example-object-old-exclusions.yaml",
    "v3.2-dev/fail/example-object-old-vs-data.yaml",
    "v3.2-dev/fail/example-object-old-vs-ser.yaml",
    "v3.2-dev/fail/example-object-ser-exclusions.yaml",
    "v3.2-dev/fail/header-object-allowReserved.yaml",
    "v3.2-dev/fail/media-type-enc-item-exclusion.yaml",
    "v3.2-dev/fail/media-type-enc-prefix-exclusion.yaml",
    "v3.2-dev/fail/operation-object-query-with-querystring.yaml",
    "v3.2-dev/fail/operation-object-two-querystrings.yaml",
    "v3.2-dev/fail/parameter-object-content-not-with-style.yaml",
    "v3.2-dev/fail/parameter-object-cookie-allowReserved.yaml",
    "v3.2-dev/fail/parameter-object-header-allowReserved.yaml",
    "v3.2-dev/fail/parameter-object-querystring-not-with-schema.yaml",
    "v3.2-dev/fail/path-item-object-query-with-querystring.yaml",
    "v3.2-dev/fail/path-item-object-two-querystrings.yaml",
    "v3.2-dev/fail/server_enum_empty.yaml",
    "v3.2-dev/fail/xml-attr-exclusion.yaml",
    "v3.2-dev/fail/xml-wrapped-exclusion.yaml",
];

/// Returns the files in the folders of one name, in all versions, with what comes of each.
fn outcomes(name: &str) -> Option<Vec<(String, bool)>> {
    let folder = shared("suites/openapi")?;
    let in_folder = |path: &PathBuf| path.parent().is_some_and(|parent| parent.ends_with(name));
    let paths = files(&folder, &["yaml", "json"]);
    let outcome = |path: PathBuf| {
        let is_accepted = !lower_path(&path, &Config::default())
            .diagnostics
            .has_errors();
        let name = path.strip_prefix(&folder).unwrap().to_str().unwrap();
        (name.replace('\\', "/"), is_accepted)
    };
    let mut found: Vec<_> = paths.into_iter().filter(in_folder).map(outcome).collect();
    found.sort();
    Some(found)
}

fn with_outcome(outcomes: Vec<(String, bool)>, is_accepted: bool) -> Vec<String> {
    let found = outcomes
        .into_iter()
        .filter(|(_, accepted)| *accepted == is_accepted);
    found.map(|(name, _)| name).collect()
}

#[test]
fn what_is_right_is_accepted() {
    if let Some(outcomes) = outcomes("pass") {
        let expect = REFUSED.map(|(name, _)| name);
        assert_eq!(with_outcome(outcomes, false), expect);
    }
}

#[test]
fn what_is_wrong_is_refused() {
    if let Some(outcomes) = outcomes("fail") {
        assert_eq!(with_outcome(outcomes, true), ACCEPTED);
    }
}
