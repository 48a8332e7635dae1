//! The folder of a description, those that are allowed beside it, and the only way to a file in them.
//!
//! Paths relative to the description's folder go in, bytes come out. Whatever a path says, nothing
//! outside these folders is opened, and nothing but plain files.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::allow::{Allowance, Allowances};
use super::limits::{MAX_FILE_BYTES, MAX_TOTAL_BYTES};
use super::nearest::nearest;
use crate::diagnostic::Diagnostics;
use crate::paths::normalise;

/// The folders that files are read from, and how much was read.
#[derive(Debug)]
pub(super) struct Folders {
    /// The description's folder as it was given, for paths to show and to open.
    path: PathBuf,
    own: Folder,
    allowed: Vec<Allowed>,
    read: u64,
}

/// A folder by its spellings.
#[derive(Debug)]
struct Folder {
    /// Absolute and normal, by name alone.
    absolute: PathBuf,
    canonical: PathBuf,
}

#[derive(Debug)]
struct Allowed {
    folder: Folder,
    allowance: Allowance<PathBuf>,
    used: bool,
}

/// A file that may be opened.
#[derive(Debug)]
pub(super) struct Openable {
    /// For people.
    pub(super) shown: PathBuf,
    /// The one path of the file, by which it is told from others.
    pub(super) canonical: PathBuf,
}

/// Why a file was not read.
#[derive(Debug)]
pub(super) enum Refusal {
    Missing {
        nearest: Option<String>,
    },
    Outside,
    Unreadable(String),
    TooLarge(String),
    /// What another machine or the way to it said.
    NotFetched(String),
}

impl Folders {
    /// Returns the folder that a file stands in, with the allowed ones; says which of those do not
    /// exist.
    pub(super) fn around(
        file: &Path,
        allowances: &Allowances,
        diagnostics: &mut Diagnostics,
    ) -> io::Result<Self> {
        let path = file.parent().unwrap_or(Path::new("")).to_owned();
        let own = Folder::new(&path)?;
        let mut allowed = Vec::new();
        for allowance in &allowances.folders {
            match Folder::new(&allowance.value) {
                Ok(folder) if folder.canonical.is_dir() => allowed.push(Allowed {
                    folder,
                    allowance: allowance.clone(),
                    used: false,
                }),
                _ => diagnostics.add(allowance.invalid(
                    format!("the folder `{}` does not exist", allowance.text),
                    "no such folder",
                    "remove it, or correct it: the path counts from the folder of engross.yaml",
                )),
            }
        }
        Ok(Self {
            path,
            own,
            allowed,
            read: 0,
        })
    }

    /// Finds an existing file by its path from the description's folder.
    pub(super) fn find(&mut self, path: &str) -> Result<Openable, Refusal> {
        let is_below = !path.starts_with('/') && path != ".." && !path.starts_with("../");
        if is_below {
            let shown = join(&self.path, path);
            return canonical(&shown, &self.own, path)
                .map(|canonical| Openable { shown, canonical });
        }
        if path.starts_with('/') {
            return Err(Refusal::Outside);
        }
        let shown = normalise(&join(&self.path, path));
        let spellings = [&self.own.absolute, &self.own.canonical];
        let spellings = spellings.map(|own| normalise(&join(own, path)));
        for spelling in &spellings {
            if let Some(folder) = folder_of(&self.own, &mut self.allowed, spelling) {
                let found = canonical(spelling, folder, path);
                return found.map(|canonical| Openable { shown, canonical });
            }
        }
        Err(Refusal::Outside)
    }

    /// Reads a plain file, within the limits.
    pub(super) fn read(&mut self, path: &Path) -> Result<Vec<u8>, Refusal> {
        let bytes = read_plain(path, MAX_FILE_BYTES.min(self.left()))?;
        self.count(bytes.len());
        Ok(bytes)
    }

    /// Returns how many bytes may still be read.
    pub(super) fn left(&self) -> u64 {
        MAX_TOTAL_BYTES.saturating_sub(self.read)
    }

    /// Counts bytes that came from elsewhere.
    pub(super) fn count(&mut self, bytes: usize) {
        self.read = self.read.saturating_add(bytes as u64);
    }

    /// Says which allowed folders no reference leads to.
    pub(super) fn report_unused(&self, diagnostics: &mut Diagnostics) {
        for allowed in self.allowed.iter().filter(|allowed| !allowed.used) {
            diagnostics.add(allowed.allowance.unused("folder"));
        }
    }
}

/// Returns the folder that a path is in by name, which counts as used then.
fn folder_of<'a>(own: &'a Folder, allowed: &'a mut [Allowed], path: &Path) -> Option<&'a Folder> {
    if own.holds(path) {
        return Some(own);
    }
    let allowed = allowed
        .iter_mut()
        .find(|allowed| allowed.folder.holds(path))?;
    allowed.used = true;
    Some(&allowed.folder)
}

impl Folder {
    fn new(path: &Path) -> io::Result<Self> {
        let here = if path == Path::new("") {
            Path::new(".")
        } else {
            path
        };
        Ok(Self {
            absolute: normalise(&std::path::absolute(here)?),
            canonical: fs::canonicalize(here)?,
        })
    }

    fn holds(&self, path: &Path) -> bool {
        path.starts_with(&self.absolute) || path.starts_with(&self.canonical)
    }

    /// Returns a path that exists, where the last part of it or its folder may be a slip of the pen.
    fn nearest(&self, on_disk: &Path, path: &str) -> Option<String> {
        let folder = fs::canonicalize(on_disk.parent().filter(|p| *p != Path::new(""))?).ok()?;
        let inside = Some(folder).filter(|found| found.starts_with(&self.canonical))?;
        let mut names: Vec<String> = fs::read_dir(inside)
            .ok()?
            .take(MAX_LISTED)
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .collect();
        // The order of a folder differs from system to system.
        names.sort();
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
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

fn join(folder: &Path, path: &str) -> PathBuf {
    let mut joined = folder.to_owned();
    joined.extend(path.split('/'));
    joined
}

fn canonical(on_disk: &Path, folder: &Folder, path: &str) -> Result<PathBuf, Refusal> {
    match fs::canonicalize(on_disk) {
        Ok(canonical) if canonical.starts_with(&folder.canonical) => Ok(canonical),
        Ok(_) => Err(Refusal::Outside),
        Err(error) if is_missing(&error) => Err(Refusal::Missing {
            nearest: folder.nearest(on_disk, path),
        }),
        Err(error) => Err(Refusal::Unreadable(error.to_string())),
    }
}

fn is_missing(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}

pub(super) fn read_plain(path: &Path, limit: u64) -> Result<Vec<u8>, Refusal> {
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
