//! Looking at the output folder: what stands where files of ours belong. Changes nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::OutputError;
use crate::print::MARK;

/// What stands at a path.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Existing {
    Nothing,
    Foreign,
    /// A file without a byte: there is nothing in it to lose, and a run that was cut short can have left
    /// it.
    Empty,
    Ours(String),
}

/// A folder as it was found, so that each of the folders below is looked at once, not once for each of
/// its files.
#[derive(Debug)]
pub(super) struct Folder {
    path: PathBuf,
    below: BTreeMap<String, Below>,
}

/// What stands where a folder below belongs.
#[derive(Debug)]
enum Below {
    Missing,
    Link(PathBuf),
    NotAFolder(PathBuf),
    Holds(Names),
}

/// What stands right in a folder. Names that are no UTF-8 are not ours.
#[derive(Debug, Default)]
struct Names {
    all: BTreeSet<String>,
    /// In small letters.
    folded: BTreeSet<String>,
}

impl Folder {
    /// Looks at some folders below a folder, which need not be there. Links are not followed.
    pub(super) fn look<'a>(
        path: &Path,
        below: impl IntoIterator<Item = &'a str>,
    ) -> Result<Self, OutputError> {
        let mut folder = Self {
            path: path.to_owned(),
            below: BTreeMap::new(),
        };
        for name in below {
            let found = folder.open(name)?;
            folder.below.insert(name.to_owned(), found);
        }
        Ok(folder)
    }

    /// Reads what stands at a path, whose folder was looked at.
    pub(super) fn read(&self, path: &str) -> Result<Existing, OutputError> {
        let (parent, name) = split(path);
        let names = match self.below.get(parent) {
            None | Some(Below::Missing) => return Ok(Existing::Nothing),
            Some(Below::Link(at)) => return Err(OutputError::Link(at.clone())),
            Some(Below::NotAFolder(at)) => return Err(OutputError::NotAFile(at.clone())),
            Some(Below::Holds(names)) => names,
        };
        // Where case does not count, a file can stand here under a name in other capitals.
        if !names.folded.contains(&name.to_lowercase()) {
            return Ok(Existing::Nothing);
        }
        let at = self.path.join(path);
        match kind(&at)? {
            Kind::Missing => return Ok(Existing::Nothing),
            Kind::Link => return Err(OutputError::Link(at)),
            Kind::Folder | Kind::Other => return Err(OutputError::NotAFile(at)),
            Kind::File => {}
        }
        let bytes = fs::read(&at).map_err(|error| OutputError::io(&at, "read", error))?;
        Ok(match judge(&bytes) {
            // Under that name it is listed, and goes before anything is written.
            Existing::Ours(_) if !names.all.contains(name) => Existing::Nothing,
            existing => existing,
        })
    }

    /// Lists the Rust files and manifests that stand right in the folders that were looked at.
    pub(super) fn list(&self) -> Result<Vec<String>, OutputError> {
        let mut paths = Vec::new();
        for (parent, below) in &self.below {
            let Below::Holds(names) = below else {
                continue;
            };
            let slash = if parent.is_empty() { "" } else { "/" };
            for name in names.all.iter().filter(|name| may_be_ours(name)) {
                let path = [parent, slash, name].concat();
                if matches!(kind(&self.path.join(&path))?, Kind::File) {
                    paths.push(path);
                }
            }
        }
        Ok(paths)
    }

    fn open(&self, below: &str) -> Result<Below, OutputError> {
        let mut at = self.path.clone();
        for part in below.split('/').filter(|part| !part.is_empty()) {
            at.push(part);
            match kind(&at)? {
                Kind::Folder => {}
                Kind::Missing => return Ok(Below::Missing),
                Kind::Link => return Ok(Below::Link(at)),
                Kind::File | Kind::Other => return Ok(Below::NotAFolder(at)),
            }
        }
        let entries = match fs::read_dir(&at) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Below::Missing),
            Err(error) => return Err(OutputError::io(at, "read", error)),
        };
        let names = entries.map(|entry| Ok(entry?.file_name().into_string().ok()));
        let names: io::Result<Vec<Option<String>>> = names.collect();
        let names = names.map_err(|error| OutputError::io(&at, "read", error))?;
        let all: BTreeSet<String> = names.into_iter().flatten().collect();
        let folded = all.iter().map(|name| name.to_lowercase()).collect();
        Ok(Below::Holds(Names { all, folded }))
    }
}

/// Splits a path into its folder and its name.
pub(super) fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}

fn may_be_ours(name: &str) -> bool {
    let extension = Path::new(name).extension();
    extension.is_some_and(|end| end == "rs" || end == "toml")
}

enum Kind {
    Missing,
    File,
    Folder,
    Link,
    Other,
}

fn kind(path: &PathBuf) -> Result<Kind, OutputError> {
    match fs::symlink_metadata(path) {
        Ok(data) if data.is_symlink() => Ok(Kind::Link),
        Ok(data) if data.is_dir() => Ok(Kind::Folder),
        Ok(data) if data.is_file() => Ok(Kind::File),
        Ok(_) => Ok(Kind::Other),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Kind::Missing),
        Err(error) => Err(OutputError::io(path, "look at", error)),
    }
}

fn judge(bytes: &[u8]) -> Existing {
    if bytes.is_empty() {
        return Existing::Empty;
    }
    let first_line = bytes
        .split(|byte| *byte == b'\n')
        .next()
        .unwrap_or_default();
    if !String::from_utf8_lossy(first_line).contains(MARK) {
        return Existing::Foreign;
    }
    Existing::Ours(String::from_utf8_lossy(bytes).into_owned())
}
