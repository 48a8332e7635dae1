//! One diagnostic: a code, a sentence, places in the description, and a way out.

use super::{Code, Lack, Severity};
use crate::source::Span;

/// One thing to say to the user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Diagnostic {
    pub(crate) code: Code,
    /// What is wrong, as in ``the reference `#/components/schemas/Pat` leads nowhere``. One line.
    pub(crate) message: String,
    /// The places, in the order of adding.
    pub(crate) labels: Vec<Label>,
    /// How many places of the same kind have no label.
    pub(crate) more: usize,
    /// What to do about it, as in ``did you mean `Pet`?``.
    pub(crate) help: Option<String>,
    /// What to say where there are several, as in `requests that should have no body have one`.
    /// Equal ones become one diagnostic.
    pub(crate) several: Option<&'static str>,
    /// What ties it to others, where something does. Apart, because errors are returned by value.
    pub(super) ties: Option<Box<Ties>>,
}

/// What ties a diagnostic to others.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Ties {
    /// What tells those apart that share the words of `several` and still have different causes.
    pub(crate) cause: Option<Box<str>>,
    /// What it follows from, if a key that an object should have stands elsewhere or is misspelt.
    pub(crate) lack: Option<Lack>,
    /// What follows from it: it says where a key is meant to be.
    pub(crate) explains: Option<Lack>,
}

/// A place, and what is to be seen there in a few words (or none).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Label {
    pub(crate) span: Span,
    pub(crate) text: String,
    /// Whether this is where the fault is, rather than something that explains it.
    pub(crate) primary: bool,
}

impl Diagnostic {
    pub(crate) fn new(code: Code, message: impl Into<String>) -> Self {
        let message = one_line(message.into(), MAX_MESSAGE);
        Self {
            code,
            message,
            labels: Vec::new(),
            more: 0,
            help: None,
            several: None,
            ties: None,
        }
    }

    /// Adds a place where the fault is.
    #[must_use]
    pub(crate) fn label(self, span: Span, text: impl Into<String>) -> Self {
        self.with(span, text.into(), true)
    }

    /// Adds a place that explains the fault.
    #[must_use]
    pub(crate) fn secondary(self, span: Span, text: impl Into<String>) -> Self {
        self.with(span, text.into(), false)
    }

    /// Sets the way out.
    #[must_use]
    pub(crate) fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(one_line(text.into(), MAX_MESSAGE));
        self
    }

    /// Lets several diagnostics of this kind become one, which says their number and these words.
    #[must_use]
    pub(crate) fn several(mut self, words: &'static str) -> Self {
        self.several = Some(words);
        self
    }

    /// Keeps diagnostics of this kind apart from those of another cause.
    #[must_use]
    pub(crate) fn cause(mut self, cause: impl Into<String>) -> Self {
        self.ties_mut().cause = Some(one_line(cause.into(), MAX_MESSAGE).into());
        self
    }

    /// Lets it go without a word where something explains why the object has no such key.
    #[must_use]
    pub(crate) fn because_of(mut self, owner: Span, key: impl Into<Box<str>>) -> Self {
        let key = key.into();
        self.ties_mut().lack = Some(Lack { owner, key });
        self
    }

    /// Lets it explain why an object has no such key.
    #[must_use]
    pub(crate) fn explains(mut self, owner: Span, key: impl Into<Box<str>>) -> Self {
        let key = key.into();
        self.ties_mut().explains = Some(Lack { owner, key });
        self
    }

    /// Adds places that are counted and not shown.
    #[must_use]
    pub(crate) fn more(mut self, places: usize) -> Self {
        self.more += places;
        self
    }

    /// Returns what ties it to others.
    pub(crate) fn ties(&self) -> Option<&Ties> {
        self.ties.as_deref()
    }

    fn ties_mut(&mut self) -> &mut Ties {
        self.ties.get_or_insert_default()
    }

    /// Returns what it follows from.
    pub(crate) fn lack(&self) -> Option<&Lack> {
        self.ties()?.lack.as_ref()
    }

    /// Returns what follows from it.
    pub(crate) fn explained(&self) -> Option<&Lack> {
        self.ties()?.explains.as_ref()
    }

    pub(crate) fn severity(&self) -> Severity {
        self.code.severity()
    }

    pub(crate) fn is_error(&self) -> bool {
        self.severity() == Severity::Error
    }

    /// Returns the place to show first: the first fault, else the first place at all.
    pub(crate) fn place(&self) -> Option<Span> {
        let fault = self.labels.iter().find(|label| label.primary);
        fault.or(self.labels.first()).map(|label| label.span)
    }

    fn with(mut self, span: Span, text: String, primary: bool) -> Self {
        let text = one_line(text, MAX_LABEL);
        self.labels.push(Label {
            span,
            text,
            primary,
        });
        self
    }
}

/// So many characters of a message, and so many of a label, are kept: names in them come from the
/// description and can have any length.
const MAX_MESSAGE: usize = 500;
const MAX_LABEL: usize = 120;

/// Returns the text as one line without control characters, which could steer a terminal or forge a
/// line of a log, and with dots in place of what is too much.
fn one_line(text: String, limit: usize) -> String {
    let hidden = |c: char| c.is_control() || is_bidirectional(c);
    if text.len() <= limit && !text.contains(hidden) {
        return text;
    }
    let shown = |c| {
        if hidden(c) {
            char::REPLACEMENT_CHARACTER
        } else {
            c
        }
    };
    let mut line: String = text.chars().take(limit).map(shown).collect();
    if text.chars().nth(limit).is_some() {
        line.push_str("...");
    }
    line
}

/// Returns whether the character reorders the text around it on screen.
fn is_bidirectional(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    #[test]
    fn texts_are_one_line_and_bounded() {
        for (text, expect) in [
            ("plain", "plain".to_owned()),
            (
                "a\nb\u{1b}[31m\u{202e}",
                "a\u{fffd}b\u{fffd}[31m\u{fffd}".to_owned(),
            ),
            (&"é".repeat(500), "é".repeat(500)),
            (&"é".repeat(501), "é".repeat(500) + "..."),
        ] {
            assert_eq!(Diagnostic::new(Code::InvalidJson, text).message, expect);
        }
    }

    #[test]
    fn the_first_fault_is_the_place() {
        let file = Sources::default().add("a.yaml", "");
        let (first, second) = (Span::new(file, 1, 2), Span::new(file, 3, 4));
        let bare = Diagnostic::new(Code::DuplicateKey, "");
        let explained = bare.clone().secondary(first, "");
        assert_eq!(bare.place(), None);
        assert_eq!(explained.place(), Some(first));
        assert_eq!(explained.label(second, "").place(), Some(second));
    }
}
