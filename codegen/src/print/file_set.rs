//! Files in memory.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

/// Texts by path. Paths are relative, with slashes, and distinct also where case does not count.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct FileSet {
    files: BTreeMap<String, Arc<str>>,
    /// How many items of Rust stand at the top of a file.
    items: BTreeMap<String, usize>,
    folded: BTreeSet<String>,
}

/// Why a path is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PathError {
    /// It is absolute, leaves the folder, or means different things on different systems.
    Unsafe(String),
    /// It is there already, perhaps in other capitals.
    Duplicate(String),
}

impl FileSet {
    /// Adds a file.
    pub(crate) fn insert(
        &mut self,
        path: &str,
        text: impl Into<Arc<str>>,
    ) -> Result<(), PathError> {
        if !is_safe(path) {
            return Err(PathError::Unsafe(path.to_owned()));
        }
        // Safe paths are ASCII.
        if !self.folded.insert(path.to_ascii_lowercase()) {
            return Err(PathError::Duplicate(path.to_owned()));
        }
        self.files.insert(path.to_owned(), text.into());
        Ok(())
    }

    /// Adds a file of Rust with so many items at its top.
    pub(crate) fn insert_rust(
        &mut self,
        path: &str,
        text: Arc<str>,
        items: usize,
    ) -> Result<(), PathError> {
        self.insert(path, text)?;
        self.items.insert(path.to_owned(), items);
        Ok(())
    }

    /// Returns how many items stand at the top of a file; none where it is no Rust.
    pub(crate) fn items(&self, path: &str) -> usize {
        self.items.get(path).copied().unwrap_or_default()
    }

    /// Returns the text of a file.
    pub(crate) fn get(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(|text| &**text)
    }

    /// Returns paths and texts, by path.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files
            .iter()
            .map(|(path, text)| (path.as_str(), &**text))
    }

    /// Returns paths and texts, which can be kept.
    pub(crate) fn shared(&self) -> impl Iterator<Item = (&str, &Arc<str>)> {
        self.files.iter().map(|(path, text)| (path.as_str(), text))
    }
}

fn is_safe(path: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
    let is_safe =
        |part: &str| !part.is_empty() && !part.starts_with('.') && part.chars().all(is_plain);
    path.split('/').all(is_safe)
}

impl fmt::Display for PathError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unsafe(path) => write!(f, "`{path}` is not a path inside the output folder"),
            Self::Duplicate(path) => write!(f, "`{path}` would be written twice"),
        }
    }
}

impl std::error::Error for PathError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_inside_and_differ() {
        let mut files = FileSet::default();
        assert_eq!(files.insert("src/a.rs", String::new()), Ok(()));
        for path in [
            "", "/a", "../a", "a/../b", "a//b", "./a", "a\\b", "c:a", "a/", ".git/x",
        ] {
            let error = PathError::Unsafe(path.to_owned());
            assert_eq!(files.insert(path, String::new()), Err(error));
        }
        let error = PathError::Duplicate("src/A.rs".to_owned());
        assert_eq!(files.insert("src/A.rs", String::new()), Err(error));
    }
}
