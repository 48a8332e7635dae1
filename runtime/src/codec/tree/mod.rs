//! Models as [`Value`] trees: what parameters and forms are made from.

mod read;
mod write;

pub(crate) use read::{Place, Texts, TreeReader};
pub(crate) use write::TreeWriter;
