//! The cases: two descriptions that differ in one thing, and the rendered review.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::render_files;

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/cases/diff");
    let entries = std::fs::read_dir(&folder).unwrap();
    let mut cases: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    cases
}

#[test]
fn reviews_are_as_expected() {
    let mut wrong = Vec::new();
    for case in cases() {
        let found = render_files(&case);
        let path = case.join("expected.txt");
        if std::env::var_os("UPDATE_EXPECT").is_some_and(|value| value == "1") {
            std::fs::write(&path, &found).unwrap();
        }
        let expected = std::fs::read_to_string(&path).unwrap_or_default();
        if found != expected {
            wrong.push(format!("{}:\n{found}", case.display()));
        }
    }
    let bless = "set UPDATE_EXPECT=1 to accept";
    assert!(wrong.is_empty(), "{}\n{bless}", wrong.join("\n"));
}

#[test]
fn every_case_says_something_of_its_own() {
    let mut seen = BTreeSet::new();
    for case in cases() {
        let found = render_files(&case);
        assert!(
            seen.insert(found),
            "{} repeats another case",
            case.display()
        );
    }
}
