//! One cause, one message: what follows from a key that is misspelt or stands elsewhere is not said
//! beside the misspelling.
//!
//! While a document is read, two kinds of diagnostics are held: those that say where a key is meant
//! to be (*causes*), and those that an object has no such key (*lacks*). Once all is read, they are
//! put together. Lacks of later stages are only compared. Which key is meant is not decided here.

use std::collections::{BTreeMap, BTreeSet};

use super::{Code, Diagnostic, Label};
use crate::source::Span;

/// That an object, which stands at a place, has no such key.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Lack {
    pub(crate) owner: Span,
    /// Any key, where it is empty: the object is.
    pub(crate) key: Box<str>,
}

/// Stands for the key of a value under `content` that is no media type, as if it lacked one.
pub(crate) const MEDIA_TYPE: &str = "a media type";

/// What is held, and which lacks are explained.
#[derive(Debug, Default)]
pub(super) struct Causes {
    is_holding: bool,
    said: Vec<Diagnostic>,
    lacks: Vec<Diagnostic>,
    explained: BTreeSet<Lack>,
}

/// So many of each kind are held; what is beyond is said by itself.
const MAX_HELD: usize = 1_000;

/// So many references that lead nowhere are shown beside what explains them.
const MAX_SHOWN: usize = 3;

impl Causes {
    /// Begins to hold.
    pub(super) fn hold(&mut self) {
        self.is_holding = true;
    }

    /// Returns whether a cause was said, or is held, that explains a lack.
    pub(super) fn explains(&self, lack: &Lack) -> bool {
        let held = |cause: &Diagnostic| cause.explained() == Some(lack);
        self.explained.contains(lack) || self.said.iter().any(held)
    }

    /// Takes what is to be held or has been explained; returns all else.
    pub(super) fn take(&mut self, diagnostic: Diagnostic) -> Option<Diagnostic> {
        if let Some(lack) = diagnostic.lack() {
            if self.explained.contains(lack) {
                return None;
            }
            return self.held(diagnostic, |causes| &mut causes.lacks);
        }
        match diagnostic.explained() {
            Some(_) => self.held(diagnostic, |causes| &mut causes.said),
            None => Some(diagnostic),
        }
    }

    fn held(
        &mut self,
        diagnostic: Diagnostic,
        list: fn(&mut Self) -> &mut Vec<Diagnostic>,
    ) -> Option<Diagnostic> {
        if !self.is_holding || list(self).len() == MAX_HELD {
            return Some(diagnostic);
        }
        list(self).push(diagnostic);
        None
    }

    /// Ends holding, and returns what there is to say.
    pub(super) fn settle(&mut self) -> Vec<Diagnostic> {
        self.is_holding = false;
        let (causes, lacks) = (
            std::mem::take(&mut self.said),
            std::mem::take(&mut self.lacks),
        );
        let mut known: BTreeMap<Lack, usize> = BTreeMap::new();
        for (index, cause) in causes.iter().enumerate() {
            for lack in cause.explained().into_iter().flat_map(Lack::forms) {
                known.entry(lack).or_insert(index);
            }
        }
        for lack in &lacks {
            // A key that is empty, and one that is missing, explain what is missing below.
            self.explained.extend(lack.explained().cloned());
        }
        let mut followers: Vec<Vec<Diagnostic>> = vec![Vec::new(); causes.len()];
        let mut said = Vec::new();
        for lack in lacks {
            match lack.lack().and_then(|lack| known.get(lack)) {
                Some(index) => followers[*index].push(lack),
                None => said.push(lack),
            }
        }
        self.explained.extend(known.into_keys());
        let joined = causes.into_iter().zip(followers);
        said.extend(joined.map(|(cause, followers)| join(cause, &followers)));
        said
    }
}

impl Lack {
    /// Returns the lack of this key, and that of anything at all.
    fn forms(&self) -> [Self; 2] {
        let any = Self {
            key: "".into(),
            ..self.clone()
        };
        [self.clone(), any]
    }
}

