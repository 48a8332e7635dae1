//! What a description may refer to beside its own folder: the key `references` of `engross.yaml`.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::Config;
use crate::load::{Allowance, Allowances};
use crate::paths::normalise;

/// Folders and origins that references may lead to.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct References {
    /// Relative to the configuration, as in `../shared`: files in it and below may be read.
    #[serde(default)]
    pub(crate) folders: Vec<PathBuf>,
    /// As in `https://schemas.example.org`: documents there may be fetched.
    #[serde(default)]
    pub(crate) origins: Vec<String>,
}

impl Config {
    /// Returns what is allowed, with places; `folder` is where the configuration stands.
    pub(crate) fn allowances(&self, folder: &Path) -> Allowances {
        let References { folders, origins } = &self.references;
        let place =
            |kind: &str, index: usize| self.places.place(&["references", kind, &index.to_string()]);
        let folders = folders.iter().enumerate().filter_map(|(index, path)| {
            Some(Allowance {
                value: normalise(&folder.join(path)),
                text: path.to_string_lossy().into_owned(),
                place: place("folders", index)?,
            })
        });
        let origins = origins.iter().enumerate().filter_map(|(index, text)| {
            Some(Allowance {
                value: text.clone(),
                text: text.clone(),
                place: place("origins", index)?,
            })
        });
        Allowances {
            folders: folders.collect(),
            origins: origins.collect(),
        }
    }
}
