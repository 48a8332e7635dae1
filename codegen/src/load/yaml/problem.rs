//! What is said of text that is not YAML, or not a description's YAML.

use std::ops::Range;

use granit_parser::ErrorKind;

use super::cause;
use super::habit::{self, Habit};
use super::{Code, Diagnostic, Exceeded, Reader, ScanError};
use crate::source::{Span, floor_boundary};

pub(super) fn useless_merge(value: Span) -> Diagnostic {
    Diagnostic::new(Code::BadMergeKey, "a merge key without an object")
        .label(value, "this has no entries to take over")
        .help("quote the key, if `<<` is meant as a text")
}

/// Returns how to write a line that lacks its `: `.
fn with_colon(line: &str) -> String {
    let shown: String = line.chars().take(MAX_SHOWN).collect();
    if let Some((key, value)) = shown.split_once(':') {
        return format!("write a blank behind the `:`, as in `{key}: {value}`");
    }
    match shown.split_once(' ') {
        Some((key, value)) => format!("write `{key}: {value}`, if `{key}` is a key"),
        None => format!("write `{shown}:`, if it is a key"),
    }
}

/// So many characters of a line are shown.
const MAX_SHOWN: usize = 60;

impl Reader<'_> {
    pub(super) fn syntax_error(&self, error: &ScanError) -> Diagnostic {
        let at = self.error_place(error);
        if matches!(error.kind(), ErrorKind::RecursionLimitExceeded) {
            return self.exceeded(Exceeded::Depth, self.character(at));
        }
        if let Some(diagnostic) = self.cause(error.kind(), at) {
            return diagnostic;
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

    /// Returns what to say where the mistake was made before the place at which it was met.
    fn cause(&self, kind: &ErrorKind, at: usize) -> Option<Diagnostic> {
        // The parser takes a first line behind a tab for a value, and names the next one.
        let first = self.source.len() - self.source.trim_start_matches([' ', '\n', '\r']).len();
        if self.source[first..].starts_with('\t') {
            let habit = Habit::behind(&ErrorKind::TabInIndentation)?;
            let message = format!("invalid YAML: {}", habit.message);
            let diagnostic = Diagnostic::new(Code::InvalidYaml, message)
                .label(self.span(first..first + 1), habit.label)
                .help(habit.help);
            return Some(diagnostic);
        }
        if let Some(quote) = cause::quote_left_open(self.source, at) {
            let message = "invalid YAML: a text in quotes without an end";
            let diagnostic = Diagnostic::new(Code::InvalidYaml, message)
                .label(self.span(quote.open), "opened here")
                .secondary(self.span(quote.close), "closed by the next quote only")
                .help("close the text with the quote it begins with");
            return Some(diagnostic);
        }
        if !matches!(kind, ErrorKind::MappingValueNotAllowed) {
            return None;
        }
        let line = cause::line_without_colon(self.source, at)?;
        let diagnostic = Diagnostic::new(Code::InvalidYaml, "invalid YAML: a line without `: `")
            .label(self.span(line.clone()), "expected a key, `:` and a blank")
            .secondary(self.span(self.character(at)), "so that this key cannot be")
            .help(with_colon(&self.source[line]));
        Some(diagnostic)
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
        if !habit::is_tab(error.kind()) {
            return at;
        }
        if self.source[..at].ends_with('\t') {
            return at - 1;
        }
        // Or the start of the text before it.
        let ahead = self.source[at..].find('\t').unwrap_or(0);
        at + ahead
    }

    /// Returns the range of the character at a place; an empty one at the end of the text.
    fn character(&self, at: usize) -> Range<usize> {
        let length = self.source[at..].chars().next().map_or(0, char::len_utf8);
        at..at + length
    }
}
