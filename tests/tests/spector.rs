//! Third-party scenarios of requests and answers, served by their own server.
//!
//! In: npm, for the scenarios. Out: nothing but failures. What is done is said in
//! `tests/spector/run.mjs`; what fails with a reason is in `exceptions.json` beside it.

use engross_tests::run_script;

#[test]
fn scenarios_pass() {
    run_script("tests/spector/run.mjs", &[]);
}
