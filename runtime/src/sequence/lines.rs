//! JSON Lines and NDJSON: a JSON text on each line. Lines end with LF or CR LF, the last one also
//! with the body; lines of nothing but spaces are no items.

use bytes::{Buf, Bytes};

use super::partial::{Partial, TooLong};

#[derive(Debug)]
pub(crate) struct Lines {
    partial: Partial,
}

impl Lines {
    pub(crate) fn new(max: usize) -> Self {
        Self {
            partial: Partial::new(max),
        }
    }

    /// Takes the next line out of `input`; `None` once all of it is taken.
    pub(crate) fn next(&mut self, input: &mut Bytes) -> Option<Result<Bytes, TooLong>> {
        while let Some(end) = memchr::memchr(b'\n', input) {
            let line = input.split_to(end);
            input.advance(1);
            match self.partial.complete(line) {
                Ok(line) if line.trim_ascii().is_empty() => {}
                line => return Some(line),
            }
        }
        let rest = std::mem::take(input);
        self.partial.push(&rest).err().map(Err)
    }

    /// Returns the last line, if it has no end of its own.
    pub(crate) fn end(&mut self) -> Option<Bytes> {
        let line = self.partial.take();
        (!line.trim_ascii().is_empty()).then_some(line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads a text that comes in two pieces.
    fn read(text: &'static str, cut: usize, max: usize) -> Result<Vec<String>, TooLong> {
        let (head, tail) = text.as_bytes().split_at(cut);
        let mut lines = Lines::new(max);
        let mut found = Vec::new();
        for piece in [head, tail] {
            let mut input = Bytes::from_static(piece);
            while let Some(line) = lines.next(&mut input) {
                found.push(line?);
            }
            assert!(input.is_empty());
        }
        found.extend(lines.end());
        let text = |line: &Bytes| String::from_utf8_lossy(line.trim_ascii()).into_owned();
        Ok(found.iter().map(text).collect())
    }

    #[test]
    fn lines_are_the_same_wherever_they_are_cut() {
        let text = "1\r\n\n{\"a\":\"é\"}\n  \r\n[2]\n3";
        for cut in 0..=text.len() {
            let lines = read(text, cut, 100).unwrap();
            assert_eq!(lines, ["1", "{\"a\":\"é\"}", "[2]", "3"], "{cut}");
        }
    }

    #[test]
    fn long_lines_are_refused() {
        for cut in 0..=5 {
            assert_eq!(read("12345\n", cut, 5).unwrap(), ["12345"]);
            assert_eq!(read("12345\n", cut, 4), Err(TooLong));
            assert_eq!(read("12345", cut, 4), Err(TooLong));
        }
    }
}
