//! What the caller decides: not part of the description, not of its configuration.

use crate::parallel::Threads;

/// How the code is laid out, and what its headers say.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    /// The description as headers name it, as in `spec/petstore/openapi.yaml`.
    pub(crate) source: String,
    pub(crate) form: Form,
    /// How many threads plan and print. What comes out does not depend on it.
    pub(crate) threads: Threads,
}

/// A crate of its own, or a module of another crate.
#[derive(Debug, Clone)]
pub(crate) enum Form {
    /// `Cargo.toml` and `src/lib.rs`.
    Crate(CrateForm),
    /// `mod.rs`, to be included.
    Module,
}

/// What a crate's manifest needs to know of the place it goes to.
#[derive(Debug, Clone, Default)]
pub(crate) struct CrateForm {
    /// The runtime's folder seen from the crate's, with slashes; none for the published one.
    pub(crate) runtime_path: Option<String>,
    pub(crate) examples: Vec<ExampleProgram>,
    pub(crate) dependencies: Vec<ExtraDependency>,
    /// Whether to keep the crate out of a workspace around it.
    pub(crate) is_standalone: bool,
}

/// A program that uses the crate and is written by hand.
#[derive(Debug, Clone)]
pub(crate) struct ExampleProgram {
    /// As in `create_qualifications`.
    pub(crate) name: String,
    /// Seen from the crate's folder, with slashes.
    pub(crate) path: String,
}

/// A crate that the configuration adds to those that generated code needs.
#[derive(Debug, Clone)]
pub(crate) struct ExtraDependency {
    /// As in `our-money`.
    pub(crate) name: String,
    pub(crate) version: Option<String>,
    /// Seen from the crate's folder, with slashes.
    pub(crate) path: Option<String>,
    pub(crate) features: Vec<String>,
}
