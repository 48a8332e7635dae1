//! Answers that are one item after the other: server-sent events, JSON Lines, JSON text sequences.
//! Pieces of a body go in, items come out as soon as they are complete; nothing but the item in hand
//! is held.
//!
//! | module | what it does |
//! |---|---|
//! | `lines`, `texts`, `parser` | cut bytes into lines, JSON texts and events; no I/O |
//! | `partial` | the item that is not complete yet, and its limit |
//! | `event` | an event and its forms |
//! | `feed`, `reconnect` | an event stream over several connections, still without I/O |
//! | `whole` | the items of a body that is in memory |
//! | `events`, `items` | the streams and iterators that callers get |

mod event;
mod events;
mod feed;
mod items;
mod lines;
mod parser;
mod partial;
mod reader;
mod reconnect;
mod send;
mod texts;
mod whole;

pub use event::{Event, EventItem};
pub use events::{BlockingEvents, Events};
pub use items::{BlockingItems, Items};
pub use reconnect::Reconnect;
pub(crate) use whole::read_whole;

use bytes::Bytes;

use crate::codec::MediaType;

/// How the items of a body follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sequence {
    /// One JSON text per line: JSON Lines, NDJSON.
    Lines,
    /// JSON texts, each behind a record separator (RFC 7464).
    Texts,
    /// Server-sent events.
    Events,
}

/// A piece of a sequence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// A JSON text.
    Text(Bytes),
    /// What should have been an item; those behind it can be read.
    Broken(&'static str),
}

impl Sequence {
    /// Returns the sequence that a media type names.
    pub(crate) fn of(media_type: &str) -> Option<Self> {
        let parsed = MediaType::parse(media_type)?;
        let ty = parsed.ty().to_ascii_lowercase();
        let subtype = parsed.subtype().to_ascii_lowercase();
        match (ty.as_str(), subtype.as_str()) {
            ("text", "event-stream") => Some(Self::Events),
            (
                "application" | "text",
                "jsonl" | "x-jsonl" | "jsonlines" | "x-jsonlines" | "json-lines" | "x-json-lines"
                | "ndjson" | "x-ndjson",
            ) => Some(Self::Lines),
            (_, "json-seq") => Some(Self::Texts),
            (_, subtype) if subtype.ends_with("+json-seq") => Some(Self::Texts),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn media_types_say_what_follows_what() {
        for (media_type, expect) in [
            ("application/jsonl", Some(Sequence::Lines)),
            ("application/x-ndjson; charset=utf-8", Some(Sequence::Lines)),
            ("text/jsonl", Some(Sequence::Lines)),
            ("application/json-seq", Some(Sequence::Texts)),
            ("Application/GEO+JSON-Seq", Some(Sequence::Texts)),
            ("text/event-stream;charset=UTF-8", Some(Sequence::Events)),
            ("application/json", None),
            ("image/jsonl", None),
            ("", None),
        ] {
            assert_eq!(Sequence::of(media_type), expect, "{media_type}");
        }
    }
}
