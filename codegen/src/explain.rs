//! What one node of a description became at every stage: the debugger and the teaching tool.
//!
//! A JSON pointer goes in, a text with a section for each stage comes out.

use std::fmt::Write as _;
use std::path::Path;

use crate::api::dump_at;
use crate::diagnostic::{Code, Failed};
use crate::load::load;
use crate::pipeline::{Outcome, Session};
use crate::print::FileSet;
use crate::source::{Pointer, Span};

/// So many lines of the source are shown.
const SOURCE_LINES: usize = 40;

/// Returns what a diagnostic's code means, as in `E0201`, in any capitals.
pub fn explain_code(code: &str) -> Option<String> {
    let code = Code::parse(code)?;
    Some(format!(
        "{}: {}\n\n{}",
        code.id(),
        code.title(),
        code.explanation()
    ))
}

/// Returns the node's source, its form in the API model and the Rust that came of it.
///
/// Where the node itself has no form of its own at a stage, the nearest node around it has. Fails
/// where the pointer leads nowhere, with a diagnostic in the session.
pub(crate) fn explain(
    pointer: &Pointer,
    description: &Path,
    outcome: &Outcome,
    session: &mut Session,
) -> Result<String, Failed> {
    let forest = load(
        description,
        &session.allowances,
        &mut session.sources,
        &mut session.diagnostics,
    )?;
    let node = forest.root();
    let found = pointer
        .tokens()
        .try_fold(node, |node, token| node.step(&token))
        .ok_or(Failed)?;
    let span = found
        .key_span()
        .map_or(found.span(), |key| key.to(found.span()));
    let mut text = String::new();
    section(&mut text, "source", &session.sources.place(span));
    text.push_str(&source_lines(session, span));
    api_section(&mut text, pointer, outcome);
    rust_section(&mut text, pointer, &outcome.files);
    Ok(text)
}

fn section(text: &mut String, stage: &str, subject: &str) {
    let gap = if text.is_empty() { "" } else { "\n" };
    let _ = writeln!(text, "{gap}== {stage}: {subject}\n");
}

fn source_lines(session: &Session, span: Span) -> String {
    let whole = session.sources.text(span.file());
    let start = whole[..span.start() as usize]
        .rfind('\n')
        .map_or(0, |at| at + 1);
    let end = span.end() as usize;
    // An object of YAML ends with its last value; what closes it may stand behind that.
    let end = whole[end..].find('\n').map_or(whole.len(), |at| end + at);
    let lines = whole[start..end].lines();
    let mut shown: String = lines
        .clone()
        .take(SOURCE_LINES)
        .flat_map(|line| [line, "\n"])
        .collect();
    let rest = lines.count().saturating_sub(SOURCE_LINES);
    if rest > 0 {
        let _ = writeln!(shown, "... and {rest} more lines");
    }
    shown
}

/// The pointer and those of the nodes around it, inside out.
fn outward(pointer: &Pointer) -> impl Iterator<Item = Pointer> {
    std::iter::successors(Some(pointer.clone()), Pointer::parent)
}

fn api_section(text: &mut String, pointer: &Pointer, outcome: &Outcome) {
    let found = outward(pointer).find_map(|at| dump_at(&outcome.api, &at).map(|dump| (at, dump)));
    match found {
        Some((at, dump)) => {
            section(text, "api", &at.to_string());
            text.push_str(&dump);
        }
        None => section(text, "api", "nothing of its own"),
    }
}

fn rust_section(text: &mut String, pointer: &Pointer, files: &FileSet) {
    let found = outward(pointer)
        .map(|at| items(&at, files))
        .find(|items| !items.is_empty());
    let Some(found) = found else {
        section(text, "rust", "nothing of its own");
        return;
    };
    for (path, item) in found {
        section(text, "rust", path);
        text.push_str(&item);
    }
}

/// The generated items whose documentation names the pointer, with their files.
fn items<'a>(pointer: &Pointer, files: &'a FileSet) -> Vec<(&'a str, String)> {
    let mark = format!("`{pointer}`.");
    let in_file = |(path, text): (&'a str, &str)| {
        let lines: Vec<_> = text.lines().collect();
        let marked = lines
            .iter()
            .enumerate()
            .filter(|(_, line)| line.trim_end().ends_with(&mark));
        let items = marked.map(|(at, _)| (path, item_around(&lines, at)));
        items.collect::<Vec<_>>()
    };
    files.iter().flat_map(in_file).collect()
}

/// The item whose documentation holds the line: from its first line to the one that closes it.
fn item_around(lines: &[&str], at: usize) -> String {
    let indent = &lines[at][..lines[at].len() - lines[at].trim_start().len()];
    let is_doc = |line: &&str| line.trim_start().starts_with("//");
    let first = at
        - lines[..at]
            .iter()
            .rev()
            .take_while(|line| is_doc(line))
            .count();
    let closes = |line: &&str| {
        let own = line
            .strip_prefix(indent)
            .filter(|rest| !rest.starts_with([' ', '/', '#']));
        own.is_some_and(|rest| rest.ends_with(['}', ';', ',']))
    };
    let length = lines[at..]
        .iter()
        .position(closes)
        .map_or(1, |length| length + 1);
    lines[first..at + length]
        .iter()
        .flat_map(|line| [*line, "\n"])
        .collect()
}
