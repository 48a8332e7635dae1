//! An answer as it came, and the ids that name its call. Shared by what is read and by errors.

use std::borrow::Cow;
use std::fmt;

use bytes::Bytes;
use http::StatusCode;
use http::header::{CONTENT_ENCODING, CONTENT_TYPE, HeaderMap, HeaderValue};

use crate::codec::{self, DecodeError, DecodeLimits, Slot};
use crate::operation::OperationInfo;
use crate::scrub::Scrubber;

/// A status, headers and a whole body.
#[derive(Clone)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    /// The media type of an answer that does not say its own: what the request asked for.
    pub(crate) assumed: Option<String>,
}

impl Answer {
    /// Takes an answer in; header values that hold a secret are marked.
    pub(crate) fn new(
        response: http::Response<Bytes>,
        assumed: Option<String>,
        scrubber: &Scrubber,
    ) -> Self {
        let (parts, body) = response.into_parts();
        let mut headers = parts.headers;
        scrubber.mark_sensitive(&mut headers);
        Self {
            status: parts.status,
            headers,
            body,
            assumed,
        }
    }

    /// Reads the body by the answer's own `Content-Type`. Without one, it is read as the media type
    /// that the request asked for.
    pub(crate) fn read(&self, max_depth: usize, slot: &mut dyn Slot) -> Result<(), DecodeError> {
        let limits = DecodeLimits::default().with_max_depth(max_depth);
        codec::read(&self.body, &self.media_type(), limits.depth(), slot)
    }

    /// Returns the media type of the body: its own, else the one that was asked for.
    pub(crate) fn media_type(&self) -> Cow<'_, str> {
        match self.headers.get(CONTENT_TYPE) {
            Some(value) => String::from_utf8_lossy(value.as_bytes()),
            None => Cow::Borrowed(self.assumed.as_deref().unwrap_or_default()),
        }
    }

    /// Returns how the body is encoded, if a server did so unasked. Nothing here decodes it: what is
    /// small on the wire may be of any size then.
    pub(crate) fn encoding(&self) -> Option<String> {
        let value = self.headers.get(CONTENT_ENCODING)?;
        if value.is_sensitive() {
            return None;
        }
        let value = String::from_utf8_lossy(value.as_bytes());
        let encoding: String = value.trim().chars().take(32).collect();
        let is_none = encoding.is_empty() || encoding.eq_ignore_ascii_case("identity");
        (!is_none).then_some(encoding)
    }

    /// Tells whether an error about this answer could quote a secret.
    pub(crate) fn shows_secret(&self, scrubber: &Scrubber) -> bool {
        let in_type = self
            .headers
            .get(CONTENT_TYPE)
            .is_some_and(HeaderValue::is_sensitive);
        in_type || scrubber.finds(&self.body)
    }
}

/// Shows no body: a server may repeat credentials in it. Headers that do were marked.
impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answer")
            .field("status", &self.status)
            .field("headers", &self.headers)
            .field("length", &self.body.len())
            .finish_non_exhaustive()
    }
}

/// The ids of a call, as far as the operation's header roles name any.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Ids {
    pub(crate) request: Option<String>,
    pub(crate) correlation: Option<String>,
    pub(crate) vector: Option<String>,
}

impl Ids {
    /// Reads the ids out of the headers of a request or an answer.
    pub(crate) fn of(info: &OperationInfo, headers: &HeaderMap) -> Self {
        let read = |name: Option<&str>| {
            let value = headers.get(name?)?;
            value.to_str().ok().map(str::to_owned)
        };
        Self {
            request: read(info.idempotency_key),
            correlation: read(info.correlation_id),
            vector: read(info.correlation_vector),
        }
    }

    /// Fills what is absent from `sent`.
    pub(crate) fn or(self, sent: &Self) -> Self {
        Self {
            request: self.request.or_else(|| sent.request.clone()),
            correlation: self.correlation.or_else(|| sent.correlation.clone()),
            vector: self.vector.or_else(|| sent.vector.clone()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_hides_what_a_server_repeats() {
        let response = http::Response::builder()
            .header("x-echo", "Bearer s3cret")
            .body(Bytes::from("s3cret"))
            .unwrap();
        let answer = Answer::new(response, None, &Scrubber::new(["s3cret".to_owned()]));
        let shown = format!("{answer:?}");
        assert!(!shown.contains("s3cret"), "{shown}");
    }
}
