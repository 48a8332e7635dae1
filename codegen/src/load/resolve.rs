//! Following references in a forest.
//!
//! Everything was read before, so nothing is opened here.

use super::forest::{Forest, Found};
use super::nearest::nearest;
use super::reference::{BadReference, Reference, join};
use super::tree::Node;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{FileId, Pointer};

/// Why a reference leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ResolveError {
    Bad(BadReference),
    /// The file does not exist; a file that does, with a similar path.
    Missing {
        path: String,
        nearest: Option<String>,
    },
    /// The file was not read, because only plain values name it.
    Unread {
        path: String,
    },
    /// The file could not be read, which has been said already.
    Unreadable {
        path: String,
    },
    /// The file has no such value: `missing` is not in `reached`.
    NoSuchValue {
        file: FileId,
        reached: Pointer,
        missing: String,
        nearest: Option<String>,
    },
}

impl Forest {
    /// Returns what a reference leads to that stands in the file of `from`, in one step: the result
    /// can be a reference too.
    pub(crate) fn resolve(
        &self,
        from: Node<'_>,
        reference: &str,
    ) -> Result<Node<'_>, ResolveError> {
        let reference = Reference::parse(reference).map_err(ResolveError::Bad)?;
        let file = match &reference.file {
            Some(path) => self.resolve_file(from.file(), path)?,
            None => from.file(),
        };
        let root = self.node(file).ok_or_else(|| self.unreadable(file))?;
        descend(root, &reference.pointer)
    }

    /// Returns the file that a path leads to from another file.
    pub(super) fn resolve_file(&self, from: FileId, path: &str) -> Result<FileId, ResolveError> {
        let path = join(self.path(from), path).map_err(ResolveError::Bad)?;
        match self.found(&path) {
            Some(Found::File(file)) => Ok(*file),
            Some(Found::Outside) => Err(ResolveError::Bad(BadReference::Outside)),
            Some(Found::Unreadable) => Err(ResolveError::Unreadable { path }),
            Some(Found::Missing { nearest }) => Err(ResolveError::Missing {
                path,
                nearest: nearest.clone(),
            }),
            None => Err(ResolveError::Unread { path }),
        }
    }

    fn unreadable(&self, file: FileId) -> ResolveError {
        ResolveError::Unreadable {
            path: self.path(file).to_owned(),
        }
    }
}

fn descend<'a>(root: Node<'a>, pointer: &Pointer) -> Result<Node<'a>, ResolveError> {
    let mut node = root;
    for (count, token) in pointer.tokens().enumerate() {
        let Some(next) = node.step(&token) else {
            return Err(no_step(node, &token, pointer, count));
        };
        node = next;
    }
    Ok(node)
}

/// Says that a node has nothing under a token, which comes behind the first `count` ones.
fn no_step(node: Node<'_>, token: &str, pointer: &Pointer, count: usize) -> ResolveError {
    let keys = node
        .as_object()
        .into_iter()
        .flatten()
        .map(|entry| entry.key);
    let mut reached = Pointer::root();
    for token in pointer.tokens().take(count) {
        reached.push(&token);
    }
    ResolveError::NoSuchValue {
        file: node.file(),
        reached,
        missing: token.to_owned(),
        nearest: nearest(token, keys).map(str::to_owned),
    }
}

impl ResolveError {
    /// Returns what to say of a reference, which is the string node under `$ref`; nothing, where it
    /// has been said already.
    pub(crate) fn diagnostic(&self, reference: Node<'_>) -> Option<Diagnostic> {
        let text = reference.text().unwrap_or_default();
        let diagnostic = match self {
            Self::Bad(bad) => bad.diagnostic(text, reference),
            Self::Missing { path, nearest } => missing_file(path, nearest.as_deref(), reference),
            Self::Unread { path } => Diagnostic::new(
                Code::UnreadReference,
                format!("the file `{path}` was not read"),
            )
            .label(reference.span(), "named here")
            .help("refer to it from a schema, parameter, response or the like too"),
            Self::Unreadable { .. } => return None,
            Self::NoSuchValue {
                reached,
                missing,
                nearest,
                ..
            } => no_such_value(text, reached, missing, nearest.as_deref(), reference),
        };
        Some(diagnostic)
    }
}

impl BadReference {
    fn diagnostic(self, text: &str, reference: Node<'_>) -> Diagnostic {
        let (code, what, label, help) = match self {
            Self::Remote => (
                Code::RemoteReference,
                "is a URL",
                "nothing is fetched",
                "save the file beside the description and refer to it by its path",
            ),
            Self::Outside => (
                Code::ReferenceOutsideFolder,
                "leaves the folder of the description",
                "not read",
                "move the file into the folder of the description's first file, or below it",
            ),
            Self::Fragment => (
                Code::MalformedReference,
                "has a fragment that is not a path",
                "after `#`, a path begins with `/`",
                "write the path of the value, as in `#/components/schemas/Pet`; anchors are not \
                 followed",
            ),
            Self::Path => (
                Code::MalformedReference,
                "has a path that does not mean the same on every system",
                "`\\`, `:`, `%` without two digits, and control characters are not allowed",
                "separate folders by `/`, and rename the file if need be",
            ),
        };
        let message = format!("the reference `{text}` {what}");
        Diagnostic::new(code, message)
            .label(reference.span(), label)
            .help(help)
    }
}

fn missing_file(path: &str, nearest: Option<&str>, reference: Node<'_>) -> Diagnostic {
    let message = format!("the file `{path}` is missing");
    let diagnostic =
        Diagnostic::new(Code::MissingFile, message).label(reference.span(), "named here");
    match nearest {
        Some(nearest) => diagnostic.help(format!("did you mean `{nearest}`?")),
        None => diagnostic.help("the path counts from the folder of the file it stands in"),
    }
}

fn no_such_value(
    text: &str,
    reached: &Pointer,
    missing: &str,
    nearest: Option<&str>,
    reference: Node<'_>,
) -> Diagnostic {
    let message = format!("the reference `{text}` leads nowhere");
    let place = match reached.tokens().next() {
        Some(_) => format!("in `{reached}`"),
        None => "at the top of the file".to_owned(),
    };
    let diagnostic = Diagnostic::new(Code::UnresolvedReference, message)
        .label(reference.span(), format!("no `{missing}` {place}"));
    match nearest {
        Some(nearest) => diagnostic.help(format!("did you mean `{}`?", reached.join(nearest))),
        None => diagnostic.help(format!("add `{missing}` there, or correct the reference")),
    }
}

#[cfg(test)]
mod tests;
