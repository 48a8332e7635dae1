//! One value of a tree, to look at.
//!
//! Copies are free. What a value means is the business of whoever looks.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use super::Tree;
use super::record::Tag;
use crate::source::{FileId, Pointer, Span};

/// One value. Two nodes are equal where they are the same place of the same tree.
///
/// A YAML alias is the value it stands for in a place of its own: place and pointer are the alias's,
/// the content and everything below it the target's.
#[derive(Clone, Copy)]
pub(crate) struct Node<'a> {
    pub(super) tree: &'a Tree,
    pub(super) place: u32,
    pub(super) content: u32,
}

/// What tells a value from others. Entries that YAML's `<<` takes over are those they were taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct NodeId {
    file: FileId,
    span: Span,
    content: u32,
}

impl Hash for NodeId {
    fn hash<H: Hasher>(&self, state: &mut H) {
        // Two steps instead of six; the span is hardly ever in another file.
        state.write_u64(u64::from(self.span.start()) << 32 | u64::from(self.span.end()));
        state.write_u64((self.file.index() as u64) << 32 | u64::from(self.content));
    }
}

/// What a value is. Scalars keep their spelling: `1.10` stays `1.10`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind<'a> {
    Null,
    Bool(bool),
    Number(&'a str),
    String(&'a str),
    Array,
    Object,
}

/// A key of an object with its value.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry<'a> {
    pub(crate) key: &'a str,
    pub(crate) key_span: Span,
    pub(crate) value: Node<'a>,
}

/// The entries of an object in document order.
#[derive(Debug, Clone)]
pub(crate) struct Entries<'a> {
    tree: &'a Tree,
    next: u32,
    end: u32,
}

/// The elements of an array in document order.
#[derive(Debug, Clone)]
pub(crate) struct Elements<'a> {
    tree: &'a Tree,
    next: u32,
    end: u32,
}

impl<'a> Node<'a> {
    pub(super) fn new(tree: &'a Tree, place: u32) -> Self {
        let content = tree.content(place);
        Self {
            tree,
            place,
            content,
        }
    }

