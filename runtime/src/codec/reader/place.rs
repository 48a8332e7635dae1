//! Comes back to a value, for unions that try one type after another.

use super::{Backend, REREADS, Reader};
use crate::codec::plain::PlainReader;
use crate::codec::{json, tree, xml};

/// A value's start, to come back to while it is being read.
#[derive(Debug)]
pub struct Checkpoint<'a>(Place<'a>);

#[derive(Debug)]
enum Place<'a> {
    Json(json::Place),
    Tree(tree::Place<'a>),
    Xml(xml::Place),
    Plain,
}

impl<'a> Reader<'a> {
    /// Whether so much was read again that nothing should be that need not be.
    pub(crate) fn is_tired(&self) -> bool {
        self.1 < REREADS / 2
    }

    /// Remembers the value ahead, so that it can be read again.
    pub fn checkpoint(&self) -> Checkpoint<'a> {
        Checkpoint(match &self.0 {
            Backend::Json(json) => Place::Json(json.place()),
            Backend::Tree(tree) => Place::Tree(tree.place()),
            Backend::Xml(xml) => Place::Xml(xml.place()),
            Backend::Plain(_) => Place::Plain,
        })
    }

    /// Goes back to a value, whether or not it was read without an error. The object or array
    /// around it must not have gone on since. Past the limit of such work nothing can be read any
    /// more, and the whole input fails.
    pub fn rewind(&mut self, checkpoint: &Checkpoint<'a>) {
        // Going back costs about as much as reading so many bytes of JSON.
        const ONE_VALUE: usize = 128;
        let cost = match (&mut self.0, &checkpoint.0) {
            (Backend::Json(json), Place::Json(place)) => json.return_to(*place) + ONE_VALUE,
            (Backend::Tree(tree), Place::Tree(place)) => {
                tree.return_to(*place);
                ONE_VALUE
            }
            (Backend::Xml(xml), Place::Xml(place)) => {
                xml.return_to(*place);
                ONE_VALUE
            }
            // One value, or a checkpoint of another input: nothing to return to.
            (Backend::Json(_) | Backend::Tree(_) | Backend::Xml(_) | Backend::Plain(_), _) => 0,
        };
        match self.1.checked_sub(cost) {
            Some(rest) => self.1 = rest,
            None => self.0 = Backend::Plain(PlainReader::exhausted()),
        }
    }
}
