//! Where all stages put what they have to say, and the barrier at which the driver stops.
//!
//! A hostile description can be wrong a million times, so only so many diagnostics are kept; all are
//! counted.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::cause::{Causes, Lack};
use super::{Code, Diagnostic, Label, Severity};
use crate::source::Span;

/// Everything said so far. Equal diagnostics are said once.
#[derive(Debug, Default)]
pub(crate) struct Diagnostics {
    errors: Kept,
    warnings: Kept,
    causes: Causes,
}

/// Errors have been said, so there is no result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Failed;

/// The diagnostics of one severity.
#[derive(Debug, Default)]
struct Kept {
    list: Vec<Diagnostic>,
    /// Of those in the list: what tells equal ones apart from others at little cost.
    seen: BTreeSet<(Option<Span>, String)>,
    /// Those in the list that stand for several of their kind.
    groups: BTreeMap<(Code, &'static str, Option<Box<str>>), Group>,
    omitted: usize,
}

/// A diagnostic that stands for several of its kind.
#[derive(Debug)]
struct Group {
    /// Where it is in the list.
    index: usize,
    count: usize,
}

/// So many diagnostics of each severity are kept; of the rest only the number.
pub(crate) const MAX_KEPT: usize = 1_000;

/// So many places of a kind are shown; the others are counted.
const MAX_PLACES: usize = 3;

impl Diagnostics {
    pub(crate) fn add(&mut self, diagnostic: Diagnostic) {
        if let Some(diagnostic) = self.causes.take(diagnostic) {
            self.keep(diagnostic);
        }
    }

    /// Begins to hold what may be the cause of something else, or follow from it, until `settle`.
    pub(crate) fn hold(&mut self) {
        self.causes.hold();
    }

    /// Says what was held: of a cause and all that follows from it, one diagnostic.
    pub(crate) fn settle(&mut self) {
        for diagnostic in self.causes.settle() {
            self.keep(diagnostic);
        }
    }

    /// Returns whether it was said why an object has no such key.
    pub(crate) fn explains(&self, lack: &Lack) -> bool {
        self.causes.explains(lack)
    }

    fn keep(&mut self, diagnostic: Diagnostic) {
        match diagnostic.severity() {
            Severity::Error => self.errors.add(diagnostic),
            Severity::Warning => self.warnings.add(diagnostic),
        }
    }

    /// Returns what was kept, in document order: by file, then by place. What has no place is first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        let mut all: Vec<_> = self.errors.list.iter().chain(&self.warnings.list).collect();
        all.sort_by_key(|diagnostic| diagnostic.place());
        all.into_iter()
    }

    /// Returns how many were said, kept or not.
    pub(crate) fn count(&self, severity: Severity) -> usize {
        let kept = self.kept(severity);
        kept.list.len() + kept.omitted
    }

    /// Returns how many were said and not kept.
    pub(crate) fn omitted(&self, severity: Severity) -> usize {
        self.kept(severity).omitted
    }

    pub(crate) fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// Fails where errors have been said.
    pub(crate) fn barrier(&self) -> Result<(), Failed> {
        if self.has_errors() {
            Err(Failed)
        } else {
            Ok(())
        }
    }

    fn kept(&self, severity: Severity) -> &Kept {
        match severity {
            Severity::Error => &self.errors,
            Severity::Warning => &self.warnings,
        }
    }
}

impl Kept {
    fn add(&mut self, diagnostic: Diagnostic) {
        let key = (diagnostic.place(), diagnostic.message.clone());
        if self.seen.contains(&key) {
            return;
        }
        let group = diagnostic
            .several
            .map(|words| (diagnostic.code, words, cause(&diagnostic)));
        let known = group.as_ref().and_then(|group| self.groups.get_mut(group));
        if let Some(known) = known {
            known.count += 1;
            if let Some(first) = self.list.get_mut(known.index) {
                self.seen
                    .extend((self.seen.len() < MAX_SEEN).then_some(key));
                join(first, &diagnostic, known.count);
            }
            return;
        }
        if self.list.len() == MAX_KEPT {
            self.omitted += 1;
            return;
        }
        let index = self.list.len();
        self.groups
            .extend(group.map(|group| (group, Group { index, count: 1 })));
        self.seen.insert(key);
        self.list.push(diagnostic);
    }
}

