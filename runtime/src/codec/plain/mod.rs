//! Bodies that are one value without a notation around it: plain text and bytes.
//!
//! Text holds a string, an enum, a number or a boolean as its text; bytes hold bytes, or a string
//! in UTF-8. Objects, arrays, nulls and values without a schema have no form in either: an answer
//! of a type that nobody asked for, such as a proxy's HTML page, must not pass for a value.

mod read;
mod write;

pub(crate) use read::PlainReader;
pub(crate) use write::PlainWriter;
