//! The description and every file that its references name, each read once.

use std::collections::{BTreeMap, VecDeque};
use std::path::{Path, PathBuf};

use super::address::Address;
use super::allow::Allowances;
use super::collect::{collect, maps_to_file, requires_elsewhere, text_of};
use super::component::is_component;
use super::decode::add_text;
use super::edition;
use super::folder::{Folders, Openable, Refusal};
use super::forest::{Forest, Found};
use super::identity::Identities;
use super::limits::MAX_FILES;
use super::origin::Origins;
use super::overlay::{self, OverlayFile};
use super::read::read_tree;
use super::reference::Reference;
use super::resolve::ResolveError;
use super::tree::{Node, Spot, Tree};
use super::uri;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Failed};
use crate::source::{FileId, Sources, Span};

/// Reads a description: the file at `path` and, from its folder and below and from what is allowed
/// beside it, every file that a `$ref` names, and so on.
///
/// Fails where the first file has no tree. All other errors leave a forest to go on with, and the
/// driver stops at the barrier.
pub(crate) fn load(
    path: &Path,
    allowances: &Allowances,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Result<Forest, Failed> {
    load_overlaid(path, &[], allowances, sources, diagnostics)
}

/// Reads a description as [`load`] does, with overlays applied to its first file before anything
/// looks at it. Fails where one of them cannot be applied too.
pub(crate) fn load_overlaid(
    path: &Path,
    overlays: &[OverlayFile],
    allowances: &Allowances,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Result<Forest, Failed> {
    let (folders, root) = load_root(path, allowances, sources, diagnostics).ok_or(Failed)?;
    let root = overlay::apply(root, path, overlays, sources, diagnostics)?;
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    let file = root.root().file();
    let canonical = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let mut loader = Loader {
        forest: Forest::new(root, &name.unwrap_or_default(), path),
        folders,
        origins: Origins::new(allowances, diagnostics),
        sources,
        diagnostics,
        read: BTreeMap::from([(canonical, file)]),
        queue: VecDeque::from([file]),
        outward: Vec::new(),
        remote: VecDeque::new(),
    };
    for overlay in overlays {
        loader.forest.note_opened(overlay.path.clone());
    }
    loader.run();
    Ok(loader.forest)
}

struct Loader<'a> {
    forest: Forest,
    folders: Folders,
    origins: Origins,
    sources: &'a mut Sources,
    diagnostics: &'a mut Diagnostics,
    /// Files by canonical path, so that a file with several paths is read once.
    read: BTreeMap<PathBuf, FileId>,
    /// Files with a tree that was not looked through yet.
    queue: VecDeque<FileId>,
    /// References that do not stay in their file.
    outward: Vec<Spot>,
    /// What may have to come from another machine, when all else is read.
    remote: VecDeque<Named>,
}

/// What a reference names, and where it stands.
struct Named {
    address: Address,
    place: Span,
}

fn load_root(
    path: &Path,
    allowances: &Allowances,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<(Folders, Tree)> {
    let mut read = || {
        let folders = Folders::around(path, allowances, diagnostics);
        let mut folders = folders.map_err(|e| Refusal::Unreadable(e.to_string()))?;
        let bytes = folders.read(path)?;
        Ok((folders, bytes))
    };
    match read() {
        Ok((folders, bytes)) => {
            let tree = add_tree(path, bytes, sources, diagnostics).1?;
            Some((folders, tree))
        }
        Err(refusal) => {
            diagnostics.add(unreadable(&path.to_string_lossy(), &refusal));
            None
        }
    }
}

impl Loader<'_> {
    fn run(&mut self) {
        loop {
            while let Some(file) = self.queue.pop_front() {
                self.look_through(file);
            }
            // What a file of this machine calls itself is never fetched.
            let Some(named) = self.remote.pop_front() else {
                break;
            };
            self.load_remote(named);
        }
        self.report_broken();
        // Where something could not be read, what it refers to is not known.
        if !self.diagnostics.has_errors() {
            self.folders.report_unused(self.diagnostics);
            self.origins.report_unused(self.diagnostics);
        }
    }

    /// Learns what a file is called and what it refers to, and reads that.
    fn look_through(&mut self, file: FileId) {
        let Some(outward) = self.identify(file) else {
            return;
        };
        let named: Vec<Named> = outward
            .iter()
            .filter_map(|spot| self.named(self.forest.at(*spot)?))
            .collect();
        self.outward.extend(outward);
        for named in named {
            let known = self.forest.identities.resource(&named.address).is_some();
            if !known && self.forest.found(&named.address).is_none() {
                self.load_named(named);
            }
        }
    }

    /// Takes in what a file and its parts are called; returns its references to elsewhere.
    fn identify(&mut self, file: FileId) -> Option<Vec<Spot>> {
        let address = self.forest.address(file)?.clone();
        // Taken out for as long as it learns from what stays in the forest.
        let mut identities = std::mem::take(&mut self.forest.identities);
        let outward = self.identify_in(file, &address, &mut identities);
        self.forest.identities = identities;
        outward
    }

    fn identify_in(
        &mut self,
        file: FileId,
        address: &Address,
        identities: &mut Identities,
    ) -> Option<Vec<Spot>> {
        let root = self.forest.node(file)?;
        let mut found = collect(root, edition::identifiers(root, self.forest.root()));
        if edition::is_document(root) {
            // A document is called by `$self`; an `$id` beside it is no keyword.
            found.identifiers.retain(|node| node.parent() != Some(root));
        }
        let outward = found.references.iter();
        let outward =
            outward.filter(|node| text_of(**node).is_some_and(|text| !text.starts_with('#')));
        let outward: Vec<Spot> = outward.map(|node| node.spot()).collect();
        let own = edition::self_address(root);
        identities.add(root, address, own, found.identifiers, self.diagnostics);
        Some(outward)
    }

    fn named(&self, node: Node<'_>) -> Option<Named> {
        let reference = Reference::parse(text_of(node)?).ok()?;
        Some(Named {
            address: self.forest.address_of(node, reference.resource).ok()?,
            place: node.span(),
        })
    }

    fn load_named(&mut self, named: Named) {
        match &named.address {
            Address::Path(path) => {
                let found = self.load_file(path, named.place);
                self.forest.note(named.address, found);
            }
            Address::Uri(uri) => {
                if let Some(found) = self.load_copy(uri, named.place) {
                    self.forest.note(named.address, found);
                } else {
                    self.remote.push_back(named);
                }
            }
        }
    }

    /// Reads a file that stands where a copy of a URI would stand: beside a document that says its
    /// own URI, as the URI stands beside that one. Where there is none, nothing is said.
    fn load_copy(&mut self, uri: &str, place: Span) -> Option<Found> {
        let path = self.copy(uri, place.file())?;
        match self.load_file(&path, place) {
            Found::Missing { .. } | Found::Outside => None,
            found => Some(found),
        }
    }

    /// Returns the path of such a copy.
    fn copy(&self, uri: &str, file: FileId) -> Option<String> {
        let base = self
            .forest
            .identities
            .base_of_file(self.forest.node(file)?)?;
        let (Address::Uri(base), Address::Path(_)) = (base, self.forest.address(file)?) else {
            return None;
        };
        match self.forest.address(file)?.resolve(uri::way(base, uri)?) {
            Ok(Address::Path(path)) => Some(path),
            Ok(Address::Uri(_)) | Err(_) => None,
        }
    }

    fn load_file(&mut self, path: &str, place: Span) -> Found {
        let found = self.folders.find(path);
        match found.and_then(|file| self.read_file(path, file)) {
            Ok(file) => Found::File(file),
            Err(Refusal::Missing { nearest }) => Found::Missing { nearest },
            Err(Refusal::Outside) => Found::Outside,
            Err(refusal) => self.refuse(path, &refusal, place),
        }
    }

    fn read_file(&mut self, path: &str, openable: Openable) -> Result<FileId, Refusal> {
        if let Some(file) = self.read.get(&openable.canonical) {
            return Ok(*file);
        }
        self.check_count()?;
        let bytes = self.folders.read(&openable.canonical)?;
        let address = Address::Path(path.to_owned());
        let file = self.add_file(
            &openable.shown,
            bytes,
            address,
            Some(openable.shown.clone()),
        );
        self.read.insert(openable.canonical, file);
        Ok(file)
    }

    /// Fetches a document where its origin is allowed.
    fn load_remote(&mut self, named: Named) {
        let is_known = self.forest.identities.resource(&named.address).is_some()
            || self.forest.found(&named.address).is_some();
        let uri = named.address.as_str();
        if is_known || !self.origins.allow(uri) {
            return;
        }
        let found = match self.fetch(uri) {
            Ok(file) => Found::File(file),
            Err(refusal) => self.refuse(uri, &refusal, named.place),
        };
        self.forest.note(named.address, found);
    }

    fn fetch(&mut self, uri: &str) -> Result<FileId, Refusal> {
        self.check_count()?;
        let document = self.origins.fetch(uri, self.folders.left())?;
        self.folders.count(document.bytes.len());
        let address = Address::Uri(document.uri);
        if let Some(Found::File(file)) = self.forest.found(&address) {
            return Ok(*file);
        }
        let shown = PathBuf::from(address.as_str());
        Ok(self.add_file(&shown, document.bytes, address, None))
    }

    fn check_count(&self) -> Result<(), Refusal> {
        if self.forest.count() < MAX_FILES {
            return Ok(());
        }
        let why = format!("the description has more than {MAX_FILES} files");
        Err(Refusal::TooLarge(why))
    }

    fn add_file(
        &mut self,
        shown: &Path,
        bytes: Vec<u8>,
        address: Address,
        opened: Option<PathBuf>,
    ) -> FileId {
        let (file, tree) = add_tree(shown, bytes, self.sources, self.diagnostics);
        self.forest.note_file(file, address, opened);
        if let Some(tree) = tree {
            self.forest.plant(tree);
            self.queue.push_back(file);
        }
        file
    }

    fn refuse(&mut self, name: &str, refusal: &Refusal, place: Span) -> Found {
        let diagnostic = unreadable(name, refusal);
        self.diagnostics.add(diagnostic.label(place, "named here"));
        Found::Unreadable
    }

    /// Says which references name no file and no schema with an address. Whether the others lead to
    /// a value is for later stages to ask.
    fn report_broken(&mut self) {
        for spot in std::mem::take(&mut self.outward) {
            let Some(node) = self.forest.at(spot) else {
                continue;
            };
            if maps_to_file(node) || requires_elsewhere(node) {
                // Where a discriminator or a requirement leads nowhere, their readers say.
                continue;
            }
            let error = match Reference::parse(node.as_str().unwrap_or_default()) {
                Ok(reference) => self.forest.resource(node, reference.resource).err(),
                Err(bad) => Some(ResolveError::Bad(bad)),
            };
            if error.as_ref().is_some_and(ResolveError::is_remote) && is_component(node) {
                continue;
            }
            if let Some(diagnostic) = error.and_then(|error| error.diagnostic(node)) {
                self.diagnostics.add(diagnostic);
            }
        }
    }
}

/// Adds a text to the sources and reads it.
pub(super) fn add_tree(
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

pub(super) fn unreadable(path: &str, refusal: &Refusal) -> Diagnostic {
    let (code, why) = match refusal {
        Refusal::Missing { .. } => (Code::UnreadableFile, "it does not exist"),
        Refusal::Outside => (Code::UnreadableFile, "it is outside the folder"),
        Refusal::Unreadable(why) => (Code::UnreadableFile, why.as_str()),
        Refusal::TooLarge(why) => (Code::FileTooLarge, why.as_str()),
        Refusal::NotFetched(why) => (Code::FailedFetch, why.as_str()),
    };
    let help = match refusal {
        Refusal::TooLarge(_) => "split the description, or shorten it",
        Refusal::Missing { .. } | Refusal::Outside | Refusal::Unreadable(_) => {
            "check the path and the permissions"
        }
        Refusal::NotFetched(_) => {
            "save the file beside the description and refer to it by its path, so that it is always \
             there"
        }
    };
    Diagnostic::new(code, format!("cannot read `{path}`: {why}")).help(help)
}

#[cfg(test)]
mod tests;
