//! Pairs of descriptions with one change each, and what is said of it.

use engross_tests::{Expectations, cases};

#[test]
fn every_change_gives_its_expected_review() {
    let mut expectations = Expectations::from_environment();
    for case in cases("tests/cases/diff") {
        let difference = engross::diff(case.join("old.yaml"), case.join("new.yaml"))
            .unwrap_or_else(|report| panic!("{}:\n{report}", case.display()));
        let text = difference
            .to_string()
            .replace(&format!("{}/", case.display()), "");
        expectations.expect_file(&case.join("expected.txt"), &text);
    }
    expectations.finish();
}
