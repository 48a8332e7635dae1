//! Prism in front of real descriptions: it refuses what their servers would refuse.
//!
//! In: npm, for Prism, and real descriptions. Out: nothing but failures. `tests/prism/run.mjs` says what
//! is done. The run takes minutes: `ENGROSS_SLOW` turns it on.

use std::process::Command;

use engross_tests::{announce, project, shared};

#[test]
fn prism_takes_what_is_sent() {
    if std::env::var_os("ENGROSS_SLOW").is_none() {
        announce("skipped: this takes minutes; set ENGROSS_SLOW");
        return;
    }
    let Some(corpus) = shared("corpus") else {
        return;
    };
    let mut command = Command::new("node");
    command.arg(project("tests/prism/run.mjs"));
    command.env("ENGROSS_SHARED", corpus.join(".."));
    let Ok(run) = command.output() else {
        announce("skipped: there is no node to run Prism");
        return;
    };
    let (told, errors) = (
        String::from_utf8_lossy(&run.stdout),
        String::from_utf8_lossy(&run.stderr),
    );
    assert!(run.status.success(), "{told}\n{errors}");
    announce(&told);
}
