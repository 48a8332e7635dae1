//! Bodies of answers as they come, piece by piece: what transports hand out, and what puts it
//! together where it is wanted whole.

use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;

use super::{BodyBuffer, Failure, FailureKind, Outcome, Streamed};
use crate::body::Body;

/// An answer's body that comes without blocking. It can move between threads, except on wasm, which
/// has one. Behind a failure nothing comes.
#[cfg(not(target_arch = "wasm32"))]
pub type ChunkStream = Pin<Box<dyn Stream<Item = Result<Bytes, Failure>> + Send>>;
/// An answer's body that comes without blocking. It can move between threads, except on wasm, which
/// has one. Behind a failure nothing comes.
#[cfg(target_arch = "wasm32")]
pub type ChunkStream = Pin<Box<dyn Stream<Item = Result<Bytes, Failure>>>>;

/// An answer's body that blocks while it comes. Behind a failure nothing comes.
pub type Chunks = Box<dyn Iterator<Item = Result<Bytes, Failure>> + Send>;

struct One(Option<Bytes>);

impl Stream for One {
    type Item = Result<Bytes, Failure>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.take().map(Ok))
    }
}

/// Returns a body that is there as a stream.
pub(crate) fn one(bytes: Bytes) -> ChunkStream {
    Box::pin(One(Some(bytes)))
}

/// Returns a body that is there as an iterator.
pub(crate) fn one_blocking(bytes: Bytes) -> Chunks {
    Box::new(std::iter::once(Ok(bytes)))
}

/// Returns a request whose body is in memory as one that can be sent whole.
pub(crate) fn whole(request: http::Request<Body>) -> Result<http::Request<Bytes>, Failure> {
    let (parts, body) = request.into_parts();
    let bytes = body.to_bytes().ok_or_else(|| {
        let message = "the transport sends no bodies that are not in memory";
        Failure::new(FailureKind::Upload, message)
    })?;
    Ok(http::Request::from_parts(parts, bytes))
}

/// Waits for the next piece.
async fn next_chunk(chunks: &mut ChunkStream) -> Option<Result<Bytes, Failure>> {
    poll_fn(|cx| chunks.as_mut().poll_next(cx)).await
}

/// Puts an answer together, of at most `max` bytes.
pub(crate) async fn collect(answer: Streamed<ChunkStream>, max: usize) -> Outcome {
    let (parts, mut chunks) = answer?.into_parts();
    let mut body = BodyBuffer::new(None, max)?;
    while let Some(chunk) = next_chunk(&mut chunks).await {
        body.push_piece(chunk?)?;
    }
    Ok(http::Response::from_parts(parts, body.finish()))
}

/// Puts an answer together, of at most `max` bytes, and blocks meanwhile.
pub(crate) fn collect_blocking(answer: Streamed<Chunks>, max: usize) -> Outcome {
    let (parts, chunks) = answer?.into_parts();
    let mut body = BodyBuffer::new(None, max)?;
    for chunk in chunks {
        body.push_piece(chunk?)?;
    }
    Ok(http::Response::from_parts(parts, body.finish()))
}
