//! How long the stages of a run took.
//!
//! The driver says when a stage is done; those who measure read it. Nothing else depends on it, least
//! of all what comes out.

use std::time::{Duration, Instant};

/// The stages that are done, in their order, each with the time since the one before it.
#[derive(Debug)]
pub(crate) struct Times {
    last: Instant,
    stages: Vec<(&'static str, Duration)>,
}

impl Times {
    /// Notes that a stage is done, as in `load`.
    pub(crate) fn done(&mut self, stage: &'static str) {
        let now = Instant::now();
        self.stages.push((stage, now - self.last));
        self.last = now;
    }

    #[cfg(feature = "measure")]
    pub(crate) fn stages(&self) -> &[(&'static str, Duration)] {
        &self.stages
    }
}

/// The clock starts.
impl Default for Times {
    fn default() -> Self {
        Self {
            last: Instant::now(),
            stages: Vec::new(),
        }
    }
}
