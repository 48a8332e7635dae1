//! A body on its way: opens its parts one after the other, and holds each to the length that it
//! announced. A server that was promised a length gets it or sees the connection break.

use std::collections::VecDeque;
use std::fmt;
use std::io::{self, Read};
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;

use super::{Body, Repr, Source};

/// A body that is read by a transport that blocks.
pub struct BodyReader(Outgoing);

/// A body that is read by a transport that does not block.
pub struct BodyStream(Outgoing);

struct Outgoing {
    waiting: VecDeque<Body>,
    open: Option<Open>,
}

struct Open {
    source: Source,
    /// What is still to come of the length that was announced.
    left: Option<u64>,
}

impl BodyReader {
    pub(super) fn new(body: Body) -> Self {
        Self(Outgoing::new(body))
    }
}

impl Read for BodyReader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while !buffer.is_empty() {
            let Some(open) = self.0.opened()? else {
                return Ok(0);
            };
            let length = open.source.read(buffer)?;
            open.count(length)?;
            if length > 0 {
                return Ok(length);
            }
            self.0.open = None;
        }
        Ok(0)
    }
}

impl BodyStream {
    pub(super) fn new(body: Body) -> Self {
        Self(Outgoing::new(body))
    }
}

impl Stream for BodyStream {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            let Some(open) = self.0.opened().transpose() else {
                return Poll::Ready(None);
            };
            let piece = match open {
                Ok(open) => match open.source.poll(cx) {
                    Poll::Pending => return Poll::Pending,
                    Poll::Ready(piece) => {
                        piece.and_then(|piece| open.count(piece.len()).map(|()| piece))
                    }
                },
                Err(error) => Err(error),
            };
            match piece {
                Ok(piece) if piece.is_empty() => self.0.open = None,
                piece => {
                    if piece.is_err() {
                        self.0 = Outgoing::default();
                    }
                    return Poll::Ready(Some(piece));
                }
            }
        }
    }
}

impl Outgoing {
    fn new(body: Body) -> Self {
        Self {
            waiting: VecDeque::from([body]),
            open: None,
        }
    }

    fn default() -> Self {
        Self {
            waiting: VecDeque::new(),
            open: None,
        }
    }

    /// Returns what is open, or opens the next part; `None` where there is no more.
    fn opened(&mut self) -> io::Result<Option<&mut Open>> {
        while self.open.is_none() {
            let Some(body) = self.waiting.pop_front() else {
                return Ok(None);
            };
            if let Repr::Row(bodies) = &body.repr {
                for body in bodies.iter().rev() {
                    self.waiting.push_front(body.clone());
                }
            } else {
                self.open = Some(Open {
                    source: body.open()?,
                    left: body.length,
                });
            }
        }
        Ok(self.open.as_mut())
    }
}

impl Open {
    /// Counts what was read; nothing is the end.
    fn count(&mut self, length: usize) -> io::Result<()> {
        let Some(left) = &mut self.left else {
            return Ok(());
        };
        if length == 0 && *left > 0 {
            let message = format!("it is {left} bytes shorter than announced");
            return Err(io::Error::new(io::ErrorKind::UnexpectedEof, message));
        }
        *left = left.checked_sub(length as u64).ok_or_else(|| {
            io::Error::new(io::ErrorKind::InvalidData, "it is longer than announced")
        })?;
        Ok(())
    }
}

impl fmt::Debug for BodyReader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BodyReader").finish_non_exhaustive()
    }
}

impl fmt::Debug for BodyStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BodyStream").finish_non_exhaustive()
    }
}
