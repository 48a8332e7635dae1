//! What `Cargo.toml` of a generated crate says.

use std::collections::BTreeSet;

use super::docs::plain_line;
use super::imports::Imports;
use super::names::{Claim, Ident, Kind, Scope};
use super::settings::{CrateForm, ExampleProgram, ExtraDependency};
use crate::api::Api;
use crate::config::Config;

/// The oldest compiler that generated code is made for.
const RUST_VERSION: &str = "1.86";

/// The features of the runtime that bring a crate.
const FEATURES: &[&str] = &["chrono", "jiff", "rust_decimal", "time", "url", "uuid"];

/// The manifest of a generated crate.
#[derive(Debug)]
pub(crate) struct Manifest {
    pub(crate) name: String,
    pub(crate) version: String,
    pub(crate) description: String,
    /// As in `MIT OR Apache-2.0`.
    pub(crate) license: Option<String>,
    pub(crate) rust_version: &'static str,
    /// The version of the runtime that generated code is made for.
    pub(crate) runtime_version: String,
    pub(crate) runtime_path: Option<String>,
    /// What the runtime must have for the types of formats, as in `chrono`.
    pub(crate) runtime_features: BTreeSet<&'static str>,
    /// Crates that types of the user's are from.
    pub(crate) dependencies: Vec<ExtraDependency>,
    pub(crate) examples: Vec<ExampleProgram>,
    /// Whether the crate is no member of a workspace around it.
    pub(crate) is_standalone: bool,
    /// One for each tag, where there are such.
    pub(crate) features: Vec<String>,
}

pub(crate) fn plan_manifest(
    api: &Api,
    config: &Config,
    form: &CrateForm,
    crate_name: &Ident,
) -> Manifest {
    let title = plain_line(&api.title);
    Manifest {
        name: package_name(config, crate_name),
        version: config
            .package
            .version
            .clone()
            .unwrap_or_else(|| "0.1.0".to_owned()),
        description: [
            "A client of ",
            if title.is_empty() { "an API" } else { &title },
        ]
        .concat(),
        license: config.package.license.clone(),
        rust_version: RUST_VERSION,
        runtime_version: env!("CARGO_PKG_VERSION").to_owned(),
        runtime_path: form.runtime_path.clone(),
        runtime_features: BTreeSet::new(),
        dependencies: form.dependencies.clone(),
        examples: form.examples.clone(),
        is_standalone: form.is_standalone,
        features: Vec::new(),
    }
}

/// Returns the features of the runtime that the files of a client need: crates go by their names.
pub(super) fn runtime_features<'a>(
    files: impl Iterator<Item = &'a Imports>,
) -> BTreeSet<&'static str> {
    let names = files.flat_map(|imports| imports.runtime.iter().copied());
    names.filter(|name| FEATURES.contains(name)).collect()
}

/// Returns the name of the crate in code: as configured, else after the title.
pub(crate) fn plan_crate_name(api: &Api, config: &Config) -> Ident {
    let name = config.package.name.as_deref().unwrap_or(&api.title);
    Scope::new(Kind::Crate).claim(&Claim {
        identity: name.to_owned(),
        rank: 0,
        spellings: vec![name.to_owned()],
    })
}

/// A configured name is kept as it is written if it is one; others get hyphens, as is usual.
pub(crate) fn package_name(config: &Config, crate_name: &Ident) -> String {
    let configured = config.package.name.as_ref();
    let kept = configured.filter(|name| name.replace('-', "_") == crate_name.as_str());
    kept.cloned()
        .unwrap_or_else(|| crate_name.as_str().replace('_', "-"))
}
