//! Judges that run in Node.
//!
//! In: a script of the project. Out: what it prints, beside the test's result; a failure where it fails.
//! Where its packages cannot be had, the script itself says so and succeeds.

use std::process::Command;

use crate::{announce, project};

/// Runs a script, or says plainly that there is no node to run it.
///
/// # Panics
/// Panics with all that it printed where it fails.
pub fn run_script(path: &str, arguments: &[&str]) {
    let run = Command::new("node")
        .arg(project(path))
        .args(arguments)
        .output();
    let Ok(run) = run else {
        announce(&format!("skipped: there is no node to run {path}"));
        return;
    };
    let (told, errors) = (
        String::from_utf8_lossy(&run.stdout),
        String::from_utf8_lossy(&run.stderr),
    );
    assert!(run.status.success(), "{told}\n{errors}");
    announce(&told);
}
