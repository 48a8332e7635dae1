//! Looking at the output folder.

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
    Ours(String),
}

/// Reads what stands at a path below the folder, without following links.
pub(super) fn read(folder: &Path, path: &str) -> Result<Existing, OutputError> {
    let mut at = folder.to_owned();
    let mut parts = path.split('/').peekable();
    while let Some(part) = parts.next() {
        at.push(part);
        let is_last = parts.peek().is_none();
        match kind(&at)? {
            Kind::Missing => return Ok(Existing::Nothing),
            Kind::Link => return Err(OutputError::Link(at)),
            Kind::Folder if !is_last => {}
            Kind::File if is_last => {}
            Kind::Folder | Kind::File | Kind::Other => return Err(OutputError::NotAFile(at)),
        }
    }
    let bytes = fs::read(&at).map_err(|error| OutputError::io(&at, "read", error))?;
    Ok(judge(&bytes))
}

/// Lists the Rust files and manifests that stand right in a folder below the folder.
pub(super) fn list(folder: &Path, below: &str) -> Result<Vec<String>, OutputError> {
    let mut at = folder.to_owned();
    for part in below.split('/').filter(|part| !part.is_empty()) {
        at.push(part);
        match kind(&at)? {
            Kind::Folder => {}
            Kind::Missing | Kind::Link | Kind::File | Kind::Other => return Ok(Vec::new()),
        }
    }
    let entries = match fs::read_dir(&at) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(OutputError::io(at, "read", error)),
    };
    let names = entries.map(|entry| Ok(entry?.file_name()));
    let names: Result<Vec<_>, io::Error> = names.collect();
    let names = names.map_err(|error| OutputError::io(&at, "read", error))?;
    let prefix = if below.is_empty() {
        String::new()
    } else {
        [below, "/"].concat()
    };
    let mut paths = Vec::new();
    for name in names.iter().filter_map(|name| name.to_str()) {
        let may_be_ours = Path::new(name)
            .extension()
            .is_some_and(|end| end == "rs" || end == "toml");
        if may_be_ours && matches!(kind(&at.join(name))?, Kind::File) {
            paths.push([prefix.as_str(), name].concat());
        }
    }
    paths.sort();
    Ok(paths)
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
    let first_line = bytes
        .split(|byte| *byte == b'\n')
        .next()
        .unwrap_or_default();
    if !String::from_utf8_lossy(first_line).contains(MARK) {
        return Existing::Foreign;
    }
    Existing::Ours(String::from_utf8_lossy(bytes).into_owned())
}
