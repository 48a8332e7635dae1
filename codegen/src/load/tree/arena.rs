//! The values of one file in the order of the text, 20 bytes each, with no text of their own.
//!
//! A record's children follow it directly (preorder), so a subtree is a range of ids. In an object
//! each key is a record directly before its value. Texts are ranges of the source or, where an
//! escape or a folded line made them differ from it, of one side string. A tree that was changed also
//! has values that stand in other files; their texts are in the side string too.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::Node;
use super::record::{Data, Ranges, Record, Tag};
use crate::load::as_json::json_text;
use crate::source::{FileId, Places, Span};

/// One file's values, which the pointers to them share.
pub(crate) type Tree = Arc<Arena>;

/// The values. Number 0 is the root; behind it stand the roots of further YAML documents, which no
/// description has.
#[derive(Debug)]
pub(crate) struct Arena {
    pub(super) file: FileId,
    pub(super) source: Arc<String>,
    pub(super) side: String,
    pub(super) records: Vec<Record>,
    pub(super) ranges: Ranges,
    pub(super) children: BTreeMap<u32, Children>,
    /// Runs of records that stand in other files, in order; only changed trees have any.
    pub(super) foreign: Vec<Foreign>,
}

/// Records in a row whose places are in another file than the tree's own.
#[derive(Debug, Clone, Copy)]
pub(super) struct Foreign {
    pub(super) first: u32,
    /// The id after the last.
    pub(super) end: u32,
    pub(super) file: FileId,
}

/// The children of a big object or array, so that finding one takes few steps.
#[derive(Debug)]
pub(super) enum Children {
    /// Ids of keys, sorted by text.
    Keys(Box<[u32]>),
    /// Ids of elements in their order.
    Elements(Box<[u32]>),
}

/// Objects and arrays with more children than this have a list of them.
pub(super) const FEW: usize = 16;

