//! Other clients vote on how parameters are written.
//!
//! In: npm, for the clients. Out: nothing but failures. `tests/styles/run.mjs` says what is done;
//! `clauses.mjs` beside it, where the vote is wrong. The full run takes 10,000 values for each style.

use std::process::Command;

use engross_tests::{announce, project};

#[test]
fn other_clients_agree() {
    let script = project("tests/styles/run.mjs");
    let run = Command::new("node").arg(script).arg("500").output();
    let Ok(run) = run else {
        announce("skipped: there is no node to run the other clients");
        return;
    };
    let (told, errors) = (
        String::from_utf8_lossy(&run.stdout),
        String::from_utf8_lossy(&run.stderr),
    );
    assert!(run.status.success(), "{told}\n{errors}");
    announce(&told);
}
