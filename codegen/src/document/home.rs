//! What kind of thing stands where in the first file, whatever its version calls the places.

use crate::load::Node;

/// What a place of the first file is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Home {
    /// The schemas with names of their own.
    Schemas,
    /// Parameters, responses and the like that stand apart from their uses.
    Shared,
    /// Paths and their operations.
    Paths,
    /// Anything else.
    Elsewhere,
}

/// Keys from the root with what stands below them; of several that fit, the first counts.
pub(crate) type Homes = &'static [(&'static [&'static str], Home)];

/// Returns what a node of the first file is part of.
pub(super) fn find(homes: Homes, node: Node<'_>) -> Home {
    let pointer = node.pointer();
    let fits = |keys: &[&str]| {
        let mut tokens = pointer.tokens();
        keys.iter()
            .all(|key| tokens.next().is_some_and(|token| token == *key))
    };
    homes
        .iter()
        .find(|(keys, _)| fits(keys))
        .map_or(Home::Elsewhere, |(_, home)| *home)
}
