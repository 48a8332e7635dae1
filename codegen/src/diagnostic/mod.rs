//! What is said to the user: diagnostics, the table of their codes, their accumulator and renderer.
//!
//! Every stage adds what it finds and goes on; the driver stops at a barrier. Nothing here prints.

mod accumulator;
mod cause;
mod code;
mod excerpt;
mod machine;
mod message;
mod render;
mod severity;

pub(crate) use accumulator::{Diagnostics, Failed};
pub(crate) use cause::{Lack, MEDIA_TYPE};
pub(crate) use code::Code;
pub(crate) use machine::{Message, messages};
pub(crate) use message::{Diagnostic, Label};
#[cfg(test)]
pub(crate) use render::render;
pub(crate) use render::{Format, render_as};
pub(crate) use severity::Severity;
