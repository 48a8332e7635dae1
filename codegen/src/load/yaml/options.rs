//! How the parser of events is set up.

use granit_parser::Options;

use crate::load::limits::MAX_DEPTH;

/// Returns the settings: no comments, and limits just beyond our own, which say more.
pub(super) fn options() -> Options {
    granit_parser::options! {
        emit_comments: false,
        // They are reported with their name.
        emit_unresolved_aliases: true,
        flow_nesting_limit: MAX_DEPTH + 1,
        block_nesting_limit: MAX_DEPTH + 1,
    }
}
