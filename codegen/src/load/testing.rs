//! What the tests of this module share.

use std::sync::Arc;

use super::json::read_json;
use super::tree::Tree;
use crate::source::Sources;

/// Returns the tree of a JSON text.
pub(super) fn tree(json: &str) -> Tree {
    let text: Arc<str> = json.into();
    let file = Sources::default().add("test.json", Arc::clone(&text));
    read_json(file, &text).unwrap().finish().0
}
