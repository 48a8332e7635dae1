//! The time a thread has had the processor, which others on the machine do not stretch.

use std::sync::LazyLock;
use std::time::{Duration, Instant};

/// Returns the time on the processor where the system tells it, else the time on the wall.
///
/// Stages that run on several threads take longer than this says: the printing of files.
pub(crate) fn clock() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    on_processor().unwrap_or_else(|| START.elapsed())
}

fn on_processor() -> Option<Duration> {
    let statistics = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds = statistics.split_whitespace().next()?.parse().ok()?;
    Some(Duration::from_nanos(nanoseconds))
}
