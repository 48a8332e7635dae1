//! Expected trees beside cases, compared both ways, blessed by `UPDATE_EXPECT=1` and by nothing else.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use similar::TextDiff;

use crate::{Tree, read_tree};

/// Collects what differs over many cases, so that one run shows all of it.
#[derive(Debug, Default)]
pub struct Expectations {
    differences: String,
    bless: bool,
}

impl Expectations {
    /// Starts; expectations are rewritten where `UPDATE_EXPECT` is `1`.
    pub fn from_environment() -> Self {
        let bless = std::env::var_os("UPDATE_EXPECT").is_some_and(|value| value == "1");
        Self {
            differences: String::new(),
            bless,
        }
    }

    /// Expects a folder to hold exactly these files.
    pub fn expect_tree(&mut self, folder: &Path, actual: &Tree) {
        let expected = read_tree(folder);
        for (name, text) in &expected {
            self.compare(
                &folder.join(name),
                Some(text),
                actual.get(name).map(String::as_str),
            );
        }
        for (name, text) in actual
            .iter()
            .filter(|(name, _)| !expected.contains_key(*name))
        {
            self.compare(&folder.join(name), None, Some(text));
        }
    }

    /// Expects a file to hold this text; a file that does not exist is one without text.
    pub fn expect_file(&mut self, file: &Path, actual: &str) {
        let expected = fs::read_to_string(file).ok();
        let actual = Some(actual).filter(|text| !text.is_empty());
        self.compare(
            file,
            expected.as_deref().filter(|text| !text.is_empty()),
            actual,
        );
    }

    /// Fails with all differences and the command that blesses them.
    ///
    /// # Panics
    /// Panics where anything differs.
    pub fn finish(self) {
        assert!(
            self.differences.is_empty(),
            "{}\nIf this is what should come out: UPDATE_EXPECT=1 cargo test -p engross-tests\n",
            self.differences
        );
    }

    fn compare(&mut self, file: &Path, expected: Option<&str>, actual: Option<&str>) {
        if expected == actual {
            return;
        }
        if self.bless {
            bless(file, actual);
            return;
        }
        let (expected, actual) = (expected.unwrap_or_default(), actual.unwrap_or_default());
        let diff = TextDiff::from_lines(expected, actual);
        let name = file.display().to_string();
        let _ = write!(
            self.differences,
            "{}",
            diff.unified_diff().header(&name, "actual")
        );
    }
}

fn bless(file: &Path, actual: Option<&str>) {
    match actual {
        Some(text) => {
            fs::create_dir_all(file.parent().expect("in a folder")).expect("writable");
            fs::write(file, text).expect("writable");
        }
        None => fs::remove_file(file).expect("removable"),
    }
}
