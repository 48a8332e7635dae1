//! The body of an answer as it comes: for callers piece by piece, never held as a whole. Failures of
//! transports go in, errors that say which call they belong to come out.

use std::fmt;
use std::future::poll_fn;
use std::io::{self, Read};
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;

use crate::answer::Answer;
use crate::error::{Error, ErrorKind};
use crate::response::{Answered, Context as CallContext};
use crate::transport::{ChunkStream, Chunks, Failure, FailureKind};

/// The body of an answer, as an asynchronous stream of pieces. With the feature `reqwest` it is also
/// what `tokio` reads from.
///
/// Dropping it ends the connection. Behind an error nothing comes.
pub struct Download {
    chunks: ChunkStream,
    guard: Guard,
    #[cfg(feature = "reqwest")]
    rest: Bytes,
}

/// The body of an answer, for reading while the thread blocks.
///
/// Dropping it ends the connection. Behind an error nothing comes. Errors of [`Read`] hold an
/// [`Error`].
pub struct BlockingDownload {
    chunks: Chunks,
    guard: Guard,
    rest: Bytes,
}

/// What counts the bytes and knows which call they belong to.
#[derive(Debug)]
pub(crate) struct Guard {
    /// The answer, without its body.
    pub(crate) answer: Answer,
    pub(crate) context: CallContext,
    left: u64,
    is_over: bool,
}

impl Guard {
    pub(crate) fn new(answered: Answered, max: u64) -> Self {
        Self {
            answer: answered.answer,
            context: answered.context,
            left: max,
            is_over: false,
        }
    }

    /// Takes what a transport yielded.
    pub(crate) fn check(
        &mut self,
        next: Option<Result<Bytes, Failure>>,
    ) -> Option<Result<Bytes, Error>> {
        let chunk = match next {
            Some(Ok(chunk)) => self.count(chunk),
            Some(Err(failure)) => Err(failure),
            None => {
                self.is_over = true;
                return None;
            }
        };
        self.is_over = chunk.is_err();
        Some(chunk.map_err(|failure| self.error(failure)))
    }

    fn count(&mut self, chunk: Bytes) -> Result<Bytes, Failure> {
        match self.left.checked_sub(chunk.len() as u64) {
            Some(left) => {
                self.left = left;
                Ok(chunk)
            }
            None => Err(Failure::new(
                FailureKind::TooLarge,
                "its body has more bytes than the limit of streams",
            )),
        }
    }

    /// Makes an error of the call.
    pub(crate) fn error(&self, failure: Failure) -> Error {
        let error = self.context.site.transport_error(failure);
        error
            .with_answer(self.answer.clone())
            .with_ids(self.context.ids.clone(), self.context.attempts)
    }
}

impl Download {
    pub(crate) fn new(chunks: ChunkStream, guard: Guard) -> Self {
        Self {
            chunks,
            guard,
            #[cfg(feature = "reqwest")]
            rest: Bytes::new(),
        }
    }

    /// Returns the next piece of the body, `None` at its end.
    pub async fn chunk(&mut self) -> Option<Result<Bytes, Error>> {
        poll_fn(|cx| self.poll_chunk(cx)).await
    }

    pub(crate) fn poll_chunk(
        &mut self,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, Error>>> {
        #[cfg(feature = "reqwest")]
        if !self.rest.is_empty() {
            return Poll::Ready(Some(Ok(std::mem::take(&mut self.rest))));
        }
        if self.guard.is_over {
            return Poll::Ready(None);
        }
        let next = self.chunks.as_mut().poll_next(cx);
        next.map(|next| self.guard.check(next))
    }

    pub(crate) fn guard(&self) -> &Guard {
        &self.guard
    }
}

impl Stream for Download {
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_chunk(cx)
    }
}

#[cfg(feature = "reqwest")]
impl tokio::io::AsyncRead for Download {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut tokio::io::ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        loop {
            let chunk = match self.poll_chunk(cx) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(None) => return Poll::Ready(Ok(())),
                Poll::Ready(Some(Err(error))) => return Poll::Ready(Err(io_error(error))),
                Poll::Ready(Some(Ok(chunk))) => chunk,
            };
            // Nothing is the end, so an empty piece is passed over.
            if !chunk.is_empty() {
                self.rest = chunk;
                let length = self.rest.len().min(buffer.remaining());
                buffer.put_slice(&self.rest.split_to(length));
                return Poll::Ready(Ok(()));
            }
        }
    }
}

impl BlockingDownload {
    pub(crate) fn new(chunks: Chunks, guard: Guard) -> Self {
        Self {
            chunks,
            guard,
            rest: Bytes::new(),
        }
    }

    /// Returns the next piece of the body, `None` at its end.
    pub fn chunk(&mut self) -> Option<Result<Bytes, Error>> {
        if !self.rest.is_empty() {
            return Some(Ok(std::mem::take(&mut self.rest)));
        }
        if self.guard.is_over {
            return None;
        }
        let next = self.chunks.next();
        self.guard.check(next)
    }

    pub(crate) fn guard(&self) -> &Guard {
        &self.guard
    }
}

impl Read for BlockingDownload {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.rest.is_empty() {
            match self.chunk() {
                Some(chunk) => self.rest = chunk.map_err(io_error)?,
                None => return Ok(0),
            }
        }
        let piece = self.rest.split_to(self.rest.len().min(buffer.len()));
        buffer[..piece.len()].copy_from_slice(&piece);
        Ok(piece.len())
    }
}

fn io_error(error: Error) -> io::Error {
    let kind = match error.kind() {
        ErrorKind::Timeout => io::ErrorKind::TimedOut,
        ErrorKind::Truncated => io::ErrorKind::UnexpectedEof,
        _ => io::ErrorKind::Other,
    };
    io::Error::new(kind, error)
}

impl fmt::Debug for Download {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Download").finish_non_exhaustive()
    }
}

impl fmt::Debug for BlockingDownload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BlockingDownload").finish_non_exhaustive()
    }
}
