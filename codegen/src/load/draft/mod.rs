//! A tree in revision: what is not touched is still the old one.
//!
//! Takes a tree, and changes of it by place; gives a tree. Only what stands around a change is
//! copied, so that a change of a large description costs what it touches. Which changes are made is
//! the business of overlays.

mod edit;
mod merge;
mod rebuild;
mod room;
#[cfg(test)]
mod tests;
mod value;
mod view;

pub(super) use merge::{Clash, Class};
pub(super) use rebuild::rebuild;
pub(super) use room::{Full, Room};
pub(super) use value::Value;
pub(super) use view::View;
