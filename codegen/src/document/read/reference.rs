//! `$ref` to everything but schemas: followed to the object itself, over several hops and files.
//!
//! What stands beside a `$ref` is taken or accounted for here. Memory of what was read, so that each
//! object is read once, is here too.

use super::super::{Handle, Use};
use super::cx::{Cx, Memo};
use super::fields::Fields;
use crate::diagnostic::{Code, Diagnostic};
use crate::load::Node;

/// Where references lead in the end.
pub(super) struct Followed<'a> {
    pub(super) node: Node<'a>,
    /// Whether there was a reference at all.
    pub(super) referenced: bool,
    pub(super) summary: Option<&'a str>,
    pub(super) description: Option<&'a str>,
}

/// So many references in a row are followed.
const MAX_HOPS: usize = 32;

/// Follows references from a node to something that is no reference.
pub(super) fn follow<'a>(cx: &mut Cx<'a, '_>, start: Node<'a>) -> Option<Followed<'a>> {
    let mut followed =
        Followed { node: start, referenced: false, summary: None, description: None };
    for _ in 0..MAX_HOPS {
        if followed.node.get("$ref").is_none() {
            return Some(followed);
        }
        let mut fields = Fields::open(cx, followed.node, "a reference")?;
        let target = target(cx, &mut fields)?;
        take_docs(cx, &mut fields, &mut followed);
        close_siblings(cx, fields);
        followed.node = target;
        followed.referenced = true;
    }
    say_circular(cx, start);
    None
}

/// Follows references to a text.
pub(super) fn follow_text<'a>(cx: &mut Cx<'a, '_>, start: Node<'a>) -> Option<Node<'a>> {
    let followed = follow(cx, start)?;
    let reason = "a `$ref` to a text, which OpenAPI does not know, was followed";
    cx.skip_annotation(start, reason);
    Some(followed.node)
}

/// Takes `$ref` and returns the node it leads to.
pub(super) fn target<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>) -> Option<Node<'a>> {
    let value = fields.any("$ref")?;
    let Some(reference) = value.as_str() else {
        cx.wrong_kind(value, "`$ref`", "a text");
        return None;
    };
    match cx.forest.resolve(value, reference) {
        Ok(target) => Some(target),
        Err(error) => {
            cx.diagnostics.add(error.diagnostic(value.span()));
            None
        }
    }
}

/// Accounts for the keys beside a `$ref` that were not taken.
pub(super) fn close_siblings<'a>(cx: &mut Cx<'a, '_>, fields: Fields<'a>) {
    let reason = format!("keys beside `$ref` do not count in {}", cx.version.name());
    for value in fields.rest() {
        cx.ignore(value, reason.clone());
    }
}

/// Says that references go round in a circle.
pub(super) fn say_circular(cx: &mut Cx<'_, '_>, start: Node<'_>) {
    let at = start.get("$ref").map_or(start.span(), Node::span);
    let diagnostic =
        Diagnostic::new(Code::CircularReference, "these references only lead to each other")
            .label(at, "nothing is found on this way");
    cx.diagnostics.add(diagnostic);
}

fn take_docs<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>, followed: &mut Followed<'a>) {
    if !cx.version.takes_docs_of_references() {
        return;
    }
    let summary = fields.text(cx, "summary");
    let description = fields.text(cx, "description");
    // The reference nearest to the use counts.
    followed.summary = followed.summary.or(summary);
    followed.description = followed.description.or(description);
}

/// Reads what several places may use, once: in place or where `$ref` leads to.
pub(super) fn read_use<'a, T>(
    cx: &mut Cx<'a, '_>,
    node: Node<'a>,
    memo: impl Fn(&mut Cx<'a, '_>) -> &mut Memo<'a, T>,
    read: impl FnOnce(&mut Cx<'a, '_>, Node<'a>, bool) -> Option<T>,
) -> Option<Use<'a, T>> {
    let followed = follow(cx, node)?;
    let known = memo(cx).get(&followed.node).cloned();
    let item = match known {
        Some(item) => item,
        None => {
            let shared = followed.referenced;
            if shared {
                cx.shared.push(followed.node);
            }
            let item = read(cx, followed.node, shared).map(Handle::new);
            memo(cx).insert(followed.node, item.clone());
            item
        }
    };
    let Followed { summary, description, .. } = followed;
    Some(Use { item: item?, summary, description })
}

/// Reads an object under `components`, which is shared whether or not something refers to it.
pub(super) fn read_component<'a, T>(
    cx: &mut Cx<'a, '_>,
    node: Node<'a>,
    memo: impl Fn(&mut Cx<'a, '_>) -> &mut Memo<'a, T>,
    read: impl FnOnce(&mut Cx<'a, '_>, Node<'a>, bool) -> Option<T>,
) {
    if node.get("$ref").is_some() {
        read_use(cx, node, memo, read);
        return;
    }
    if memo(cx).contains_key(&node) {
        return;
    }
    cx.shared.push(node);
    let item = read(cx, node, true).map(Handle::new);
    memo(cx).insert(node, item);
}
