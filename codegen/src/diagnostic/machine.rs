//! Diagnostics for other programs: everything that is rendered, as data.
//!
//! Diagnostics and texts go in, values that become JSON come out. The names of the fields are part of
//! the contract that `docs/report.md` describes.

use serde::Serialize;

use super::render::{Format, render_one};
use super::{Diagnostic, Diagnostics, Label, Severity};
use crate::source::{Sources, Span};

/// One thing to say. What has no code has no place in the table, as in a folder that cannot be
/// written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[expect(clippy::struct_field_names, reason = "the names are those of the JSON")]
pub(crate) struct Message {
    /// As in `E0201`.
    pub(crate) code: Option<&'static str>,
    /// As in `error`.
    pub(crate) severity: &'static str,
    pub(crate) message: String,
    pub(crate) labels: Vec<Place>,
    /// How many places are counted and not listed.
    pub(crate) more: usize,
    pub(crate) help: Option<String>,
    /// As people see it, without colours.
    pub(crate) rendered: String,
}

/// A label with all that editors ask for. Lines and columns count from 1, columns in characters,
/// bytes from 0; ends are behind the last character.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Place {
    pub(crate) file: String,
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) end_line: usize,
    pub(crate) end_column: usize,
    pub(crate) byte_start: u32,
    pub(crate) byte_end: u32,
    pub(crate) text: String,
    pub(crate) primary: bool,
}

/// Returns all diagnostics in document order, and a word on those that were not kept.
pub(crate) fn messages(diagnostics: &Diagnostics, sources: &Sources) -> Vec<Message> {
    let mut messages: Vec<_> = diagnostics
        .iter()
        .map(|diagnostic| message(diagnostic, sources))
        .collect();
    for severity in [Severity::Error, Severity::Warning] {
        let omitted = diagnostics.omitted(severity);
        if omitted > 0 {
            let text = format!("and {omitted} more like these, not shown");
            messages.push(Message::bare(severity.as_str(), text));
        }
    }
    messages
}

fn message(diagnostic: &Diagnostic, sources: &Sources) -> Message {
    let places = diagnostic.labels.iter();
    Message {
        code: Some(diagnostic.code.id()),
        severity: diagnostic.severity().as_str(),
        message: diagnostic.message.clone(),
        labels: places.map(|label| place(label, sources)).collect(),
        more: diagnostic.more,
        help: diagnostic.help.clone(),
        rendered: render_one(diagnostic, sources, Format::Plain),
    }
}

fn place(label: &Label, sources: &Sources) -> Place {
    let span = label.span;
    let (line, column) = sources.line_column(span);
    let (end_line, end_column) =
        sources.line_column(Span::new(span.file(), span.end(), span.end()));
    Place {
        file: sources.display(span.file()).to_owned(),
        line,
        column,
        end_line,
        end_column,
        byte_start: span.start(),
        byte_end: span.end(),
        text: label.text.clone(),
        primary: label.primary,
    }
}

impl Message {
    /// Returns the message as JSON in one line.
    pub(crate) fn to_json(&self) -> String {
        serde_json::to_string(self).expect("plain data")
    }

    /// Returns what has neither code nor place.
    pub(crate) fn bare(severity: &'static str, text: impl Into<String>) -> Self {
        let message = text.into();
        Self {
            code: None,
            severity,
            rendered: format!("{severity}: {message}"),
            message,
            labels: Vec::new(),
            more: 0,
            help: None,
        }
    }

    /// Adds the way out.
    #[must_use]
    pub(crate) fn help(mut self, help: &str) -> Self {
        self.rendered = format!("{}\n  help: {help}", self.rendered);
        self.help = Some(help.to_owned());
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;

    #[test]
    fn places_have_both_ends() {
        let mut sources = Sources::default();
        let file = sources.add("a.yaml", "é: 1\nb: [2,\n3]\n");
        let mut diagnostics = Diagnostics::default();
        let diagnostic = Diagnostic::new(Code::WrongKind, "wrong")
            .label(Span::new(file, 9, 15), "here")
            .secondary(Span::new(file, 0, 2), "")
            .help("mend it");
        diagnostics.add(diagnostic.more(2));
        let [message] = messages(&diagnostics, &sources).try_into().unwrap();
        assert_eq!((message.code, message.severity), (Some("E0302"), "error"));
        assert_eq!(
            (message.more, message.help.as_deref()),
            (2, Some("mend it"))
        );
        assert!(message.rendered.starts_with("error[E0302]: wrong\n"));
        let places = message.labels.iter().map(|at| {
            let ends = (at.line, at.column, at.end_line, at.end_column);
            (ends, (at.byte_start, at.byte_end), at.primary)
        });
        let expect = [((2, 4, 3, 3), (9, 15), true), ((1, 1, 1, 2), (0, 2), false)];
        assert!(places.eq(expect));
    }

    #[test]
    fn what_was_not_kept_is_counted() {
        let mut diagnostics = Diagnostics::default();
        for count in 0..=crate::diagnostic::accumulator::MAX_KEPT {
            diagnostics.add(Diagnostic::new(Code::WrongKind, count.to_string()));
        }
        let messages = messages(&diagnostics, &Sources::default());
        let last = messages.last().unwrap();
        assert_eq!(last.rendered, "error: and 1 more like these, not shown");
    }
}
