//! Descriptions made to break a reader: too deep, too long, too many, without an end, or leading out.
//!
//! Each case writes itself into a folder when it is asked to, and the same each time. What must come
//! of it is for the test to say: a result or a located diagnostic, soon, in little memory.

mod aliases;
mod bytes;
mod crowds;
mod cycles;
mod diamonds;
mod escapes;
mod nesting;
mod overlays;
mod texts;
mod write;

use std::path::{Path, PathBuf};

pub use crate::measure::{End, Outcome, Watch, run};
pub use overlays::{EVALUATED, OVERLAY};

/// One hostile description.
pub struct Case {
    /// As in `nesting: flow sequences`.
    pub name: String,
    file: &'static str,
    make: Box<dyn Fn(&Path)>,
}

impl Case {
    fn new(name: impl Into<String>, file: &'static str, make: impl Fn(&Path) + 'static) -> Self {
        Self {
            name: name.into(),
            file,
            make: Box::new(make),
        }
    }

    /// A case of one file.
    fn text(
        name: impl Into<String>,
        file: &'static str,
        text: impl Fn() -> String + 'static,
    ) -> Self {
        Self::new(name, file, move |folder| {
            write::file(folder, file, text().as_bytes());
        })
    }

    /// Writes the description into an empty folder, and returns the path of its first file.
    ///
    /// # Panics
    /// Panics where the folder cannot be written to.
    pub fn make(&self, folder: &Path) -> PathBuf {
        std::fs::create_dir_all(folder).expect("a folder of a test can be made");
        (self.make)(folder);
        folder.join(self.file)
    }
}

/// Returns all cases; those that lead out of their folder name this URL too.
pub fn cases(url: &str) -> Vec<Case> {
    let mut cases = nesting::cases();
    cases.extend(aliases::cases());
    cases.extend(cycles::cases());
    cases.extend(diamonds::cases());
    cases.extend(crowds::cases());
    cases.extend(texts::cases());
    cases.extend(bytes::cases());
    cases.extend(overlays::cases(url));
    cases.extend(escapes::cases(url));
    cases
}

/// What stands in every file outside a description's folder. It must never be seen again.
pub const CANARY: &str = "canary-that-nobody-may-read";
