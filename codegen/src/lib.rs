//! Turns a description of an API (OpenAPI, in YAML or JSON) into a Rust client that reads as if a
//! careful engineer had written it.
//!
//! ```text
//! description ─ load ─ document ─ lower ─ check ─ plan ─ emit ─ print ─ files
//!               tree   version-   API             Rust   tokens  text
//!               with   free               (looks) decisions
//!               places
//! ```
//!
//! There are three doors to the same pipeline: this library ([`Generator`]), build scripts
//! ([`Build`]) and the command line (feature `cli`).
//!
//! ```no_run
//! let generated = engross::Generator::new("petstore.yaml").out("petstore").generate()?;
//! eprint!("{}", generated.report());
//! generated.changes()?.write()?;
//! # Ok::<(), engross::Report>(())
//! ```

mod pipeline;

mod account;
mod api;
mod check;
mod config;
mod diagnostic;
mod document;
mod emit;
mod filter;
mod hashing;
mod layout;
mod load;
mod lower;
mod output;
mod parallel;
mod paths;
mod plan;
mod print;
mod review;
mod source;
mod tokens;

mod build_script;
mod changes;
mod difference;
mod explain;
mod generator;
mod report;
#[cfg(feature = "cli")]
mod starter;
mod summary;
mod times;

#[cfg(fuzzing)]
#[doc(hidden)]
pub mod fuzzing;

#[cfg(feature = "cli")]
mod cli;

#[cfg(feature = "measure")]
#[doc(hidden)]
pub mod measure;

pub use build_script::Build;
pub use changes::Changes;
pub use difference::{Difference, diff};
pub use explain::explain_code;
pub use generator::{Generated, Generator};
pub use report::Report;

#[cfg(feature = "cli")]
pub use cli::run_command_line;
