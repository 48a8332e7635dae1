//! Following references in a forest.
//!
//! Everything was read before, so nothing is opened here.

mod said;

use super::address::Address;
use super::collect::Identifiers;
use super::edition::identifiers;
use super::forest::{Forest, Found};
use super::nearest::nearest;
use super::reference::{BadReference, Fragment, Reference};
use super::tree::Node;
use crate::source::{FileId, Pointer, Span};

/// What a reference leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Target<'a> {
    pub(crate) node: Node<'a>,
    /// Whether the reference counts from the top of the file, while by the standard it counts from
    /// the `$id` around it, where there is nothing.
    pub(crate) counts_from_file: bool,
    /// Whether a `$dynamicRef` means what the schemas around it say.
    pub(crate) is_dynamic: bool,
}

/// Why a reference leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ResolveError {
    Bad(BadReference),
    /// Nothing that was read has this address, which names no file of the folder; an address that
    /// something has, and that is similar.
    Unknown {
        uri: String,
        nearest: Option<String>,
    },
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
    Unreadable,
    /// The file has no such value: `missing` is not in `reached`.
    NoSuchValue {
        reached: Pointer,
        /// Where the last thing stands that is there.
        place: Span,
        missing: String,
        nearest: Option<String>,
    },
    /// Nothing in there has this name.
    NoSuchAnchor {
        missing: String,
        nearest: Option<String>,
    },
}

impl Forest {
    /// Returns what a reference leads to that stands at or below `from`, in one step: the result can
    /// be a reference too.
    pub(crate) fn resolve(
        &self,
        from: Node<'_>,
        reference: &str,
    ) -> Result<Node<'_>, ResolveError> {
        self.follow(from, reference).map(|target| target.node)
    }

    /// Returns what a reference leads to, and how.
    pub(crate) fn follow(
        &self,
        from: Node<'_>,
        reference: &str,
    ) -> Result<Target<'_>, ResolveError> {
        let reference = Reference::parse(reference).map_err(ResolveError::Bad)?;
        let top = self.resource(from, reference.resource)?;
        let plain = |node| Target {
            node,
            counts_from_file: false,
            is_dynamic: false,
        };
        match &reference.fragment {
            Fragment::Anchor(name) => self.anchor(top, name),
            Fragment::Pointer(pointer) => match descend(top, pointer) {
                Ok(node) => Ok(plain(node)),
                // Many write paths from the top of the file whether or not there is an `$id` around.
                Err(lost) => match there(top.root(), pointer) {
                    Some(node) if reference.resource.is_empty() => Ok(Target {
                        counts_from_file: true,
                        ..plain(node)
                    }),
                    Some(_) | None => Err(lost.error(pointer)),
                },
            },
        }
    }

    /// Returns what the part of a reference before `#` leads to.
    pub(super) fn resource(&self, from: Node<'_>, text: &str) -> Result<Node<'_>, ResolveError> {
        if text.is_empty() {
            let top = self.identities.top(from).spot();
            return self.at(top).ok_or(ResolveError::Unreadable);
        }
        let address = self.address_of(from, text).map_err(ResolveError::Bad)?;
        if let Some(node) = self
            .identities
            .resource(&address)
            .and_then(|spot| self.at(spot))
        {
            return Ok(node);
        }
        let file = self.found_file(address)?;
        self.node(file).ok_or(ResolveError::Unreadable)
    }

    /// Returns the address that a text names in the place of a node.
    pub(super) fn address_of(&self, from: Node<'_>, text: &str) -> Result<Address, BadReference> {
        match self.identities.base(from) {
            Some(base) => base.resolve(text),
            None => Err(BadReference::Path),
        }
    }

    fn found_file(&self, address: Address) -> Result<FileId, ResolveError> {
        match (self.found(&address), address) {
            (Some(Found::File(file)), _) => Ok(*file),
            (Some(Found::Unreadable), _) => Err(ResolveError::Unreadable),
            (Some(Found::Outside), _) => Err(ResolveError::Bad(BadReference::Outside)),
            (Some(Found::Missing { nearest }), address) => Err(ResolveError::Missing {
                path: address.as_str().to_owned(),
                nearest: nearest.clone(),
            }),
            (None, Address::Uri(uri)) => Err(ResolveError::Unknown {
                nearest: self.nearest_address(&uri),
                uri,
            }),
            (None, Address::Path(path)) => Err(ResolveError::Unread { path }),
        }
    }

    fn anchor(&self, top: Node<'_>, name: &str) -> Result<Target<'_>, ResolveError> {
        if let Some(anchor) = self.identities.anchor(top, name) {
            let node = self.at(anchor.spot).ok_or(ResolveError::Unreadable)?;
            return Ok(Target {
                node,
                counts_from_file: false,
                is_dynamic: anchor.is_dynamic,
            });
        }
        if !self.has_identifiers(top.file()) {
            return Err(ResolveError::Bad(BadReference::Fragment));
        }
        let names = self.identities.anchors(top).map(|(name, _)| name);
        Err(ResolveError::NoSuchAnchor {
            missing: name.to_owned(),
            nearest: nearest(name, names).map(str::to_owned),
        })
    }

    fn has_identifiers(&self, file: FileId) -> bool {
        let known = |root| identifiers(root, self.root()) == Identifiers::Known;
        self.node(file).is_some_and(known)
    }

    /// Returns an address that something has, where the last part of the given one may be a slip of
    /// the pen.
    fn nearest_address(&self, uri: &str) -> Option<String> {
        let (folder, name) = uri.rsplit_once('/')?;
        let beside = |address: &Address| {
            let (other, name) = address.as_str().rsplit_once('/')?;
            (other == folder).then(|| name.to_owned())
        };
        let names: Vec<String> = self.identities.addresses().filter_map(beside).collect();
        let found = nearest(name, names.iter().map(String::as_str))?;
        Some(format!("{folder}/{found}"))
    }
}

impl Node<'_> {
    /// Returns whether there is something at a path from the top of the file that the node stands in.
    pub(crate) fn file_has(self, path: &str) -> bool {
        Pointer::parse(path).is_some_and(|pointer| there(self.root(), &pointer).is_some())
    }
}

/// Where a path ends before its end.
struct Lost<'a> {
    node: Node<'a>,
    /// How many tokens lead to the node.
    count: usize,
}

fn there<'a>(root: Node<'a>, pointer: &Pointer) -> Option<Node<'a>> {
    descend(root, pointer).ok()
}

fn descend<'a>(root: Node<'a>, pointer: &Pointer) -> Result<Node<'a>, Lost<'a>> {
    let mut node = root;
    for (count, token) in pointer.tokens().enumerate() {
        node = node.step(&token).ok_or(Lost { node, count })?;
    }
    Ok(node)
}

impl Lost<'_> {
    /// Says that a node has nothing under the next token.
    fn error(&self, pointer: &Pointer) -> ResolveError {
        let mut reached = Pointer::root();
        let mut tokens = pointer.tokens();
        for token in tokens.by_ref().take(self.count) {
            reached.push(&token);
        }
        let missing = tokens.next().unwrap_or_default();
        let entries = self.node.as_object().into_iter().flatten();
        ResolveError::NoSuchValue {
            reached,
            place: self.node.span(),
            nearest: nearest(&missing, entries.map(|entry| entry.key)).map(str::to_owned),
            missing: missing.into_owned(),
        }
    }
}

#[cfg(test)]
mod tests;