fn cause(diagnostic: &Diagnostic) -> Option<Box<str>> {
    diagnostic.ties()?.cause.clone()
}

/// So many are remembered; equal ones beyond them count twice.
const MAX_SEEN: usize = 100_000;

/// Makes one of a kind say that there are several. It has the places that come first in the
/// description, whatever the order of reading, and the help of the first of them.
fn join(group: &mut Diagnostic, other: &Diagnostic, count: usize) {
    let words = group.several.unwrap_or_default();
    group.message = format!("{count} {words}");
    let is_full = count > MAX_PLACES;
    group.more += usize::from(is_full);
    let is_before = other.place() < group.place();
    if is_full && !is_before {
        return;
    }
    let known = group.labels.len();
    let is_new = |label: &&Label| !group.labels.contains(*label);
    let new: Vec<_> = other.labels.iter().filter(is_new).cloned().collect();
    if is_before {
        group.labels.splice(0..0, new);
        group.help.clone_from(&other.help);
    } else {
        group.labels.extend(new);
    }
    if is_full {
        group.labels.truncate(known);
    }
}

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the description has errors")
    }
}

impl std::error::Error for Failed {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;
    use crate::source::{FileId, Sources};

    fn file() -> FileId {
        Sources::default().add("a.yaml", "")
    }

    fn at(code: Code, place: u32) -> Diagnostic {
        Diagnostic::new(code, format!("at {place}")).label(Span::new(file(), place, place), "")
    }

    #[test]
    fn document_order_whatever_the_order_of_adding() {
        let mut diagnostics = Diagnostics::default();
        diagnostics.add(at(Code::DuplicateKey, 7));
        diagnostics.add(at(Code::IgnoredTag, 3));
        diagnostics.add(Diagnostic::new(Code::UnreadableFile, "nowhere"));
        let messages: Vec<_> = diagnostics.iter().map(|d| d.message.as_str()).collect();
        assert_eq!(messages, ["nowhere", "at 3", "at 7"]);
    }

    #[test]
    fn equal_ones_are_said_once() {
        let mut diagnostics = Diagnostics::default();
        diagnostics.add(at(Code::DuplicateKey, 7));
        diagnostics.add(at(Code::DuplicateKey, 7));
        assert_eq!(diagnostics.count(Severity::Error), 1);
    }

    #[test]
    fn several_of_a_kind_are_one() {
        let mut diagnostics = Diagnostics::default();
        for place in [1, 2, 2, 3, 4, 5] {
            diagnostics.add(at(Code::UnexpectedBody, place).several("bodies"));
        }
        diagnostics.add(at(Code::UnexpectedBody, 6).several("souls"));
        let all: Vec<_> = diagnostics.iter().collect();
        assert_eq!(diagnostics.count(Severity::Warning), 2);
        assert_eq!(all[0].message, "5 bodies");
        assert_eq!((all[0].labels.len(), all[0].more), (3, 2));
        assert_eq!(all[1].message, "at 6");
    }

    #[test]
    fn only_errors_stop_at_the_barrier() {
        let mut diagnostics = Diagnostics::default();
        diagnostics.add(at(Code::IgnoredTag, 1));
        assert_eq!(diagnostics.barrier(), Ok(()));
        diagnostics.add(at(Code::DuplicateKey, 2));
        assert_eq!(diagnostics.barrier(), Err(Failed));
    }

    #[test]
    fn warnings_cannot_crowd_out_an_error() {
        let mut diagnostics = Diagnostics::default();
        for place in 0..MAX_KEPT + 5 {
            diagnostics.add(at(Code::IgnoredTag, u32::try_from(place).unwrap()));
        }
        diagnostics.add(at(Code::DuplicateKey, 2));
        assert_eq!(diagnostics.iter().count(), MAX_KEPT + 1);
        assert_eq!(diagnostics.omitted(Severity::Warning), 5);
        assert_eq!(diagnostics.count(Severity::Warning), MAX_KEPT + 5);
        assert!(diagnostics.has_errors());
    }
}
