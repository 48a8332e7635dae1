//! Diagnostics as text: with the source line underlined, or one line each.
//!
//! Diagnostics and texts go in, a string comes out. Printing it is the command line's work.

use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level, Origin, Padding, Renderer, Snippet,
};

use super::excerpt::{Excerpt, excerpts};
use super::{Diagnostic, Diagnostics, Severity};
use crate::source::Sources;

/// How diagnostics look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// With source lines, for logs and tests.
    Plain,
    /// With source lines, for a terminal that knows colours.
    Coloured,
    /// One line each, as in `openapi.yaml:12:7: error[E0201]: message`.
    Short,
}

/// Returns all diagnostics in document order, with source lines, without colours.
#[cfg(test)]
pub(crate) fn render(diagnostics: &Diagnostics, sources: &Sources) -> String {
    render_as(diagnostics, sources, Format::Plain)
}

/// Returns all diagnostics in document order.
pub(crate) fn render_as(diagnostics: &Diagnostics, sources: &Sources, format: Format) -> String {
    let mut text = String::new();
    for diagnostic in diagnostics.iter() {
        text.push_str(&render_one(diagnostic, sources, format));
        text.push_str(if format == Format::Short {
            "\n"
        } else {
            "\n\n"
        });
    }
    for severity in [Severity::Error, Severity::Warning] {
        let omitted = diagnostics.omitted(severity);
        if omitted > 0 {
            let severity = severity.as_str();
            let rest = format!("{severity}: and {omitted} more like these, not shown\n");
            text.push_str(&rest);
        }
    }
    text
}

/// Returns one diagnostic, without a line break at its end.
pub(super) fn render_one(diagnostic: &Diagnostic, sources: &Sources, format: Format) -> String {
    match format {
        Format::Plain => graphic(&Renderer::plain(), diagnostic, sources),
        Format::Coloured => graphic(&Renderer::styled(), diagnostic, sources),
        Format::Short => short(diagnostic, sources),
    }
}

/// So many places are shown; of the rest only the number.
const MAX_PLACES: usize = 6;

fn short(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let (severity, id) = (diagnostic.severity().as_str(), diagnostic.code.id());
    let message = &diagnostic.message;
    match diagnostic.place() {
        Some(span) => format!("{}: {severity}[{id}]: {message}", sources.place(span)),
        None => format!("{severity}[{id}]: {message}"),
    }
}

fn graphic(renderer: &Renderer, diagnostic: &Diagnostic, sources: &Sources) -> String {
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let (shown, hidden) = shown_labels(diagnostic);
    let title = level.clone().primary_title(diagnostic.message.as_str());
    let mut group = Group::with_title(title.id(diagnostic.code.id()));
    let mut groups = Vec::new();
    for excerpt in excerpts(&shown, sources) {
        if excerpt.cut {
            groups.push(group.element(head(&excerpt, sources)));
            group = Group::with_level(level.clone()).element(snippet(excerpt));
        } else {
            let path = sources.display(excerpt.place.file());
            group = group.element(snippet(excerpt).path(path));
        }
    }
    if let Some(note) = more_places(hidden + diagnostic.more) {
        group = group.element(Level::NOTE.message(note));
    }
    if let Some(help) = &diagnostic.help {
        if !groups.is_empty() {
            group = group.element(Padding);
        }
        group = group.element(Level::HELP.message(help.as_str()));
    }
    groups.push(group);
    without_repeats(&renderer.render(&groups))
}

/// Drops lines that are like the one before: the renderer ends each group with an empty margin and
/// begins the next one with another.
fn without_repeats(text: &str) -> String {
    let mut lines: Vec<&str> = text.split('\n').collect();
    lines.dedup();
    lines.join("\n")
}

fn more_places(count: usize) -> Option<String> {
    match count {
        0 => None,
        1 => Some("and 1 more place".to_owned()),
        count => Some(format!("and {count} more places")),
    }
}

/// Returns the labels to show, faults first, and how many are left.
fn shown_labels(diagnostic: &Diagnostic) -> (Vec<&super::Label>, usize) {
    let mut labels: Vec<_> = diagnostic.labels.iter().collect();
    labels.sort_by_key(|label| !label.primary);
    labels.truncate(MAX_PLACES);
    let hidden = diagnostic.labels.len() - labels.len();
    (labels, hidden)
}

/// Returns the line `--> file:line:column`. The renderer makes it by itself where it is given the
/// path with whole lines.
fn head(excerpt: &Excerpt<'_>, sources: &Sources) -> Origin<'static> {
    let (line, column) = sources.line_column(excerpt.place);
    let path = sources.display(excerpt.place.file()).to_owned();
    Origin::path(path).line(line).char_column(column)
}

/// Returns the lines of an excerpt, underlined.
fn snippet(excerpt: Excerpt<'_>) -> Snippet<'_, Annotation<'_>> {
    let marks = excerpt.marks.into_iter().map(|mark| {
        let kind = if mark.label.primary {
            AnnotationKind::Primary
        } else {
            AnnotationKind::Context
        };
        let text = Some(mark.label.text.as_str()).filter(|text| !text.is_empty());
        kind.span(mark.range).label(text)
    });
    Snippet::source(excerpt.text)
        .line_start(excerpt.first_line)
        .annotations(marks)
}

#[cfg(test)]
mod tests;
