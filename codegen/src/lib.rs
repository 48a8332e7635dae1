//! Turns a description of an API into a Rust client.

mod api;
mod check;
mod config;
mod diagnostic;
mod document;
mod emit;
mod load;
mod lower;
mod output;
mod plan;
mod print;
mod review;
mod source;
