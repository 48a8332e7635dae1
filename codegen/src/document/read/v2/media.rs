//! `consumes` and `produces`: the media types of all bodies and answers, apart from their schemas.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::super::cx::Cx;
use super::super::fields::{self, Fields};
use crate::document::Text;
use crate::load::Node;

/// A media type, as in `application/json`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Name<'a> {
    pub(super) text: Text<'a>,
    pub(super) node: Node<'a>,
}

/// What is written in one place.
#[derive(Debug, Clone)]
pub(super) struct List<'a> {
    node: Node<'a>,
    names: Rc<[Name<'a>]>,
}

/// What counts for all operations that say nothing of their own.
#[derive(Debug, Default)]
pub(super) struct Common<'a> {
    list: Option<List<'a>>,
    used: bool,
}

/// So many media types of one list count: each operation has a body for every one of them.
const MAX_NAMES: usize = 32;

/// Takes a list of media types; nothing where there is none, which differs from an empty list.
pub(super) fn read_list<'a>(
    cx: &mut Cx<'a, '_>,
    owner: &mut Fields<'a>,
    key: &'static str,
) -> Option<List<'a>> {
    let node = owner.any(key)?;
    let mut seen = BTreeSet::new();
    let mut names = Vec::new();
    for node in owner.list(cx, key) {
        let Some(text) = fields::text(cx, node, key) else {
            continue;
        };
        if !seen.insert(text.text) {
            cx.skip_annotation(node, "the media type is listed twice");
        } else if names.len() >= MAX_NAMES {
            cx.ignore(
                node,
                format!("only the first {MAX_NAMES} media types count"),
            );
        } else {
            names.push(Name { text, node });
        }
    }
    let names = names.into();
    Some(List { node, names })
}

impl<'a> Common<'a> {
    pub(super) fn new(list: Option<List<'a>>) -> Self {
        Self { list, used: false }
    }

    /// Returns the media types of an operation with a list of its own or without.
    pub(super) fn or(&mut self, own: Option<&List<'a>>) -> Rc<[Name<'a>]> {
        self.used |= own.is_none();
        let list = own.or(self.list.as_ref());
        list.map(|list| Rc::clone(&list.names)).unwrap_or_default()
    }
}

/// Accounts for the lists of the root that no operation is in need of.
pub(super) fn account_for_unused(cx: &mut Cx<'_, '_>) {
    for common in [
        std::mem::take(&mut cx.v2.consumes),
        std::mem::take(&mut cx.v2.produces),
    ] {
        skip_unused(cx, common.list.filter(|_| !common.used));
    }
}

/// Accounts for a list of one operation that has no body to describe.
pub(super) fn skip_unused<'a>(cx: &mut Cx<'a, '_>, list: Option<List<'a>>) {
    if let Some(list) = list {
        cx.skip_annotation(list.node, UNUSED);
    }
}

/// Accounts for a media type that one body cannot have; once, however many bodies there are.
pub(super) fn skip_name<'a>(cx: &mut Cx<'a, '_>, name: &Name<'a>, reason: &'static str) {
    if cx.v2.skipped.insert(name.node.identity()) {
        cx.skip_annotation(name.node, reason);
    }
}

const UNUSED: &str = "there is no body that would have these media types";
