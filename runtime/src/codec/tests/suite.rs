//! The JSON parsing test suite: every `y_` file is read, every `n_` file is refused.
//!
//! The suite lies outside of the repository; without it the test says so and passes.

#[path = "../../../tests/suites/shared.rs"]
mod material;

use std::fs;

use material::shared;

use super::super::{DecodeLimits, decode};
use super::JSON;
use crate::value::Value;

#[test]
fn json_parsing_suite() {
    let Some(folder) = shared("suites/json/test_parsing") else {
        return;
    };
    let mut wrong = Vec::new();
    let mut count = 0;
    for entry in fs::read_dir(folder).expect("a folder") {
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
