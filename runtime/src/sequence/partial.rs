//! The item that is not complete yet. It is kept up to a limit; an item that came in one piece is
//! not copied.

use bytes::{Bytes, BytesMut};

/// An item has more bytes than it may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TooLong;

#[derive(Debug)]
pub(super) struct Partial {
    bytes: BytesMut,
    max: usize,
}

impl Partial {
    pub(super) fn new(max: usize) -> Self {
        Self {
            bytes: BytesMut::new(),
            max,
        }
    }

    /// Keeps the beginning of an item.
    pub(super) fn push(&mut self, piece: &[u8]) -> Result<(), TooLong> {
        if self.bytes.len().saturating_add(piece.len()) > self.max {
            return Err(TooLong);
        }
        self.bytes.extend_from_slice(piece);
        Ok(())
    }

    /// Returns the item that ends with this piece.
    pub(super) fn complete(&mut self, piece: Bytes) -> Result<Bytes, TooLong> {
        if self.bytes.is_empty() && piece.len() <= self.max {
            return Ok(piece);
        }
        self.push(&piece)?;
        Ok(self.take())
    }

    /// Returns what there is.
    pub(super) fn take(&mut self) -> Bytes {
        self.bytes.split().freeze()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    pub(super) fn clear(&mut self) {
        self.bytes.clear();
    }
}