impl Arena {
    /// Returns the value of the whole file.
    pub(crate) fn root(self: &Arc<Self>) -> Node<'_> {
        Node::new(self, 0)
    }

    /// Returns how many values and keys there are.
    pub(in crate::load) fn size(&self) -> usize {
        self.records.len()
    }

    /// Returns the values of all documents of a YAML stream, of which the first is the root.
    #[cfg(test)]
    pub(in crate::load) fn documents(self: &Arc<Self>) -> impl Iterator<Item = Node<'_>> {
        let exists = |id: &u32| (*id as usize) < self.records.len();
        let roots = std::iter::successors(Some(0).filter(exists), move |id| {
            Some(self.end_of(*id)).filter(exists)
        });
        roots.map(|id| Node::new(self, id))
    }

    #[inline]
    pub(super) fn record(&self, id: u32) -> &Record {
        &self.records[id as usize]
    }

    pub(super) fn data(&self, id: u32) -> Data {
        self.record(id).data(&self.ranges)
    }

    #[inline]
    pub(super) fn text(&self, id: u32) -> &str {
        // Nearly all texts are of this kind.
        if let Some((start, end)) = self.record(id).within() {
            return &self.source[start as usize..end as usize];
        }
        match self.data(id) {
            Data::Source(start, end) => &self.source[start as usize..end as usize],
            Data::Side(start, end) => &self.side[start as usize..end as usize],
            Data::End(_) | Data::Target(_) => "",
        }
    }

    /// Returns whether a scalar or key has this text. Most have not, and their lengths say so: texts
    /// are far away from records.
    #[inline]
    pub(super) fn has_text(&self, id: u32, text: &str) -> bool {
        if let Some((start, end)) = self.record(id).within() {
            let bytes = || &self.source.as_bytes()[start as usize..end as usize];
            return (end - start) as usize == text.len() && bytes() == text.as_bytes();
        }
        let is_as_long = match self.data(id) {
            Data::Source(start, end) | Data::Side(start, end) => {
                (end - start) as usize == text.len()
            }
            Data::End(_) | Data::Target(_) => text.is_empty(),
        };
        is_as_long && self.text(id) == text
    }

    #[inline]
    pub(super) fn span(&self, id: u32) -> Span {
        let record = self.record(id);
        Span::new(self.file_of(id), record.start, record.end)
    }

    /// Returns the file a record stands in.
    #[inline]
    pub(super) fn file_of(&self, id: u32) -> FileId {
        let after = self.foreign.partition_point(|run| run.end <= id);
        match self.foreign.get(after) {
            Some(run) if run.first <= id => run.file,
            _ => self.file,
        }
    }

    /// Returns the id after the last descendant of a record.
    #[inline]
    pub(super) fn end_of(&self, id: u32) -> u32 {
        self.record(id).after().unwrap_or(id + 1)
    }

    /// Returns the ids of the elements of an array.
    pub(super) fn element_ids(&self, array: u32) -> impl Iterator<Item = u32> {
        let end = self.end_of(array);
        let mut next = array + 1;
        std::iter::from_fn(move || {
            let id = next;
            (id < end).then(|| {
                next = self.end_of(id);
                id
            })
        })
    }

    /// Returns the ids of the keys of an object, merge keys left out.
    pub(super) fn key_ids(&self, object: u32) -> impl Iterator<Item = u32> {
        self.entry_ids(object)
            .filter(|id| self.record(*id).tag == Tag::Key)
    }

    /// Returns the ids of the keys of an object, merge keys too.
    pub(super) fn entry_ids(&self, object: u32) -> impl Iterator<Item = u32> {
        let end = self.end_of(object);
        let mut next = object + 1;
        std::iter::from_fn(move || {
            let id = next;
            (id < end).then(|| {
                next = self.end_of(id + 1);
                id
            })
        })
    }

    /// Returns the id of what a value is: of an alias, its target.
    #[inline]
    pub(super) fn content(&self, id: u32) -> u32 {
        self.record(id).target().unwrap_or(id)
    }

    /// Returns the list of the children of an object or array, if it is a big one.
    fn children_of(&self, id: u32) -> Option<&Children> {
        let listed = self.record(id).is_listed();
        listed.then(|| self.children.get(&id)).flatten()
    }

    /// Returns the id of a key of an object, the first one where it is given twice.
    pub(super) fn find_key(&self, object: u32, key: &str) -> Option<u32> {
        let Some(Children::Keys(sorted)) = self.children_of(object) else {
            return self.key_ids(object).find(|id| self.has_text(*id, key));
        };
        let at = sorted.partition_point(|id| self.text(*id) < key);
        sorted.get(at).copied().filter(|id| self.has_text(*id, key))
    }

    /// Returns the id of an element of an array.
    pub(super) fn find_element(&self, array: u32, position: usize) -> Option<u32> {
        match self.children_of(array) {
            Some(Children::Elements(ids)) => ids.get(position).copied(),
            _ => self.element_ids(array).nth(position),
        }
    }

    /// Returns where in its array an element stands, from 0.
    pub(super) fn position(&self, array: u32, element: u32) -> usize {
        match self.children_of(array) {
            Some(Children::Elements(ids)) => ids.partition_point(|id| *id < element),
            _ => self
                .element_ids(array)
                .take_while(|id| *id != element)
                .count(),
        }
    }

    /// Returns the id of the key a value stands under; elements and roots have none.
    #[inline]
    pub(super) fn key_of(&self, id: u32) -> Option<u32> {
        let before = id.checked_sub(1)?;
        let is_key = self.record(before).tag.is_key();
        is_key.then_some(before)
    }
}

impl Places for Arena {
    fn file(&self) -> FileId {
        self.file
    }

    fn parent(&self, place: u32) -> Option<u32> {
        (place != 0).then(|| self.record(place).parent)
    }

    fn token(&self, place: u32) -> Cow<'_, str> {
        match self.key_of(place) {
            Some(key) => Cow::Borrowed(self.text(key)),
            None => Cow::Owned(self.position(self.record(place).parent, place).to_string()),
        }
    }

    fn json(self: Arc<Self>, place: u32) -> Option<String> {
        json_text(Node::new(&self, place))
    }
}
