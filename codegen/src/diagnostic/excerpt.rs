//! Which lines of a text to show for the labels of a diagnostic.
//!
//! Labels go in, short pieces of text with ranges to underline come out, so that rendering costs the
//! same in a line of 40 bytes and in one of 40 megabytes. Drawing them is the renderer's work.

use std::ops::Range;

use super::Label;
use crate::source::{Sources, Span, floor_boundary};

/// Some lines of a text with the labels in them.
#[derive(Debug)]
pub(super) struct Excerpt<'a> {
    pub(super) text: String,
    /// The number of the first line, from 1.
    pub(super) first_line: usize,
    /// Whether the line is too long to be shown whole, so that its columns are not the text's.
    pub(super) cut: bool,
    /// The label to name in the head.
    pub(super) place: Span,
    pub(super) marks: Vec<Mark<'a>>,
}

/// A label and its range in the excerpt.
#[derive(Debug)]
pub(super) struct Mark<'a> {
    pub(super) label: &'a Label,
    pub(super) range: Range<usize>,
}

/// The line a label stands in, or what is shown of it.
#[derive(Debug)]
struct Window<'a> {
    label: &'a Label,
    /// In the text, without the line break.
    range: Range<usize>,
    cut_before: bool,
    cut_after: bool,
}

/// So many bytes before and after the start of a label are shown of a long line.
const REACH: usize = 2_000;

/// Labels that stand together within so many bytes are shown in one piece.
const TOGETHER: usize = 8_000;

/// Returns the excerpts in the order of the labels; labels that stand near each other share one.
pub(super) fn excerpts<'a>(labels: &[&'a Label], sources: &Sources) -> Vec<Excerpt<'a>> {
    let mut groups: Vec<Vec<Window<'a>>> = Vec::new();
    for label in labels {
        let window = window(label, sources.text(label.span.file()));
        match groups
            .iter_mut()
            .find(|group| group.iter().all(|other| near(other, &window)))
        {
            Some(group) => group.push(window),
            None => groups.push(vec![window]),
        }
    }
    groups
        .into_iter()
        .map(|group| excerpt(group, sources))
        .collect()
}

fn window<'a>(label: &'a Label, text: &str) -> Window<'a> {
    let start = floor_boundary(text, label.span.start() as usize);
    let first = floor_boundary(text, start.saturating_sub(REACH));
    let last = floor_boundary(text, start.saturating_add(REACH));
    let line_start = text[first..start].rfind('\n').map(|at| first + at + 1);
    let line_end = text[start..last].find('\n').map(|at| start + at);
    let range = line_start.unwrap_or(first)..line_end.unwrap_or(last);
    Window {
        label,
        cut_before: line_start.is_none() && first > 0 && !text[..first].ends_with('\n'),
        cut_after: line_end.is_none() && last < text.len(),
        range,
    }
}

fn near(a: &Window<'_>, b: &Window<'_>) -> bool {
    let whole = |window: &Window<'_>| !window.cut_before && !window.cut_after;
    let reach = a.range.end.max(b.range.end) - a.range.start.min(b.range.start);
    a.label.span.file() == b.label.span.file() && whole(a) && whole(b) && reach <= TOGETHER
}

fn excerpt<'a>(windows: Vec<Window<'a>>, sources: &Sources) -> Excerpt<'a> {
    let place = windows[0].label.span;
    let text = sources.text(place.file());
    let start = windows
        .iter()
        .map(|window| window.range.start)
        .min()
        .unwrap_or(0);
    let end = windows
        .iter()
        .map(|window| window.range.end)
        .max()
        .unwrap_or(start);
    let dots = |cut| if cut { "..." } else { "" };
    let (before, after) = (dots(windows[0].cut_before), dots(windows[0].cut_after));
    let cut = !before.is_empty() || !after.is_empty();
    let (first_line, _) = sources.line_column(Span::from_range(place.file(), start..start));
    let marks = windows
        .into_iter()
        .map(|window| mark(&window, text, start, before.len()));
    let marks = marks.collect();
    let text = format!("{before}{}{after}", text[start..end].trim_end_matches('\r'));
    Excerpt {
        text,
        first_line,
        cut,
        place,
        marks,
    }
}

/// Places a label in an excerpt that begins at `start` with `shift` bytes of dots. Of a label over
/// several lines, the first is underlined.
fn mark<'a>(window: &Window<'a>, text: &str, start: usize, shift: usize) -> Mark<'a> {
    let line = text[window.range.clone()].trim_end_matches('\r');
    let line_end = window.range.start + line.len();
    let from = floor_boundary(text, window.label.span.start() as usize).min(line_end);
    let to = floor_boundary(text, window.label.span.end() as usize).clamp(from, line_end);
    Mark {
        label: window.label,
        range: from - start + shift..to - start + shift,
    }
}