/// Makes one of a cause and what follows from it. Warnings follow in silence; an error makes the
/// cause one.
fn join(cause: Diagnostic, followers: &[Diagnostic]) -> Diagnostic {
    let errors: Vec<_> = followers.iter().filter(|it| it.is_error()).collect();
    let Some(first) = errors.first() else {
        return cause;
    };
    let lost: Vec<_> = errors
        .iter()
        .filter(|it| it.code == Code::UnresolvedReference)
        .collect();
    let message = match lost.len() {
        0 => first.message.clone(),
        1 => format!("{}, so a reference leads nowhere", cause.message),
        count => format!("{}, so {count} references lead nowhere", cause.message),
    };
    let shown = lost.iter().filter_map(|it| it.place()).take(MAX_SHOWN);
    let shown = shown.map(|span| Label {
        span,
        text: "leads nowhere".to_owned(),
        primary: false,
    });
    let code = lost.first().map_or(first.code, |it| it.code);
    Diagnostic {
        labels: cause.labels.into_iter().chain(shown).collect(),
        more: lost.len().saturating_sub(MAX_SHOWN),
        help: cause.help,
        ..Diagnostic::new(code, message)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Diagnostics, Severity};
    use super::*;
    use crate::source::Sources;

    fn span(place: u32) -> Span {
        Span::new(Sources::default().add("a.yaml", ""), place, place)
    }

    fn cause(key: &str) -> Diagnostic {
        Diagnostic::new(Code::UnknownKey, "`x` is no key")
            .label(span(5), "ignored")
            .help("write it right")
            .explains(span(1), key)
    }

    fn lack(code: Code, place: u32, key: &str) -> Diagnostic {
        Diagnostic::new(code, "it is missing")
            .label(span(place), "in here")
            .because_of(span(1), key)
    }

    fn said(all: Vec<Diagnostic>) -> Vec<String> {
        let mut diagnostics = Diagnostics::default();
        diagnostics.hold();
        for it in all {
            diagnostics.add(it);
        }
        diagnostics.settle();
        let line =
            |it: &Diagnostic| format!("{} {} +{}", it.code.id(), it.message, it.labels.len());
        diagnostics.iter().map(line).collect()
    }

    #[test]
    fn one_cause_one_message() {
        let reference = |place| lack(Code::UnresolvedReference, place, "a");
        for (all, expect) in [
            (vec![cause("a")], "W0301 `x` is no key +1"),
            (
                vec![lack(Code::NoSuccess, 9, "a"), cause("a")],
                "W0301 `x` is no key +1",
            ),
            (
                vec![lack(Code::EmptyValue, 9, ""), cause("a")],
                "W0301 `x` is no key +1",
            ),
            (
                vec![cause("a"), lack(Code::MissingKey, 9, "a")],
                "E0303 it is missing +1",
            ),
            (
                vec![reference(6), cause("a")],
                "E0201 `x` is no key, so a reference leads nowhere +2",
            ),
            (
                vec![reference(6), cause("a"), reference(7)],
                "E0201 `x` is no key, so 2 references lead nowhere +3",
            ),
            (
                vec![cause("b"), lack(Code::MissingKey, 9, "a")],
                "W0301 `x` is no key +1 E0303 it is missing +1",
            ),
        ] {
            assert_eq!(said(all).join(" "), expect);
        }
    }

    #[test]
    fn what_is_said_later_is_compared() {
        let mut diagnostics = Diagnostics::default();
        diagnostics.hold();
        diagnostics.add(cause("a"));
        diagnostics.settle();
        diagnostics.add(lack(Code::NoSuccess, 9, "a"));
        diagnostics.add(lack(Code::NoSuccess, 9, "b"));
        assert_eq!(diagnostics.count(Severity::Warning), 2);
    }
}
