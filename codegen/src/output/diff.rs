//! Edits as unified diffs.

use similar::TextDiff;

use super::changes::{Edit, EditKind};

/// Returns the diff of one file, as `git apply` reads it.
pub(super) fn unified_diff(edit: &Edit) -> String {
    let (before, after) = (format!("a/{}", edit.path), format!("b/{}", edit.path));
    let (old, new, before, after) = match &edit.kind {
        EditKind::Create { new } => ("", new.as_str(), "/dev/null", after.as_str()),
        EditKind::Update { old, new } => (old.as_str(), new.as_str(), before.as_str(), after.as_str()),
        EditKind::Remove { old } => (old.as_str(), "", before.as_str(), "/dev/null"),
    };
    TextDiff::from_lines(old, new).unified_diff().header(before, after).to_string()
}
