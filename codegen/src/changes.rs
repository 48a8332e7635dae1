//! The public face of what would change in a folder.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::{Report, output};

/// What writing a client would change in its folder.
pub struct Changes {
    inner: output::Changes,
    folder: PathBuf,
}

impl Changes {
    pub(crate) fn new(inner: output::Changes, folder: &Path) -> Self {
        Self {
            inner,
            folder: folder.to_path_buf(),
        }
    }

    /// Returns the folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Returns whether the folder is up to date.
    pub fn is_empty(&self) -> bool {
        self.inner.is_empty()
    }

    /// Returns the files that would be new.
    pub fn created(&self) -> Vec<&str> {
        self.inner.created().collect()
    }

    /// Returns the files that would have another text.
    pub fn updated(&self) -> Vec<&str> {
        self.inner.updated().collect()
    }

    /// Returns the files that are no longer generated and would be removed. Only files whose first
    /// line says that engross generated them can be among them.
    pub fn removed(&self) -> Vec<&str> {
        self.inner.removed().collect()
    }

    /// Returns the number of files that would not be touched.
    pub fn unchanged(&self) -> usize {
        self.inner.unchanged().count()
    }

    /// Returns a unified diff of everything.
    pub fn diff(&self) -> String {
        self.inner.diff()
    }

    /// Makes the folder up to date. A file that is there is replaced in one step, and the root of a client
    /// is written last; other files are not touched.
    pub fn write(&self) -> Result<(), Report> {
        self.inner.write().map_err(Report::plain)
    }
}

impl fmt::Debug for Changes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Changes")
            .field("folder", &self.folder())
            .field("created", &self.created())
            .field("updated", &self.updated())
            .field("removed", &self.removed())
            .field("unchanged", &self.unchanged())
            .finish()
    }
}
