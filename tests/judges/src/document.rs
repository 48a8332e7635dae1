//! The real descriptions, where they are present.
//!
//! Gives paths and names, in an order that does not depend on the machine; reads nothing.

use std::path::{Path, PathBuf};

use engross_tests::shared;

/// A real description.
#[derive(Debug, Clone)]
pub struct Document {
    /// A name for a crate, as in `docker-engine`.
    pub name: String,
    /// Its first file.
    pub path: PathBuf,
}

/// The first file of the description that has many.
const MANY_FILES: &str = "digitalocean/DigitalOcean-public.v2.yaml";

/// Lacks the files that it refers to, so that no client can come of it.
const INCOMPLETE: &str = "petstore-separate";

impl Document {
    /// Returns the published descriptions, or none where the folder of third-party material is absent.
    pub fn corpus() -> Vec<Self> {
        let Some(folder) = shared("corpus") else {
            return Vec::new();
        };
        let mut paths = descriptions(&folder);
        paths.push(folder.join(MANY_FILES));
        let document = |path: PathBuf| Self {
            name: crate_name(&path.with_extension("")),
            path,
        };
        paths.into_iter().map(document).collect()
    }

    /// Returns the examples that teach OpenAPI, each in JSON and YAML, but for those that are wrong.
    pub fn examples() -> Vec<Self> {
        let Some(folder) = shared("corpus/learn") else {
            return Vec::new();
        };
        let document = |path: PathBuf| Self {
            name: crate_name(&path),
            path,
        };
        let documents = descriptions(&folder).into_iter().map(document);
        documents
            .filter(|document| !document.name.contains(INCOMPLETE))
            .collect()
    }
}

/// Returns the descriptions in a folder, sorted.
fn descriptions(folder: &Path) -> Vec<PathBuf> {
    // Tools that get the paths work in other folders.
    let folder = std::fs::canonicalize(folder).expect("it was found");
    let entries = std::fs::read_dir(folder).expect("it was found");
    let paths = entries.map(|entry| entry.expect("readable").path());
    let mut paths: Vec<_> = paths.filter(|path| is_description(path)).collect();
    paths.sort();
    paths
}

fn is_description(path: &Path) -> bool {
    let extension = path.extension().and_then(|end| end.to_str());
    matches!(extension, Some("json" | "yaml")) && path.is_file()
}

/// Makes `v2-0-json-uber` of `v2.0--json--uber`.
fn crate_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let words = name.split(|letter: char| !letter.is_ascii_alphanumeric());
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    words.join("-").to_lowercase()
}
