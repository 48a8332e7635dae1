//! A request's body as `hyper` takes it: it asks for the next piece once the last one is on its way,
//! so no more than that is in memory.

use std::io;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;
use http_body::{Frame, SizeHint};

use super::super::upload::Note;
use super::activity::Activity;
use crate::body::{Body, BodyStream};

struct Upload {
    /// `reqwest` wants what can be shared; this never is, so the lock costs nothing.
    stream: Mutex<BodyStream>,
    length: Option<u64>,
    note: Note,
    activity: Activity,
}

/// Returns the request as `reqwest` sends it, and where its body notes why it cannot be read.
pub(super) fn prepare(
    request: http::Request<Body>,
    activity: &Activity,
) -> (http::Request<reqwest::Body>, Note) {
    let note = Note::default();
    let request = request.map(|body| match body.to_bytes() {
        Some(bytes) => bytes.into(),
        None => reqwest::Body::wrap(Upload {
            length: body.length(),
            stream: Mutex::new(body.into_stream()),
            note: note.clone(),
            activity: activity.clone(),
        }),
    });
    (request, note)
}

impl http_body::Body for Upload {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        let stream = self.stream.get_mut();
        let stream = stream.unwrap_or_else(PoisonError::into_inner);
        let Poll::Ready(piece) = Pin::new(stream).poll_next(cx) else {
            return Poll::Pending;
        };
        self.activity.moved();
        Poll::Ready(piece.map(|piece| self.note.take_down(piece).map(Frame::data)))
    }

    fn size_hint(&self) -> SizeHint {
        self.length.map(SizeHint::with_exact).unwrap_or_default()
    }
}
