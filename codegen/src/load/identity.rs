//! What parts of files are called: `$self` and `$id`, which are addresses, and anchors, which are
//! names below an address (JSON Schema 2020-12 §8.2, OAS 3.2 §4.1.2).
//!
//! The strings found in one file after the other go in. Afterwards it can be asked what a node
//! belongs to, and what an address or an anchor stands for.

use std::collections::BTreeMap;

use super::address::Address;
use super::reference::is_anchor;
use super::tree::{Node, Spot};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::Span;

/// Every name of a description's files.
#[derive(Debug, Default)]
pub(super) struct Identities {
    /// The tops of files and of schemas with an `$id`, with the address that counts below.
    bases: BTreeMap<Spot, Address>,
    /// What has an address beside the one where it was found.
    resources: BTreeMap<Address, (Spot, Span)>,
    /// Anchors by the top they stand below.
    anchors: BTreeMap<Spot, BTreeMap<String, Anchor>>,
    left: Left,
}

/// What an anchor stands for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Anchor {
    pub(super) spot: Spot,
    /// Whether `$dynamicAnchor` names it.
    pub(super) is_dynamic: bool,
    place: Span,
}

/// How many identifiers are still taken. The largest collections of schemas have some thousands.
#[derive(Debug)]
struct Left(usize);

impl Default for Left {
    fn default() -> Self {
        Self(MAX_IDENTIFIERS)
    }
}

const MAX_IDENTIFIERS: usize = 100_000;

impl Identities {
    /// Adds a file: what it is called, and what calls parts of it.
    pub(super) fn add(
        &mut self,
        root: Node<'_>,
        address: &Address,
        own: Option<Node<'_>>,
        mut identifiers: Vec<Node<'_>>,
        diagnostics: &mut Diagnostics,
    ) {
        self.bases.insert(root.spot(), address.clone());
        if let Some(own) = own {
            self.add_address(root, own, diagnostics);
        }
        if self.left.0 < identifiers.len() {
            diagnostics.add(too_many(identifiers[self.left.0]));
        }
        identifiers.truncate(self.left.0);
        self.left.0 -= identifiers.len();
        // In the text, an `$id` can stand behind others that count from it.
        identifiers.sort_by_key(|node| node.parent().map(Node::spot));
        for node in identifiers.iter().filter(|node| node.key() == Some("$id")) {
            if let Some(top) = node.parent() {
                self.add_address(top, *node, diagnostics);
            }
        }
        for node in identifiers {
            if let Some(target) = node.parent().filter(|_| node.key() != Some("$id")) {
                self.add_anchor(target, node, diagnostics);
            }
        }
    }

    /// Takes the string under `$id` or `$self` as the address of `top`.
    fn add_address(&mut self, top: Node<'_>, node: Node<'_>, diagnostics: &mut Diagnostics) {
        let text = node.as_str().unwrap_or_default();
        let (text, fragment) = text.split_once('#').unwrap_or((text, ""));
        if !fragment.is_empty() {
            diagnostics.add(fragment_in_address(node));
            return;
        }
        let around = match top.parent() {
            Some(parent) => self.base(parent),
            None => self.bases.get(&top.spot()),
        };
        let Some(Ok(address)) = around.map(|base| base.resolve(text)) else {
            diagnostics.add(bad_address(node));
            return;
        };
        self.bases.insert(top.spot(), address.clone());
        let entry = (top.spot(), node.span());
        if let Some((_, first)) = self
            .resources
            .get(&address)
            .filter(|(spot, _)| *spot != entry.0)
        {
            let what = format!("the address `{}`", address.as_str());
            diagnostics.add(given_twice(&what, node.span(), *first));
            return;
        }
        self.resources.entry(address).or_insert(entry);
    }

    fn add_anchor(&mut self, target: Node<'_>, node: Node<'_>, diagnostics: &mut Diagnostics) {
        let name = node.as_str().unwrap_or_default();
        if !is_anchor(name) {
            diagnostics.add(bad_anchor(node));
            return;
        }
        let top = self.top(target).spot();
        let new = Anchor {
            spot: target.spot(),
            is_dynamic: node.key() == Some("$dynamicAnchor"),
            place: node.span(),
        };
        let anchors = self.anchors.entry(top).or_default();
        match anchors.get_mut(name) {
            None => {
                anchors.insert(name.to_owned(), new);
            }
            // One schema may have both kinds of anchor.
            Some(old) if old.spot == new.spot => old.is_dynamic |= new.is_dynamic,
            Some(old) => {
                let what = format!("the anchor `{name}`");
                diagnostics.add(given_twice(&what, new.place, old.place));
            }
        }
    }

