//! Whether two runs differ in what users see.

use std::collections::BTreeMap;

use crate::pipeline::tests::run::{Entry, Generated, Seen, Understood};

/// The run of a document as it is.
pub(super) struct Base {
    /// What is known of it before it is planned.
    early: (Vec<String>, Vec<Entry>),
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
    pub(super) fn new(run: Understood) -> Self {
        let early = (run.said(), run.entries());
        let seen = run.generate();
        let files = seen.result.as_ref().map(Generated::files);
        Self {
            early,
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
    pub(super) fn trace(&self, run: Understood, pointer: &str) -> Trace {
        // What follows is slow, and most changes are seen by now.
        let (said, entries) = &self.early;
        let is_other = differ(entries, &run.entries(), pointer);
        if *said != run.said() || is_other {
            return Trace::Seen;
        }
        let seen = run.generate();
        let (Some(base), Some(other)) = (&self.seen.result, &seen.result) else {
            return Trace::Seen;
        };
        if self.seen.said != seen.said || base.about != other.about {
            return Trace::Seen;
        }
        if differ(&base.entries, &other.entries, pointer) || !other.has_files(&self.files) {
            return Trace::Seen;
        }
        let mut pairs = base.entries.iter().zip(&other.entries);
        match pairs.find(|(base, other)| base != other) {
            Some((entry, _)) => Trace::Within(entry.clone()),
            None => Trace::None,
        }
    }
}

/// Whether entries differ in more than the text of what is around a pointer.
fn differ(base: &[Entry], other: &[Entry], pointer: &str) -> bool {
    let without_outer = |entries: &[Entry]| -> Vec<Entry> {
        let mut entries = entries.to_vec();
        for entry in &mut entries {
            if is_around(&entry.pointer, pointer) {
                entry.hash.clear();
            }
        }
        entries
    };
    without_outer(base) != without_outer(other)
}

/// Whether one pointer leads to something around what the other leads to.
fn is_around(outer: &str, inner: &str) -> bool {
    let rest = inner.strip_prefix(outer);
    rest.is_some_and(|rest| rest.starts_with('/'))
}
