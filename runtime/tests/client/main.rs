//! The client as generated code uses it: operations written by hand run against a scripted server
//! in memory, and against real sockets on the loopback interface.

#![allow(
    clippy::unwrap_used,
    reason = "helpers of tests stand outside of test functions"
)]

mod answers;
mod bodies;
#[path = "../common/mod.rs"]
mod common;
mod contract;
mod credentials;
mod extras;
mod properties;
mod redirects;
mod requests;
mod retries;
mod secrets;
mod sending;
mod servers;
mod support;
#[cfg(any(feature = "reqwest", feature = "ureq"))]
mod wire;
