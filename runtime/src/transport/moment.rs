//! The time as a transport tells it, so that tests have their own. Durations only: nothing here
//! reads a clock but [`Moment::of_system`].

use std::sync::LazyLock;
use std::time::{Duration, Instant, SystemTime};

/// A point in time by two clocks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Moment {
    /// Since a start that stays the same while the program runs; never goes back.
    pub monotonic: Duration,
    /// Since 1970-01-01 00:00 UTC; dates in headers are compared to it.
    pub unix: Duration,
}

impl Moment {
    /// Makes a moment out of the two clocks.
    pub fn new(monotonic: Duration, unix: Duration) -> Self {
        Self { monotonic, unix }
    }

    /// Returns the time of the operating system.
    pub fn of_system() -> Self {
        static START: LazyLock<Instant> = LazyLock::new(Instant::now);
        let unix = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
        Self {
            monotonic: START.elapsed(),
            unix: unix.unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_system_goes_forward() {
        let first = Moment::of_system();
        let second = Moment::of_system();
        assert!(second.monotonic >= first.monotonic);
        assert!(first.unix > Duration::from_secs(1_600_000_000));
    }
}
