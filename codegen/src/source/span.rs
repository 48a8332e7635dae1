//! A range of bytes in one of the texts.
//!
//! Offsets only; what they mean in lines and columns is asked of the texts' collection.

use std::ops::Range;

/// The name of one text, in the order of adding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct FileId(pub(super) u32);

impl FileId {
    /// Returns the place of the text among all texts, from 0.
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// A range of bytes in one text. Ordered by file, then by place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Span {
    file: FileId,
    start: u32,
    end: u32,
}

impl Span {
    /// Returns the range `start..end`; an end before the start counts as the start.
    pub(crate) fn new(file: FileId, start: u32, end: u32) -> Self {
        let end = end.max(start);
        Self { file, start, end }
    }

    /// Returns the range of byte offsets as `usize`; offsets beyond `u32` count as its maximum.
    pub(crate) fn from_range(file: FileId, range: Range<usize>) -> Self {
        let offset = |at| u32::try_from(at).unwrap_or(u32::MAX);
        Self::new(file, offset(range.start), offset(range.end))
    }

    pub(crate) fn file(self) -> FileId {
        self.file
    }

    pub(crate) fn start(self) -> u32 {
        self.start
    }

    pub(crate) fn end(self) -> u32 {
        self.end
    }

    #[cfg(test)]
    pub(crate) fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Returns the smallest span that holds both; `self` where they stand in different files.
    pub(crate) fn to(self, other: Self) -> Self {
        if self.file != other.file {
            return self;
        }
        Self::new(
            self.file,
            self.start.min(other.start),
            self.end.max(other.end),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: FileId = FileId(0);
    const B: FileId = FileId(1);

    #[test]
    fn an_end_before_the_start_is_the_start() {
        assert_eq!(Span::new(A, 5, 3).range(), 5..5);
        assert_eq!(Span::from_range(A, 1..usize::MAX).end(), u32::MAX);
    }

    #[test]
    fn joining_covers_both_within_a_file() {
        assert_eq!(
            Span::new(A, 4, 6).to(Span::new(A, 1, 5)),
            Span::new(A, 1, 6)
        );
        assert_eq!(
            Span::new(A, 4, 6).to(Span::new(B, 1, 5)),
            Span::new(A, 4, 6)
        );
    }

    #[test]
    fn order_is_by_file_then_place() {
        let mut spans = [Span::new(B, 0, 1), Span::new(A, 7, 8), Span::new(A, 2, 3)];
        spans.sort();
        assert_eq!(
            spans,
            [Span::new(A, 2, 3), Span::new(A, 7, 8), Span::new(B, 0, 1)]
        );
    }
}
