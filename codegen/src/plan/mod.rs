//! Every Rust decision.
