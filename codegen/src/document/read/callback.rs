//! Callbacks: read from a queue, because their operations may have callbacks of their own.

use super::super::{Callback, CallbackId, Text};
use super::cx::Cx;
use super::fields::{Fields, is_extension, skip_extension};
use super::{paths, reference};
use crate::load::{Kind, Node};

/// Why callbacks come out nowhere.
pub(super) const CALLBACKS: &str = "callbacks are not generated yet";

/// Takes the callbacks of an operation.
pub(super) fn read_callbacks<'a>(
    cx: &mut Cx<'a, '_>,
    owner: &mut Fields<'a>,
) -> Vec<(Text<'a>, CallbackId)> {
    let mut callbacks = Vec::new();
    for entry in owner.map(cx, "callbacks") {
        if is_extension(&entry) && !entry.value.is_object() {
            skip_extension(cx, &entry);
            continue;
        }
        let name = Text {
            text: entry.key,
            span: entry.key_span,
        };
        let read = read_callback(cx, entry.value, false);
        callbacks.extend(read.map(|callback| (name, callback)));
    }
    if let Some(node) = owner.peek("callbacks") {
        cx.ignore(node, CALLBACKS);
    }
    callbacks
}

/// Returns the callback at a node or where `$ref` leads to; it is read later if it is new.
pub(super) fn read_callback<'a>(
    cx: &mut Cx<'a, '_>,
    node: Node<'a>,
    shared: bool,
) -> Option<CallbackId> {
    let followed = reference::follow(cx, node)?;
    let node = followed.node;
    if node.kind() != Kind::Object {
        cx.wrong_kind(node, "a callback", "an object");
        return None;
    }
    let next = CallbackId::new(cx.callbacks.len());
    let id = *cx.callback_ids.entry(node.identity()).or_insert(next);
    if id == next {
        let shared = shared || followed.referenced;
        if shared {
            cx.shared.push(node);
        }
        cx.callbacks.push(Callback {
            node,
            shared,
            paths: Vec::new(),
        });
    }
    Some(id)
}

/// Reads all callbacks that were found behind the first so many, and those that they lead to.
/// Returns how many there are.
pub(super) fn read_pending(cx: &mut Cx<'_, '_>, done: usize) -> usize {
    let mut next = done;
    // New ones are added behind.
    while let Some(node) = cx.callbacks.get(next).map(|callback| callback.node) {
        let paths = read_expressions(cx, node);
        cx.callbacks[next].paths = paths;
        next += 1;
    }
    next
}

fn read_expressions<'a>(cx: &mut Cx<'a, '_>, node: Node<'a>) -> Vec<super::super::PathItem<'a>> {
    let mut found = Vec::new();
    for entry in node.as_object().into_iter().flatten() {
        if is_extension(&entry) {
            skip_extension(cx, &entry);
        } else {
            found.extend(paths::read_path_item(cx, &entry));
        }
    }
    found
}
