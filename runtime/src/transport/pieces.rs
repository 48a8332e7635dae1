//! Bodies in pieces for the transport in memory: an upload is put together, an answer's pieces are
//! handed out one by one.

use std::collections::VecDeque;
use std::future::poll_fn;
use std::io::{self, Read};
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;

use super::{ChunkStream, Failure, FailureKind};
use crate::body::Body;

struct Pieces(VecDeque<Result<Bytes, Failure>>);

impl Stream for Pieces {
    type Item = Result<Bytes, Failure>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.pop_front())
    }
}

pub(super) fn stream(pieces: VecDeque<Result<Bytes, Failure>>) -> ChunkStream {
    Box::pin(Pieces(pieces))
}

pub(super) async fn upload(body: Body) -> Result<Bytes, Failure> {
    let mut stream = body.into_stream();
    let mut whole = Vec::new();
    while let Some(piece) = poll_fn(|cx| Pin::new(&mut stream).poll_next(cx)).await {
        whole.extend_from_slice(&piece.map_err(failure)?);
    }
    Ok(whole.into())
}

pub(super) fn upload_blocking(body: Body) -> Result<Bytes, Failure> {
    let mut whole = Vec::new();
    let read = body.into_reader().read_to_end(&mut whole);
    read.map_err(failure)?;
    Ok(whole.into())
}

#[expect(clippy::needless_pass_by_value, reason = "it is what `map_err` passes")]
fn failure(error: io::Error) -> Failure {
    Failure::from_error(FailureKind::Upload, &error)
}
