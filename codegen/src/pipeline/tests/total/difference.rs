//! Whether two runs differ in what users see.

use std::collections::BTreeMap;

use crate::pipeline::tests::run::{Entry, Generated, Seen};

/// The run of a document as it is.
pub(super) struct Base {
    seen: Seen,
    files: BTreeMap<String, String>,
}

/// What a change of a key leaves behind.
pub(super) enum Trace {
    /// A diagnostic, a line of the account of its own, or other files.
    Seen,
    /// Only the text of something around it that the account has as a whole.
    Within(Entry),
    None,
}

impl Base {
    pub(super) fn new(seen: Seen) -> Self {
        let files = seen.result.as_ref().map(Generated::files);
        Self {
            seen,
            files: files.unwrap_or_default(),
        }
    }

    pub(super) fn is_right(&self) -> bool {
        self.seen.result.is_some()
    }

    pub(super) fn said(&self) -> String {
        self.seen.said.join("\n")
    }

    /// Returns what came of a change at a pointer.
    pub(super) fn trace(&self, seen: &Seen, pointer: &str) -> Trace {
        let (Some(base), Some(other)) = (&self.seen.result, &seen.result) else {
            return Trace::Seen;
        };
        if self.seen.said != seen.said || base.about != other.about {
            return Trace::Seen;
        }
        let without_outer = |entries: &[Entry]| -> Vec<Entry> {
            let mut entries = entries.to_vec();
            for entry in &mut entries {
                if is_around(&entry.pointer, pointer) {
                    entry.hash.clear();
                }
            }
            entries
        };
        if without_outer(&base.entries) != without_outer(&other.entries) {
            return Trace::Seen;
        }
        if self.files != other.files() {
            return Trace::Seen;
        }
        let mut pairs = base.entries.iter().zip(&other.entries);
        match pairs.find(|(base, other)| base != other) {
            Some((entry, _)) => Trace::Within(entry.clone()),
            None => Trace::None,
        }
    }
}

/// Whether one pointer leads to something around what the other leads to.
fn is_around(outer: &str, inner: &str) -> bool {
    let rest = inner.strip_prefix(outer);
    rest.is_some_and(|rest| rest.starts_with('/'))
}
