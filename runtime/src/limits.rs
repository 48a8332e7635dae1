//! What bounds a call: sizes, depth and time. Plain numbers with defaults; who enforces them is
//! said at each.

use std::time::Duration;

/// The limits of a client. Start from `Limits::default()` and change what matters.
///
/// ```
/// let limits = engross_runtime::Limits::default().body(1024 * 1024);
/// assert_eq!(limits.max_body(), 1024 * 1024);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    body: usize,
    depth: usize,
    excerpt: usize,
    connect: Duration,
    attempt: Duration,
    total: Duration,
    idle: Duration,
    stream: Duration,
    streamed: u64,
    item: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            body: 64 * 1024 * 1024,
            depth: 128,
            excerpt: 512,
            connect: Duration::from_secs(10),
            attempt: Duration::from_secs(60),
            total: Duration::from_secs(300),
            idle: Duration::from_secs(60),
            stream: Duration::MAX,
            streamed: u64::MAX,
            item: 8 * 1024 * 1024,
        }
    }
}

impl Limits {
    /// Bytes of an answer's body, 64 MiB by default. Transports stop reading there.
    #[must_use]
    pub fn body(mut self, bytes: usize) -> Self {
        self.body = bytes;
        self
    }

    /// Nesting of an answer's body, 128 by default.
    #[must_use]
    pub fn depth(mut self, depth: usize) -> Self {
        self.depth = depth;
        self
    }

    /// Bytes of an answer's body that an error shows, 512 by default.
    #[must_use]
    pub fn excerpt(mut self, bytes: usize) -> Self {
        self.excerpt = bytes;
        self
    }

    /// Time for making a connection, 10 seconds by default.
    #[must_use]
    pub fn connect_timeout(mut self, time: Duration) -> Self {
        self.connect = time;
        self
    }

    /// Time for one attempt, from connecting to the last byte of the body, 60 seconds by default.
    /// Where a body is streamed, [`Limits::idle_timeout`] and [`Limits::stream_timeout`] take its
    /// place.
    #[must_use]
    pub fn attempt_timeout(mut self, time: Duration) -> Self {
        self.attempt = time;
        self
    }

    /// Time for a whole call, with its retries and waits, 5 minutes by default. No attempt begins
    /// behind it; a stream that has begun goes on.
    #[must_use]
    pub fn total_timeout(mut self, time: Duration) -> Self {
        self.total = time;
        self
    }

    /// Longest time in which nothing moves where a request's or an answer's body is streamed, 60
    /// seconds by default. It also bounds the wait for the answer to begin.
    #[must_use]
    pub fn idle_timeout(mut self, time: Duration) -> Self {
        self.idle = time;
        self
    }

    /// Time for one attempt whose request's or answer's body is streamed, to the last byte. There is
    /// no such limit by default: how long a stream takes depends on what is in it.
    #[must_use]
    pub fn stream_timeout(mut self, time: Duration) -> Self {
        self.stream = time;
        self
    }

    /// Bytes of an answer's body that is streamed. There is no such limit by default: it is never
    /// held as a whole.
    #[must_use]
    pub fn streamed_body(mut self, bytes: u64) -> Self {
        self.streamed = bytes;
        self
    }

    /// Bytes of one item of a streamed sequence: an event, a line, a JSON text; 8 MiB by default.
    #[must_use]
    pub fn item(mut self, bytes: usize) -> Self {
        self.item = bytes;
        self
    }

    /// Returns the limit of a body's bytes.
    pub fn max_body(&self) -> usize {
        self.body
    }

    /// Returns the limit of a body's nesting.
    pub fn max_depth(&self) -> usize {
        self.depth
    }

    /// Returns the length of an error's excerpt.
    pub fn max_excerpt(&self) -> usize {
        self.excerpt
    }

    /// Returns the time for making a connection.
    pub fn max_connect(&self) -> Duration {
        self.connect
    }

    /// Returns the time for one attempt.
    pub fn max_attempt(&self) -> Duration {
        self.attempt
    }

    /// Returns the time for a whole call.
    pub fn max_total(&self) -> Duration {
        self.total
    }

    /// Returns the longest time in which nothing moves.
    pub fn max_idle(&self) -> Duration {
        self.idle
    }

    /// Returns the time for one streamed attempt.
    pub fn max_stream(&self) -> Duration {
        self.stream
    }

    /// Returns the limit of a streamed body's bytes.
    pub fn max_streamed_body(&self) -> u64 {
        self.streamed
    }

    /// Returns the limit of an item's bytes.
    pub fn max_item(&self) -> usize {
        self.item
    }
}
