//! The error of everything a client does: what failed, in which operation, and what the server
//! said. Credentials that the client uses are replaced in all that is shown.

mod kind;
mod show;

use std::error::Error as StdError;
use std::fmt::Write as _;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::answer::{Answer, Ids};
use crate::codec::{DecodeError, DecodeReason, Model, Slot};
use crate::header::ResponseHeader;
use crate::response::{Context, ErrorAnswer, ResponseReader};
use crate::scrub::Scrubber;
use crate::transport::{Failure, FailureKind};
use crate::validate::{OperationRules, Rules};

pub use kind::ErrorKind;

/// What went wrong. One pointer wide.
///
/// Its text is complete: it repeats that of its source, which is there for its type. Neither the text
/// nor `Debug` shows a credential of the client, also where the server or the transport repeats one.
pub struct Error(Box<Inner>);

struct Inner {
    kind: ErrorKind,
    operation: Option<&'static str>,
    message: String,
    answer: Option<Answer>,
    item: Option<u64>,
    ids: Ids,
    attempts: u32,
    source: Option<Box<dyn StdError + Send + Sync>>,
    scrubber: Scrubber,
    max_depth: usize,
    max_excerpt: usize,
    rules: Option<&'static OperationRules>,
}

/// Where an error comes from, and what it must not show.
#[derive(Clone, Debug, Default)]
pub(crate) struct Site {
    pub(crate) operation: Option<&'static str>,
    pub(crate) scrubber: Scrubber,
    pub(crate) max_depth: usize,
    pub(crate) max_excerpt: usize,
    /// What is demanded of what the operation sends and answers.
    pub(crate) rules: Option<&'static OperationRules>,
}

impl Error {
    /// Returns what failed.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Returns the id of the operation, for example `createPet`.
    pub fn operation(&self) -> Option<&'static str> {
        self.0.operation
    }

    /// Returns the answer's status, if there was an answer.
    pub fn status(&self) -> Option<StatusCode> {
        self.0.answer.as_ref().map(|answer| answer.status)
    }

    /// Returns the answer's headers, if there was an answer.
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.0.answer.as_ref().map(|answer| &answer.headers)
    }

    /// Returns the answer's body, if there was an answer. The client's limit bounds it.
    pub fn body(&self) -> Option<&Bytes> {
        self.0.answer.as_ref().map(|answer| &answer.body)
    }

    /// Returns the id of the request: the server's, else the one that was sent.
    pub fn request_id(&self) -> Option<&str> {
        self.0.ids.request(self.headers())
    }

    /// Returns the id that joins the call to others: the server's, else the one that was sent.
    pub fn correlation_id(&self) -> Option<&str> {
        self.0.ids.correlation(self.headers())
    }

    /// Returns how often the request was sent, 0 for what failed before.
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// Returns the index of the item that failed, counted from 0, where an answer is a sequence of
    /// items. [`Error::body`] is that item then.
    pub fn item(&self) -> Option<u64> {
        self.0.item
    }

    /// Reads the answer's body by its `Content-Type`, for instance as the error object of an API.
    pub fn decode<T: Model>(&self) -> Result<T, Error> {
        let mut value = None;
        match (self.read_into(&mut value), value) {
            (Ok(()), Some(value)) => Ok(value),
            (Ok(()), None) => Err(self.no_answer()),
            (Err(error), _) => Err(error),
        }
    }

    /// Reads the answer as what its operation answers when it fails; `None` where there was no
    /// answer or it is a success that could not be read, its status is not described, or its body is
    /// not what the description says, which [`Error::decode`] explains.
    ///
    /// Generated operations that describe their failures have such a type beside them.
    pub fn typed<E: ErrorAnswer>(&self) -> Option<E> {
        let answer = self.0.answer.as_ref()?;
        // A described success is no failure, also where failures have the status `default`.
        if answer.status.is_success() && self.kind() != ErrorKind::UnexpectedStatus {
            return None;
        }
        let context = Context {
            site: self.site(),
            ids: self.0.ids.clone(),
            attempts: self.0.attempts,
        };
        let reader = ResponseReader {
            answer,
            context: &context,
        };
        E::read(&reader).ok()
    }

    /// Reads a header of the answer; `None` where there was no answer, or none with it.
    pub fn header<H: Model>(&self, header: &ResponseHeader<H>) -> Result<Option<H>, DecodeError> {
        match self.headers() {
            Some(headers) => header.read(headers),
            None => Ok(None),
        }
    }

    fn read_into(&self, slot: &mut dyn Slot) -> Result<(), Error> {
        let Some(answer) = &self.0.answer else {
            return Err(self.no_answer());
        };
        let read = answer.read(self.0.max_depth, slot);
        read.map_err(|error| self.unreadable(error, answer))
    }

    #[cold]
    fn no_answer(&self) -> Error {
        let message = "there was no answer that could be read";
        self.site()
            .error(ErrorKind::Decode, message)
            .with_source_of(self)
    }

    #[cold]
    fn unreadable(&self, error: DecodeError, answer: &Answer) -> Error {
        self.site()
            .decode_error(error, answer)
            .with_ids(self.0.ids.clone(), self.0.attempts)
    }

    fn site(&self) -> Site {
        Site {
            operation: self.0.operation,
            scrubber: self.0.scrubber.clone(),
            max_depth: self.0.max_depth,
            max_excerpt: self.0.max_excerpt,
            rules: self.0.rules,
        }
    }

    /// Repeats in the message what the other error was.
    fn with_source_of(mut self, other: &Error) -> Self {
        self.0.message = format!("{}: {}", self.0.message, other.0.message);
        self
    }

    pub(crate) fn with_answer(mut self, answer: Answer) -> Self {
        self.0.answer = Some(answer);
        self
    }

    pub(crate) fn with_item(mut self, index: u64) -> Self {
        self.0.item = Some(index);
        self
    }

    pub(crate) fn with_ids(mut self, ids: Ids, attempts: u32) -> Self {
        self.0.ids = ids;
        self.0.attempts = attempts;
        self
    }

    /// Keeps `source` unless its text shows a secret: an error of another library cannot be
    /// scrubbed, only its text can.
    pub(crate) fn with_source(mut self, source: impl StdError + Send + Sync + 'static) -> Self {
        let text = format!("{source} {source:?}");
        if !self.0.scrubber.finds(text.as_bytes()) {
            self.0.source = Some(Box::new(source));
        }
        self
    }
}

