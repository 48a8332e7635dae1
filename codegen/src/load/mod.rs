//! The only code that reads files: from bytes to trees with a place on every key and value.
//!
//! The path of a description goes in; it and every file that its references name come out as a
//! forest, in which references can be followed. Nothing outside the description's folder is read and
//! nothing is fetched but what the user allows by name. Of what a description means, nothing is known
//! here but what leads from one place to another: `$ref`, `$dynamicRef` and what they can name.

mod address;
mod allow;
mod as_json;
mod collect;
mod component;
mod configurations;
mod decode;
mod draft;
mod edition;
mod fetch;
mod folder;
mod forest;
#[cfg(test)]
mod hostile;
mod identity;
mod json;
mod jsonpath;
mod limits;
mod loader;
mod nearest;
mod origin;
mod overlay;
mod read;
mod reference;
mod resolve;
mod role;
mod stream;
#[cfg(test)]
mod suites;
#[cfg(any(test, fuzzing))]
mod survive;
#[cfg(test)]
pub(crate) mod testing;
mod tree;
mod uri;
mod yaml;

pub(crate) use allow::{Allowance, Allowances};
pub(crate) use as_json::{json_number, json_text};
pub(crate) use configurations::find_configurations;
pub(crate) use forest::Forest;
pub(crate) use loader::{load, load_overlaid};
pub(crate) use nearest::nearest;
pub(crate) use overlay::OverlayFile;
pub(crate) use resolve::Target;
#[cfg(fuzzing)]
pub(crate) use survive::survives;
pub(crate) use tree::{Entry, Kind, Node, NodeId};
