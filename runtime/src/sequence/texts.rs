//! JSON text sequences (RFC 7464): JSON texts, each between a record separator and a line feed. A
//! text is handed out once its line feed is there, not when the next one begins: streams may rest.
//!
//! A text that is cut off is said to be broken, and reading goes on with the next separator
//! (§2.3, §2.4). Whether a text is JSON is not decided here.

use bytes::{Buf, Bytes};

use super::Piece;
use super::partial::{Partial, TooLong};

const SEPARATOR: u8 = 0x1e;

#[derive(Debug)]
pub(crate) struct Texts {
    partial: Partial,
    state: State,
    scan: Scan,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// No text is open: only separators and white space may come.
    Between,
    /// What came outside of a text is passed over up to the next separator.
    Lost,
    /// Within a text.
    Within,
}

/// How far a JSON text is, as far as its end goes.
#[derive(Clone, Copy, Debug, Default)]
struct Scan {
    depth: usize,
    in_string: bool,
    is_escaped: bool,
    has_begun: bool,
}

impl Texts {
    pub(crate) fn new(max: usize) -> Self {
        Self {
            partial: Partial::new(max),
            state: State::Between,
            scan: Scan::default(),
        }
    }

    /// Takes the next text out of `input`; `None` once all of it is taken.
    pub(crate) fn next(&mut self, input: &mut Bytes) -> Option<Result<Piece, TooLong>> {
        while !input.is_empty() {
            let found = if self.state == State::Within {
                self.read_text(input)
            } else {
                self.find_text(input).map(Ok)
            };
            if found.is_some() {
                return found;
            }
        }
        None
    }

    /// Returns what the body ended in.
    pub(crate) fn end(&mut self) -> Option<Piece> {
        let is_open = self.state == State::Within;
        self.state = State::Between;
        let text = self.partial.take();
        (is_open && self.scan.has_begun).then(|| unfinished(text))
    }

    /// Looks for the next separator.
    fn find_text(&mut self, input: &mut Bytes) -> Option<Piece> {
        let end = memchr::memchr(SEPARATOR, input);
        let between = input.split_to(end.unwrap_or(input.len()));
        let was_lost = self.state == State::Lost;
        if end.is_some() {
            input.advance(1);
            self.state = State::Within;
            self.scan = Scan::default();
        }
        if was_lost || between.trim_ascii().is_empty() {
            return None;
        }
        if end.is_none() {
            self.state = State::Lost;
        }
        Some(Piece::Broken("something stands outside of the texts"))
    }

    /// Reads on in a text.
    fn read_text(&mut self, input: &mut Bytes) -> Option<Result<Piece, TooLong>> {
        let Some((length, end)) = self.scan.find_end(input) else {
            let rest = std::mem::take(input);
            return self.partial.push(&rest).err().map(Err);
        };
        let piece = input.split_to(length);
        let text = match self.partial.complete(piece) {
            Ok(text) => text,
            Err(error) => return Some(Err(error)),
        };
        input.advance(1);
        let has_begun = std::mem::take(&mut self.scan).has_begun;
        if end == SEPARATOR {
            // Separators may repeat: what is between them is no text.
            return has_begun.then(|| Ok(unfinished(text)));
        }
        self.state = State::Between;
        Some(Ok(Piece::Text(text)))
    }
}

impl Scan {
    /// Returns where the text ends and with which byte: a separator, or a line feed behind a value.
    fn find_end(&mut self, input: &[u8]) -> Option<(usize, u8)> {
        for (at, &byte) in input.iter().enumerate() {
            if byte == SEPARATOR || (byte == b'\n' && self.is_complete()) {
                return Some((at, byte));
            }
            self.step(byte);
        }
        None
    }

    fn is_complete(&self) -> bool {
        self.has_begun && self.depth == 0 && !self.in_string
    }

