//! Bodies on the wire: collects an answer's up to a limit, and knows which requests announce theirs.
//! Too many bytes are a failure before they are kept, whatever `Content-Length` said.

use super::{Failure, FailureKind};

/// A body that is being read.
#[derive(Debug)]
pub(crate) struct BodyBuffer {
    bytes: bytes::BytesMut,
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
            bytes: bytes::BytesMut::with_capacity(declared.min(TRUSTED)),
            max,
        })
    }

    pub(crate) fn push(&mut self, chunk: &[u8]) -> Result<(), Failure> {
        check_size(self.bytes.len().saturating_add(chunk.len()), self.max)?;
        self.bytes.extend_from_slice(chunk);
        Ok(())
    }

    pub(crate) fn finish(self) -> bytes::Bytes {
        self.bytes.freeze()
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
        body.push(b"abc").unwrap();
        body.push(b"d").unwrap();
        assert_eq!(body.push(b"e").unwrap_err().kind(), FailureKind::TooLarge);
        assert_eq!(&body.finish()[..], b"abcd");
    }

    #[test]
    fn a_declared_length_above_the_limit_fails_at_once() {
        let error = BodyBuffer::new(Some(u64::MAX), 4).unwrap_err();
        assert_eq!(error.kind(), FailureKind::TooLarge);
    }
}
