//! Where the bytes of a body come from, once it is open, and how a reader is read without blocking.
//! What is read is neither counted nor checked here.

use std::fmt;
use std::io::{self, Read};
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::{Bytes, BytesMut};
use futures_core::Stream;

/// What is read at once where nobody gives a buffer.
pub(super) const PIECE: usize = 64 * 1024;

/// A body that is open.
pub(crate) enum Source {
    Bytes(Bytes),
    Reader(Box<dyn Read + Send>),
    Stream(Pin<Box<dyn Stream<Item = io::Result<Bytes>> + Send>>),
    /// A reader that is being read by another thread.
    #[cfg(feature = "reqwest")]
    Reading(tokio::task::JoinHandle<(Box<dyn Read + Send>, io::Result<Bytes>)>),
}

impl Source {
    /// Reads into `buffer` as [`Read::read`] does.
    pub(super) fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Bytes(bytes) => {
                let piece = bytes.split_to(bytes.len().min(buffer.len()));
                buffer[..piece.len()].copy_from_slice(&piece);
                Ok(piece.len())
            }
            Self::Reader(reader) => read(reader, buffer),
            Self::Stream(_) => Err(asynchronous()),
            #[cfg(feature = "reqwest")]
            Self::Reading(_) => Err(asynchronous()),
        }
    }

    /// Returns the next piece, an empty one at the end.
    pub(super) fn poll(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<Bytes>> {
        match self {
            Self::Bytes(bytes) => Poll::Ready(Ok(std::mem::take(bytes))),
            Self::Stream(stream) => poll_stream(stream.as_mut(), cx),
            Self::Reader(_) => self.poll_reader(cx),
            #[cfg(feature = "reqwest")]
            Self::Reading(_) => self.poll_reading(cx),
        }
    }

    /// Lets another thread read, where a runtime has one. Without a runtime it is read in place.
    #[cfg(feature = "reqwest")]
    fn poll_reader(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<Bytes>> {
        let Self::Reader(reader) = std::mem::replace(self, Self::Bytes(Bytes::new())) else {
            return Poll::Ready(Ok(Bytes::new()));
        };
        let mut reader = reader;
        let Ok(runtime) = tokio::runtime::Handle::try_current() else {
            let piece = read_piece(&mut reader);
            *self = Self::Reader(reader);
            return Poll::Ready(piece);
        };
        *self = Self::Reading(runtime.spawn_blocking(move || {
            let piece = read_piece(&mut reader);
            (reader, piece)
        }));
        self.poll_reading(cx)
    }

    #[cfg(not(feature = "reqwest"))]
    fn poll_reader(&mut self, _: &mut Context<'_>) -> Poll<io::Result<Bytes>> {
        match self {
            Self::Reader(reader) => Poll::Ready(read_piece(reader)),
            Self::Bytes(_) | Self::Stream(_) => Poll::Ready(Ok(Bytes::new())),
        }
    }

    #[cfg(feature = "reqwest")]
    fn poll_reading(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<Bytes>> {
        use std::future::Future;

        let Self::Reading(task) = self else {
            return Poll::Ready(Ok(Bytes::new()));
        };
        let Poll::Ready(done) = Pin::new(task).poll(cx) else {
            return Poll::Pending;
        };
        match done {
            Ok((reader, piece)) => {
                *self = Self::Reader(reader);
                Poll::Ready(piece)
            }
            // The reader panicked, or the runtime shuts down.
            Err(error) => Poll::Ready(Err(io::Error::other(error))),
        }
    }
}

/// Passes over empty pieces: they are not the end.
fn poll_stream(
    mut stream: Pin<&mut (dyn Stream<Item = io::Result<Bytes>> + Send)>,
    cx: &mut Context<'_>,
) -> Poll<io::Result<Bytes>> {
    loop {
        match stream.as_mut().poll_next(cx) {
            Poll::Ready(Some(Ok(piece))) if piece.is_empty() => {}
            Poll::Ready(Some(piece)) => return Poll::Ready(piece),
            Poll::Ready(None) => return Poll::Ready(Ok(Bytes::new())),
            Poll::Pending => return Poll::Pending,
        }
    }
}

fn read_piece(reader: &mut Box<dyn Read + Send>) -> io::Result<Bytes> {
    let mut buffer = BytesMut::zeroed(PIECE);
    let length = read(reader, &mut buffer)?;
    buffer.truncate(length);
    Ok(buffer.freeze())
}

fn read(reader: &mut Box<dyn Read + Send>, buffer: &mut [u8]) -> io::Result<usize> {
    loop {
        match reader.read(buffer) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            // A reader that claims more than it was given room for is wrong.
            Ok(length) if length > buffer.len() => {
                return Err(io::Error::other(
                    "its reader returns a length that is wrong",
                ));
            }
            done => return done,
        }
    }
}

fn asynchronous() -> io::Error {
    io::Error::other("it is an asynchronous stream, which a blocking transport cannot wait for")
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Source")
    }
}
