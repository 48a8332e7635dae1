//! What is said of text that is not YAML, or not a description's YAML.

use std::ops::Range;

use granit_parser::ErrorKind;

use super::habit::{self, Habit};
use super::{Code, Diagnostic, Exceeded, Reader, ScanError};
use crate::source::{Span, floor_boundary};

pub(super) fn useless_merge(value: Span) -> Diagnostic {
    Diagnostic::new(Code::BadMergeKey, "a merge key without an object")
        .label(value, "this has no entries to take over")
        .help("quote the key, if `<<` is meant as a text")
}

impl Reader<'_> {
    pub(super) fn syntax_error(&self, error: &ScanError) -> Diagnostic {
        let at = self.error_place(error);
        if matches!(error.kind(), ErrorKind::RecursionLimitExceeded) {
            return self.exceeded(Exceeded::Depth, self.character(at));
        }
        let place = self.span(self.character(at));
        let Some(habit) = Habit::behind(error.kind()) else {
            let message = format!("invalid YAML: {}", error.kind());
            return Diagnostic::new(Code::InvalidYaml, message).label(place, "found here");
        };
        let message = format!("invalid YAML: {}", habit.message);
        let diagnostic = Diagnostic::new(Code::InvalidYaml, message)
            .label(place, habit.label)
            .help(habit.help);
        match self.builder.innermost_start() {
            Some(start) if habit::is_unfinished(error.kind()) => {
                diagnostic.secondary(self.span(start..start + 1), "opened here")
            }
            _ => diagnostic,
        }
    }

    pub(super) fn second_document(&self, place: Range<usize>) -> Diagnostic {
        let message = "the file has more than one YAML document";
        Diagnostic::new(Code::SeveralDocuments, message)
            .label(self.span(place), "the second one begins here")
            .help("remove this line, or move what follows into a file of its own")
    }

    pub(super) fn unsupported_key(&self, place: Range<usize>) -> Diagnostic {
        let braces = self
            .source
            .get(place.clone())
            .is_some_and(|text| text.starts_with('{'));
        let help = if braces {
            "quote it, if it is a text such as `\"{id}\"`"
        } else {
            "use a text"
        };
        let place = place.start..place.end.max(self.character(place.start).end);
        Diagnostic::new(Code::UnsupportedKey, "a key that is not a scalar")
            .label(self.span(place), "this is an object or array")
            .help(help)
    }

    pub(super) fn unknown_alias(&self, name: &str, place: Range<usize>) -> Diagnostic {
        let message = format!("the alias `*{name}` leads nowhere");
        Diagnostic::new(Code::BadAlias, message)
            .label(self.span(place), format!("no `&{name}` before this place"))
            .help(format!(
                "mark a value with `&{name}`, or quote a text that begins with `*`"
            ))
    }

    pub(super) fn endless_alias(&self, place: Range<usize>) -> Diagnostic {
        let message = "an alias within the value it stands for";
        Diagnostic::new(Code::BadAlias, message)
            .label(self.span(place), "this would have no end")
            .help("use `$ref` for a schema that contains itself")
    }

    pub(super) fn exceeded(&self, exceeded: Exceeded, place: Range<usize>) -> Diagnostic {
        exceeded.diagnostic(self.span(place))
    }

    fn error_place(&self, error: &ScanError) -> usize {
        let at = error.marker().byte_offset().unwrap_or_default();
        let at = floor_boundary(self.source, at);
        // Of a tab in the wrong place, the parser names the place behind it.
        let behind_tab = habit::is_tab(error.kind()) && self.source[..at].ends_with('\t');
        if behind_tab { at - 1 } else { at }
    }

    /// Returns the range of the character at a place; an empty one at the end of the text.
    fn character(&self, at: usize) -> Range<usize> {
        let length = self.source[at..].chars().next().map_or(0, char::len_utf8);
        at..at + length
    }
}
