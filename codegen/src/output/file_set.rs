//! The files of a client, in memory.

use std::collections::{BTreeMap, BTreeSet};

use super::OutputError;

/// Texts by path. A path is relative, has `/` between its parts and stays in the folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct FileSet {
    files: BTreeMap<String, String>,
}

impl FileSet {
    /// Returns the set, or the first path that leaves the folder or that some file system would take
    /// for that of another file.
    pub(crate) fn new(files: BTreeMap<String, String>) -> Result<Self, OutputError> {
        let mut seen = BTreeSet::new();
        for path in files.keys() {
            let refuse = |reason| OutputError::Path { path: path.clone(), reason };
            if !stays_inside(path) {
                return Err(refuse("would leave the output folder"));
            }
            if !seen.insert(path.to_lowercase()) {
                return Err(refuse("has the name of another one in other capitals"));
            }
        }
        Ok(Self { files })
    }

    /// Returns paths and texts, sorted by path.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    pub(crate) fn contains(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }
}

/// Whether every part of a path is a plain name on every system.
fn stays_inside(path: &str) -> bool {
    let plain = |part: &str| {
        !part.is_empty() && part != "." && part != ".." && !part.contains(['\\', ':', '\0'])
    };
    path.split('/').all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(paths: &[&str]) -> Result<FileSet, OutputError> {
        FileSet::new(paths.iter().map(|path| ((*path).to_owned(), String::new())).collect())
    }

    #[test]
    fn plain_paths_are_taken() {
        assert!(set(&["Cargo.toml", "src/lib.rs", "src/models/pet.rs"]).is_ok());
    }

    #[test]
    fn paths_out_of_the_folder_are_refused() {
        for path in ["/etc/passwd", "../a", "a/../../b", "a//b", "", ".", "c:/x", "a\\..\\b", "a\0"] {
            let error = set(&[path]).unwrap_err().to_string();
            assert!(error.contains("would leave"), "{path}: {error}");
        }
    }

    #[test]
    fn paths_that_differ_in_capitals_only_are_refused() {
        let error = set(&["src/Pet.rs", "src/pet.rs"]).unwrap_err().to_string();
        assert!(error.contains("in other capitals"), "{error}");
    }
}
