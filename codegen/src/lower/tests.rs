//! Descriptions to dumps and diagnostics, one construct each.

mod all_of;
mod constructs;
mod corpus;
mod documents;
mod hostile;
mod json_schema;
mod operations;
mod overlaid;
mod path_items;
mod places;
mod rare;
mod references;
mod schemas;
mod suites;
mod swagger;
mod targets;
mod versions;
mod xml;

use super::testing::{Lowered, lower_files, lower_text};
use crate::api::dump;
use crate::config::Config;

/// Compares what comes out of a description of one file: diagnostics, then the model.
#[track_caller]
fn check(text: &str, expect: &str) {
    compare(&lower_text(text), expect);
}

/// Does the same for several files, the first one the root.
#[track_caller]
fn check_files(files: &[(&str, &str)], expect: &str) {
    compare(&lower_files(files, &Config::default()), expect);
}

#[track_caller]
fn compare(lowered: &Lowered, expect: &str) {
    let found = show(lowered);
    assert!(
        found == expect.strip_prefix('\n').unwrap_or(expect),
        "found:\n{found}\nexpected:\n{expect}"
    );
}

/// Returns diagnostics without the folder they were read from, and the model without its title.
fn show(lowered: &Lowered) -> String {
    let said = lowered.said();
    let said = said.lines().map(|line| {
        line.rsplit_once("/api.yaml:")
            .map_or(line, |(_, rest)| rest)
    });
    let model = lowered.api.as_ref().map(dump).unwrap_or_default();
    let model = model.lines().filter(|line| !line.starts_with("api \"T\""));
    said.chain(model).flat_map(|line| [line, "\n"]).collect()
}
