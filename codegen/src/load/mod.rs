//! The only code that reads files: from bytes to trees with a place on every key and value.
//!
//! The path of a description goes in; it and every file that its references name come out as a
//! forest, in which references can be followed. Nothing here knows OpenAPI beyond what `$ref` means.

mod forest;
mod json;
mod limits;
mod read;
mod tree;

pub(crate) use forest::Forest;
pub(crate) use tree::{Elements, Entries, Entry, Kind, Node};
