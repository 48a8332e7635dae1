//! A file as a tree of values, whatever its syntax.
//!
//! Readers push values in the order of the text; later stages look at nodes. Trees never change; a
//! changed one is another, made of the parts of several.

mod alias;
mod arena;
mod builder;
mod duplicates;
mod graft;
mod merge;
mod node;
mod record;
mod spot;
mod visit;

pub(super) use alias::BadAlias;
pub(crate) use arena::Tree;
pub(super) use builder::{Builder, Exceeded, Text};
pub(super) use graft::{Grafter, Refused};
pub(super) use merge::BadMerge;
pub(crate) use node::{Entry, Kind, Node, NodeId};
pub(super) use spot::Spot;
pub(super) use visit::Visit;

#[cfg(test)]
mod tests;
