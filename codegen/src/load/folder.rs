//! The folder of a description, and the only way to a file in it.
//!
//! Paths relative to the folder go in, bytes come out. Whatever a path says, nothing outside the
//! folder is opened, and nothing but plain files.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::limits::{MAX_FILE_BYTES, MAX_TOTAL_BYTES};
use super::nearest::nearest;

/// A folder, and how much was read from it.
#[derive(Debug)]
pub(super) struct Folder {
    /// As it was given, for paths to show and to open.
    path: PathBuf,
    canonical: PathBuf,
    read: u64,
}

/// Why a file was not read.
#[derive(Debug)]
pub(super) enum Refusal {
    Missing { nearest: Option<String> },
    Outside,
    Unreadable(String),
    TooLarge(String),
}

impl Folder {
    /// Returns the folder that a file stands in.
    pub(super) fn around(file: &Path) -> io::Result<Self> {
        let path = match file.parent() {
            Some(parent) if parent != Path::new("") => parent.to_owned(),
            _ => PathBuf::new(),
        };
        let here = if path == Path::new("") {
            Path::new(".")
        } else {
            &path
        };
        let canonical = fs::canonicalize(here)?;
        Ok(Self {
            path,
            canonical,
            read: 0,
        })
    }

    /// Returns the path of a file in the folder as it is shown and opened.
    pub(super) fn join(&self, path: &str) -> PathBuf {
        let mut joined = self.path.clone();
        joined.extend(path.split('/'));
        joined
    }

    /// Returns the one path of an existing file in the folder, by which it is told from others.
    pub(super) fn canonical(&self, path: &str) -> Result<PathBuf, Refusal> {
        match fs::canonicalize(self.join(path)) {
            Ok(canonical) if canonical.starts_with(&self.canonical) => Ok(canonical),
            Ok(_) => Err(Refusal::Outside),
            Err(error) if is_missing(&error) => Err(Refusal::Missing {
                nearest: self.nearest(path),
            }),
            Err(error) => Err(Refusal::Unreadable(error.to_string())),
        }
    }

    /// Reads a plain file, within the limits.
    pub(super) fn read(&mut self, path: &Path) -> Result<Vec<u8>, Refusal> {
        let limit = MAX_FILE_BYTES.min(MAX_TOTAL_BYTES - self.read);
        let bytes = read_plain(path, limit)?;
        self.read += bytes.len() as u64;
        Ok(bytes)
    }

    /// Returns a path that exists, where the last part of it or its folder may be a slip of the pen.
    fn nearest(&self, path: &str) -> Option<String> {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let on_disk = self.join(folder);
        let canonical = fs::canonicalize(if folder.is_empty() {
            &self.canonical
        } else {
            &on_disk
        });
        let inside = canonical
            .ok()
            .filter(|found| found.starts_with(&self.canonical))?;
        let mut names: Vec<String> = fs::read_dir(inside)
            .ok()?
            .take(MAX_LISTED)
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .collect();
        // The order of a folder differs from system to system.
        names.sort();
        let found = nearest(name, names.iter().map(String::as_str))?;
        Some(if folder.is_empty() {
            found.to_owned()
        } else {
            format!("{folder}/{found}")
        })
    }
}

/// So many names of a folder are looked at for a hint.
const MAX_LISTED: usize = 5_000;

fn is_missing(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}

fn read_plain(path: &Path, limit: u64) -> Result<Vec<u8>, Refusal> {
    let unreadable = |error: io::Error| Refusal::Unreadable(error.to_string());
    let metadata = fs::metadata(path).map_err(unreadable)?;
    // Opening a pipe or a device could wait for ever.
    if !metadata.is_file() {
        return Err(Refusal::Unreadable("it is not a plain file".to_owned()));
    }
    if metadata.len() > limit {
        return Err(too_large(limit));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or_default());
    let mut file = File::open(path).map_err(unreadable)?.take(limit + 1);
    file.read_to_end(&mut bytes).map_err(unreadable)?;
    // The file can have grown since it was asked for its size.
    if bytes.len() as u64 > limit {
        Err(too_large(limit))
    } else {
        Ok(bytes)
    }
}

fn too_large(limit: u64) -> Refusal {
    Refusal::TooLarge(if limit == MAX_FILE_BYTES {
        format!("it has more than {MAX_FILE_BYTES} bytes")
    } else {
        format!("with it, the description has more than {MAX_TOTAL_BYTES} bytes")
    })
}
