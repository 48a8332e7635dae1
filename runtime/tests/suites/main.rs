//! Parameters against third-party suites: the vectors of RFC 6570, and naughty strings in every place
//! that takes text. Where the suites are absent, the tests say so and pass.

#![allow(
    clippy::unwrap_used,
    reason = "helpers of tests stand outside of test functions"
)]

mod naughty;
mod operation;
mod shared;
mod template;

use std::path::Path;

use shared::{announce, shared};

fn json(path: &Path) -> serde_json::Value {
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}
