//! XML 1.0 with namespaces: text to a bounded tree that models are read from, and models to text.
//!
//! No DTD is read and no entity beyond the five predefined ones exists, so the tree is never
//! larger than the text allows.

mod document;
mod escape;
mod group;
mod name;
mod parse;
mod position;
mod read;
mod tag;
mod to_value;
mod write;
mod write_name;

pub(crate) use parse::parse;
pub(crate) use read::{Place, XmlReader};
pub(crate) use write::XmlWriter;

/// The namespace of `xsi:nil`.
const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";
