//! Items of a body that is there as a whole: bytes go in, all items come out, or the first error.

use bytes::Bytes;

use super::event::EventItem;
use super::lines::Lines;
use super::parser::EventParser;
use super::texts::Texts;
use super::{Piece, Sequence};
use crate::codec::{self, DecodeError, DecodeReason, Model};
use crate::validate::{Rules, with_checks};

const JSON: &str = "application/json";

/// What is in memory already has no other bound.
const MAX: usize = usize::MAX;

/// Reads all items; `None` where the media type names no sequence.
pub(crate) fn read_whole<T: Model>(
    body: &Bytes,
    media_type: &str,
    events: EventItem,
    rules: Option<&'static Rules>,
    max_depth: usize,
) -> Option<Result<Vec<T>, DecodeError>> {
    let sequence = Sequence::of(media_type)?;
    let mut items = Vec::new();
    let mut read = |piece: &[u8]| {
        let mut item = None;
        with_checks(rules, &mut item, |slot| {
            codec::read(piece, JSON, max_depth, slot)
        })?;
        items.extend(item);
        Ok(())
    };
    let done = match sequence {
        Sequence::Lines | Sequence::Texts => {
            pieces(body, sequence)
                .into_iter()
                .try_for_each(|piece| match piece {
                    Piece::Text(text) => read(&text),
                    Piece::Broken(problem) => {
                        Err(DecodeError::new(DecodeReason::Syntax { problem }))
                    }
                })
        }
        Sequence::Events => return Some(read_events(body, events, rules, max_depth)),
    };
    Some(done.map(|()| items))
}

fn pieces(body: &Bytes, sequence: Sequence) -> Vec<Piece> {
    let mut input = body.clone();
    let mut pieces = Vec::new();
    if sequence == Sequence::Lines {
        let mut lines = Lines::new(MAX);
        while let Some(Ok(line)) = lines.next(&mut input) {
            pieces.push(Piece::Text(line));
        }
        pieces.extend(lines.end().map(Piece::Text));
    } else {
        let mut texts = Texts::new(MAX);
        while let Some(Ok(text)) = texts.next(&mut input) {
            pieces.push(text);
        }
        pieces.extend(texts.end());
    }
    pieces
}

fn read_events<T: Model>(
    body: &Bytes,
    events: EventItem,
    rules: Option<&'static Rules>,
    max_depth: usize,
) -> Result<Vec<T>, DecodeError> {
    let (mut parser, mut input) = (EventParser::new(MAX), body.clone());
    let mut items = Vec::new();
    while let Some(Ok(event)) = parser.next(&mut input) {
        let mut item = None;
        with_checks(rules, &mut item, |slot| event.read(events, max_depth, slot))?;
        items.extend(item);
    }
    Ok(items)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sequence() {
        for (media_type, body) in [
            ("application/jsonl", "1\n\n2\n3"),
            ("application/json-seq", "\u{1e}1\n\u{1e}2\n\u{1e}3\n"),
            (
                "text/event-stream",
                "data: 1\n\nid: x\ndata: 2\n\ndata: 3\n\ndata: 4",
            ),
        ] {
            let items = read_whole::<i64>(&Bytes::from(body), media_type, EventItem::Data, None, 9);
            assert_eq!(items.unwrap().unwrap(), [1, 2, 3], "{media_type}");
        }
        let read = |media_type| {
            read_whole::<i64>(&Bytes::from("x\n"), media_type, EventItem::Data, None, 9)
        };
        assert!(read("application/json").is_none());
        assert!(read("application/jsonl").unwrap().is_err());
    }
}
