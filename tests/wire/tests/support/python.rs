//! Python's standard library as another hand. A script and its input go in, its output comes out;
//! where there is no `python3` the caller is told, and a line of the test's output says so.

use std::io::Write;
use std::process::{Command, Stdio};

/// Runs a script with `input` as its standard input; `None` where there is no `python3`.
///
/// # Panics
/// Panics where the script fails.
pub(crate) fn python(script: &str, input: &[u8]) -> Option<Vec<u8>> {
    let spawned = Command::new("python3")
        .args(["-I", "-c", script])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let Ok(mut child) = spawned else {
        say_absent();
        return None;
    };
    let mut stdin = child.stdin.take().expect("the input is piped");
    stdin.write_all(input).expect("the script reads its input");
    drop(stdin);
    let output = child.wait_with_output().expect("the script ends");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    Some(output.stdout)
}

#[expect(
    clippy::print_stderr,
    reason = "a check that does not run has to be seen"
)]
fn say_absent() {
    eprintln!("python3 is not installed here: its part of this test did not run");
}
