//! Positions counted from either end (RFC 9535, 2.3.3 and 2.3.4).

use super::syntax::Slice;
use crate::load::draft::View;

/// Returns the position that an index means, if the value has one.
pub(super) fn position(index: i64, view: View<'_>) -> Option<usize> {
    let position = from_start(index, length(view));
    usize::try_from(position).ok()
}

/// The positions that a slice chooses from one array.
pub(super) struct Range {
    /// From this one on, every step upward, below the end.
    first: i64,
    end: i64,
    step: i64,
}

impl Range {
    pub(super) fn new(slice: Slice, view: View<'_>) -> Self {
        let length = length(view);
        let given = |at: Option<i64>| at.map(|at| from_start(at, length));
        if slice.step >= 0 {
            let first = given(slice.start).unwrap_or(0).clamp(0, length);
            let end = given(slice.end).unwrap_or(length).clamp(0, length);
            let step = slice.step;
            return Self { first, end, step };
        }
        // Downward from `upper` to above `lower`; here as the same positions upward.
        let upper = given(slice.start)
            .unwrap_or(length - 1)
            .clamp(-1, length - 1);
        let lower = given(slice.end).unwrap_or(-1).clamp(-1, length - 1);
        let step = slice.step.saturating_neg();
        let first = lower + 1 + (upper - lower - 1).max(0) % step;
        let end = upper + 1;
        Self { first, end, step }
    }

    pub(super) fn contains(&self, position: usize) -> bool {
        let position = i64::try_from(position).unwrap_or(i64::MAX);
        let within = self.first <= position && position < self.end;
        // A step of nothing chooses nothing.
        within && self.step > 0 && (position - self.first) % self.step == 0
    }
}

fn length(view: View<'_>) -> i64 {
    i64::try_from(view.count()).unwrap_or(i64::MAX)
}

fn from_start(index: i64, length: i64) -> i64 {
    if index < 0 { length + index } else { index }
}
