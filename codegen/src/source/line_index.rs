//! From byte offsets to lines and columns, in one text.
//!
//! Lines end at `\n`; columns count characters, not bytes and not cells of a terminal.

use super::floor_boundary;

/// Anchors in a text: every start of a line, and one every [`STRIDE`] bytes of a long line.
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

/// So many bytes at most are counted to find a column, even if a text is one line of megabytes.
const STRIDE: usize = 4096;

impl LineIndex {
    pub(super) fn new(text: &str) -> Self {
        let mut anchors = Vec::new();
        let mut start = 0;
        for (line, content) in text.split_inclusive('\n').enumerate() {
            push_line(
                &mut anchors,
                Anchor {
                    offset: start,
                    line,
                    column: 0,
                },
                content,
            );
            start += content.len();
        }
        if text.is_empty() || text.ends_with('\n') {
            let line = text.matches('\n').count();
            anchors.push(Anchor {
                offset: start,
                line,
                column: 0,
            });
        }
        Self { anchors }
    }

    /// Returns line and column of a byte, both from 1; of the end, where the offset is beyond it.
    pub(super) fn line_column(&self, text: &str, offset: usize) -> (usize, usize) {
        let offset = floor_boundary(text, offset);
        let after = self
            .anchors
            .partition_point(|anchor| anchor.offset <= offset);
        let anchor = self.anchors[after.saturating_sub(1)];
        let column = anchor.column + text[anchor.offset..offset].chars().count();
        (anchor.line + 1, column + 1)
    }
}

fn push_line(anchors: &mut Vec<Anchor>, mut anchor: Anchor, mut content: &str) {
    anchors.push(anchor);
    while content.len() > STRIDE {
        let (counted, rest) = content.split_at(floor_boundary(content, STRIDE));
        anchor.offset += counted.len();
        anchor.column += counted.chars().count();
        anchors.push(anchor);
        content = rest;
    }
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
}
