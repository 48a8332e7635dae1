//! OpenAPI Overlay 1.0 and 1.1: changes of a description that stand in files of their own.
//!
//! The tree of a description's first file and the paths of overlays go in; the tree with all changes
//! comes out. Every value in it keeps its own place, and belongs to the description's file, so that
//! references in new values count from there. An action that matches nothing is an error, although
//! the specification lets it pass: what was to be changed is not there any more. Other files of the
//! description are not changed: a query looks at one document.

mod action;
mod document;
mod extends;
mod outcome;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use self::action::Changes;
use self::document::read_overlay;
use super::folder::{Refusal, read_plain};
use super::limits::MAX_FILE_BYTES;
use super::loader::{add_tree, unreadable};
use super::tree::Tree;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Failed};
use crate::source::{Sources, Span};

/// An overlay to apply.
#[derive(Debug, Clone)]
pub(crate) struct OverlayFile {
    pub(crate) path: PathBuf,
    /// Where it is named, if that is in a file.
    pub(crate) place: Option<Span>,
}

/// Applies overlays to the tree of the file at `path`, in their order. Says everything that is wrong
/// with them; then there is no tree, because what the rest makes of it was not meant by anybody.
pub(super) fn apply(
    tree: Tree,
    path: &Path,
    files: &[OverlayFile],
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Result<Tree, Failed> {
    if files.is_empty() {
        return Ok(tree);
    }
    let trees: Vec<Option<Tree>> = files
        .iter()
        .map(|file| read_file(file, sources, diagnostics))
        .collect();
    let mut is_whole = trees.iter().all(Option::is_some);
    let mut changes = Changes::new(&tree, sources);
    for (file, overlay) in files.iter().zip(&trees) {
        let Some(overlay) = overlay else { continue };
        let said = apply_one(file, overlay, path, &tree, &mut changes);
        is_whole &= !said.iter().any(Diagnostic::is_error);
        let is_over = said.iter().any(is_limit);
        for diagnostic in said {
            diagnostics.add(diagnostic);
        }
        if is_over {
            break;
        }
    }
    if !is_whole {
        return Err(Failed);
    }
    let finished = changes.finish(&tree, trees.iter().flatten());
    finished.map_err(|refused| {
        diagnostics.add(refused.limit.diagnostic(refused.place));
        Failed
    })
}

/// Applies the actions of one overlay; returns what is to be said. What comes behind a limit would
/// break it too.
fn apply_one<'a>(
    file: &OverlayFile,
    overlay: &'a Tree,
    description: &Path,
    tree: &'a Tree,
    changes: &mut Changes<'a, '_>,
) -> Vec<Diagnostic> {
    let mut said = Vec::new();
    let Some(overlay) = read_overlay(overlay.root(), &mut said) else {
        return said;
    };
    let extends = overlay.extends;
    said.extend(extends.and_then(|node| extends::check(node, &file.path, description, tree)));
    for action in &overlay.actions {
        said.extend(changes.apply(action));
        if said.last().is_some_and(is_limit) {
            break;
        }
    }
    said
}

fn is_limit(diagnostic: &Diagnostic) -> bool {
    diagnostic.code == Code::OverlayLimit
}

/// Overlays are named by whoever runs this, as the description is, so they may stand anywhere.
fn read_file(
    file: &OverlayFile,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<Tree> {
    let read = || {
        if !file.path.exists() {
            return Err(Refusal::Missing { nearest: None });
        }
        read_plain(&file.path, MAX_FILE_BYTES)
    };
    match read() {
        Ok(bytes) => add_tree(&file.path, bytes, sources, diagnostics).1,
        Err(refusal) => {
            let diagnostic = unreadable(&file.path.to_string_lossy(), &refusal);
            diagnostics.add(match file.place {
                Some(place) => diagnostic.label(place, "named here"),
                None => diagnostic,
            });
            None
        }
    }
}
