//! Tags: the declared ones and, behind them, the used ones; the tree of the declared ones.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::cx::Cx;
use super::info::lower_external_docs;
use crate::api::Tag;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{self, Text, origin};
use crate::load::nearest;
use crate::source::Span;

/// Returns all tags in order of appearance, each once.
pub(super) fn lower_tags(cx: &mut Cx<'_, '_>) -> Vec<Tag> {
    check_tree(cx);
    let mut tags: IndexMap<&str, Tag> = IndexMap::new();
    let mut places: BTreeMap<&str, Span> = BTreeMap::new();
    for tag in &cx.document.tags {
        let first = *places.entry(tag.name.text).or_insert(tag.name.span);
        if first != tag.name.span {
            say_twice(cx, tag, first);
        }
        tags.entry(tag.name.text).or_insert_with(|| lower_tag(tag));
    }
    let operations = cx.document.paths.iter().flat_map(|item| &item.operations);
    for name in operations.flat_map(|operation| &operation.tags) {
        tags.entry(name).or_insert_with(|| Tag {
            name: (*name).to_owned(),
            ..Tag::default()
        });
    }
    tags.into_values().collect()
}

fn lower_tag(tag: &document::Tag<'_>) -> Tag {
    let owned = |text: Option<&str>| text.map(str::to_owned);
    Tag {
        name: tag.name.text.to_owned(),
        summary: owned(tag.summary),
        description: owned(tag.description),
        external_docs: lower_external_docs(tag.external_docs.as_ref()),
        parent: owned(tag.parent.map(|parent| parent.text)),
        kind: owned(tag.kind),
        origin: Some(origin(tag.node)),
    }
}

/// Says which parents do not exist, and which tags stand under each other in a circle.
fn check_tree(cx: &mut Cx<'_, '_>) {
    let mut parents: BTreeMap<&str, Option<Text<'_>>> = BTreeMap::new();
    for tag in &cx.document.tags {
        parents.entry(tag.name.text).or_insert(tag.parent);
    }
    for parent in cx.document.tags.iter().filter_map(|tag| tag.parent) {
        if !parents.contains_key(parent.text) {
            say_unknown(cx, parent, parents.keys().copied());
        }
    }
    // The way up from a tag ends at a root or at a tag that was looked at before.
    let mut rounds: BTreeMap<&str, usize> = BTreeMap::new();
    for (round, start) in cx.document.tags.iter().enumerate() {
        let mut next = Some(start.name.text);
        while let Some(name) = next {
            if let Some(seen) = rounds.get(name) {
                if *seen == round {
                    say_circular(cx, parents.get(name).copied().flatten());
                }
                break;
            }
            rounds.insert(name, round);
            next = parents
                .get(name)
                .copied()
                .flatten()
                .map(|parent| parent.text);
        }
    }
}

/// Says that a tag is declared a second time, which has no effect.
fn say_twice(cx: &mut Cx<'_, '_>, tag: &document::Tag<'_>, first: Span) {
    let message = format!("the tag `{}` is declared twice", tag.name.text);
    let diagnostic = Diagnostic::new(Code::DuplicateTag, message)
        .label(tag.name.span, "declared again, which has no effect")
        .secondary(first, "declared here first")
        .help("remove one of them, or rename it")
        .several("tags are declared twice");
    cx.diagnostics.add(diagnostic);
    cx.pass_over(tag.node, "a tag of this name is declared before");
}

fn say_unknown<'t>(cx: &mut Cx<'_, '_>, parent: Text<'_>, known: impl Iterator<Item = &'t str>) {
    let message = format!("the tag `{}` does not exist", parent.text);
    let diagnostic = Diagnostic::new(Code::UnknownParentTag, message)
        .label(parent.span, "no tag of this name is declared");
    let diagnostic = match nearest(parent.text, known) {
        Some(meant) => diagnostic.help(format!("did you mean `{meant}`?")),
        None => diagnostic.help(format!("declare the tag `{}` under `tags`", parent.text)),
    };
    cx.diagnostics.add(diagnostic);
}

fn say_circular(cx: &mut Cx<'_, '_>, parent: Option<Text<'_>>) {
    let Some(parent) = parent else {
        return;
    };
    let message = format!("the tag `{}` stands under itself", parent.text);
    let diagnostic = Diagnostic::new(Code::CircularTags, message)
        .label(parent.span, "leads back to the tag it belongs to")
        .help("remove the `parent` of one of the tags on the way");
    cx.diagnostics.add(diagnostic);
}