    fn step(&mut self, byte: u8) {
        if self.in_string {
            let was_escaped = std::mem::take(&mut self.is_escaped);
            match byte {
                b'\\' if !was_escaped => self.is_escaped = true,
                b'"' if !was_escaped => self.in_string = false,
                _ => {}
            }
            return;
        }
        match byte {
            b'"' => self.in_string = true,
            b'[' | b'{' => self.depth += 1,
            b']' | b'}' => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        self.has_begun |= !byte.is_ascii_whitespace();
    }
}

/// A text without its line feed: where it ends in a bracket or quote it is whole, if it is JSON at
/// all; a number or word may be half of one (§2.4).
fn unfinished(text: Bytes) -> Piece {
    match text.last() {
        Some(b'}' | b']' | b'"' | b' ' | b'\t' | b'\r' | b'\n') => Piece::Text(text),
        _ => Piece::Broken("the text is cut off"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads a text that comes in two pieces; what is broken is `!`.
    fn read(text: &'static [u8], cut: usize) -> Vec<String> {
        let (head, tail) = text.split_at(cut);
        let mut texts = Texts::new(100);
        let mut found = Vec::new();
        for piece in [head, tail] {
            let mut input = Bytes::from_static(piece);
            while let Some(piece) = texts.next(&mut input) {
                found.push(piece.unwrap());
            }
        }
        found.extend(texts.end());
        let show = |piece: Piece| match piece {
            Piece::Text(text) => String::from_utf8_lossy(text.trim_ascii()).into_owned(),
            Piece::Broken(_) => "!".to_owned(),
        };
        found.into_iter().map(show).collect()
    }

    #[test]
    fn texts_are_the_same_wherever_they_are_cut() {
        let cases: &[(&[u8], &[&str])] = &[
            (b"", &[]),
            (b"\x1e1\n\x1e{\"a\":\n[2]}\n", &["1", "{\"a\":\n[2]}"]),
            (b"\x1e\x1e\x1e\"a\\\"\\n\n\"\n", &["\"a\\\"\\n\n\""]),
            (b"\x1e\n1\n", &["1"]),
            // Cut off: a number may be half of one, an array is whole or is not JSON.
            (b"\x1e12\x1e[1]\x1etru\n\x1e12", &["!", "[1]", "tru", "!"]),
            (b"\x1e[1\x1e2\n", &["!", "2"]),
            (b"\x1e\"[]\x1e2\n", &["\"[]", "2"]),
            // Outside of texts.
            (b" \r\n\x1e1\n \x1e2\n", &["1", "2"]),
            (b"\x1e1\n2\n3\n\x1e4\n", &["1", "!", "4"]),
            (b"\x1e1 2\n", &["1 2"]),
        ];
        for (text, expect) in cases {
            for cut in 0..=text.len() {
                assert_eq!(read(text, cut), *expect, "{cut}: {text:?}");
            }
        }
    }

    #[test]
    fn a_text_does_not_wait_for_the_next() {
        let mut texts = Texts::new(100);
        let mut input = Bytes::from_static(b"\x1e{}\n");
        let text = texts.next(&mut input).unwrap().unwrap();
        assert_eq!(text, Piece::Text(Bytes::from_static(b"{}")));
    }

    #[test]
    fn long_texts_are_refused() {
        for body in [&b"\x1e[1,2]\n"[..], b"\x1e[1,2", b"\x1e[1,2]\x1e"] {
            let mut input = Bytes::from_static(body);
            assert_eq!(Texts::new(3).next(&mut input), Some(Err(TooLong)));
        }
    }

    /// Reads bytes in pieces of `size`.
    fn in_pieces(bytes: &[u8], size: usize) -> Vec<Piece> {
        let mut texts = Texts::new(10_000);
        let mut found = Vec::new();
        for piece in bytes.chunks(size) {
            let mut input = Bytes::copy_from_slice(piece);
            while let Some(piece) = texts.next(&mut input) {
                found.push(piece.unwrap());
            }
        }
        found.extend(texts.end());
        found
    }

    proptest::proptest! {
        #[test]
        fn pieces_do_not_matter(
            tokens in proptest::collection::vec(
                proptest::sample::select(vec![
                    "\x1e", "\n", "1", "{", "}", "[", "]", "\"", "\\", " ", "true", "\x1e1\n",
                ]),
                0..40,
            ),
            size in 1_usize..9,
        ) {
            let text = tokens.concat();
            let whole = in_pieces(text.as_bytes(), usize::MAX);
            proptest::prop_assert_eq!(in_pieces(text.as_bytes(), size), whole);
        }

        #[test]
        fn what_another_hand_writes_is_read(
            items in proptest::collection::vec(".{0,9}", 0..9),
            size in 1_usize..9,
        ) {
            let written: Vec<String> = items
                .iter()
                .map(|item| format!("\x1e{}\n", serde_json::json!([item, {"\u{1e}": 1}])))
                .collect();
            let found: Vec<String> = in_pieces(written.concat().as_bytes(), size)
                .into_iter()
                .map(|piece| match piece {
                    Piece::Text(text) => {
                        let text: serde_json::Value = serde_json::from_slice(&text).unwrap();
                        text[0].as_str().unwrap().to_owned()
                    }
                    Piece::Broken(problem) => problem.to_owned(),
                })
                .collect();
            proptest::prop_assert_eq!(found, items);
        }
    }
}
