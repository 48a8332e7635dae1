//! How much a draft may grow. Changes are foreign, and a few of them can double it each.

use super::Value;
use crate::load::limits::{MAX_DEPTH, MAX_DRAFT, MAX_GROWTH, MAX_GROWTH_BYTES};

/// Values that merging may look at to find those with the same keys.
const MAX_LOOKS: usize = 20 * MAX_DRAFT;

/// What is left of the values that may be copied.
#[derive(Debug)]
pub(in crate::load) struct Room {
    left: usize,
    looks: usize,
    /// Values that may still be put somewhere, with all that is in them, and how long their texts are.
    values: usize,
    bytes: usize,
}

/// The draft would grow beyond its limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::load) struct Full;

impl Room {
    pub(in crate::load) fn new() -> Self {
        Self {
            left: MAX_DRAFT,
            looks: MAX_LOOKS,
            values: MAX_GROWTH,
            bytes: MAX_GROWTH_BYTES,
        }
    }

    pub(super) fn take(&mut self, values: usize) -> Result<(), Full> {
        self.left = self.left.checked_sub(values).ok_or(Full)?;
        Ok(())
    }

    /// Counts values that are only looked at.
    pub(super) fn look(&mut self, values: usize) -> Result<(), Full> {
        self.looks = self.looks.checked_sub(values).ok_or(Full)?;
        Ok(())
    }

    /// Copies a value to a place below so many levels.
    pub(super) fn copy<'a>(&mut self, value: &Value<'a>, depth: usize) -> Result<Value<'a>, Full> {
        self.take(value.size())?;
        let (values, bytes) = value.extent();
        self.values = self.values.checked_sub(values).ok_or(Full)?;
        self.bytes = self.bytes.checked_sub(bytes).ok_or(Full)?;
        if depth + value.height() > MAX_DEPTH {
            return Err(Full);
        }
        Ok(value.clone())
    }

    pub(super) fn unfold(&mut self, value: &mut Value<'_>) -> Result<(), Full> {
        let children = value.unfold();
        self.take(children)
    }
}
