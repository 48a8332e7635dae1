//! An asynchronous reader as a stream of pieces.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use tokio::io::{AsyncRead, ReadBuf};

use super::source::PIECE;

pub(super) struct Pieces {
    reader: Pin<Box<dyn AsyncRead + Send>>,
    /// What is read into; made when it is needed.
    buffer: BytesMut,
}

impl Pieces {
    pub(super) fn new(reader: impl AsyncRead + Send + 'static) -> Self {
        Self {
            reader: Box::pin(reader),
            buffer: BytesMut::new(),
        }
    }
}

impl Stream for Pieces {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        if this.buffer.is_empty() {
            this.buffer = BytesMut::zeroed(PIECE);
        }
        let mut buffer = ReadBuf::new(&mut this.buffer);
        let read = ready!(this.reader.as_mut().poll_read(cx, &mut buffer));
        let length = buffer.filled().len();
        let piece = match read {
            Ok(()) if length == 0 => None,
            Ok(()) => {
                let mut piece = std::mem::take(&mut this.buffer);
                piece.truncate(length);
                Some(Ok(piece.freeze()))
            }
            Err(error) => Some(Err(error)),
        };
        Poll::Ready(piece)
    }
}
