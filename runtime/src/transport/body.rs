//! Bodies on the wire: collects an answer's up to a limit, and knows which requests announce theirs.
//! Too many bytes are a failure before they are kept, whatever `Content-Length` said.

use bytes::{Bytes, BytesMut};

use super::{Failure, FailureKind};

/// A body that is being read.
#[derive(Debug)]
pub(crate) struct BodyBuffer {
    /// What came, as long as it is in one piece.
    first: Bytes,
    /// What came, once there is more.
    joined: BytesMut,
    /// How much is expected.
    room: usize,
    max: usize,
}

impl BodyBuffer {
    /// Starts a body of at most `max` bytes. A `Content-Length` above that fails at once; one
    /// below is only a hint, and no reason to allocate what may never come.
    pub(crate) fn new(declared: Option<u64>, max: usize) -> Result<Self, Failure> {
        const TRUSTED: usize = 64 * 1024;
        let declared = usize::try_from(declared.unwrap_or(0)).unwrap_or(usize::MAX);
        check_size(declared, max)?;
        Ok(Self {
            first: Bytes::new(),
            joined: BytesMut::new(),
            room: declared.min(TRUSTED),
            max,
        })
    }

    /// Appends a copy.
    #[cfg(feature = "ureq")]
    pub(crate) fn push(&mut self, chunk: &[u8]) -> Result<(), Failure> {
        self.check(chunk)?;
        self.join(chunk);
        Ok(())
    }

    /// Appends a piece; the only one is not copied.
    pub(crate) fn push_piece(&mut self, piece: Bytes) -> Result<(), Failure> {
        self.check(&piece)?;
        if self.first.is_empty() && self.joined.is_empty() {
            self.first = piece;
        } else {
            self.join(&piece);
        }
        Ok(())
    }

    pub(crate) fn finish(self) -> Bytes {
        if self.joined.is_empty() {
            self.first
        } else {
            self.joined.freeze()
        }
    }

    fn check(&self, chunk: &[u8]) -> Result<(), Failure> {
        let length = self.first.len() + self.joined.len();
        check_size(length.saturating_add(chunk.len()), self.max)
    }

    fn join(&mut self, chunk: &[u8]) {
        let first = std::mem::take(&mut self.first);
        if self.joined.is_empty() {
            self.joined
                .reserve(self.room.max(first.len() + chunk.len()));
        }
        self.joined.extend_from_slice(&first);
        self.joined.extend_from_slice(chunk);
    }
}

/// Fails where `size` is above `max`.
pub(crate) fn check_size(size: usize, max: usize) -> Result<(), Failure> {
    if size <= max {
        return Ok(());
    }
    let message = format!("its body has more than {max} bytes, the limit");
    Err(Failure::new(FailureKind::TooLarge, message))
}

/// An empty body is announced only by the methods that usually have one (RFC 9110 §8.6).
#[cfg(any(feature = "reqwest", feature = "ureq"))]
pub(crate) fn announces_body<B>(request: &http::Request<B>, is_empty: bool) -> bool {
    !is_empty || matches!(request.method().as_str(), "POST" | "PUT" | "PATCH")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_stop_at_the_limit() {
        let mut body = BodyBuffer::new(Some(2), 4).unwrap();
        for piece in ["", "abc", "d", ""] {
            body.push_piece(piece.into()).unwrap();
        }
        let error = body.push_piece("e".into()).unwrap_err();
        assert_eq!(error.kind(), FailureKind::TooLarge);
        assert_eq!(&body.finish()[..], b"abcd");
    }

    #[test]
    fn a_single_piece_is_not_copied() {
        let piece = Bytes::from(vec![1, 2, 3]);
        let mut body = BodyBuffer::new(None, 4).unwrap();
        body.push_piece(piece.clone()).unwrap();
        assert_eq!(body.finish().as_ptr(), piece.as_ptr());
    }

    #[test]
    fn a_declared_length_above_the_limit_fails_at_once() {
        let error = BodyBuffer::new(Some(u64::MAX), 4).unwrap_err();
        assert_eq!(error.kind(), FailureKind::TooLarge);
    }
}
