//! How long the stages of a run took.
//!
//! The driver says when a stage is done; those who measure bring the clock. Without one all times are
//! zero, so nothing can depend on them, least of all what comes out.

use std::time::Duration;

/// The stages that are done, in their order, each with the time since the one before it.
#[derive(Debug)]
pub(crate) struct Times {
    clock: fn() -> Duration,
    last: Duration,
    stages: Vec<(&'static str, Duration)>,
}

impl Times {
    /// Starts by a clock that never goes back.
    pub(crate) fn new(clock: fn() -> Duration) -> Self {
        Self {
            clock,
            last: clock(),
            stages: Vec::new(),
        }
    }

    /// Notes that a stage is done, as in `load`.
    pub(crate) fn done(&mut self, stage: &'static str) {
        let now = (self.clock)();
        self.stages.push((stage, now.saturating_sub(self.last)));
        self.last = now;
    }

    #[cfg(feature = "measure")]
    pub(crate) fn stages(&self) -> &[(&'static str, Duration)] {
        &self.stages
    }
}

impl Default for Times {
    fn default() -> Self {
        Self::new(|| Duration::ZERO)
    }
}
