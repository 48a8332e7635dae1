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
}

/// Returns the body of an answer whose headers are here.
pub(super) fn stream(body: reqwest::Body, activity: Activity) -> ChunkStream {
    activity.moved();
    Box::pin(Download {
        body: Some(body),
        clock: activity.clock(),
        activity,
    })
}

impl Stream for Download {
    type Item = Result<Bytes, Failure>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        let chunk = loop {
            let Some(body) = &mut this.body else {
                return Poll::Ready(None);
            };
            match Pin::new(body).poll_frame(cx) {
                Poll::Ready(Some(Ok(frame))) => match frame.into_data() {
                    Ok(chunk) => break Some(Ok(chunk)),
                    // Trailers.
                    Err(_) => {}
                },
                Poll::Ready(Some(Err(error))) => break Some(Err(body_failure(error))),
                Poll::Ready(None) => break None,
                Poll::Pending => match this.activity.poll(&mut this.clock, cx) {
                    Poll::Ready(failure) => break Some(Err(failure)),
                    Poll::Pending => return Poll::Pending,
                },
            }
        };
        // The time in which the caller does something else does not count.
        this.activity.moved();
        if !matches!(chunk, Some(Ok(_))) {
            this.body = None;
        }
        Poll::Ready(chunk)
    }
}
