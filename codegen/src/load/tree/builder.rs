//! Values in the order of the text, to a tree.
//!
//! Readers push keys and values and close what they opened. The builder keeps the limits and makes
//! the lists of big objects and arrays; which text is which value is the reader's business.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::Tree;
use super::alias::{Anchors, Extent};
use super::arena::{Arena, Children, FEW};
use super::duplicates::{self, Duplicate};
use super::node::Kind;
use super::record::{Data, Record, Tag};
use crate::load::limits::{MAX_DEPTH, MAX_NODES};
use crate::source::FileId;

/// A tree in the making.
#[derive(Debug)]
pub(in crate::load) struct Builder {
    pub(super) tree: Arena,
    open: Vec<Open>,
    pub(super) anchors: Anchors,
    /// Records so far, each alias counted as all it stands for.
    pub(super) expanded: u64,
    /// Keys given twice in one object: the first and the second.
    pub(super) duplicates: Vec<(u32, u32)>,
    /// Room for the keys of one object.
    keys: Vec<u32>,
}

/// An object or array that is not closed yet.
#[derive(Debug, Clone, Copy)]
struct Open {
    id: u32,
    /// Levels of objects and arrays in it so far, itself included.
    height: usize,
    /// What was counted before it.
    expanded: u64,
    /// Whether aliases can stand for it.
    anchored: bool,
}

/// The text of a scalar or key.
#[derive(Debug, Clone)]
pub(in crate::load) enum Text<'a> {
    /// As it stands in the source.
    Source(Range<usize>),
    /// As it results from the source.
    Decoded(&'a str),
}

/// A limit that a value would break.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::load) enum Exceeded {
    Depth,
    Nodes,
}

impl Builder {
    pub(in crate::load) fn new(file: FileId, source: Arc<String>) -> Self {
        // Real descriptions have one record for about 11 bytes; growing copies all records.
        let records = Vec::with_capacity(source.len() / 10);
        let (side, children) = (String::new(), BTreeMap::new());
        Self {
            tree: Arena {
                file,
                source,
                side,
                records,
                ranges: Vec::new(),
                children,
                foreign: Vec::new(),
            },
            open: Vec::new(),
            anchors: Anchors::default(),
            expanded: 0,
            duplicates: Vec::new(),
            keys: Vec::new(),
        }
    }

    /// Begins an object or array; `end` is preliminary.
    pub(in crate::load) fn open(
        &mut self,
        kind: Kind<'_>,
        place: Range<usize>,
    ) -> Result<(), Exceeded> {
        if self.open.len() >= MAX_DEPTH {
            return Err(Exceeded::Depth);
        }
        let tag = if kind == Kind::Object {
            Tag::Object
        } else {
            Tag::Array
        };
        let expanded = self.expanded;
        let id = self.push(tag, place, Data::End(0))?;
        self.open.push(Open {
            id,
            height: 1,
            expanded,
            anchored: false,
        });
        Ok(())
    }

    /// Ends the innermost object or array.
    pub(in crate::load) fn close(&mut self, end: usize) {
        let Some(closed) = self.open.pop() else {
            return;
        };
        self.end_at_last(closed.id);
        let record = &mut self.tree.records[closed.id as usize];
        record.end = offset(end);
        let tag = record.tag;
        self.raise(closed.height + 1);
        if closed.anchored {
            let nodes = self.expanded - closed.expanded;
            self.note_extent(
                closed.id,
                Extent {
                    nodes,
                    height: closed.height,
                },
            );
        }
        if tag == Tag::Object {
            self.close_object(closed.id);
        } else {
            self.close_array(closed.id);
        }
    }

    /// Adds a scalar value; `kind` says which, its own text does not count.
    pub(in crate::load) fn scalar(
        &mut self,
        kind: Kind<'_>,
        place: Range<usize>,
        text: Text<'_>,
    ) -> Result<(), Exceeded> {
        let tag = match kind {
            Kind::Null => Tag::Null,
            Kind::Bool(false) => Tag::False,
            Kind::Bool(true) => Tag::True,
            Kind::Number(_) => Tag::Number,
            Kind::String(_) | Kind::Array | Kind::Object => Tag::String,
        };
        let data = self.data(text);
        self.push(tag, place, data).map(drop)
    }

    /// Adds the key of the value that comes next.
    pub(in crate::load) fn key(
        &mut self,
        place: Range<usize>,
        text: Text<'_>,
    ) -> Result<(), Exceeded> {
        let data = self.data(text);
        self.push(Tag::Key, place, data).map(drop)
    }

