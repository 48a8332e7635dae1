//! An event stream over several connections, without I/O: it is told what came of a connection and
//! says whether and when there is to be another. Both kinds of event streams are loops around it.

use std::time::Duration;

use bytes::Bytes;
use http::StatusCode;
use http::header::{HeaderName, HeaderValue};

use super::event::Event;
use super::parser::EventParser;
use super::reader::too_long;
use super::reconnect::Reconnect;
use super::{EventItem, Sequence};
use crate::client::Client;
use crate::codec::Slot;
use crate::download::Guard;
use crate::error::{Error, ErrorKind};
use crate::random;
use crate::request::Prepared;
use crate::response::Answered;
use crate::streaming::Opened;
use crate::transport::{Failure, FailureKind};
use crate::validate::with_checks;

static LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");

/// What all connections of a stream share.
pub(super) struct Feed {
    pub(super) client: Client,
    prepared: Prepared,
    refuse: fn(Answered) -> Error,
    parser: EventParser,
    input: Bytes,
    guard: Guard,
    reconnect: Reconnect,
    /// How often it was connected again since the last event.
    made: u32,
    index: u64,
}

/// What came of reading.
pub(super) enum Taken {
    /// A piece: there may be events.
    Piece,
    /// The end of the connection, and the error if it was none of the server's.
    End(Option<Error>),
}

/// What to do with another connection.
pub(super) enum Connected<C> {
    /// Read it.
    Read(C),
    /// It failed like one that is lost.
    Lost(Error),
    /// The stream is over.
    Over(Option<Error>),
}

impl Feed {
    pub(super) fn new(
        client: Client,
        prepared: Prepared,
        refuse: fn(Answered) -> Error,
        answered: Answered,
    ) -> Self {
        let is_safe = prepared.repeatable && prepared.request.body().is_available();
        let is_over = answered.answer.status == StatusCode::NO_CONTENT;
        let reconnect = if is_safe && !is_over {
            Reconnect::default()
        } else {
            Reconnect::never()
        };
        Self {
            parser: EventParser::new(client.shared.limits.max_item()),
            guard: client.guard(answered),
            client,
            prepared,
            refuse,
            input: Bytes::new(),
            reconnect,
            made: 0,
            index: 0,
        }
    }

    /// Sets how it is connected again, if that is safe at all.
    pub(super) fn set_reconnect(&mut self, reconnect: Reconnect) {
        let is_safe = self.prepared.repeatable && self.prepared.request.body().is_available();
        if is_safe && self.guard.answer.status != StatusCode::NO_CONTENT {
            self.reconnect = reconnect;
        }
    }

    /// Returns the next event of what has come.
    pub(super) fn next(&mut self) -> Option<Result<Event, Error>> {
        let event = self.parser.next(&mut self.input)?;
        let index = self.index;
        self.index += 1;
        self.made = 0;
        Some(event.map_err(|error| too_long(&self.guard, index, error)))
    }

    /// Takes what a connection yielded.
    pub(super) fn take(&mut self, next: Option<Result<Bytes, Failure>>) -> Taken {
        match self.guard.check(next) {
            Some(Ok(chunk)) => {
                self.input = chunk;
                Taken::Piece
            }
            Some(Err(error)) => Taken::End(Some(error)),
            None if self.parser.is_amid() => {
                let message = "the stream ended within an event";
                let failure = Failure::new(FailureKind::Truncated, message);
                Taken::End(Some(self.guard.error(failure)))
            }
            None => Taken::End(None),
        }
    }

    /// Says how long to wait before connecting again, or what the stream ends in.
    pub(super) fn lost(&mut self, cause: Option<Error>) -> Result<Duration, Option<Error>> {
        let is_passing = match &cause {
            None => self.reconnect.after_end,
            Some(error) => is_passing(error),
        };
        if !is_passing || self.made >= self.reconnect.attempts {
            return Err(cause);
        }
        self.made += 1;
        let asked = self.parser.reconnection_time();
        Ok(self.reconnect.wait(asked, self.made, random::bits()))
    }

    /// Returns the request that goes on behind the last event.
    pub(super) fn again(&self) -> Prepared {
        let mut prepared = self.prepared.clone();
        let id = HeaderValue::from_bytes(self.parser.last_id().as_bytes());
        // An id that no header can hold is not sent: the server begins where it wants.
        if let (Ok(id), false) = (id, self.parser.last_id().is_empty()) {
            let headers = prepared.request.headers_mut();
            headers.insert(LAST_EVENT_ID.clone(), id);
        }
        prepared
    }

    /// Takes another connection.
    pub(super) fn connected<C>(&mut self, opened: Result<Opened<C>, Error>) -> Connected<C> {
        let success = opened.and_then(|opened| opened.success(self.refuse));
        let (answered, chunks) = match success {
            Ok(success) => success,
            Err(error) if is_passing(&error) => return Connected::Lost(error),
            Err(error) => return Connected::Over(Some(error)),
        };
        if answered.answer.status == StatusCode::NO_CONTENT {
            return Connected::Over(None);
        }
        let is_events = Sequence::of(&answered.answer.media_type()) == Some(Sequence::Events);
        if !is_events || answered.answer.encoding().is_some() {
            let message = "the answer to connecting again is no event stream";
            let error = answered.context.site;
            let error = error.error(ErrorKind::UnsupportedMediaType, message);
            return Connected::Over(Some(error.with_answer(answered.answer)));
        }
        self.parser.restart();
        self.input = Bytes::new();
        self.guard = self.client.guard(answered);
        Connected::Read(chunks)
    }

    /// Reads a typed item out of the event that came last.
    pub(super) fn read(
        &self,
        event: &Event,
        item: EventItem,
        slot: &mut dyn Slot,
    ) -> Result<(), Error> {
        let site = &self.guard.context.site;
        let rules = site.item_rules(&self.guard.answer);
        let read = with_checks(rules, slot, |slot| event.read(item, site.max_depth, slot));
        let index = self.index.saturating_sub(1);
        read.map_err(|error| {
            let data = Bytes::from(event.data.clone());
            super::reader::unreadable(&self.guard, index, error, data)
        })
    }
}

/// Tells whether another connection may go better.
fn is_passing(error: &Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::Connect | ErrorKind::Timeout | ErrorKind::Truncated | ErrorKind::Transport
    )
}
