//! Items of JSON out of pieces of a body, and the errors that name them.

use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderValue};

use super::Piece;
use super::lines::Lines;
use super::partial::TooLong;
use super::texts::Texts;
use crate::codec::{self, DecodeError, DecodeReason, Slot};
use crate::download::Guard;
use crate::error::{Error, ErrorKind};
use crate::validate::with_checks;

const JSON: &str = "application/json";

/// What cuts a body into items, and what it has not looked at yet.
#[derive(Debug)]
pub(super) struct TextReader {
    splitter: Splitter,
    input: Bytes,
    index: u64,
    is_over: bool,
}

#[derive(Debug)]
enum Splitter {
    Lines(Lines),
    Texts(Texts),
}

impl TextReader {
    /// Reads items of at most `max` bytes, one on each line.
    pub(super) fn lines(max: usize) -> Self {
        Self::new(Splitter::Lines(Lines::new(max)))
    }

    /// Reads a JSON text sequence of items of at most `max` bytes.
    pub(super) fn texts(max: usize) -> Self {
        Self::new(Splitter::Texts(Texts::new(max)))
    }

    fn new(splitter: Splitter) -> Self {
        Self {
            splitter,
            input: Bytes::new(),
            index: 0,
            is_over: false,
        }
    }

    /// Takes a piece of the body, once all before it is used up.
    pub(super) fn take(&mut self, input: Bytes) {
        self.input = input;
    }

    /// Tells whether there is nothing more to come.
    pub(super) fn is_over(&self) -> bool {
        self.is_over
    }

    /// Ends reading.
    pub(super) fn stop(&mut self) {
        self.is_over = true;
        self.input = Bytes::new();
    }

    /// Reads the next item of what has come.
    pub(super) fn next(&mut self, guard: &Guard, slot: &mut dyn Slot) -> Option<Result<(), Error>> {
        let piece = match &mut self.splitter {
            Splitter::Lines(lines) => lines.next(&mut self.input)?.map(Piece::Text),
            Splitter::Texts(texts) => texts.next(&mut self.input)?,
        };
        Some(self.read(guard, piece, slot))
    }

    /// Reads the item that the body ended with.
    pub(super) fn end(&mut self, guard: &Guard, slot: &mut dyn Slot) -> Option<Result<(), Error>> {
        self.is_over = true;
        let piece = match &mut self.splitter {
            Splitter::Lines(lines) => lines.end().map(Piece::Text),
            Splitter::Texts(texts) => texts.end(),
        };
        Some(self.read(guard, Ok(piece?), slot))
    }

    fn read(
        &mut self,
        guard: &Guard,
        piece: Result<Piece, TooLong>,
        slot: &mut dyn Slot,
    ) -> Result<(), Error> {
        let index = self.index;
        self.index += 1;
        let (text, read) = match piece {
            Ok(Piece::Text(text)) => {
                let site = &guard.context.site;
                let rules = site.item_rules(&guard.answer);
                let read = with_checks(rules, slot, |slot| {
                    codec::read(&text, JSON, site.max_depth, slot)
                });
                (text, read)
            }
            Ok(Piece::Broken(problem)) => {
                let error = DecodeError::new(DecodeReason::Syntax { problem });
                (Bytes::new(), Err(error))
            }
            Err(error) => {
                self.stop();
                return Err(too_long(guard, index, error));
            }
        };
        read.map_err(|error| unreadable(guard, index, error, text))
    }
}

/// Makes the error of an item that cannot be read.
pub(super) fn unreadable(guard: &Guard, index: u64, error: DecodeError, item: Bytes) -> Error {
    let mut answer = guard.answer.clone();
    answer.headers.remove(CONTENT_TYPE);
    answer.assumed = Some(HeaderValue::from_static(JSON));
    answer.body = item;
    let context = &guard.context;
    let error = context.site.item_error(index, error, &answer);
    error.with_ids(context.ids.clone(), context.attempts)
}

/// Makes the error of an item that is longer than the limit.
pub(super) fn too_long(guard: &Guard, index: u64, _: TooLong) -> Error {
    let context = &guard.context;
    let message = format!("item {index} of the answer has more bytes than the limit of items");
    let error = context.site.error(ErrorKind::Limit, message);
    error
        .with_answer(guard.answer.clone())
        .with_item(index)
        .with_ids(context.ids.clone(), context.attempts)
}
