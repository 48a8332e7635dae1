//! The description and every file that its references name, each read once.

use std::collections::{BTreeMap, VecDeque};
use std::path::{Path, PathBuf};

use super::collect::references;
use super::component::is_component;
use super::decode::add_text;
use super::folder::{Folder, Refusal};
use super::forest::{Forest, Found};
use super::limits::MAX_FILES;
use super::read::read_tree;
use super::reference::{BadReference, Reference, join};
use super::resolve::ResolveError;
use super::tree::{Node, Tree};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Failed};
use crate::source::{FileId, Sources, Span};

/// Reads a description: the file at `path` and, from its folder and below, every file that a
/// relative `$ref` names, and so on.
///
/// Fails where the first file has no tree. All other errors leave a forest to go on with, and the
/// driver stops at the barrier.
pub(crate) fn load(
    path: &Path,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Result<Forest, Failed> {
    let (folder, root) = load_root(path, sources, diagnostics).ok_or(Failed)?;
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    let file = root.root().file();
    let canonical = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let mut loader = Loader {
        forest: Forest::new(root, &name.unwrap_or_default(), path),
        read: BTreeMap::from([(canonical, file)]),
        queue: VecDeque::from([file]),
        folder,
        sources,
        diagnostics,
    };
    while let Some(file) = loader.queue.pop_front() {
        loader.load_references(file);
    }
    Ok(loader.forest)
}

struct Loader<'a> {
    forest: Forest,
    folder: Folder,
    sources: &'a mut Sources,
    diagnostics: &'a mut Diagnostics,
    /// Files by canonical path, so that a file with several paths is read once.
    read: BTreeMap<PathBuf, FileId>,
    /// Files with a tree whose references were not looked at yet.
    queue: VecDeque<FileId>,
}

/// A path of a file in the folder, and the reference that names it.
struct Named {
    path: String,
    place: Span,
}

fn load_root(
    path: &Path,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<(Folder, Tree)> {
    let read = || {
        let mut folder = Folder::around(path).map_err(|e| Refusal::Unreadable(e.to_string()))?;
        let bytes = folder.read(path)?;
        Ok((folder, bytes))
    };
    match read() {
        Ok((folder, bytes)) => {
            let tree = add_tree(path, bytes, sources, diagnostics).1?;
            Some((folder, tree))
        }
        Err(refusal) => {
            diagnostics.add(unreadable(&path.to_string_lossy(), &refusal));
            None
        }
    }
}

impl Loader<'_> {
    fn load_references(&mut self, file: FileId) {
        let outward = self.outward(file);
        let named: Vec<Named> = outward
            .into_iter()
            .filter_map(|node| self.named(node))
            .collect();
        for named in named {
            if self.forest.found(&named.path).is_none() {
                let found = self.load_file(&named);
                self.forest.note(named.path, found);
            }
        }
        self.report_broken(file);
    }

    /// Returns the references of a file that do not stay in it, in document order.
    fn outward(&self, file: FileId) -> Vec<Node<'_>> {
        let mut found = self.forest.node(file).map(references).unwrap_or_default();
        found.retain(|node| node.as_str().is_some_and(|text| !text.starts_with('#')));
        found
    }

    fn named(&self, node: Node<'_>) -> Option<Named> {
        let path = Reference::parse(node.as_str()?).ok()?.file?;
        let from = self.forest.path(node.file());
        Some(Named {
            path: join(from, &path).ok()?,
            place: node.span(),
        })
    }

    fn load_file(&mut self, named: &Named) -> Found {
        let read = self
            .folder
            .canonical(&named.path)
            .and_then(|path| self.read_file(named, path));
        match read {
            Ok(file) => Found::File(file),
            Err(Refusal::Missing { nearest }) => Found::Missing { nearest },
            Err(Refusal::Outside) => Found::Outside,
            Err(refusal) => {
                let diagnostic = unreadable(&named.path, &refusal);
                self.diagnostics
                    .add(diagnostic.label(named.place, "named here"));
                Found::Unreadable
            }
        }
    }

    fn read_file(&mut self, named: &Named, canonical: PathBuf) -> Result<FileId, Refusal> {
        if let Some(file) = self.read.get(&canonical) {
            return Ok(*file);
        }
        if self.read.len() >= MAX_FILES {
            let why = format!("the description has more than {MAX_FILES} files");
            return Err(Refusal::TooLarge(why));
        }
        let bytes = self.folder.read(&canonical)?;
        let path = self.folder.join(&named.path);
        let (file, tree) = add_tree(&path, bytes, self.sources, self.diagnostics);
        self.forest.note_file(file, named.path.clone(), path);
        self.read.insert(canonical, file);
        if let Some(tree) = tree {
            self.forest.plant(tree);
            self.queue.push_back(file);
        }
        Ok(file)
    }

    /// Says which references out of a file name no file. Whether the others lead to a value is for
    /// later stages to ask.
    fn report_broken(&mut self, file: FileId) {
        let broken = |node: Node<'_>| {
            let error = match Reference::parse(node.as_str()?) {
                Ok(reference) => self.forest.resolve_file(file, &reference.file?).err()?,
                Err(BadReference::Remote) if is_component(node) => return None,
                Err(bad) => ResolveError::Bad(bad),
            };
            error.diagnostic(node)
        };
        let broken: Vec<_> = self.outward(file).into_iter().filter_map(broken).collect();
        for diagnostic in broken {
            self.diagnostics.add(diagnostic);
        }
    }
}

/// Adds a text to the sources and reads it.
fn add_tree(
    path: &Path,
    bytes: Vec<u8>,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> (FileId, Option<Tree>) {
    match add_text(sources, path, bytes) {
        (file, None) => (file, read_tree(file, sources, diagnostics)),
        (file, Some(diagnostic)) => {
            diagnostics.add(diagnostic);
            (file, None)
        }
    }
}

fn unreadable(path: &str, refusal: &Refusal) -> Diagnostic {
    let (code, why) = match refusal {
        Refusal::Missing { .. } => (Code::UnreadableFile, "it does not exist"),
        Refusal::Outside => (Code::UnreadableFile, "it is outside the folder"),
        Refusal::Unreadable(why) => (Code::UnreadableFile, why.as_str()),
        Refusal::TooLarge(why) => (Code::FileTooLarge, why.as_str()),
    };
    let help = match refusal {
        Refusal::TooLarge(_) => "split the description, or shorten it",
        Refusal::Missing { .. } | Refusal::Outside | Refusal::Unreadable(_) => {
            "check the path and the permissions"
        }
    };
    Diagnostic::new(code, format!("cannot read `{path}`: {why}")).help(help)
}

#[cfg(test)]
mod tests;
