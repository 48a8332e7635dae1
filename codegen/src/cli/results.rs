//! Prints what a command was asked for on standard output. Where the reader wants no more of it, as in
//! `engross diff old.yaml new.yaml | head`, the rest is not printed, and nothing else changes.

use std::fmt;
use std::io::{ErrorKind, Write as _, stdout};

use crate::Report;

/// Prints a text as it is.
pub(super) fn print(text: impl fmt::Display) -> Result<(), Report> {
    let mut out = stdout().lock();
    match write!(out, "{text}").and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            let message = format_args!("standard output cannot be written: {error}");
            Err(Report::plain(message))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}
