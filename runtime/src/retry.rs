//! When a call is repeated and how long it waits first. Facts about an attempt go in, a decision
//! comes out; nothing here waits, sends or reads a clock.

use std::time::{Duration, SystemTime};

use http::{HeaderMap, Method, StatusCode};

use crate::transport::{FailureKind, Moment};

/// How calls are repeated: three attempts by default, with waits of up to 0.5, 1, 2 ... 30 seconds.
///
/// Repeated are the statuses 408, 429, 502, 503 and 504, failures to connect, connections that end
/// without an answer, and timeouts: all say that the same request may work a moment later. Not repeated is 500: it says that this request
/// made the server fail, and would again. A request is only repeated where that is safe: its method
/// is idempotent (RFC 9110 §9.2.2), or an idempotency key travels with it, the same every time; and
/// its body can be read again.
///
/// Waits are random between nothing and their limit ("full jitter"), so that clients which failed
/// together do not return together. `Retry-After` (RFC 9110 §10.2.3) takes their place, as seconds
/// or date, up to the longest wait. No wait goes beyond the time of the whole call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RetryPolicy {
    attempts: u32,
    base: Duration,
    max: Duration,
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            attempts: 3,
            base: Duration::from_millis(500),
            max: Duration::from_secs(30),
        }
    }
}

impl RetryPolicy {
    /// Returns the policy that repeats nothing.
    pub fn never() -> Self {
        Self::default().attempts(1)
    }

    /// Sets how often a request is sent at most; 0 counts as 1.
    #[must_use]
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts.max(1);
        self
    }

    /// Sets the limit of the first wait; each later one is twice as long.
    #[must_use]
    pub fn base_delay(mut self, time: Duration) -> Self {
        self.base = time;
        self
    }

    /// Sets the longest wait.
    #[must_use]
    pub fn max_delay(mut self, time: Duration) -> Self {
        self.max = time;
        self
    }

    /// Tells whether there may be another attempt after `made` ones.
    pub(crate) fn allows_another(&self, made: u32) -> bool {
        made < self.attempts
    }

    /// Returns how long to wait after the attempt number `made`, by 64 bits of randomness.
    pub(crate) fn backoff(&self, made: u32, random: u64) -> Duration {
        let factor = 1_u32
            .checked_shl(made.saturating_sub(1))
            .unwrap_or(u32::MAX);
        let limit = self.base.saturating_mul(factor).min(self.max);
        // Half a millennium at most, so that the product fits.
        let nanos = limit.as_nanos().min(u128::from(u64::MAX));
        let nanos = nanos * u128::from(random) / u128::from(u64::MAX);
        Duration::from_nanos(u64::try_from(nanos).unwrap_or(u64::MAX)).min(limit)
    }

    /// Returns the wait that the server asks for, as long as the policy allows.
    pub(crate) fn asked_wait(&self, headers: &HeaderMap, now: Moment) -> Option<Duration> {
        retry_after(headers, now).map(|wait| wait.min(self.max))
    }
}

/// Tells whether a later attempt may bring another answer than this status.
pub(crate) fn is_passing_status(status: StatusCode) -> bool {
    matches!(status.as_u16(), 408 | 429 | 502 | 503 | 504)
}

/// Tells whether a later attempt may get through.
pub(crate) fn is_passing_failure(kind: FailureKind) -> bool {
    match kind {
        FailureKind::Connect | FailureKind::Closed | FailureKind::Timeout => true,
        FailureKind::Truncated
        | FailureKind::TooLarge
        | FailureKind::Upload
        | FailureKind::Other => false,
    }
}

/// Tells whether a method may be repeated by itself (RFC 9110 §9.2.2).
pub(crate) fn is_idempotent(method: &Method) -> bool {
    matches!(
        method.as_str(),
        "GET" | "HEAD" | "PUT" | "DELETE" | "OPTIONS" | "TRACE"
    )
}

fn retry_after(headers: &HeaderMap, now: Moment) -> Option<Duration> {
    let text = headers
        .get(http::header::RETRY_AFTER)?
        .to_str()
        .ok()?
        .trim();
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        // More seconds than fit are as long as it gets.
        return Some(Duration::from_secs(text.parse().unwrap_or(u64::MAX)));
    }
    let date = httpdate::parse_http_date(text).ok()?;
    let date = date.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    Some(date.saturating_sub(now.unix))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn backoff_doubles_up_to_the_limit() {
        let policy = RetryPolicy::default();
        for (made, expect) in [
            (1, 500),
            (2, 1000),
            (3, 2000),
            (7, 30_000),
            (u32::MAX, 30_000),
        ] {
            assert_eq!(
                policy.backoff(made, u64::MAX),
                Duration::from_millis(expect),
                "{made}"
            );
            assert_eq!(policy.backoff(made, 0), Duration::ZERO);
        }
        let endless = RetryPolicy::default()
            .base_delay(Duration::MAX)
            .max_delay(Duration::MAX);
        assert_eq!(endless.backoff(9, u64::MAX), Duration::from_nanos(u64::MAX));
        let half = policy.backoff(1, u64::MAX / 2);
        assert!(half > Duration::from_millis(249) && half < Duration::from_millis(251));
    }

    #[test]
    fn servers_can_ask_for_a_wait() {
        // The date of RFC 9110 §5.6.7, one minute later.
        let now = Moment::new(Duration::ZERO, Duration::from_secs(784_111_777 - 20));
        for (text, expect) in [
            ("7", Some(7)),
            ("0", Some(0)),
            ("120", Some(30)),
            ("99999999999999999999999", Some(30)),
            ("Sun, 06 Nov 1994 08:49:37 GMT", Some(20)),
            ("Sun, 06 Nov 1994 08:48:37 GMT", Some(0)),
            ("Sat, 06 Nov 2094 08:48:37 GMT", Some(30)),
            ("soon", None),
            ("-1", None),
            ("", None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert("retry-after", text.parse().unwrap());
            let got = RetryPolicy::default().asked_wait(&headers, now);
            assert_eq!(got, expect.map(Duration::from_secs), "{text}");
        }
    }

    #[test]
    fn what_is_repeated() {
        let repeated: Vec<u16> = (100..600)
            .filter(|code| StatusCode::from_u16(*code).is_ok_and(is_passing_status))
            .collect();
        assert_eq!(repeated, [408, 429, 502, 503, 504]);
        for (method, expect) in [
            ("GET", true),
            ("PUT", true),
            ("POST", false),
            ("PATCH", false),
        ] {
            assert_eq!(is_idempotent(&method.parse().unwrap()), expect, "{method}");
        }
        assert!(!RetryPolicy::never().allows_another(1));
    }
}
