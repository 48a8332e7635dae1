//! The configuration of one client: `engross.yaml`, what is not part of the API's contract.
//!
//! Reads text, returns values; which folders the paths are relative to is the caller's business.

mod dependency;
mod formats;
mod places;
mod read;
mod references;
mod rename;
mod replace;
mod rust_path;
mod selection;

use std::path::PathBuf;

use serde::Deserialize;

pub(crate) use dependency::{Dependencies, Dependency, PackageName};
pub(crate) use formats::{Formats, Holder};
pub(crate) use places::Places;
pub(crate) use read::read;
pub(crate) use references::References;
pub(crate) use rename::Rename;
pub(crate) use replace::{Derive, Replace, Trait};
pub(crate) use rust_path::RustPath;
pub(crate) use selection::Selection;

/// One `engross.yaml`. Everything but the description has a default.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Config {
    /// The description, relative to the configuration, as in `openapi.yaml`.
    #[serde(default)]
    pub(crate) description: PathBuf,
    /// The folder to generate into, relative to the configuration.
    #[serde(default)]
    pub(crate) output: Option<PathBuf>,
    #[serde(default, rename = "crate")]
    pub(crate) package: Package,
    #[serde(default)]
    pub(crate) names: Names,
    #[serde(default)]
    pub(crate) rename: Rename,
    #[serde(default)]
    pub(crate) replace: Replace,
    #[serde(default)]
    pub(crate) derive: Derive,
    #[serde(default)]
    pub(crate) headers: Headers,
    #[serde(default)]
    pub(crate) properties: Properties,
    /// What holds the values of formats.
    #[serde(default)]
    pub(crate) formats: Formats,
    #[serde(default)]
    pub(crate) references: References,
    /// Whether clients check what they send and what they get against the description.
    #[serde(default)]
    pub(crate) validate: bool,
    /// Overlays to apply to the description, in their order, relative to the configuration.
    #[serde(default)]
    pub(crate) overlays: Vec<PathBuf>,
    /// The operations to generate; all of them where nothing is named.
    #[serde(default)]
    pub(crate) include: Selection,
    /// The operations not to generate.
    #[serde(default)]
    pub(crate) exclude: Selection,
    #[serde(skip)]
    pub(crate) places: Places,
}

/// What `Cargo.toml` says of the generated crate.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Package {
    /// As in `partner-center`; derived from the title where absent.
    pub(crate) name: Option<String>,
    /// As in `0.1.0`, which is the default.
    pub(crate) version: Option<String>,
    /// As in `MIT OR Apache-2.0`; absent: the manifest says none.
    pub(crate) license: Option<String>,
    /// The folder of the runtime, relative to the configuration; absent: the published crate.
    pub(crate) runtime_path: Option<PathBuf>,
    /// Example programs of yours to add to the crate, relative to the configuration.
    #[serde(default)]
    pub(crate) examples: Vec<PathBuf>,
    /// Crates that types of the user's are from.
    #[serde(default)]
    pub(crate) dependencies: Dependencies,
}

/// How names become shorter or other.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Names {
    /// Prefixes that schema names lose, as in `Microsoft.Partner.Service.`.
    #[serde(default)]
    pub(crate) trim: Vec<String>,
}

/// Which headers have which role, by name in any capitals.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Headers {
    pub(crate) idempotency_key: Option<String>,
    pub(crate) correlation_id: Option<String>,
    pub(crate) correlation_vector: Option<String>,
}

/// How properties are read.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Properties {
    /// Whether a name in other capitals than the description's is the same property.
    #[serde(default)]
    pub(crate) ignore_case: bool,
}
