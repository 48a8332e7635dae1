//! A transport without a network: answers are scripted, requests and waits are recorded. Its clock
//! stands still but for the waits, so that no test has to wait.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use bytes::Bytes;

use super::{
    BlockingTransport, Bounds, BoxFuture, ChunkStream, Chunks, Failure, FailureKind, Moment,
    Outcome, Streamed, Transport, check_size, pieces,
};
use crate::body::Body;

/// An in-memory transport, asynchronous and blocking. Clones share their script and records, so a
/// test keeps one and gives the other to the client.
///
/// ```
/// use engross_runtime::transport::memory::Memory;
///
/// let server = Memory::new().reply(503, "text/plain", "busy").reply(200, "application/json", "{}");
/// let handle = server.clone(); // give `server` to the client's builder
/// assert!(handle.requests().is_empty());
/// ```
#[derive(Clone, Default)]
pub struct Memory {
    state: Arc<Mutex<State>>,
}

type Handler = dyn FnMut(&http::Request<Bytes>) -> Outcome + Send;

#[derive(Default)]
struct State {
    script: VecDeque<Outcome>,
    handler: Option<Box<Handler>>,
    requests: Vec<http::Request<Bytes>>,
    bounds: Vec<Bounds>,
    sleeps: Vec<Duration>,
    passed: Duration,
    latency: Duration,
    start: Duration,
    piece: Option<usize>,
    breaks: Option<FailureKind>,
}

impl Memory {
    /// Returns a transport with an empty script: every request fails.
    pub fn new() -> Self {
        Self::default()
    }

    /// Returns a transport that answers by a closure, once its script is used up.
    pub fn from_fn(handler: impl FnMut(&http::Request<Bytes>) -> Outcome + Send + 'static) -> Self {
        let memory = Self::default();
        memory.lock().handler = Some(Box::new(handler));
        memory
    }

    /// Adds an answer to the script.
    #[must_use]
    pub fn answer<B: Into<Bytes>>(self, response: http::Response<B>) -> Self {
        self.lock().script.push_back(Ok(response.map(Into::into)));
        self
    }

    /// Adds an answer made of a status, a `Content-Type` and a body. A status or type that HTTP
    /// cannot express becomes a failure of that request.
    #[must_use]
    pub fn reply(self, status: u16, content_type: &str, body: impl Into<Bytes>) -> Self {
        let response = http::Response::builder()
            .status(status)
            .header(http::header::CONTENT_TYPE, content_type)
            .body(body.into());
        let outcome = response.map_err(|error| Failure::from_error(FailureKind::Other, &error));
        self.lock().script.push_back(outcome);
        self
    }

    /// Adds a failure to the script.
    #[must_use]
    pub fn fail(self, kind: FailureKind) -> Self {
        let failure = Failure::new(kind, format!("scripted failure {kind:?}"));
        self.lock().script.push_back(Err(failure));
        self
    }

    /// Lets the bodies of answers come in pieces of `bytes` where they are streamed.
    #[must_use]
    pub fn pieces_of(self, bytes: usize) -> Self {
        self.lock().piece = Some(bytes.max(1));
        self
    }

    /// Lets the bodies of answers break off after their last byte where they are streamed.
    #[must_use]
    pub fn breaking_off(self, kind: FailureKind) -> Self {
        self.lock().breaks = Some(kind);
        self
    }

    /// Lets every attempt take `time` by the transport's clock. One that takes longer than its
    /// bounds allow ends in a timeout.
    #[must_use]
    pub fn latency(self, time: Duration) -> Self {
        self.lock().latency = time;
        self
    }

    /// Sets the clock to `unix` after 1970-01-01 00:00 UTC; it starts there by default.
    #[must_use]
    pub fn start_at(self, unix: Duration) -> Self {
        self.lock().start = unix;
        self
    }

    /// Returns the requests that came, in order.
    pub fn requests(&self) -> Vec<http::Request<Bytes>> {
        self.lock().requests.clone()
    }

    /// Returns the bounds of each request.
    pub fn bounds(&self) -> Vec<Bounds> {
        self.lock().bounds.clone()
    }

    /// Returns the waits between attempts.
    pub fn sleeps(&self) -> Vec<Duration> {
        self.lock().sleeps.clone()
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // A handler that panicked leaves the records whole.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn send(&mut self, request: http::Request<Bytes>, bounds: Bounds) -> Outcome {
        let taken = self.latency.min(bounds.timeout);
        self.passed = self.passed.saturating_add(taken);
        let outcome = match (self.script.pop_front(), &mut self.handler) {
            (Some(outcome), _) => outcome,
            (None, Some(handler)) => handler(&request),
            (None, None) => Err(Failure::new(
                FailureKind::Other,
                "the script has no more answers",
            )),
        };
        let (latency, timeout, max_body) = (self.latency, bounds.timeout, bounds.max_body);
        self.requests.push(request);
        self.bounds.push(bounds);
        if latency > timeout {
            return Err(Failure::new(
                FailureKind::Timeout,
                "the attempt took too long",
            ));
        }
        let response = outcome?;
        check_size(response.body().len(), max_body)?;
        Ok(response)
    }

