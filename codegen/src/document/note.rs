//! Notes on what was not taken as it was written.

use std::borrow::Cow;

use crate::load::Node;

/// One node that counts for less than was written.
#[derive(Debug, Clone)]
pub(crate) struct Note<'a> {
    /// Why, as one clause without a full stop; equal causes have equal reasons.
    pub(crate) reason: Cow<'static, str>,
    pub(crate) fate: Fate,
    pub(crate) node: Node<'a>,
}

/// Why keys are left out that no object of their place has. A diagnostic says more on each.
pub(crate) const UNKNOWN_KEY: &str = "no such key is known in this place";

/// What becomes of such a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    /// Left out, and users should hear of it.
    LeftOut,
    /// Left out, and nobody misses it in a client: a note for people or for other tools, or a
    /// condition that servers check.
    Minor,
    /// Comes out as something weaker, and users should hear of it.
    Weaker,
    /// Told to people, who have to see to it themselves, as in a bound or a default.
    Told,
}
