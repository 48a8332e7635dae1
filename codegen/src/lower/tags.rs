//! Tags: the declared ones and, behind them, the used ones.

use indexmap::IndexMap;

use super::cx::Cx;
use crate::api::Tag;

/// Returns all tags in order of appearance, each once.
pub(super) fn lower_tags(cx: &Cx<'_, '_>) -> Vec<Tag> {
    let declared = cx
        .document
        .tags
        .iter()
        .map(|tag| (tag.name.text, tag.description));
    let operations = cx.document.paths.iter().flat_map(|item| &item.operations);
    let used = operations
        .flat_map(|operation| &operation.tags)
        .map(|name| (*name, None));
    let mut tags: IndexMap<&str, Option<&str>> = IndexMap::new();
    for (name, description) in declared.chain(used) {
        tags.entry(name).or_insert(description);
    }
    let tag = |(name, description): (&str, Option<&str>)| Tag {
        name: name.to_owned(),
        description: description.map(str::to_owned),
    };
    tags.into_iter().map(tag).collect()
}
