//! The little that finding files takes of OpenAPI's versions: whether a file has `$id` and `$self`.
//!
//! What else versions differ in is settled when the document is read.

use super::collect::Identifiers;
use super::tree::Node;

/// Returns whether `$id`, `$anchor` and `$dynamicRef` mean something in a file. A file that is no
/// OpenAPI document is in the version of the first one.
pub(super) fn identifiers(root: Node<'_>, first: Node<'_>) -> Identifiers {
    let minor = minor(root).or_else(|| minor(first));
    // Before, they are no keywords: OpenAPI 3.0's schemas are an older JSON Schema without them.
    if minor.is_some_and(|minor| minor >= 1) {
        Identifiers::Known
    } else {
        Identifiers::Unknown
    }
}

/// Returns the address that a document gives itself (OAS 3.2 §4.1.1).
pub(super) fn self_address(root: Node<'_>) -> Option<Node<'_>> {
    minor(root).filter(|minor| *minor >= 2)?;
    root.get("$self").filter(|node| node.as_str().is_some())
}

/// Returns whether a file is a whole document and no part of one.
pub(super) fn is_document(root: Node<'_>) -> bool {
    root.get("openapi").is_some() || root.get("swagger").is_some()
}

/// Returns the second number of a version 3; 0 for version 2, and nothing for what has no version.
fn minor(root: Node<'_>) -> Option<u32> {
    if root.get("swagger").is_some() {
        return Some(0);
    }
    let version = root.get("openapi")?.text()?.trim();
    let minor = version.strip_prefix("3.")?;
    minor.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::testing::tree;

    #[test]
    fn versions() {
        use Identifiers::{Known, Unknown};
        for (text, expect, named) in [
            ("{openapi: 3.1.0, $self: a}", Known, false),
            ("{openapi: 3.2.0, $self: a}", Known, true),
            ("{openapi: 3.2.0, $self: 1}", Known, false),
            ("{openapi: 3.0.4, $self: a}", Unknown, false),
            ("{swagger: '2.0'}", Unknown, false),
            ("{openapi: 4.1.0}", Unknown, false),
            ("{}", Unknown, false),
            ("[]", Unknown, false),
        ] {
            let tree = tree(text);
            let found = (
                identifiers(tree.root(), tree.root()),
                self_address(tree.root()).is_some(),
            );
            assert_eq!(found, (expect, named), "{text}");
        }
        let (part, first) = (tree("{}"), tree("{openapi: 3.1.0}"));
        assert_eq!(identifiers(part.root(), first.root()), Known);
    }
}
