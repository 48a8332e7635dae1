//! A review as text for people: one block per change, with places in both descriptions.

use std::fmt::{self, Write as _};

use super::change::{Affected, Change, Review};
use crate::source::{Origin, Sources};

/// How many names of a list are written before the rest is only counted.
const MAX_LISTED: usize = 5;

/// Renders a review. Each side's places are shown from that side's sources.
pub(crate) fn render(review: &Review, old: &Sources, new: &Sources) -> String {
    let mut text = String::new();
    for change in &review.changes {
        // Writing into a string cannot fail.
        let _ = render_change(&mut text, change, old, new);
    }
    let _ = render_summary(&mut text, review);
    text
}

fn render_change(out: &mut String, change: &Change, old: &Sources, new: &Sources) -> fmt::Result {
    writeln!(out, "{}, {}: {}", change.wire, change.rust, change.subject)?;
    writeln!(out, "  {} [{}]", change.message, change.id())?;
    match (
        place(change.old.as_ref(), old),
        place(change.new.as_ref(), new),
    ) {
        (Some(old), Some(new)) => writeln!(out, "  {old} -> {new}")?,
        (Some(old), None) => writeln!(out, "  {old} -> gone")?,
        (None, Some(new)) => writeln!(out, "  new -> {new}")?,
        (None, None) => {}
    }
    if !change.also.is_empty() {
        writeln!(out, "  also {}", list(&change.also))?;
    }
    if concerns_others(change) {
        writeln!(out, "  affects {}", affected(&change.affected))?;
    }
    writeln!(out)
}

fn place(origin: Option<&Origin>, sources: &Sources) -> Option<String> {
    origin.map(|origin| sources.place(origin.span))
}

/// Whether the subject does not say by itself which operation is affected.
fn concerns_others(change: &Change) -> bool {
    match change.affected.operations.as_slice() {
        [] => false,
        [only] => change.affected.more || !change.subject.starts_with(only.as_str()),
        _ => true,
    }
}

fn affected(affected: &Affected) -> String {
    let listed = list(&affected.operations);
    if affected.more {
        format!("{listed} at least")
    } else {
        listed
    }
}

fn list(names: &[String]) -> String {
    let shown = names.len().min(MAX_LISTED);
    let listed = names[..shown].join(", ");
    match names.len() - shown {
        0 => listed,
        rest => format!("{listed} and {rest} more"),
    }
}

fn render_summary(out: &mut String, review: &Review) -> fmt::Result {
    match review.changes.len() {
        0 => writeln!(out, "No change."),
        1 => writeln!(
            out,
            "1 change; on the wire: {}, in Rust: {}",
            review.wire(),
            review.rust()
        ),
        count => {
            writeln!(
                out,
                "{count} changes; on the wire: {}, in Rust: {}",
                review.wire(),
                review.rust()
            )
        }
    }
}
