//! One call as a state machine: it says what to do next and is told what came of it. It decides on
//! repetitions, redirects and time; it sends nothing, waits for nothing and reads no clock, so both
//! drivers are short loops around it. What the body of an answer is, it neither knows nor cares.

use std::time::Duration;

use http::header::LOCATION;
use http::{Method, Request, Response, StatusCode, Uri};

use crate::body::Body;
use crate::limits::Limits;
use crate::random;
use crate::request::Prepared;
use crate::retry::{RetryPolicy, is_passing_failure, is_passing_status};
use crate::transport::{Bounds, Failure, FailureKind, Moment};
use crate::uri::resolve::{resolve, same_origin};

const MAX_REDIRECTS: u32 = 5;
/// The longest time that is given to a transport, a year: clocks overflow beyond some point.
const LONGEST: Duration = Duration::from_secs(365 * 24 * 60 * 60);

/// What to do next.
#[derive(Debug)]
#[expect(
    clippy::large_enum_variant,
    reason = "there is one at a time, and it is taken apart at once"
)]
pub(crate) enum Step<B> {
    /// Send this and report with [`Call::came`].
    Send(Request<Body>, Bounds),
    /// Wait.
    Sleep(Duration),
    /// The call is over.
    Done(Result<Response<B>, Failure>),
}

/// How the answer is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// In one piece, within the time of an attempt unless the request is streamed.
    Whole,
    /// As it comes.
    Streamed,
}

/// A call on its way.
#[derive(Debug)]
pub(crate) struct Call<'c, B> {
    request: Request<Body>,
    repeatable: bool,
    has_credentials: bool,
    policy: &'c RetryPolicy,
    limits: &'c Limits,
    started: Option<Moment>,
    attempts: u32,
    redirects: u32,
    /// Whether a body is streamed, so that the time of an attempt says nothing.
    streams: bool,
    next: Next<B>,
}

#[derive(Debug)]
enum Next<B> {
    Send,
    Sleep(Duration),
    Done(Result<Response<B>, Failure>),
}

impl<'c, B> Call<'c, B> {
    pub(crate) fn new(
        prepared: &mut Prepared,
        policy: &'c RetryPolicy,
        limits: &'c Limits,
        wanted: Wanted,
    ) -> Self {
        Self {
            streams: wanted == Wanted::Streamed || prepared.request.body().as_bytes().is_none(),
            request: std::mem::take(&mut prepared.request),
            repeatable: prepared.repeatable,
            has_credentials: prepared.has_credentials,
            policy,
            limits,
            started: None,
            attempts: 1,
            redirects: 0,
            next: Next::Send,
        }
    }

    /// Returns how many attempts there were, redirects not counted.
    pub(crate) fn attempts(&self) -> u32 {
        self.attempts
    }

    /// Returns what to do at this moment; asks for the time only where it matters.
    pub(crate) fn step(&mut self, now: &dyn Fn() -> Moment) -> Step<B> {
        match std::mem::replace(&mut self.next, Next::Send) {
            Next::Send => {
                let now = now();
                self.started.get_or_insert(now);
                self.send(now)
            }
            Next::Sleep(time) => Step::Sleep(time),
            Next::Done(outcome) => Step::Done(outcome),
        }
    }

    /// Takes what came of sending; asks for the time only where it matters.
    pub(crate) fn came(&mut self, outcome: Result<Response<B>, Failure>, now: &dyn Fn() -> Moment) {
        if let Some(uri) = outcome
            .as_ref()
            .ok()
            .and_then(|response| self.redirect(response))
        {
            self.redirects += 1;
            *self.request.uri_mut() = uri;
            self.next = Next::Send;
            return;
        }
        self.next = match self.wait(&outcome, now) {
            Some(time) => {
                self.attempts += 1;
                Next::Sleep(time)
            }
            None => Next::Done(outcome),
        };
    }

    fn send(&self, now: Moment) -> Step<B> {
        let remaining = self.remaining(now);
        if remaining.is_zero() {
            let message = "none is left of the time for the whole call";
            return Step::Done(Err(Failure::new(FailureKind::Timeout, message)));
        }
        let timeout = if self.streams {
            self.limits.max_stream()
        } else {
            remaining.min(self.limits.max_attempt())
        };
        let timeout = timeout.min(LONGEST);
        let bounds = Bounds {
            timeout,
            connect_timeout: timeout.min(self.limits.max_connect()),
            max_body: self.limits.max_body(),
            idle_timeout: self.limits.max_idle().min(timeout),
        };
        Step::Send(self.request.clone(), bounds)
    }

    fn remaining(&self, now: Moment) -> Duration {
        let started = self.started.unwrap_or(now).monotonic;
        let passed = now.monotonic.saturating_sub(started);
        self.limits.max_total().saturating_sub(passed)
    }

    /// Returns how long to wait before another attempt, `None` where there is to be none.
    fn wait(
        &self,
        outcome: &Result<Response<B>, Failure>,
        now: &dyn Fn() -> Moment,
    ) -> Option<Duration> {
        if !self.repeatable || !self.policy.allows_another(self.attempts) {
            return None;
        }
        let headers = match outcome {
            Ok(response) if is_passing_status(response.status()) => Some(response.headers()),
            Err(failure) if is_passing_failure(failure.kind()) => None,
            Ok(_) | Err(_) => return None,
        };
        if !self.request.body().is_available() {
            return None;
        }
        let now = now();
        let asked = headers.and_then(|headers| self.policy.asked_wait(headers, now));
        let wait = asked.unwrap_or_else(|| self.policy.backoff(self.attempts, random::bits()));
        // A wait that leaves no time to send would only delay the answer that is here.
        (wait < self.remaining(now)).then_some(wait)
    }

    /// Returns where a redirect goes, `None` where it is none or is not safe to follow.
    fn redirect(&self, response: &Response<B>) -> Option<Uri> {
        let can_repeat = self.keeps_method(response.status()) && self.request.body().is_available();
        if self.redirects >= MAX_REDIRECTS || !can_repeat {
            return None;
        }
        let location = response.headers().get(LOCATION)?.to_str().ok()?;
        let target = resolve(self.request.uri(), location)?;
        self.may_go_to(&target).then_some(target)
    }

    /// RFC 9110 §15.4: 307 and 308 keep method and body; the others do so only where the method
    /// was GET or HEAD.
    fn keeps_method(&self, status: StatusCode) -> bool {
        match status.as_u16() {
            307 | 308 => true,
            301..=303 => self.only_reads(),
            _ => false,
        }
    }

    /// Another origin is told nothing that was meant for this one: neither credentials nor a body.
    fn may_go_to(&self, target: &Uri) -> bool {
        let from = self.request.uri();
        if same_origin(from, target) {
            return true;
        }
        let secure = match target.scheme_str() {
            Some("https") => true,
            Some("http") => from.scheme_str() == Some("http"),
            _ => false,
        };
        secure && !self.has_credentials && self.only_reads() && self.request.body().is_empty()
    }

    fn only_reads(&self) -> bool {
        matches!(*self.request.method(), Method::GET | Method::HEAD)
    }
}
