//! When an event stream is connected again, and how long it waits first. Numbers in, numbers out.

use std::time::Duration;

/// How an event stream goes on when its connection is lost.
///
/// By default it is connected again where the connection broke off, or stood still for longer than
/// the client's limit; up to 5 times in a row without an event in between. The first wait is the one
/// that the server asked for with `retry`, else 3 seconds; each later one is up to twice as long,
/// 60 seconds at most. What was received last goes along as `Last-Event-ID`.
///
/// Only what is safe to repeat is connected again: the operation's method is idempotent, or an
/// idempotency key travels with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reconnect {
    pub(super) attempts: u32,
    pub(super) after_end: bool,
    delay: Duration,
    max: Duration,
}

impl Default for Reconnect {
    fn default() -> Self {
        Self {
            attempts: 5,
            after_end: false,
            delay: Duration::from_secs(3),
            max: Duration::from_secs(60),
        }
    }
}

impl Reconnect {
    /// Returns the way that connects once and never again.
    pub fn never() -> Self {
        Self::default().attempts(0)
    }

    /// Sets how often in a row a stream is connected again without an event in between.
    #[must_use]
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts;
        self
    }

    /// Connects again also where the server ended the stream, as browsers do. A server stops them
    /// with the status 204.
    #[must_use]
    pub fn after_end(mut self) -> Self {
        self.after_end = true;
        self
    }

    /// Sets the first wait, for servers that ask for none.
    #[must_use]
    pub fn delay(mut self, time: Duration) -> Self {
        self.delay = time;
        self
    }

    /// Sets the longest wait, also for what a server asks for.
    #[must_use]
    pub fn max_delay(mut self, time: Duration) -> Self {
        self.max = time;
        self
    }

    /// Returns how long to wait before the connection number `made` in a row, by 64 random bits:
    /// the first time what was asked for, then between half and all of the doubled time, so that
    /// clients which were cut off together do not return together.
    pub(super) fn wait(&self, asked: Option<Duration>, made: u32, random: u64) -> Duration {
        let doubled = 1_u32
            .checked_shl(made.saturating_sub(1))
            .unwrap_or(u32::MAX);
        let first = asked.unwrap_or(self.delay);
        let limit = first.saturating_mul(doubled).min(self.max);
        if made <= 1 {
            return limit;
        }
        let half = limit / 2;
        // A share of half the time in thousandths is precise enough for chance.
        let share = u32::try_from(random % 1001).unwrap_or(0);
        half + half / 1000 * share
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_the_limit() {
        let policy = Reconnect::default();
        let secs = Duration::from_secs;
        for (asked, made, shortest, longest) in [
            (None, 1, secs(3), secs(3)),
            (None, 2, secs(3), secs(6)),
            (None, 9, secs(30), secs(60)),
            (None, u32::MAX, secs(30), secs(60)),
            (Some(secs(1)), 1, secs(1), secs(1)),
            (Some(secs(0)), 3, secs(0), secs(0)),
            (Some(Duration::MAX), 1, secs(60), secs(60)),
        ] {
            assert_eq!(policy.wait(asked, made, 0), shortest, "{made}");
            assert_eq!(policy.wait(asked, made, 1000), longest, "{made}");
        }
    }
}
