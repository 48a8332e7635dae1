//! Turns a description of an API into a Rust client.
