//! `extends`: which description an overlay was written for.
//!
//! A relative reference counts from the overlay's own file and must lead to the description. A URL
//! must be what the description calls itself (`$self`, from OpenAPI 3.2 on); where it calls itself
//! nothing, only a person can tell.

use std::fs;
use std::path::Path;

use super::outcome::point;
use crate::diagnostic::{Code, Diagnostic};
use crate::load::tree::{Node, Tree};
use crate::source::percent_decode;

/// Says where an overlay at `overlay` was not written for the description at `description`.
pub(super) fn check(
    extends: Node<'_>,
    overlay: &Path,
    description: &Path,
    tree: &Tree,
) -> Option<Diagnostic> {
    let text = extends.as_str()?;
    let resource = text.split('#').next().unwrap_or_default();
    if is_url(resource) {
        return check_url(resource, extends, tree);
    }
    let decoded = percent_decode(resource)?;
    let named = overlay.parent().unwrap_or(Path::new("")).join(&*decoded);
    let found = fs::canonicalize(named).ok();
    let is_it = found.is_some() && found == fs::canonicalize(description).ok();
    (!is_it).then(|| {
        let name = description.file_name().unwrap_or_default();
        other(extends).help(format!(
            "it is applied to `{}`; the path counts from the overlay's own folder",
            name.to_string_lossy()
        ))
    })
}

fn check_url(url: &str, extends: Node<'_>, tree: &Tree) -> Option<Diagnostic> {
    let own = tree
        .root()
        .get("$self")
        .filter(|own| own.as_str().is_some());
    match own.and_then(|own| Some((own, own.as_str()?.split('#').next()?))) {
        Some((_, own)) if own == url => None,
        Some((node, own)) if is_url(own) => Some(
            other(extends)
                .secondary(point(node), "the description's own URL")
                .help("correct one of the two, or apply the overlay to what it was written for"),
        ),
        _ => Some(
            Diagnostic::new(
                Code::UnknownExtends,
                "an overlay for what may be another description",
            )
            .label(
                point(extends),
                "the description has no URL of its own to compare",
            )
            .help("name the description by its path, or give it a `$self` (OpenAPI 3.2)"),
        ),
    }
}

fn other(extends: Node<'_>) -> Diagnostic {
    Diagnostic::new(Code::OverlayMismatch, "an overlay for another description")
        .label(point(extends), "this is not the description")
}

fn is_url(text: &str) -> bool {
    // One letter is a drive of Windows.
    let scheme = text.split_once(':').map(|(scheme, _)| scheme);
    scheme.is_some_and(|scheme| {
        let is_word = |b: u8| b.is_ascii_alphanumeric() || b"+-.".contains(&b);
        scheme.len() > 1 && scheme.bytes().all(is_word)
    })
}
