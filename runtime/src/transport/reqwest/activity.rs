//! The two clocks of a streamed attempt: one for all of it, one that starts anew whenever something
//! moves. `reqwest` has such clocks of its own, but they know nothing of uploads.

use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::time::{Instant, Sleep, sleep_until};

use super::super::{Bounds, Failure, FailureKind};

/// When something moved last. Clones are one.
#[derive(Clone, Debug)]
pub(super) struct Activity {
    last: Arc<Mutex<Instant>>,
    idle: Duration,
    end: Instant,
}

impl Activity {
    pub(super) fn new(bounds: &Bounds) -> Self {
        let now = Instant::now();
        Self {
            last: Arc::new(Mutex::new(now)),
            idle: bounds.idle_timeout,
            end: now + bounds.timeout,
        }
    }

    /// Notes that something moved.
    pub(super) fn moved(&self) {
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now();
    }

    /// Returns when time is up unless something moves.
    fn until(&self) -> Instant {
        let last = *self.last.lock().unwrap_or_else(PoisonError::into_inner);
        self.end.min(last + self.idle)
    }

    /// Returns a clock that is set to that time.
    pub(super) fn clock(&self) -> Pin<Box<Sleep>> {
        Box::pin(sleep_until(self.until()))
    }

    /// Tells why time is up once it is, by a clock that it sets anew where something moved.
    pub(super) fn poll(&self, clock: &mut Pin<Box<Sleep>>, cx: &mut Context<'_>) -> Poll<Failure> {
        loop {
            if clock.as_mut().poll(cx).is_pending() {
                return Poll::Pending;
            }
            let until = self.until();
            if until <= clock.deadline() {
                return Poll::Ready(self.failure());
            }
            clock.as_mut().reset(until);
        }
    }

    /// Waits for a future as long as something moves.
    pub(super) async fn watch<T>(&self, future: impl Future<Output = T>) -> Result<T, Failure> {
        let mut future = pin!(future);
        let mut clock = self.clock();
        poll_fn(|cx| match future.as_mut().poll(cx) {
            Poll::Ready(value) => Poll::Ready(Ok(value)),
            Poll::Pending => self.poll(&mut clock, cx).map(Err),
        })
        .await
    }

    fn failure(&self) -> Failure {
        let message = if Instant::now() >= self.end {
            "the stream was not at its end in the time of the attempt"
        } else {
            "nothing has moved for the time that a stream may stand still"
        };
        Failure::new(FailureKind::Timeout, message)
    }
}