    /// Announces that the object or array that comes next is a key, which comes behind it as a text.
    pub(in crate::load) fn key_tree(&mut self, at: usize) -> Result<(), Exceeded> {
        self.push(Tag::KeyTree, at..at, Data::Source(0, 0))
            .map(drop)
    }

    /// Returns whether the innermost open value is an object, an array, or nothing.
    pub(in crate::load) fn innermost(&self) -> Option<Kind<'static>> {
        let open = self.open.last()?;
        let object = self.tree.record(open.id).tag == Tag::Object;
        Some(if object { Kind::Object } else { Kind::Array })
    }

    /// Returns where the innermost open value begins.
    pub(in crate::load) fn innermost_start(&self) -> Option<usize> {
        let open = self.open.last()?;
        Some(self.tree.record(open.id).start as usize)
    }

    /// Returns where the value or key that was added last ends.
    pub(in crate::load) fn last_end(&self) -> usize {
        self.tree
            .records
            .last()
            .map_or(0, |record| record.end as usize)
    }

    /// Returns whether there is no value, or the first one is not written.
    pub(in crate::load) fn is_blank(&self) -> bool {
        let first = self.tree.records.first();
        first.is_none_or(|root| root.tag == Tag::Null && root.start == root.end)
    }

    /// Returns the tree, and the pairs of equal keys.
    pub(in crate::load) fn finish(self) -> (Tree, Vec<Duplicate>) {
        let Self {
            tree, duplicates, ..
        } = self;
        let duplicates = duplicates
            .iter()
            .map(|(first, second)| Duplicate::new(&tree, *first, *second));
        let duplicates = duplicates.collect();
        (Tree::new(tree), duplicates)
    }

    pub(super) fn push(
        &mut self,
        tag: Tag,
        place: Range<usize>,
        data: Data,
    ) -> Result<u32, Exceeded> {
        self.expanded += 1;
        if self.expanded > MAX_NODES {
            return Err(Exceeded::Nodes);
        }
        let id = offset(self.tree.records.len());
        let parent = self.open.last().map_or(id, |open| open.id);
        let place = (offset(place.start), offset(place.end));
        let record = Record::new(tag, place, parent, data, &mut self.tree.ranges);
        self.tree.records.push(record);
        Ok(id)
    }

    pub(super) fn last_added(&self) -> Option<u32> {
        self.tree.records.len().checked_sub(1).map(offset)
    }

    /// Returns how many objects and arrays are open.
    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    /// Returns the innermost open object or array.
    pub(super) fn innermost_id(&self) -> Option<u32> {
        self.open.last().map(|open| open.id)
    }

    /// Makes everything so far from the children of an open object or array on its own.
    pub(super) fn end_at_last(&mut self, id: u32) {
        let after = offset(self.tree.records.len());
        self.tree.records[id as usize].set_end(after);
    }

    /// Notes that aliases can stand for the innermost open value.
    pub(super) fn expect_extent(&mut self) {
        if let Some(open) = self.open.last_mut() {
            open.anchored = true;
        }
    }

    /// Notes that something of so many levels stands in the innermost open value.
    pub(super) fn raise(&mut self, height: usize) {
        if let Some(around) = self.open.last_mut() {
            around.height = around.height.max(height);
        }
    }

    pub(super) fn data(&mut self, text: Text<'_>) -> Data {
        match text {
            Text::Source(range) => Data::Source(offset(range.start), offset(range.end)),
            Text::Decoded(text) => {
                let start = offset(self.tree.side.len());
                self.tree.side.push_str(text);
                Data::Side(start, offset(self.tree.side.len()))
            }
        }
    }

    fn close_object(&mut self, id: u32) {
        let mut keys = std::mem::take(&mut self.keys);
        keys.clear();
        keys.extend(self.tree.key_ids(id));
        duplicates::find(&self.tree, &mut keys, &mut self.duplicates);
        if keys.len() > FEW {
            let keys = Children::Keys(keys.as_slice().into());
            self.list_children(id, keys);
        }
        self.keys = keys;
    }

    fn close_array(&mut self, id: u32) {
        if self.tree.element_ids(id).nth(FEW).is_some() {
            let elements = self.tree.element_ids(id).collect();
            self.list_children(id, Children::Elements(elements));
        }
    }

    fn list_children(&mut self, id: u32, children: Children) {
        self.tree.records[id as usize].set_listed();
        self.tree.children.insert(id, children);
    }
}

/// Returns an offset or id as it is stored. The limits keep all of them far below the maximum.
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
