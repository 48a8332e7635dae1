//! JSONPath (RFC 9535): the text of a query to the places that it selects.
//!
//! A query is parsed once, with the place of what is wrong in it, and evaluated against a view of
//! a document. Both are foreign, and a few bytes of `..` can ask for more work than there is time:
//! so the work is counted, which no library does. Nothing is changed here.

mod compare;
mod cursor;
mod evaluate;
mod filter;
mod literal;
mod missing;
#[cfg(test)]
mod oracle;
mod parse;
mod pattern;
mod predicate;
mod slice;
mod syntax;
#[cfg(test)]
mod tests;

pub(super) use cursor::Fault;
pub(super) use evaluate::{Match, select};
pub(super) use missing::{Missing, missing};
pub(super) use parse::parse;
pub(super) use syntax::Query;
