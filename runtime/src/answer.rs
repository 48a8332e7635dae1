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
    pub(crate) assumed: Option<HeaderValue>,
}

impl Answer {
    /// Takes an answer in; header values that hold a secret are marked.
    pub(crate) fn new(
        response: http::Response<Bytes>,
        assumed: Option<HeaderValue>,
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
        let value = self.headers.get(CONTENT_TYPE).or(self.assumed.as_ref());
        value.map_or(Cow::Borrowed(""), |value| {
            String::from_utf8_lossy(value.as_bytes())
        })
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

/// The ids of a call, as far as the operation's header roles name any: those that were sent. Those of
/// an answer are looked up when somebody asks.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ids {
    info: Option<&'static OperationInfo>,
    pub(crate) request: Option<HeaderValue>,
    pub(crate) correlation: Option<HeaderValue>,
    vector: Option<HeaderValue>,
}

impl Ids {
    /// Returns the ids of a call before there are any.
    pub(crate) fn new(info: &'static OperationInfo) -> Self {
        Self {
            info: Some(info),
            ..Self::default()
        }
    }

    /// Notes a header that is sent.
    pub(crate) fn note(&mut self, name: &str, value: &HeaderValue) {
        let Some(info) = self.info else { return };
        for (role, id) in [
            (info.idempotency_key, &mut self.request),
            (info.correlation_id, &mut self.correlation),
            (info.correlation_vector, &mut self.vector),
        ] {
            if role.is_some_and(|role| role.eq_ignore_ascii_case(name)) {
                *id = Some(value.clone());
            }
        }
    }

    /// Returns the id of the request: that of the answer, else the one that was sent.
    pub(crate) fn request<'a>(&'a self, answer: Option<&'a HeaderMap>) -> Option<&'a str> {
        let role = self.info.and_then(|info| info.idempotency_key);
        text_of(role, answer, self.request.as_ref())
    }

    /// Returns the id that joins the call to others likewise.
    pub(crate) fn correlation<'a>(&'a self, answer: Option<&'a HeaderMap>) -> Option<&'a str> {
        let role = self.info.and_then(|info| info.correlation_id);
        text_of(role, answer, self.correlation.as_ref())
    }

    /// Returns the place of the call among others likewise.
    pub(crate) fn vector<'a>(&'a self, answer: Option<&'a HeaderMap>) -> Option<&'a str> {
        let role = self.info.and_then(|info| info.correlation_vector);
        text_of(role, answer, self.vector.as_ref())
    }
}

fn text_of<'a>(
    role: Option<&str>,
    answer: Option<&'a HeaderMap>,
    sent: Option<&'a HeaderValue>,
) -> Option<&'a str> {
    let came = answer.and_then(|headers| headers.get(role?)?.to_str().ok());
    came.or_else(|| sent?.to_str().ok())
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
