//! Events out of bytes, by the rules of WHATWG HTML §9.2.6: lines that end with LF, CR or CR LF, one
//! byte order mark, fields that are unknown passed over, what is not UTF-8 replaced. An event that
//! its empty line does not end is none.

use std::time::Duration;

use bytes::{Buf, Bytes};

use super::event::Event;
use super::partial::{Partial, TooLong};

#[derive(Debug)]
pub(crate) struct EventParser {
    partial: Partial,
    max: usize,
    place: Place,
    /// Whether any line of an event was read that is not complete.
    is_amid: bool,
    event: String,
    data: String,
    /// The id of the stream: set by a line, in force from the end of its event on.
    id: String,
    last_id: String,
    /// The time to wait that stands in this event.
    retry: Option<Duration>,
    /// The last one of all; it needs no event.
    reconnection_time: Option<Duration>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// Before the first line, where a byte order mark may stand.
    Start,
    /// Behind a CR: a LF belongs to it.
    BehindCr,
    Elsewhere,
}

impl EventParser {
    /// Starts a stream whose events have at most `max` bytes.
    pub(crate) fn new(max: usize) -> Self {
        Self {
            partial: Partial::new(max),
            max,
            place: Place::Start,
            is_amid: false,
            event: String::new(),
            data: String::new(),
            id: String::new(),
            last_id: String::new(),
            retry: None,
            reconnection_time: None,
        }
    }

    /// Starts another connection: what was not complete is dropped, the last id stays.
    pub(crate) fn restart(&mut self) {
        self.partial.clear();
        self.place = Place::Start;
        self.is_amid = false;
        self.clear();
        self.id.clone_from(&self.last_id);
    }

    /// Returns the id of the last event that ended, empty where there is none.
    pub(crate) fn last_id(&self) -> &str {
        &self.last_id
    }

    /// Returns the time to wait before connecting again, if the server gave one.
    pub(crate) fn reconnection_time(&self) -> Option<Duration> {
        self.reconnection_time
    }

    /// Tells whether an event has begun and is not complete.
    pub(crate) fn is_amid(&self) -> bool {
        self.is_amid || !self.partial.is_empty()
    }

    /// Takes the next event out of `input`; `None` once all of it is taken.
    pub(crate) fn next(&mut self, input: &mut Bytes) -> Option<Result<Event, TooLong>> {
        loop {
            match self.line(input)? {
                Ok(line) if line.is_empty() => {
                    if let Some(event) = self.dispatch() {
                        return Some(Ok(event));
                    }
                }
                Ok(line) => {
                    if let Err(error) = self.field(&line) {
                        return Some(Err(error));
                    }
                }
                Err(error) => return Some(Err(error)),
            }
        }
    }

    /// Takes the next line.
    fn line(&mut self, input: &mut Bytes) -> Option<Result<Bytes, TooLong>> {
        if self.place == Place::BehindCr && !input.is_empty() {
            self.place = Place::Elsewhere;
            if input[0] == b'\n' {
                input.advance(1);
            }
        }
        let Some(end) = memchr::memchr2(b'\n', b'\r', input) else {
            let rest = std::mem::take(input);
            return self.partial.push(&rest).err().map(Err);
        };
        let line = self.partial.complete(input.split_to(end));
        let is_first = self.place == Place::Start;
        self.place = if input[0] == b'\r' {
            Place::BehindCr
        } else {
            Place::Elsewhere
        };
        input.advance(1);
        Some(line.map(|line| if is_first { without_mark(line) } else { line }))
    }

    fn field(&mut self, line: &[u8]) -> Result<(), TooLong> {
        let (name, value) = match memchr::memchr(b':', line) {
            Some(0) => return Ok(()),
            Some(at) => (&line[..at], &line[at + 1..]),
            None => (line, &line[..0]),
        };
        self.is_amid = true;
        let value = value.strip_prefix(b" ").unwrap_or(value);
        let value = String::from_utf8_lossy(value);
        match name {
            b"data" => return self.push_data(&value),
            b"event" => value.as_ref().clone_into(&mut self.event),
            b"id" if !value.contains('\0') => value.as_ref().clone_into(&mut self.id),
            b"retry" => {
                self.retry = milliseconds(&value).or(self.retry);
                self.reconnection_time = self.retry.or(self.reconnection_time);
            }
            _ => {}
        }
        Ok(())
    }

    fn push_data(&mut self, value: &str) -> Result<(), TooLong> {
        if self.data.len() + value.len() >= self.max {
            return Err(TooLong);
        }
        self.data.push_str(value);
        self.data.push('\n');
        Ok(())
    }

    /// Ends an event. One without data only sets the id.
    fn dispatch(&mut self) -> Option<Event> {
        self.is_amid = false;
        self.last_id.clone_from(&self.id);
        if self.data.is_empty() {
            self.clear();
            return None;
        }
        self.data.pop();
        let event = Event {
            event: Some(std::mem::take(&mut self.event)).filter(|name| !name.is_empty()),
            data: std::mem::take(&mut self.data),
            id: Some(self.last_id.clone()).filter(|id| !id.is_empty()),
            retry: self.retry.take(),
        };
        Some(event)
    }

    fn clear(&mut self) {
        self.event.clear();
        self.data.clear();
        self.retry = None;
    }
}

fn without_mark(mut line: Bytes) -> Bytes {
    if line.starts_with(b"\xef\xbb\xbf") {
        line.advance(3);
    }
    line
}

/// Digits and nothing else; more than fit are as long as it gets.
fn milliseconds(text: &str) -> Option<Duration> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| Duration::from_millis(text.parse().unwrap_or(u64::MAX)))
}

#[cfg(test)]
mod tests;
