//! What carries requests: the two traits, what they promise, and how they fail. A request with an
//! absolute URL goes in, the answer comes out as it is, whatever its status.
//!
//! What is whole goes through `send`, what is not through `stream`: a request's body that is read
//! while it is sent, an answer's body that is read while it comes.
//!
//! A transport makes one attempt. It follows no redirect, repeats nothing, adds no credentials and
//! decodes no content: that is decided above it, in one place for all transports.

pub mod memory;
#[cfg(feature = "reqwest")]
pub mod reqwest;
#[cfg(feature = "ureq")]
pub mod ureq;

mod body;
mod chunks;
mod failure;
mod moment;
mod pieces;
#[cfg(any(feature = "reqwest", feature = "ureq"))]
mod tls;
#[cfg(any(feature = "reqwest", feature = "ureq"))]
mod upload;

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use bytes::Bytes;

use crate::body::Body;

#[cfg(any(feature = "reqwest", feature = "ureq"))]
pub(crate) use body::announces_body;
pub(crate) use body::{BodyBuffer, check_size};
pub use chunks::{ChunkStream, Chunks};
pub(crate) use chunks::{collect, collect_blocking, whole};
#[cfg(any(feature = "reqwest", feature = "ureq"))]
use failure::is_end;
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

/// What a streamed attempt ends in: an answer whose body is still to come, or a failure to get one.
pub type Streamed<B> = Result<http::Response<B>, Failure>;

/// What bounds one attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Bounds {
    /// Time for the whole attempt, to the last byte of the body.
    pub timeout: Duration,
    /// Time for making the connection.
    pub connect_timeout: Duration,
    /// The most bytes of a body to read. A transport stops there with
    /// [`FailureKind::TooLarge`], also where `Content-Length` promises less. Streams are counted
    /// by who reads them.
    pub max_body: usize,
    /// The longest time in which nothing moves in either direction, for streams.
    pub idle_timeout: Duration,
}

/// Sends requests without blocking.
pub trait Transport: Send + Sync {
    /// Makes one attempt within `bounds`.
    fn send(&self, request: http::Request<Bytes>, bounds: Bounds) -> BoxFuture<'_, Outcome>;

    /// Makes one attempt whose request or answer is streamed. The answer is there once its headers
    /// are; its body ends with a failure if the time of `bounds` runs out.
    ///
    /// A transport that does not implement it sends bodies that are in memory, and has the answer's
    /// body in one piece.
    fn stream(
        &self,
        request: http::Request<Body>,
        bounds: Bounds,
    ) -> BoxFuture<'_, Streamed<ChunkStream>> {
        let request = whole(request);
        Box::pin(async move {
            let response = self.send(request?, bounds).await?;
            Ok(response.map(chunks::one))
        })
    }

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

    /// Makes one attempt whose request or answer is streamed, as [`Transport::stream`] does.
    fn stream(&self, request: http::Request<Body>, bounds: Bounds) -> Streamed<Chunks> {
        let response = self.send(whole(request)?, bounds)?;
        Ok(response.map(chunks::one_blocking))
    }

    /// Waits between two attempts.
    fn sleep(&self, time: Duration);

    /// Returns the time, by the same clock that `sleep` waits on.
    fn now(&self) -> Moment {
        Moment::of_system()
    }
}
