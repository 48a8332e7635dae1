//! Bounds that leave no value.

use super::super::cx::Cx;
use crate::diagnostic::{Code, Diagnostic};
use crate::load::Entry;

/// A lower bound, and the upper bound of the same thing.
const PAIRS: [[&str; 2]; 6] = [
    ["minimum", "maximum"],
    ["exclusiveMinimum", "exclusiveMaximum"],
    ["minLength", "maxLength"],
    ["minItems", "maxItems"],
    ["minProperties", "maxProperties"],
    ["minContains", "maxContains"],
];

/// Returns whether a keyword is one of these bounds.
pub(super) fn is_bound(key: &str) -> bool {
    // Of the many other keywords, most are told apart by this alone.
    (key.starts_with('m') || key.starts_with("exclusive"))
        && PAIRS.iter().flatten().any(|bound| *bound == key)
}

/// Says which lower bounds are above their upper ones, and which counts are below zero.
pub(super) fn check_bounds(cx: &mut Cx<'_, '_>, bounds: &[Entry<'_>]) {
    let find = |key: &str| bounds.iter().find(|entry| entry.key == key);
    for [low, high] in PAIRS {
        let (Some(low), Some(high)) = (find(low), find(high)) else {
            continue;
        };
        if number(low)
            .zip(number(high))
            .is_some_and(|(low, high)| low > high)
        {
            say_empty(cx, low, high);
        }
    }
    for entry in bounds {
        let is_count = !entry.key.ends_with("imum");
        if let Some(count) = number(entry).filter(|_| is_count) {
            check_count(cx, entry, count);
        }
    }
}

fn check_count(cx: &mut Cx<'_, '_>, entry: &Entry<'_>, count: f64) {
    let (what, label) = if count < 0.0 {
        ("must not be below zero", "nothing is shorter than nothing")
    } else if count.fract() > 0.0 {
        ("must be a whole number", "nothing has a part of a piece")
    } else {
        return;
    };
    let diagnostic = Diagnostic::new(Code::EmptyRange, format!("`{}` {what}", entry.key))
        .label(entry.value.span(), label)
        .help("write a whole number, 0 or more, or remove it")
        .several("bounds make no sense");
    cx.diagnostics.add(diagnostic);
}

fn say_empty(cx: &mut Cx<'_, '_>, low: &Entry<'_>, high: &Entry<'_>) {
    let message = format!("`{}` is above `{}`, so no value fits", low.key, high.key);
    let diagnostic = Diagnostic::new(Code::EmptyRange, message)
        .label(low.value.span(), "above the other bound")
        .secondary(high.value.span(), "the other bound")
        .help("swap them, or correct one of them")
        .several("bounds make no sense");
    cx.diagnostics.add(diagnostic);
}

fn number(entry: &Entry<'_>) -> Option<f64> {
    entry.value.as_number()?.parse().ok()
}