impl Site {
    /// Makes an error of this place.
    #[cold]
    pub(crate) fn error(&self, kind: ErrorKind, message: impl Into<String>) -> Error {
        Error(Box::new(Inner {
            kind,
            operation: self.operation,
            message: message.into(),
            answer: None,
            item: None,
            ids: Ids::default(),
            attempts: 0,
            source: None,
            scrubber: self.scrubber.clone(),
            max_depth: self.max_depth,
            max_excerpt: self.max_excerpt,
            rules: self.rules,
        }))
    }

    /// Makes an error out of a transport's failure.
    #[cold]
    pub(crate) fn transport_error(&self, failure: Failure) -> Error {
        let (kind, what) = match failure.kind() {
            FailureKind::Connect => (ErrorKind::Connect, "cannot connect"),
            FailureKind::Closed => (
                ErrorKind::Transport,
                "the connection ended without an answer",
            ),
            FailureKind::Timeout => (ErrorKind::Timeout, "the time ran out"),
            FailureKind::Truncated => (ErrorKind::Truncated, "the answer broke off"),
            FailureKind::TooLarge => (ErrorKind::Limit, "the answer is too large"),
            FailureKind::Upload => (ErrorKind::Upload, "the request's body cannot be sent"),
            FailureKind::Other => (ErrorKind::Transport, "the transport failed"),
        };
        self.error(kind, format!("{what}: {failure}"))
            .with_source(failure)
    }

    /// What is demanded of each item of an answer.
    pub(crate) fn item_rules(&self, answer: &Answer) -> Option<&'static Rules> {
        let rules = self.rules?;
        rules.answer_item(answer.status.as_u16(), &answer.media_type())
    }

    /// Makes an error out of a body that could not be read.
    pub(crate) fn decode_error(&self, error: DecodeError, answer: &Answer) -> Error {
        let what = format!("the body of the answer {}", answer.status);
        self.unreadable(&what, error, answer)
    }

    /// Makes an error out of an item that could not be read; it is the answer's body here.
    pub(crate) fn item_error(&self, index: u64, error: DecodeError, answer: &Answer) -> Error {
        let what = format!("item {index} of the answer {}", answer.status);
        self.unreadable(&what, error, answer).with_item(index)
    }

    #[cold]
    fn unreadable(&self, what: &str, error: DecodeError, answer: &Answer) -> Error {
        let kind = match error.reason() {
            DecodeReason::UnsupportedMediaType { .. } => ErrorKind::UnsupportedMediaType,
            DecodeReason::DepthExceeded { .. } | DecodeReason::WorkExceeded => ErrorKind::Limit,
            _ => ErrorKind::Decode,
        };
        let mut message = format!("{what} cannot be read");
        if let Some(encoding) = answer.encoding() {
            // Writing to a string cannot fail.
            let _ = write!(message, ", it is encoded as {encoding} and was not decoded");
        }
        // The error quotes pieces of the answer. A piece of a secret is not recognized as one, so
        // where the answer repeats a secret nothing of it is quoted.
        if answer.shows_secret(&self.scrubber) {
            let message = format!("{message} (nothing of it is shown: it repeats a credential)");
            return self.error(kind, message).with_answer(answer.clone());
        }
        self.error(kind, format!("{message}: {error}"))
            .with_answer(answer.clone())
            .with_source(error)
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0
            .source
            .as_deref()
            .map(|source| source as &(dyn StdError + 'static))
    }
}
