//! Every Rust decision.

pub(crate) mod docs;
pub(crate) mod names;
