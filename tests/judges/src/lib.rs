//! Judging what the generator makes of material that others wrote: real descriptions, suites of
//! schemas, hostile texts.
//!
//! Gives tests the descriptions ([`Document`]), what comes of them ([`Client`]), and a folder in which
//! many generated crates are compiled with their dependencies built once ([`Workshop`]). It judges
//! nothing itself. The material is looked for where `engross_tests::shared` says; none of it is part
//! of the project.

mod client;
mod document;
mod each;
mod program;
mod same;
mod tools;
mod types;
mod workshop;

pub use client::{Client, Skipped};
pub use document::Document;
pub use each::each;
pub use program::{Program, Turn};
pub use same::is_same_json;
pub use tools::{Body, Tools};
pub use types::{aliases, types};
pub use workshop::{Workshop, manifest, target};

/// Returns whether the long runs are wanted: `ENGROSS_SLOW` is set.
pub fn is_slow() -> bool {
    std::env::var_os("ENGROSS_SLOW").is_some()
}

/// Says what a run did and left out.
#[allow(
    clippy::print_stderr,
    reason = "whoever reads the log of a test wants to know"
)]
pub fn tell(message: &str) {
    eprintln!("{message}");
}
