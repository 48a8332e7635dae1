//! Third-party scenarios of requests and answers, served by their own server.
//!
//! In: npm, for the scenarios. Out: nothing but failures. What is done is said in
//! `tests/spector/run.mjs`; what fails with a reason is in `exceptions.json` beside it.

use std::process::Command;

use engross_tests::{announce, project};

#[test]
fn scenarios_pass() {
    let script = project("tests/spector/run.mjs");
    let run = Command::new("node").arg(script).output();
    let Ok(run) = run else {
        announce("skipped: there is no node to serve the scenarios");
        return;
    };
    let (told, errors) = (
        String::from_utf8_lossy(&run.stdout),
        String::from_utf8_lossy(&run.stderr),
    );
    assert!(run.status.success(), "{told}\n{errors}");
    announce(&told);
}
