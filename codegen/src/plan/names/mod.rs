//! Names: untrusted text in, identifiers out.
//!
//! Only a [`Scope`] makes identifiers. Within it they are distinct, and each is a function of its
//! item's own identity: its spellings are tried best first, and the last of them ends in a hash of
//! the identity. What remains to what else exists is only which of several items with the same
//! spelling must fall back: the one of the better rank keeps it, and among equals nobody does.
//! So an added item renames another one only by taking its very spelling.

mod reserved;
mod scope;
mod words;

pub(crate) use reserved::Kind;
pub(crate) use scope::{Claim, Ident, Scope, is_spelling};
pub(crate) use words::{is_exact, words_of};
