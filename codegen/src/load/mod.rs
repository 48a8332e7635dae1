//! The only code that reads files: from bytes to trees with a place on every key and value.
//!
//! The path of a description goes in; it and every file that its references name come out as a
//! forest, in which references can be followed. Nothing here knows OpenAPI beyond what `$ref` means.

mod collect;
mod decode;
mod folder;
mod forest;
mod json;
mod limits;
mod loader;
mod nearest;
mod read;
mod reference;
mod resolve;
#[cfg(test)]
mod suites;
#[cfg(test)]
mod testing;
mod tree;
mod yaml;

pub(crate) use forest::Forest;
pub(crate) use loader::load;
pub(crate) use nearest::nearest;
pub(crate) use reference::BadReference;
pub(crate) use resolve::{BrokenReference, ResolveError};
pub(crate) use tree::{Elements, Entries, Entry, Kind, Node};
