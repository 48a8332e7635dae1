//! What is said of overlays, and where.

use crate::diagnostic::{Code, Diagnostic};
use crate::load::draft::Class;
use crate::load::jsonpath::{Fault, Missing};
use crate::load::tree::{Kind, Node};
use crate::source::{Sources, Span};

/// Returns where to point for a value: of an object or list, its first character.
pub(super) fn point(node: Node<'_>) -> Span {
    let span = node.span();
    match node.kind() {
        Kind::Array | Kind::Object => Span::new(span.file(), span.start(), span.start() + 1),
        Kind::Null | Kind::Bool(_) | Kind::Number(_) | Kind::String(_) => span,
    }
}

/// Says that a value of an overlay is of the wrong kind.
pub(super) fn misfit(what: &str, expected: &str, node: Node<'_>) -> Diagnostic {
    let found = match node.kind() {
        Kind::Null => "`null`",
        Kind::Bool(_) => "a flag",
        Kind::Number(_) => "a number",
        Kind::String(_) => "a text",
        Kind::Array => "a list",
        Kind::Object => "an object",
    };
    Diagnostic::new(Code::InvalidOverlay, format!("{what} must be {expected}"))
        .label(point(node), format!("this is {found}"))
}

/// Says what is wrong with a query, as exactly as its text stands in the file.
pub(super) fn bad_query(fault: &Fault, query: Node<'_>, sources: &Sources) -> Diagnostic {
    let (span, text) = (query.span(), query.text().unwrap_or_default());
    let written = sources
        .text(span.file())
        .get(span.start() as usize..span.end() as usize)
        .unwrap_or_default();
    let place = written.find(text).map_or(span, |at| {
        let start = span.start() as usize + at;
        let range = start + fault.place.start..start + fault.place.end;
        Span::from_range(span.file(), range)
    });
    let message = "this is no JSONPath query (RFC 9535)";
    let diagnostic = Diagnostic::new(Code::InvalidQuery, message).label(place, &*fault.what);
    match &fault.help {
        Some(help) => diagnostic.help(help),
        None => diagnostic,
    }
}

/// Says that a query selects nothing, and which step of it is the first to do so.
pub(super) fn unmatched(query: Node<'_>, missing: &Missing) -> Diagnostic {
    let text = query.text().unwrap_or_default();
    let label = match &missing.name {
        Some(name) => format!("no `{name}` there"),
        None => "selects nothing".to_owned(),
    };
    let diagnostic = Diagnostic::new(Code::UnmatchedAction, format!("`{text}` selects nothing"))
        .label(query.span(), label);
    match (&missing.nearest, &missing.name) {
        (Some(nearest), _) => diagnostic.help(format!("did you mean `{nearest}`?")),
        (None, _) => diagnostic.help(
            "correct it to what the description says now; `$ref`s are not followed, and only the \
             first file is looked at",
        ),
    }
}

/// Says that a query asks for more work than there is time for.
pub(super) fn exhausted(query: Node<'_>) -> Diagnostic {
    let message = "the queries of the overlays need too many steps";
    Diagnostic::new(Code::OverlayLimit, message)
        .label(query.span(), "too much in the end")
        .help("name the keys on the way instead of `..`, above all within filters")
}

/// Says that an action makes too much of the description.
pub(super) fn full(target: Node<'_>) -> Diagnostic {
    let message = "the overlays make too much of the description";
    Diagnostic::new(Code::OverlayLimit, message)
        .label(target.span(), "too much in the end")
        .help("merge less, or put it in the description itself")
}

/// Returns what a value is, for people.
pub(super) fn name(class: Class) -> &'static str {
    match class {
        Class::Object => "an object",
        Class::Array => "a list",
        Class::Scalar => "a single value",
    }
}