    /// Returns the top of what a node belongs to: the nearest schema around it, or it itself, that
    /// has an `$id`, or the whole file.
    pub(super) fn top<'a>(&self, node: Node<'a>) -> Node<'a> {
        let root = node.root();
        let mut from_root = self.bases.range(root.spot()..).skip(1);
        if from_root
            .next()
            .is_none_or(|(spot, _)| spot.file != root.file())
        {
            // Most files have no other address than their own, and then there is no need to climb.
            return root;
        }
        let mut top = node;
        while let Some(parent) = top
            .parent()
            .filter(|_| !self.bases.contains_key(&top.spot()))
        {
            top = parent;
        }
        top
    }

    /// Returns the address that relative references at a node count from.
    pub(super) fn base(&self, node: Node<'_>) -> Option<&Address> {
        self.bases.get(&self.top(node).spot())
    }

    /// Returns the address of a whole file: the one it gives itself, or where it was found.
    pub(super) fn base_of_file(&self, root: Node<'_>) -> Option<&Address> {
        self.bases.get(&root.spot())
    }

    /// Returns what calls itself by an address.
    pub(super) fn resource(&self, address: &Address) -> Option<Spot> {
        self.resources.get(address).map(|(spot, _)| *spot)
    }

    pub(super) fn anchor(&self, top: Node<'_>, name: &str) -> Option<Anchor> {
        self.anchors.get(&top.spot())?.get(name).copied()
    }

    /// Returns the anchors below a top, in the order of their names.
    pub(super) fn anchors(&self, top: Node<'_>) -> impl Iterator<Item = (&str, Anchor)> {
        let anchors = self.anchors.get(&top.spot()).into_iter().flatten();
        anchors.map(|(name, anchor)| (name.as_str(), *anchor))
    }

    /// Returns everything that has a `$dynamicAnchor` of this name.
    pub(super) fn dynamic_targets(&self, name: &str) -> impl Iterator<Item = Spot> {
        let named = self
            .anchors
            .values()
            .filter_map(move |below| below.get(name));
        named
            .filter(|anchor| anchor.is_dynamic)
            .map(|anchor| anchor.spot)
    }

    /// Returns all addresses that files and schemas give themselves.
    pub(super) fn addresses(&self) -> impl Iterator<Item = &Address> {
        self.resources.keys()
    }

    /// Returns whether some `$dynamicRef` can mean different things at different times.
    pub(super) fn has_dynamic_anchors(&self) -> bool {
        self.anchors
            .values()
            .flatten()
            .any(|(_, anchor)| anchor.is_dynamic)
    }
}

fn given_twice(what: &str, second: Span, first: Span) -> Diagnostic {
    Diagnostic::new(Code::DuplicateIdentifier, format!("{what} is given twice"))
        .label(second, "given again")
        .secondary(first, "given here first")
        .help("change or remove one of them, so that references can mean only one")
}

fn fragment_in_address(node: Node<'_>) -> Diagnostic {
    let key = node.key().unwrap_or_default();
    let help = if key == "$self" {
        "remove the `#` and what stands after it"
    } else {
        "give the schema a name with `$anchor`, as in `$anchor: pet`"
    };
    Diagnostic::new(Code::MalformedIdentifier, format!("`{key}` has a fragment"))
        .label(node.span(), "there may be nothing after `#`")
        .help(help)
}

fn bad_address(node: Node<'_>) -> Diagnostic {
    let key = node.key().unwrap_or_default();
    let message = format!("`{key}` is no address");
    Diagnostic::new(Code::MalformedIdentifier, message)
        .label(node.span(), "not understood")
        .help("write a URI, as in `https://example.org/schemas/pet`, or a relative path")
}

fn bad_anchor(node: Node<'_>) -> Diagnostic {
    let key = node.key().unwrap_or_default();
    let message = format!("`{key}` is no name that a reference could have after `#`");
    Diagnostic::new(Code::MalformedIdentifier, message)
        .label(node.span(), "not understood")
        .help("write letters, digits, `-`, `_` and `.`, the first of them a letter or `_`")
}

fn too_many(node: Node<'_>) -> Diagnostic {
    let message = format!("more than {MAX_IDENTIFIERS} identifiers");
    Diagnostic::new(Code::TooLarge, message)
        .label(node.span(), "one too many")
        .help("remove those that no reference needs")
}
