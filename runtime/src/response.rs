//! Answers: the reader that generated code chooses by status with, and the value with its context
//! that callers get. Nothing is decoded before it is asked for.

use std::fmt;
use std::ops::{Deref, DerefMut};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::answer::{Answer, Ids};
use crate::codec::{DecodeError, DecodeReason, MediaType, Model, Slot};
use crate::error::{Error, ErrorKind, Site};
use crate::header::ResponseHeader;
use crate::scrub::Scrubber;
use crate::sequence::{self, EventItem};
use crate::validate::with_checks;

/// An answer whose status is known and whose body is not read yet.
#[derive(Debug)]
pub struct ResponseReader<'a> {
    pub(crate) answer: &'a Answer,
    pub(crate) context: &'a Context,
}

/// What an answer belongs to.
#[derive(Debug)]
pub(crate) struct Context {
    pub(crate) site: Site,
    pub(crate) ids: Ids,
    pub(crate) attempts: u32,
}

/// What an operation answers when it fails, by status. Implemented by generated code;
/// [`Error::typed`] reads it.
pub trait ErrorAnswer: Sized {
    /// Reads an answer.
    fn read(response: &ResponseReader<'_>) -> Result<Self, Error>;
}

impl ResponseReader<'_> {
    /// Returns the status, for example 200.
    pub fn status(&self) -> u16 {
        self.answer.status.as_u16()
    }

    /// Returns the headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.answer.headers
    }

    /// Returns the body as it came.
    pub fn bytes(&self) -> &Bytes {
        &self.answer.body
    }

    /// Reads the body by its actual `Content-Type`; without one, as the media type asked for.
    pub fn body<T: Model>(&self) -> Result<T, Error> {
        let mut value = None;
        match (self.read_into(&mut value), value) {
            (Ok(()), Some(value)) => Ok(value),
            (Ok(()), None) => Err(self.unreadable(DecodeError::new(DecodeReason::Empty))),
            (Err(error), _) => Err(error),
        }
    }

    /// Reads the body into what holds it, as in `response.body_in(Self::NotFound)`.
    pub fn body_in<M: Model, T>(&self, holder: fn(M) -> T) -> Result<T, Error> {
        // Spelled out: adapters would be compiled again for every status.
        match self.body() {
            Ok(body) => Ok(holder(body)),
            Err(error) => Err(error),
        }
    }

    /// Returns the body as it came, whatever its media type. It never fails; the other ways to read a
    /// body do.
    pub fn octets(&self) -> Result<Bytes, Error> {
        Ok(self.answer.body.clone())
    }

    /// Tells whether the body is in one of these media types. Without a `Content-Type`, it is what was
    /// asked for.
    pub fn is(&self, media_types: &[&str]) -> bool {
        let own = self.answer.media_type();
        let own = MediaType::parse(&own);
        own.is_some_and(|own| {
            let mut all = media_types.iter().filter_map(|it| MediaType::parse(it));
            all.any(|one| one.includes(&own))
        })
    }

    /// Reads the items of a body that is a sequence, or a list, by its actual `Content-Type`.
    pub fn items<T: Model>(&self, events: EventItem) -> Result<Vec<T>, Error> {
        let (body, media_type) = (&self.answer.body, self.answer.media_type());
        let site = &self.context.site;
        let rules = site.item_rules(self.answer);
        match sequence::read_whole(body, &media_type, events, rules, site.max_depth) {
            Some(items) => items.map_err(|error| self.unreadable(error)),
            None => self.body(),
        }
    }

    fn read_into(&self, slot: &mut dyn Slot) -> Result<(), Error> {
        let site = &self.context.site;
        let rules = site.rules.and_then(|rules| {
            let media_type = self.answer.media_type();
            rules.answer(self.status(), &media_type)
        });
        let read = with_checks(rules, slot, |slot| self.answer.read(site.max_depth, slot));
        read.map_err(|error| self.unreadable(error))
    }

    /// Returns the error for a status that is not read into a value.
    #[cold]
    pub fn unexpected(&self) -> Error {
        let Context {
            site,
            ids,
            attempts,
        } = self.context;
        let message = format!("unexpected status {}", self.answer.status);
        site.error(ErrorKind::UnexpectedStatus, message)
            .with_answer(self.answer.clone())
            .with_ids(ids.clone(), *attempts)
    }

    #[cold]
    fn unreadable(&self, error: DecodeError) -> Error {
        let Context {
            site,
            ids,
            attempts,
        } = self.context;
        site.decode_error(error, self.answer)
            .with_ids(ids.clone(), *attempts)
    }
}

