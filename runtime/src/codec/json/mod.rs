//! JSON text (RFC 8259), read and written in one pass without a tree.

mod locate;
mod read;
mod scalar;
mod scan;
mod skip;
mod string;
mod value;
mod write;

pub(crate) use locate::locate;
pub(crate) use read::{JsonReader, Place};
pub(crate) use scan::is_special;
pub(crate) use write::JsonWriter;
