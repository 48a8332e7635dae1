//! YAML's merge keys: `<<: *base` takes over the entries of another object.
//!
//! They are not in YAML 1.2, but real descriptions use them and other tools know them. The entries
//! are added at the end of the object, as aliases, so a tree has no merge keys to those who look.
//! An entry of the object itself wins; of several objects taken over, the first wins.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Builder;
use super::arena::Arena;
use super::builder::{Exceeded, Text};
use super::record::{Data, Tag};
use crate::source::Span;

/// Why entries cannot be taken over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::load) enum BadMerge {
    /// The value at this place is no object.
    NoObject(Span),
    Exceeded(Exceeded),
}

impl Builder {
    /// Adds a merge key; its value comes next.
    pub(in crate::load) fn merge_key(
        &mut self,
        place: Range<usize>,
        text: Text<'_>,
    ) -> Result<(), Exceeded> {
        let data = self.data(text);
        self.push(Tag::MergeKey, place, data).map(drop)
    }

    /// Takes over what the merge keys of the innermost object say, before it is closed.
    pub(in crate::load) fn merge(&mut self) -> Result<(), BadMerge> {
        let Some(object) = self.innermost_id() else {
            return Ok(());
        };
        self.end_at_last(object);
        let sources = self.tree.merge_sources(object)?;
        for source in &sources {
            let nodes = self.weigh(*source);
            self.charge(nodes).map_err(BadMerge::Exceeded)?;
        }
        for (key, value) in self.tree.missing_entries(object, &sources) {
            self.push_beside(key, Tag::Key, self.tree.data(key))?;
            let target = self.tree.content(value);
            self.push_beside(value, Tag::Alias, Data::Target(target))?;
        }
        Ok(())
    }

    /// Adds a record at the place of another one.
    fn push_beside(&mut self, id: u32, tag: Tag, data: Data) -> Result<(), BadMerge> {
        let record = self.tree.record(id);
        let place = record.start as usize..record.end as usize;
        self.push(tag, place, data)
            .map(drop)
            .map_err(BadMerge::Exceeded)
    }

    /// Returns how many values stand behind one of the tree.
    fn weigh(&self, id: u32) -> u64 {
        let weight = |id| {
            let target = self.tree.record(id).target();
            let extent = target.and_then(|target| self.extent(target));
            extent.map_or(1, |extent| extent.nodes)
        };
        (id..self.tree.end_of(id)).map(weight).sum()
    }
}

impl Arena {
    /// Returns the objects that the merge keys of an object name, in their order.
    fn merge_sources(&self, object: u32) -> Result<Vec<u32>, BadMerge> {
        let mut sources = Vec::new();
        for key in self
            .entry_ids(object)
            .filter(|id| self.record(*id).tag == Tag::MergeKey)
        {
            let value = self.content(key + 1);
            match self.record(value).tag {
                Tag::Array => sources.extend(self.element_ids(value)),
                _ => sources.push(key + 1),
            }
        }
        let no_object = |id: &&u32| self.record(self.content(**id)).tag != Tag::Object;
        if let Some(id) = sources.iter().find(no_object) {
            return Err(BadMerge::NoObject(self.span(*id)));
        }
        Ok(sources.into_iter().map(|id| self.content(id)).collect())
    }

    /// Returns the keys of some objects, with the values, that an object does not have.
    fn missing_entries(&self, object: u32, sources: &[u32]) -> Vec<(u32, u32)> {
        let mut present: BTreeSet<&str> = self.key_ids(object).map(|id| self.text(id)).collect();
        let keys = sources.iter().flat_map(|source| self.key_ids(*source));
        keys.filter(|key| present.insert(self.text(*key)))
            .map(|key| (key, key + 1))
            .collect()
    }
}
