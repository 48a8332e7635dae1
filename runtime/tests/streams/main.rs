//! Streams on the wire: uploads and downloads, bodies of several parts, sequences of items, over
//! both network transports against a server on the loopback interface, and in memory.

#![allow(
    clippy::unwrap_used,
    reason = "helpers of tests stand outside of test functions"
)]

mod bombs;
#[path = "../common/mod.rs"]
mod common;
mod downloads;
mod events;
mod items;
mod multipart;
mod server;
mod support;
mod uploads;
