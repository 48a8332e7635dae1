//! The only code that reads files: from bytes to trees with a place on every key and value.
//!
//! The path of a description goes in; it and every file that its references name come out as a
//! forest, in which references can be followed. Of what a description means, nothing is known here
//! but `$ref`.

mod collect;
mod component;
mod configurations;
mod decode;
mod folder;
mod forest;
#[cfg(test)]
mod hostile;
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
pub(crate) mod testing;
mod tree;
mod yaml;

pub(crate) use configurations::find_configurations;
pub(crate) use forest::Forest;
pub(crate) use loader::load;
pub(crate) use nearest::nearest;
pub(crate) use tree::{Entry, Kind, Node};
