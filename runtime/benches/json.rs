//! JSON codec against serde derive with `serde_json`.
fn main() {}
