//! All objects of a description, each once, wherever references lead.

use super::super::cx::Cx;
use super::grammar::{Kind, Under};
use crate::hashing::QuickSet;
use crate::load::{Node, NodeId};

/// Returns the objects with their kinds, from the root on. Nesting costs no stack, and what several
/// places refer to is there once for each kind that it is used as.
pub(super) fn objects<'a>(cx: &Cx<'a, '_>) -> Vec<(Node<'a>, Kind)> {
    let mut walk = Walk {
        cx,
        seen: QuickSet::default(),
        found: Vec::new(),
    };
    walk.visit(cx.forest.root(), Kind::Root);
    let mut next = 0;
    while let Some(&(node, kind)) = walk.found.get(next) {
        next += 1;
        for &(under, child) in kind.children() {
            walk.visit_under(node, under, child);
        }
    }
    walk.found
}

struct Walk<'c, 'a, 'd> {
    cx: &'c Cx<'a, 'd>,
    seen: QuickSet<(NodeId, Kind)>,
    found: Vec<(Node<'a>, Kind)>,
}

impl<'a> Walk<'_, 'a, '_> {
    fn visit_under(&mut self, node: Node<'a>, under: Under, kind: Kind) {
        match under {
            Under::Key(key) => {
                if let Some(value) = node.get(key) {
                    self.visit(value, kind);
                }
            }
            Under::List(key) => {
                for value in node.get(key).and_then(Node::as_array).into_iter().flatten() {
                    self.visit(value, kind);
                }
            }
            Under::Map(key) => {
                if let Some(map) = node.get(key) {
                    self.visit_names(map, kind);
                }
            }
            Under::Names => self.visit_names(node, kind),
        }
    }

    fn visit_names(&mut self, map: Node<'a>, kind: Kind) {
        for entry in map.as_object().into_iter().flatten() {
            if !(kind.stands_beside_extensions() && entry.key.starts_with("x-")) {
                self.visit(entry.value, kind);
            }
        }
    }

    fn visit(&mut self, start: Node<'a>, kind: Kind) {
        let Some(node) = follow(self.cx, start).filter(|node| node.is_object()) else {
            return;
        };
        if self.seen.insert((node.identity(), kind)) {
            self.found.push((node, kind));
        }
    }
}

/// So many references in a row are followed, as many as by readers.
const MAX_HOPS: usize = 32;

/// Returns what references from a node lead to, without a word where they lead nowhere: that is said
/// by who needs the object.
pub(super) fn follow<'a>(cx: &Cx<'a, '_>, start: Node<'a>) -> Option<Node<'a>> {
    let mut node = start;
    for _ in 0..MAX_HOPS {
        if let Some(known) = cx.followed.get(&node.identity()) {
            return known.ok().map(|followed| followed.node);
        }
        let Some(value) = node.get("$ref") else {
            return Some(node);
        };
        node = cx.forest.resolve(value, value.as_str()?).ok()?;
    }
    None
}
