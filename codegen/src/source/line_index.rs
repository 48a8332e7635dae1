//! From byte offsets to lines and columns, in one text.
//!
//! Lines end at `\n`; columns count characters, not bytes and not cells of a terminal.

use super::floor_boundary;

/// Anchors in a text, one every [`STRIDE`] bytes, however many lines there are.
#[derive(Debug)]
pub(super) struct LineIndex {
    anchors: Vec<Anchor>,
}

/// A place whose line and column are known, both from 0.
#[derive(Debug, Clone, Copy)]
struct Anchor {
    offset: usize,
    line: usize,
    column: usize,
}

/// So many bytes at most are counted to find a place, and so many need one anchor.
const STRIDE: usize = 4096;

impl LineIndex {
    pub(super) fn new(text: &str) -> Self {
        let mut anchor = Anchor {
            offset: 0,
            line: 0,
            column: 0,
        };
        let mut anchors = vec![anchor];
        while text.len() - anchor.offset > STRIDE {
            let offset = floor_boundary(text, anchor.offset + STRIDE);
            anchor = anchor.moved(text, offset);
            anchors.push(anchor);
        }
        Self { anchors }
    }

    /// Returns line and column of a byte, both from 1; of the end, where the offset is beyond it.
    pub(super) fn line_column(&self, text: &str, offset: usize) -> (usize, usize) {
        let offset = floor_boundary(text, offset);
        let after = self
            .anchors
            .partition_point(|anchor| anchor.offset <= offset);
        let place = self.anchors[after.saturating_sub(1)].moved(text, offset);
        (place.line + 1, place.column + 1)
    }
}

impl Anchor {
    /// Returns the place at a later offset.
    fn moved(self, text: &str, offset: usize) -> Self {
        let between = &text[self.offset..offset];
        let line = self.line + count_lines(between.as_bytes());
        let column = match between.rsplit_once('\n') {
            Some((_, behind)) => behind.chars().count(),
            None => self.column + between.chars().count(),
        };
        Self {
            offset,
            line,
            column,
        }
    }
}

/// Counts the ends of lines. Sums of bytes take one instruction for many bytes, and as many as a byte can
/// count are added at a time.
fn count_lines(bytes: &[u8]) -> usize {
    let count = |chunk: &[u8]| -> u8 { chunk.iter().map(|byte| u8::from(*byte == b'\n')).sum() };
    bytes
        .chunks(u8::MAX.into())
        .map(|chunk| usize::from(count(chunk)))
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, offset: usize, expect: (usize, usize)) {
        assert_eq!(LineIndex::new(text).line_column(text, offset), expect);
    }

    #[test]
    fn lines_and_columns() {
        for (text, offset, expect) in [
            ("", 0, (1, 1)),
            ("", 9, (1, 1)),
            ("ab", 2, (1, 3)),
            ("ab\ncd", 2, (1, 3)),
            ("ab\ncd", 3, (2, 1)),
            ("ab\n", 3, (2, 1)),
            ("ab\r\ncd", 4, (2, 1)),
            ("\n\n\n", 2, (3, 1)),
            ("äöü: x", 8, (1, 6)),
            ("äöü", 1, (1, 1)),
            ("a\n😀b", 6, (2, 2)),
        ] {
            check(text, offset, expect);
        }
    }

    #[test]
    fn every_column_of_long_lines() {
        let text = format!("x\n{}\ny", "aé😀".repeat(3000));
        let index = LineIndex::new(&text);
        for (column, (offset, _)) in text[2..].char_indices().take(9000).enumerate() {
            assert_eq!(index.line_column(&text, offset + 2), (2, column + 1));
        }
        assert_eq!(index.line_column(&text, text.len() - 1), (3, 1));
    }

    #[test]
    fn every_line_of_many_short_ones() {
        let text = "ab\n\né\n".repeat(3000);
        let index = LineIndex::new(&text);
        let mut offset = 0;
        for (number, line) in text.split_inclusive('\n').enumerate() {
            assert_eq!(index.line_column(&text, offset), (number + 1, 1));
            offset += line.len();
        }
    }
}
