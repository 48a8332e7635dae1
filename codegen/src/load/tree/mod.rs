//! A file as a tree of values, whatever its syntax.
//!
//! Readers push values in the order of the text; later stages look at nodes. Trees never change.

mod arena;
mod builder;
mod duplicates;
mod node;
mod visit;

pub(crate) use arena::Tree;
pub(super) use builder::{Builder, Exceeded, Text};
pub(crate) use node::{Elements, Entries, Entry, Kind, Node};
pub(super) use visit::Visit;
