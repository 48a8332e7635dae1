//! Swagger 2.0 in the words of OpenAPI 3: what the older version says in other places and other
//! words, one file per construct.
//!
//! Takes the tree, fills the same document as the readers of OpenAPI 3 do. What both say alike is
//! read by the common readers.

mod body;
mod form;
mod head;
mod media;
mod operation;
mod parameter;
mod paths;
mod response;
mod root;
mod security;
mod servers;
mod style;
mod value;

pub(super) use response::read_header;
pub(super) use root::read_root;

use std::collections::BTreeSet;

use super::cx::Memo;
use crate::load::NodeId;

/// What is remembered from one operation to the next.
#[derive(Default)]
pub(super) struct Memory<'a> {
    parameters: Memo<parameter::Parameter<'a>>,
    responses: Memo<response::Response<'a>>,
    consumes: media::Common<'a>,
    produces: media::Common<'a>,
    /// Media types that were accounted for, by place.
    skipped: BTreeSet<NodeId>,
    root: servers::Root<'a>,
}