/// What a call returned: the value, and the answer it was read from.
///
/// It derefs to the value, so fields and methods are at hand directly.
#[derive(Clone)]
pub struct Response<T> {
    value: T,
    origin: Origin,
}

/// What does not depend on the type of the value, so that it is compiled once.
#[derive(Clone)]
struct Origin {
    status: StatusCode,
    headers: HeaderMap,
    ids: Ids,
    scrubber: Scrubber,
}

impl<T> Response<T> {
    /// Returns the status.
    pub fn status(&self) -> StatusCode {
        self.origin.status
    }

    /// Returns the headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.origin.headers
    }

    /// Reads a header of the answer; `None` where it did not come.
    pub fn header<H: Model>(&self, header: &ResponseHeader<H>) -> Result<Option<H>, DecodeError> {
        header.read(&self.origin.headers)
    }

    /// Returns the id of the request: the server's, else the one that was sent.
    pub fn request_id(&self) -> Option<&str> {
        self.origin.ids.request(Some(self.headers()))
    }

    /// Returns the id that joins the call to others: the server's, else the one that was sent.
    pub fn correlation_id(&self) -> Option<&str> {
        self.origin.ids.correlation(Some(self.headers()))
    }

    /// Returns the place of the call among others: the server's, else the one that was sent.
    pub fn correlation_vector(&self) -> Option<&str> {
        self.origin.ids.vector(Some(self.headers()))
    }

    /// Returns another value with the same context.
    pub(crate) fn map<U>(self, make: impl FnOnce(T) -> U) -> Response<U> {
        Response {
            value: make(self.value),
            origin: self.origin,
        }
    }

    /// Returns the value alone.
    pub fn into_inner(self) -> T {
        self.value
    }
}

impl<T> Deref for Response<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// A streamed body is read through `&mut`.
impl<T> DerefMut for Response<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}

/// Shows the value and its context; credentials that a server repeated are replaced.
impl<T: fmt::Debug> fmt::Debug for Response<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = if f.alternate() {
            format!("{:#?}", self.value)
        } else {
            format!("{:?}", self.value)
        };
        let scrub = |id| self.origin.scrubber.scrub(id);
        f.debug_struct("Response")
            .field(
                "value",
                &format_args!("{}", self.origin.scrubber.scrub(&value)),
            )
            .field("status", &self.origin.status)
            .field("headers", &self.origin.headers)
            .field("request_id", &self.request_id().map(scrub))
            .field("correlation_id", &self.correlation_id().map(scrub))
            .finish_non_exhaustive()
    }
}

/// An answer and what it belongs to, before it is read.
#[derive(Debug)]
pub(crate) struct Answered {
    pub(crate) answer: Answer,
    pub(crate) context: Context,
}

impl Answered {
    /// Returns a value that is made of the answer, with its context.
    pub(crate) fn with<T>(self, make: impl FnOnce(Self) -> T) -> Response<T> {
        let Self { answer, context } = &self;
        let origin = Origin {
            status: answer.status,
            headers: answer.headers.clone(),
            ids: context.ids.clone(),
            scrubber: context.site.scrubber.clone(),
        };
        Response {
            value: make(self),
            origin,
        }
    }

    /// Returns the error that an operation makes of an answer, whatever it makes of it.
    pub(crate) fn refuse<T>(self, read: fn(&ResponseReader<'_>) -> Result<T, Error>) -> Error {
        match read(&self.reader()) {
            Err(error) => error,
            Ok(_) => self.reader().unexpected(),
        }
    }

    /// Reads the answer as an operation does.
    pub(crate) fn read<T>(
        self,
        read: fn(&ResponseReader<'_>) -> Result<T, Error>,
    ) -> Result<Response<T>, Error> {
        match read(&self.reader()) {
            Ok(value) => Ok(Response {
                value,
                origin: self.into_origin(),
            }),
            Err(error) => Err(error),
        }
    }

    fn reader(&self) -> ResponseReader<'_> {
        ResponseReader {
            answer: &self.answer,
            context: &self.context,
        }
    }

    fn into_origin(self) -> Origin {
        let Self { answer, context } = self;
        Origin {
            status: answer.status,
            headers: answer.headers,
            ids: context.ids,
            scrubber: context.site.scrubber,
        }
    }
}