    pub(crate) fn kind(self) -> Kind<'a> {
        match self.tree.record(self.content).tag {
            Tag::Null => Kind::Null,
            Tag::False => Kind::Bool(false),
            Tag::True => Kind::Bool(true),
            Tag::Number => Kind::Number(self.tree.text(self.content)),
            Tag::Array => Kind::Array,
            Tag::Object => Kind::Object,
            Tag::String | Tag::Key | Tag::MergeKey | Tag::KeyTree | Tag::Alias => {
                Kind::String(self.tree.text(self.content))
            }
        }
    }

    /// Returns the file the value belongs to, which relative references in it count from. Where the
    /// value was put there by an overlay, [`span`](Self::span) is in the overlay's file all the same.
    pub(crate) fn file(self) -> FileId {
        self.tree.file
    }

    /// Returns what tells the value from all others of its forest: in a tree that was changed,
    /// several values can have one place in the text.
    pub(crate) fn identity(self) -> NodeId {
        NodeId {
            file: self.tree.file,
            span: self.span(),
            content: self.content,
        }
    }

    /// Returns what values can be sorted by: file by file, each behind what contains it.
    pub(crate) fn order(self) -> (FileId, u32) {
        (self.tree.file, self.place)
    }

    /// Returns where in this order everything ends that stands in the value.
    pub(crate) fn order_end(self) -> (FileId, u32) {
        (self.tree.file, self.tree.end_of(self.place))
    }

    /// Returns where the value stands, as in the bytes of `"Pet"` with its quotes.
    pub(crate) fn span(self) -> Span {
        self.tree.span(self.place)
    }

    /// Returns whether the value stands under a key.
    pub(crate) fn is_under(self, key: &str) -> bool {
        self.key_id().is_some_and(|id| self.tree.has_text(id, key))
    }

    /// Returns the key the value stands under; elements and roots have none.
    pub(crate) fn key(self) -> Option<&'a str> {
        self.key_id().map(|id| self.tree.text(id))
    }

    pub(crate) fn key_span(self) -> Option<Span> {
        self.key_id().map(|id| self.tree.span(id))
    }

    /// Returns the value of the whole file.
    pub(crate) fn root(self) -> Self {
        self.tree.root()
    }

    /// Returns the object or array around the value.
    pub(crate) fn parent(self) -> Option<Self> {
        let parent = self.tree.record(self.place).parent;
        (parent != self.place).then(|| Node::new(self.tree, parent))
    }

    /// Returns how many values and keys there are in the value, itself included, and how many bytes of
    /// the text it takes. Aliases in it count as they stand.
    pub(in crate::load) fn extent(self) -> (usize, usize) {
        let records = self.tree.end_of(self.content) - self.content;
        let record = self.tree.record(self.content);
        let bytes = record.end.saturating_sub(record.start);
        (records as usize, bytes as usize)
    }

    /// Returns the way from the root of the file, as in `#/components/schemas/Pet`.
    pub(crate) fn pointer(self) -> Pointer {
        let tree: Tree = Arc::clone(self.tree);
        Pointer::of_place(tree, self.place)
    }

    /// Returns the text of a string; of nothing else.
    pub(crate) fn as_str(self) -> Option<&'a str> {
        match self.kind() {
            Kind::String(text) => Some(text),
            Kind::Null | Kind::Bool(_) | Kind::Number(_) | Kind::Array | Kind::Object => None,
        }
    }

    /// Returns the spelling of any scalar, as in `1.10`, `true` or `~`.
    pub(crate) fn text(self) -> Option<&'a str> {
        match self.tag() {
            Tag::Array | Tag::Object => None,
            _ => Some(self.tree.text(self.content)),
        }
    }

    /// Returns the spelling of a number.
    pub(crate) fn as_number(self) -> Option<&'a str> {
        match self.kind() {
            Kind::Number(text) => Some(text),
            Kind::Null | Kind::Bool(_) | Kind::String(_) | Kind::Array | Kind::Object => None,
        }
    }

    pub(crate) fn as_bool(self) -> Option<bool> {
        match self.tag() {
            Tag::False => Some(false),
            Tag::True => Some(true),
            _ => None,
        }
    }

    pub(crate) fn is_null(self) -> bool {
        self.tag() == Tag::Null
    }

    pub(crate) fn is_list(self) -> bool {
        self.tag() == Tag::Array
    }

    pub(crate) fn is_object(self) -> bool {
        self.tag() == Tag::Object
    }

    /// Returns what the value is without a look at its text, which is far away.
    fn tag(self) -> Tag {
        self.tree.record(self.content).tag
    }

    pub(crate) fn as_array(self) -> Option<Elements<'a>> {
        self.is_list().then(|| {
            let end = self.tree.end_of(self.content);
            Elements {
                tree: self.tree,
                next: self.content + 1,
                end,
            }
        })
    }

    pub(crate) fn as_object(self) -> Option<Entries<'a>> {
        self.is_object().then(|| {
            let end = self.tree.end_of(self.content);
            Entries {
                tree: self.tree,
                next: self.content + 1,
                end,
            }
        })
    }

    /// Returns the value under a key of an object.
    pub(crate) fn get(self, key: &str) -> Option<Self> {
        self.entry(key).map(|entry| entry.value)
    }

    /// Returns the entry with a key of an object.
    pub(crate) fn entry(self, key: &str) -> Option<Entry<'a>> {
        let found = if self.is_object() {
            self.tree.find_key(self.content, key)
        } else {
            None
        };
        found.map(|id| entry(self.tree, id))
    }

    /// Returns the element at a position of an array.
    pub(crate) fn element(self, position: usize) -> Option<Self> {
        let found = if self.is_list() {
            self.tree.find_element(self.content, position)
        } else {
            None
        };
        found.map(|id| Node::new(self.tree, id))
    }

    /// Returns what one token of a JSON pointer leads to.
    pub(crate) fn step(self, token: &str) -> Option<Self> {
        if self.is_object() {
            return self.get(token);
        }
        // RFC 6901, section 4: an index has no leading zeros and no sign.
        let digits = token.bytes().all(|byte| byte.is_ascii_digit());
        let plain = digits && (token == "0" || !token.starts_with('0'));
        let position = token.parse().ok().filter(|_| plain)?;
        self.element(position)
    }

    pub(super) fn key_id(self) -> Option<u32> {
        self.tree.key_of(self.place)
    }
}

impl PartialEq for Node<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.tree.file == other.tree.file && self.place == other.place
    }
}

impl Eq for Node<'_> {}

impl std::fmt::Debug for Node<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} at {}", self.kind(), self.pointer())
    }
}

impl<'a> Iterator for Entries<'a> {
    type Item = Entry<'a>;

    fn next(&mut self) -> Option<Entry<'a>> {
        while self.next < self.end {
            let id = self.next;
            self.next = self.tree.end_of(id + 1);
            if self.tree.record(id).tag == Tag::Key {
                return Some(entry(self.tree, id));
            }
        }
        None
    }
}

impl<'a> Iterator for Elements<'a> {
    type Item = Node<'a>;

    fn next(&mut self) -> Option<Node<'a>> {
        let id = self.next;
        (id < self.end).then(|| {
            self.next = self.tree.end_of(id);
            Node::new(self.tree, id)
        })
    }
}

fn entry(tree: &Tree, key: u32) -> Entry<'_> {
    Entry {
        key: tree.text(key),
        key_span: tree.span(key),
        value: Node::new(tree, key + 1),
    }
}
