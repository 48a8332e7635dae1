//! Texts and the places in them: what every later stage points at.
//!
//! Texts go in with a path to show, places come out. Nothing here reads a file or knows a syntax.

mod boundary;
mod fingerprint;
mod line_index;
mod origin;
mod pointer;
mod sources;
mod span;

pub(crate) use boundary::floor_boundary;
pub(crate) use fingerprint::fingerprint;
pub(crate) use origin::Origin;
pub(crate) use pointer::{Places, Pointer, percent_decode};
pub(crate) use sources::Sources;
pub(crate) use span::{FileId, Span};
