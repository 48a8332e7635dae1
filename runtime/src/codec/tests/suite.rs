//! The JSON parsing test suite: every `y_` file is read, every `n_` file is refused.
//!
//! The suite lies outside of the repository; without it the test says so and passes.

use std::path::PathBuf;
use std::{env, fs};

use super::super::{DecodeLimits, decode};
use super::JSON;
use crate::value::Value;

#[test]
#[allow(clippy::print_stderr, reason = "says that the suite is absent")]
fn json_parsing_suite() {
    let shared = env::var_os("ENGROSS_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared"),
        PathBuf::from,
    );
    let folder = shared.join("suites/json/test_parsing");
    let Ok(entries) = fs::read_dir(&folder) else {
        eprintln!("skipped: no JSON parsing suite at {}", folder.display());
        return;
    };
    let mut wrong = Vec::new();
    let mut count = 0;
    for entry in entries {
        let path = entry.expect("a folder entry").path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let bytes = fs::read(&path).expect("a readable file");
        let accepted = decode::<Value>(&bytes, JSON, &DecodeLimits::default()).is_ok();
        let expected = match name.as_bytes() {
            [b'y', ..] => true,
            [b'n', ..] => false,
            _ => continue,
        };
        count += 1;
        if accepted != expected {
            wrong.push(name);
        }
    }
    assert!(
        wrong.is_empty() && count > 200,
        "{count} files, wrong: {wrong:?}"
    );
}
