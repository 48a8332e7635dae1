//! Values that stand for others: YAML's anchors and aliases.
//!
//! An alias is one record that names its target; nothing is copied. What the tree would be if it
//! were is counted all the same, in values and in depth, because later stages walk it as if.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Builder;
use super::builder::Exceeded;
use super::node::Kind;
use super::record::{Data, Tag};
use crate::load::limits::{MAX_DEPTH, MAX_NODES};

/// Values that aliases can stand for.
#[derive(Debug, Default)]
pub(super) struct Anchors {
    /// The latest value of each anchor. Its id in the tree, by its id in the text.
    ids: BTreeMap<usize, u32>,
    /// What stands behind each of them, by id in the tree.
    extents: BTreeMap<u32, Extent>,
}

/// How much stands behind a value.
#[derive(Debug, Clone, Copy)]
pub(super) struct Extent {
    /// Values and keys, aliases counted as what they stand for.
    pub(super) nodes: u64,
    /// Levels of objects and arrays.
    pub(super) height: usize,
}

/// Why a value cannot be repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::load) enum BadAlias {
    /// The value is not known, or not complete: the alias stands in it.
    Incomplete,
    Exceeded(Exceeded),
}

impl Builder {
    /// Names the value that was just added or opened.
    pub(in crate::load) fn anchor(&mut self, anchor: usize) {
        let Some(id) = self.last_added() else { return };
        self.anchors.ids.insert(anchor, id);
        if is_scalar(self.tree.data(id)) {
            self.note_extent(
                id,
                Extent {
                    nodes: 1,
                    height: 0,
                },
            );
        } else {
            self.expect_extent();
        }
    }

    /// Adds a value that stands for the one with this anchor.
    pub(in crate::load) fn alias(
        &mut self,
        anchor: usize,
        place: Range<usize>,
    ) -> Result<(), BadAlias> {
        let (target, extent) = self.target(anchor).ok_or(BadAlias::Incomplete)?;
        if self.depth() + extent.height > MAX_DEPTH {
            return Err(BadAlias::Exceeded(Exceeded::Depth));
        }
        self.charge(extent.nodes).map_err(BadAlias::Exceeded)?;
        self.push(Tag::Alias, place, Data::Target(target))
            .map_err(BadAlias::Exceeded)?;
        self.raise(extent.height + 1);
        Ok(())
    }

    /// Adds an empty value of the kind of the one with this anchor, which is not complete.
    pub(in crate::load) fn hollow(
        &mut self,
        anchor: usize,
        place: Range<usize>,
    ) -> Result<(), Exceeded> {
        let target = self.anchors.ids.get(&anchor);
        let array = target.is_some_and(|id| self.tree.record(*id).tag == Tag::Array);
        let kind = if array { Kind::Array } else { Kind::Object };
        let end = place.end;
        self.open(kind, place)?;
        self.close(end);
        Ok(())
    }

    /// Returns the text of the scalar with this anchor.
    pub(in crate::load) fn anchored_text(&self, anchor: usize) -> Option<String> {
        let (target, _) = self.target(anchor)?;
        let data = self.tree.data(target);
        is_scalar(data).then(|| self.tree.text(target).to_owned())
    }

    /// Notes how much stands behind a value that is complete now.
    pub(super) fn note_extent(&mut self, id: u32, extent: Extent) {
        self.anchors.extents.insert(id, extent);
    }

    /// Returns how much stands behind a value that an alias stands for.
    pub(super) fn extent(&self, target: u32) -> Option<Extent> {
        self.anchors.extents.get(&target).copied()
    }

    /// Counts values that are there without records of their own.
    pub(super) fn charge(&mut self, nodes: u64) -> Result<(), Exceeded> {
        self.expanded = self.expanded.saturating_add(nodes);
        if self.expanded > MAX_NODES {
            Err(Exceeded::Nodes)
        } else {
            Ok(())
        }
    }

    fn target(&self, anchor: usize) -> Option<(u32, Extent)> {
        let id = *self.anchors.ids.get(&anchor)?;
        Some((id, self.extent(id)?))
    }
}

fn is_scalar(data: Data) -> bool {
    matches!(data, Data::Source(..) | Data::Side(..))
}
