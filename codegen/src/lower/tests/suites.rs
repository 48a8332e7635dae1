//! The test suite of the OpenAPI Initiative: descriptions that its schemas accept and refuse. It lies
//! beside the project, or nowhere.

use std::fmt::Write;
use std::path::PathBuf;

use crate::config::Config;
use crate::load::testing::{files, shared};
use crate::lower::testing::lower_path;

/// What is wrong in the descriptions that the suite's schemas refuse: lines and codes.
const WRONG: [(&str, &str); 40] = [
    ("v3.1-dev/fail/example-examples.yaml", "15 E0310"),
    ("v3.1-dev/fail/header-object-allowReserved.yaml", "12 E0311"),
    (
        "v3.1-dev/fail/invalid_schema_types.yaml",
        "10 E0302, 11 E0302, 12 E0302",
    ),
    ("v3.1-dev/fail/link-object-no-body.yaml", "10 W0301"),
    ("v3.1-dev/fail/no_containers.yaml", "1 E0303"),
    (
        "v3.1-dev/fail/parameter-object-cookie-form-allowReserved.yaml",
        "11 E0311",
    ),
    (
        "v3.1-dev/fail/parameter-object-header-allowReserved.yaml",
        "10 E0311",
    ),
    (
        "v3.1-dev/fail/parameter-object-path-allowReserved.yaml",
        "10 E0311",
    ),
    ("v3.1-dev/fail/server_enum_empty.yaml", "13 E0312"),
    ("v3.1-dev/fail/servers.yaml", "10 E0302"),
    ("v3.1-dev/fail/unknown_container.yaml", "8 E0303, 8 W0301"),
    ("v3.2-dev/fail/encoding-enc-item-exclusion.yaml", "13 E0310"),
    (
        "v3.2-dev/fail/encoding-enc-prefix-exclusion.yaml",
        "13 E0310, 13 E0302",
    ),
    ("v3.2-dev/fail/example-examples.yaml", "15 E0310"),
    (
        "v3.2-dev/fail/example-object-old-exclusions.yaml",
        "10 E0310",
    ),
    ("v3.2-dev/fail/example-object-old-vs-data.yaml", "10 E0310"),
    ("v3.2-dev/fail/example-object-old-vs-ser.yaml", "10 E0310"),
    (
        "v3.2-dev/fail/example-object-ser-exclusions.yaml",
        "10 E0310",
    ),
    ("v3.2-dev/fail/header-object-allowReserved.yaml", "12 E0311"),
    ("v3.2-dev/fail/header-object-name.yaml", "11 E0306"),
    (
        "v3.2-dev/fail/invalid_schema_types.yaml",
        "10 E0302, 11 E0302, 12 E0302",
    ),
    (
        "v3.2-dev/fail/media-type-enc-item-exclusion.yaml",
        "11 E0310",
    ),
    (
        "v3.2-dev/fail/media-type-enc-prefix-exclusion.yaml",
        "11 E0310",
    ),
    ("v3.2-dev/fail/no_containers.yaml", "1 E0303"),
    (
        "v3.2-dev/fail/operation-object-query-with-querystring.yaml",
        "18 E0313",
    ),
    (
        "v3.2-dev/fail/operation-object-two-querystrings.yaml",
        "17 E0313",
    ),
    (
        "v3.2-dev/fail/parameter-object-content-not-with-style.yaml",
        "14 E0311",
    ),
    (
        "v3.2-dev/fail/parameter-object-cookie-allowReserved.yaml",
        "11 E0311",
    ),
    (
        "v3.2-dev/fail/parameter-object-header-allowReserved.yaml",
        "10 E0311",
    ),
    ("v3.2-dev/fail/parameter-object-header-name.yaml", "8 E0306"),
    ("v3.2-dev/fail/parameter-object-path-name.yaml", "8 E0306"),
    (
        "v3.2-dev/fail/parameter-object-querystring-not-with-schema.yaml",
        "10 E0311",
    ),
    (
        "v3.2-dev/fail/path-item-object-conflicting-additional-operation.yaml",
        "19 E0201, 37 E0314",
    ),
    (
        "v3.2-dev/fail/path-item-object-query-with-querystring.yaml",
        "16 E0313",
    ),
    (
        "v3.2-dev/fail/path-item-object-two-querystrings.yaml",
        "16 E0313",
    ),
    ("v3.2-dev/fail/server_enum_empty.yaml", "13 E0312"),
    ("v3.2-dev/fail/servers.yaml", "10 E0302"),
    ("v3.2-dev/fail/unknown_container.yaml", "8 E0303, 8 W0301"),
    ("v3.2-dev/fail/xml-attr-exclusion.yaml", "11 E0310"),
    ("v3.2-dev/fail/xml-wrapped-exclusion.yaml", "11 E0310"),
];

/// Returns the files in the folders of one name, in all versions, with lines and codes of what is said
/// of each, and whether it is accepted.
fn outcomes(name: &str) -> Option<Vec<(String, String, bool)>> {
    let folder = shared("suites/openapi")?;
    let in_folder = |path: &PathBuf| path.parent().is_some_and(|parent| parent.ends_with(name));
    let paths = files(&folder, &["yaml", "json"]);
    let outcome = |path: PathBuf| {
        let lowered = lower_path(&path, &Config::default());
        let mut said = String::new();
        for diagnostic in lowered.diagnostics.iter() {
            let place = diagnostic.place();
            let line = place.map_or(0, |place| lowered.sources.line_column(place).0);
            let comma = if said.is_empty() { "" } else { ", " };
            let _ = write!(said, "{comma}{line} {}", diagnostic.code.id());
        }
        let name = path.strip_prefix(&folder).unwrap().to_str().unwrap();
        let is_accepted = !lowered.diagnostics.has_errors();
        (name.replace('\\', "/"), said, is_accepted)
    };
    let mut found: Vec<_> = paths.into_iter().filter(in_folder).map(outcome).collect();
    found.sort();
    Some(found)
}

#[test]
fn what_is_right_is_accepted() {
    for (name, said, is_accepted) in outcomes("pass").unwrap_or_default() {
        assert!(is_accepted, "{name}: {said}");
    }
}

#[test]
fn what_is_wrong_is_said_where_it_is() {
    let Some(outcomes) = outcomes("fail") else {
        return;
    };
    let found: Vec<_> = outcomes
        .iter()
        .map(|(name, said, _)| (name.as_str(), said.as_str()))
        .collect();
    assert_eq!(found, WRONG);
}
