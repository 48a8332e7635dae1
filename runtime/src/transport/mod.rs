//! What carries requests: the two traits, what they promise, and how they fail. A request with an
//! absolute URL goes in, the answer comes out as it is, whatever its status.
//!
//! A transport makes one attempt. It follows no redirect, repeats nothing, adds no credentials and
//! decodes no content: that is decided above it, in one place for all transports.

pub mod memory;
#[cfg(feature = "reqwest")]
pub mod reqwest;
#[cfg(feature = "ureq")]
pub mod ureq;

mod body;
mod failure;
mod moment;
#[cfg(any(feature = "reqwest", feature = "ureq"))]
mod tls;

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use bytes::Bytes;

pub(crate) use body::check_size;
#[cfg(any(feature = "reqwest", feature = "ureq"))]
pub(crate) use body::{BodyBuffer, announces_body};
pub use failure::{Failure, FailureKind};
pub use moment::Moment;

/// A future of a transport. It can move between threads, except on wasm, which has one.
#[cfg(not(target_arch = "wasm32"))]
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;
/// A future of a transport. It can move between threads, except on wasm, which has one.
#[cfg(target_arch = "wasm32")]
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// What an attempt ends in: an answer of any status, or a failure to get one.
pub type Outcome = Result<http::Response<Bytes>, Failure>;

/// What bounds one attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Bounds {
    /// Time for the whole attempt, to the last byte of the body.
    pub timeout: Duration,
    /// Time for making the connection.
    pub connect_timeout: Duration,
    /// The most bytes of a body to read. A transport stops there with
    /// [`FailureKind::TooLarge`], also where `Content-Length` promises less.
    pub max_body: usize,
}

/// Sends requests without blocking.
pub trait Transport: Send + Sync {
    /// Makes one attempt within `bounds`.
    fn send(&self, request: http::Request<Bytes>, bounds: Bounds) -> BoxFuture<'_, Outcome>;

    /// Waits between two attempts.
    fn sleep(&self, time: Duration) -> BoxFuture<'_, ()>;

    /// Returns the time, by the same clock that `sleep` waits on. Transports for systems without
    /// a clock of `std` (wasm in browsers) have their own.
    fn now(&self) -> Moment {
        Moment::of_system()
    }
}

/// Sends requests and blocks the thread meanwhile.
pub trait BlockingTransport: Send + Sync {
    /// Makes one attempt within `bounds`.
    fn send(&self, request: http::Request<Bytes>, bounds: Bounds) -> Outcome;

    /// Waits between two attempts.
    fn sleep(&self, time: Duration);

    /// Returns the time, by the same clock that `sleep` waits on.
    fn now(&self) -> Moment {
        Moment::of_system()
    }
}
