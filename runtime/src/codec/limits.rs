//! What decoding may cost.

/// Bounds on what an input may make the codecs do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DecodeLimits {
    /// How deeply arrays and objects may be nested; at most [`DecodeLimits::DEEPEST`] counts.
    pub max_depth: usize,
}

impl DecodeLimits {
    /// The deepest nesting that is read whatever the limit says, so that no stack overflows.
    pub const DEEPEST: usize = 256;

    /// Returns the limits with another depth.
    #[must_use]
    pub const fn with_max_depth(mut self, max_depth: usize) -> Self {
        self.max_depth = max_depth;
        self
    }

    pub(crate) fn depth(self) -> usize {
        self.max_depth.min(Self::DEEPEST)
    }
}

impl Default for DecodeLimits {
    fn default() -> Self {
        Self { max_depth: 128 }
    }
}
