//! Files outside of a client's folder: a report, a starting configuration.
//!
//! Neither makes folders, and neither takes the place of a file of the user's.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::Path;

use super::{OutputError, write};

/// How every report begins.
const REPORT: &str = "{\n  \"report\": ";

/// Writes a file that is not there yet.
pub(crate) fn create(path: &Path, text: &str) -> Result<(), OutputError> {
    let mut file = File::create_new(path).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => OutputError::Exists(path.to_owned()),
        _ => OutputError::io(path, "create", error),
    })?;
    file.write_all(text.as_bytes())
        .map_err(|error| OutputError::io(path, "write", error))
}

/// Writes a report in one step; only an empty file or a former report gives way.
pub(crate) fn replace_report(path: &Path, text: &str) -> Result<(), OutputError> {
    match fs::symlink_metadata(path) {
        Ok(found) if !found.is_file() => return Err(OutputError::NotAFile(path.to_owned())),
        Ok(_) => {
            let old = fs::read(path).map_err(|error| OutputError::io(path, "read", error))?;
            if !old.is_empty() && !old.starts_with(REPORT.as_bytes()) {
                return Err(OutputError::NotAReport(path.to_owned()));
            }
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(OutputError::io(path, "look at", error)),
    }
    write::replace(path, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_is_not_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("engross.yaml");
        create(&path, "a").unwrap();
        let error = create(&path, "b").unwrap_err();
        assert!(
            error
                .to_string()
                .ends_with("is there already, and is not overwritten")
        );
        assert_eq!(fs::read_to_string(&path).unwrap(), "a");
    }

    #[test]
    fn only_reports_give_way_to_reports() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.json");
        let report = format!("{REPORT}1\n}}\n");
        fs::write(&path, "").unwrap();
        replace_report(&path, &report).unwrap();
        replace_report(&path, &report).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), report);
        fs::write(&path, "mine").unwrap();
        let error = replace_report(&path, &report).unwrap_err();
        assert!(
            error
                .to_string()
                .ends_with("is not a report, and is not overwritten")
        );
        assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
        assert!(replace_report(folder.path(), &report).is_err());
        let nowhere = folder.path().join("none/report.json");
        assert!(replace_report(&nowhere, &report).is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
