//! Gathers changes; what is one edit of the description becomes one change.
//!
//! A shared parameter changes once, however many operations take it, and so does a property that
//! several types inherit.

use std::collections::BTreeMap;

use super::change::{Affected, Change, Review};
use super::difference::Difference;
use super::uses::{MAX_OPERATIONS, Uses};
use super::{Rule, Verdict};
use crate::source::{Origin, Span};

/// The changes so far.
#[derive(Debug, Default)]
pub(super) struct Collector {
    changes: Vec<Change>,
    by_edit: BTreeMap<Edit, usize>,
}

/// What makes two changes the same edit.
type Edit = (Rule, Option<Span>, Option<Span>, String);

impl Collector {
    /// Adds a difference of a subject that is used in some ways by some operations.
    pub(super) fn add(
        &mut self,
        difference: Difference<'_>,
        subject: String,
        uses: Uses,
        affected: Affected,
    ) {
        let (wire, direction) = difference.judge(uses);
        let edit = edit(&difference);
        let change = Change {
            rule: difference.rule,
            direction,
            wire,
            rust: difference.rust,
            subject,
            also: Vec::new(),
            message: difference.message,
            old: difference.old.cloned(),
            new: difference.new.cloned(),
            affected,
        };
        if let Some(index) = self.by_edit.get(&edit) {
            join(&mut self.changes[*index], change);
            return;
        }
        self.by_edit.insert(edit, self.changes.len());
        self.changes.push(change);
    }

    pub(super) fn finish(self) -> Review {
        Review {
            changes: self.changes,
        }
    }
}

fn edit(difference: &Difference<'_>) -> Edit {
    let place = |origin: Option<&Origin>| origin.map(|origin| origin.span);
    let (old, new) = if difference.is_general {
        (None, None)
    } else {
        (place(difference.old), place(difference.new))
    };
    (difference.rule, old, new, difference.message.clone())
}

/// Adds what a later sight of an edit tells: the graver verdict counts.
fn join(change: &mut Change, other: Change) {
    if other.wire > change.wire || change.wire == Verdict::Compatible && change.direction.is_none()
    {
        (change.wire, change.direction) = (other.wire, other.direction);
    }
    change.rust = change.rust.max(other.rust);
    let is_known = other.subject == change.subject || change.also.contains(&other.subject);
    if !is_known && change.also.len() < MAX_OPERATIONS {
        change.also.push(other.subject);
    }
    change.affected.more |= other.affected.more;
    for operation in other.affected.operations {
        if change.affected.operations.contains(&operation) {
            continue;
        }
        if change.affected.operations.len() < MAX_OPERATIONS {
            change.affected.operations.push(operation);
        } else {
            change.affected.more = true;
        }
    }
}