    /// Returns the answer's pieces, which do not count for `max_body`.
    fn stream(
        &mut self,
        request: http::Request<Bytes>,
        mut bounds: Bounds,
    ) -> Streamed<VecDeque<Result<Bytes, Failure>>> {
        bounds.max_body = usize::MAX;
        let response = self.send(request, bounds)?;
        let breaks = self.breaks.map(|kind| {
            let message = format!("scripted failure {kind:?} of a body");
            Failure::new(kind, message)
        });
        let piece = self.piece.unwrap_or(usize::MAX);
        Ok(response.map(|mut body| {
            let mut pieces = VecDeque::new();
            while !body.is_empty() {
                pieces.push_back(Ok(body.split_to(body.len().min(piece))));
            }
            pieces.extend(breaks.map(Err));
            pieces
        }))
    }

    fn sleep(&mut self, time: Duration) {
        self.sleeps.push(time);
        self.passed = self.passed.saturating_add(time);
    }

    fn now(&self) -> Moment {
        Moment::new(self.passed, self.start.saturating_add(self.passed))
    }
}

impl Transport for Memory {
    fn send(&self, request: http::Request<Bytes>, bounds: Bounds) -> BoxFuture<'_, Outcome> {
        let outcome = self.lock().send(request, bounds);
        Box::pin(std::future::ready(outcome))
    }

    fn stream(
        &self,
        request: http::Request<Body>,
        bounds: Bounds,
    ) -> BoxFuture<'_, Streamed<ChunkStream>> {
        Box::pin(async move {
            let (parts, body) = request.into_parts();
            let body = pieces::upload(body).await?;
            let request = http::Request::from_parts(parts, body);
            let response = self.lock().stream(request, bounds)?;
            Ok(response.map(pieces::stream))
        })
    }

    fn sleep(&self, time: Duration) -> BoxFuture<'_, ()> {
        self.lock().sleep(time);
        Box::pin(std::future::ready(()))
    }

    fn now(&self) -> Moment {
        self.lock().now()
    }
}

impl BlockingTransport for Memory {
    fn send(&self, request: http::Request<Bytes>, bounds: Bounds) -> Outcome {
        self.lock().send(request, bounds)
    }

    fn stream(&self, request: http::Request<Body>, bounds: Bounds) -> Streamed<Chunks> {
        let (parts, body) = request.into_parts();
        let request = http::Request::from_parts(parts, pieces::upload_blocking(body)?);
        let response = self.lock().stream(request, bounds)?;
        Ok(response.map(|pieces| Box::new(pieces.into_iter()) as Chunks))
    }

    fn sleep(&self, time: Duration) {
        self.lock().sleep(time);
    }

    fn now(&self) -> Moment {
        self.lock().now()
    }
}

/// Counts only: recorded requests hold secrets.
impl fmt::Debug for Memory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = self.lock();
        f.debug_struct("Memory")
            .field("scripted", &state.script.len())
            .field("requests", &state.requests.len())
            .field("sleeps", &state.sleeps)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bounds(max_body: usize) -> Bounds {
        let time = Duration::from_secs(1);
        Bounds {
            timeout: time,
            connect_timeout: time,
            max_body,
            idle_timeout: time,
        }
    }

    fn send(memory: &Memory, max_body: usize) -> Outcome {
        BlockingTransport::send(memory, http::Request::new(Bytes::new()), bounds(max_body))
    }

    #[test]
    fn the_script_comes_before_the_handler() {
        let memory = Memory::from_fn(|_| Err(Failure::new(FailureKind::Other, "handler")))
            .reply(200, "text/plain", "ab")
            .fail(FailureKind::Connect);
        assert_eq!(send(&memory, 2).unwrap().body(), "ab");
        assert_eq!(send(&memory, 2).unwrap_err().kind(), FailureKind::Connect);
        assert_eq!(send(&memory, 2).unwrap_err().to_string(), "handler");
        assert_eq!(memory.requests().len(), 3);
    }

    #[test]
    fn bounds_hold_in_memory_too() {
        let memory = Memory::new().reply(200, "text/plain", "abc");
        assert_eq!(send(&memory, 2).unwrap_err().kind(), FailureKind::TooLarge);
        let memory = Memory::new()
            .reply(200, "a/b", "")
            .latency(Duration::from_secs(2));
        assert_eq!(send(&memory, 2).unwrap_err().kind(), FailureKind::Timeout);
        assert_eq!(
            BlockingTransport::now(&memory).monotonic,
            Duration::from_secs(1)
        );
    }

    #[test]
    fn an_empty_script_fails() {
        assert_eq!(
            send(&Memory::new(), 0).unwrap_err().kind(),
            FailureKind::Other
        );
    }
}
