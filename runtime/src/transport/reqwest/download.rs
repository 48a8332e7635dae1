//! An answer's body as it comes out of `reqwest`, under both clocks of the attempt.

use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;
use http_body::Body as _;
use tokio::time::Sleep;

use super::super::{ChunkStream, Failure};
use super::activity::Activity;
use super::body_failure;

struct Download {
    /// `None` once it is over.
    body: Option<reqwest::Body>,
    activity: Activity,
    clock: Pin<Box<Sleep>>,
    /// Whether somebody waits for the next piece.
    is_awaited: bool,
}

/// Returns the body of an answer whose headers are here.
pub(super) fn stream(body: reqwest::Body, activity: Activity) -> ChunkStream {
    activity.moved();
    Box::pin(Download {
        body: Some(body),
        clock: activity.clock(),
        activity,
        is_awaited: false,
    })
}

impl Stream for Download {
    type Item = Result<Bytes, Failure>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        // The time in which the caller does something else is not the server's.
        if !std::mem::replace(&mut this.is_awaited, true) {
            this.activity.moved();
        }
        let chunk = loop {
            let Some(body) = &mut this.body else {
                return Poll::Ready(None);
            };
            match Pin::new(body).poll_frame(cx) {
                Poll::Ready(Some(Ok(frame))) => {
                    // Everything else is trailers.
                    if let Ok(chunk) = frame.into_data() {
                        break Some(Ok(chunk));
                    }
                }
                Poll::Ready(Some(Err(error))) => break Some(Err(body_failure(error))),
                Poll::Ready(None) => break None,
                Poll::Pending => match this.activity.poll(&mut this.clock, cx) {
                    Poll::Ready(failure) => break Some(Err(failure)),
                    Poll::Pending => return Poll::Pending,
                },
            }
        };
        this.is_awaited = false;
        if !matches!(chunk, Some(Ok(_))) {
            this.body = None;
        }
        Poll::Ready(chunk)
    }
}
