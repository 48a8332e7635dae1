//! Event streams: the loops around a feed that read, wait and connect.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use futures_core::Stream;

use super::event::Event;
use super::feed::{Connected, Feed, Taken};
use super::reconnect::Reconnect;
use crate::error::Error;
use crate::streaming::Opened;
use crate::transport::{BoxFuture, ChunkStream, Chunks};

/// Server-sent events, as an asynchronous stream. It connects again where that is safe, as
/// [`Reconnect`] says. Behind an error nothing comes.
pub struct Events {
    feed: Feed,
    state: State,
}

enum State {
    Open(ChunkStream),
    Waiting(BoxFuture<'static, ()>),
    Connecting(BoxFuture<'static, Result<Opened<ChunkStream>, Error>>),
    Over,
}

/// Server-sent events, for reading while the thread blocks. It connects again where that is safe, as
/// [`Reconnect`] says. Behind an error nothing comes.
pub struct BlockingEvents {
    feed: Feed,
    chunks: Option<Chunks>,
}

impl Events {
    pub(super) fn new(feed: Feed, chunks: ChunkStream) -> Self {
        Self {
            feed,
            state: State::Open(chunks),
        }
    }

    /// Sets how it is connected again. What is not safe to repeat never is.
    #[must_use]
    pub fn reconnect(mut self, reconnect: Reconnect) -> Self {
        self.feed.set_reconnect(reconnect);
        self
    }

    /// Returns the next event, `None` at the end of the stream.
    pub async fn next(&mut self) -> Option<Result<Event, Error>> {
        poll_fn(|cx| self.poll_event(cx)).await
    }

    pub(super) fn feed(&self) -> &Feed {
        &self.feed
    }

    pub(super) fn poll_event(
        &mut self,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Event, Error>>> {
        loop {
            let end = match &mut self.state {
                State::Over => return Poll::Ready(None),
                State::Open(chunks) => {
                    if let Some(event) = self.feed.next() {
                        if event.is_err() {
                            self.state = State::Over;
                        }
                        return Poll::Ready(Some(event));
                    }
                    let next = ready!(chunks.as_mut().poll_next(cx));
                    match self.feed.take(next) {
                        Taken::Piece => None,
                        Taken::End(cause) => self.lost(cause),
                    }
                }
                State::Waiting(sleep) => {
                    ready!(sleep.as_mut().poll(cx));
                    self.state = State::Connecting(self.connect());
                    None
                }
                State::Connecting(connecting) => {
                    let opened = ready!(connecting.as_mut().poll(cx));
                    self.connected(opened)
                }
            };
            if let Some(error) = end {
                return Poll::Ready(Some(Err(error)));
            }
        }
    }

    /// Waits before another connection, or ends.
    fn lost(&mut self, cause: Option<Error>) -> Option<Error> {
        match self.feed.lost(cause) {
            Ok(time) => {
                self.state = State::Waiting(self.sleep(time));
                None
            }
            Err(end) => {
                self.state = State::Over;
                end
            }
        }
    }

    fn connected(&mut self, opened: Result<Opened<ChunkStream>, Error>) -> Option<Error> {
        match self.feed.connected(opened) {
            Connected::Read(chunks) => {
                self.state = State::Open(chunks);
                None
            }
            Connected::Lost(error) => self.lost(Some(error)),
            Connected::Over(end) => {
                self.state = State::Over;
                end
            }
        }
    }

    fn sleep(&self, time: Duration) -> BoxFuture<'static, ()> {
        let client = self.feed.client.clone();
        Box::pin(async move {
            if let Some(transport) = &client.shared.transport {
                transport.sleep(time).await;
            }
        })
    }

    fn connect(&self) -> BoxFuture<'static, Result<Opened<ChunkStream>, Error>> {
        let (client, prepared) = (self.feed.client.clone(), self.feed.again());
        Box::pin(async move { client.open_prepared(prepared).await })
    }
}

impl Stream for Events {
    type Item = Result<Event, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_event(cx)
    }
}

impl BlockingEvents {
    pub(super) fn new(feed: Feed, chunks: Chunks) -> Self {
        Self {
            feed,
            chunks: Some(chunks),
        }
    }

    /// Sets how it is connected again. What is not safe to repeat never is.
    #[must_use]
    pub fn reconnect(mut self, reconnect: Reconnect) -> Self {
        self.feed.set_reconnect(reconnect);
        self
    }

    pub(super) fn feed(&self) -> &Feed {
        &self.feed
    }

    /// Waits and connects until there is a connection, or returns what the stream ends in.
    fn lost(&mut self, mut cause: Option<Error>) -> Option<Error> {
        self.chunks = None;
        loop {
            let time = match self.feed.lost(cause) {
                Ok(time) => time,
                Err(end) => return end,
            };
            let client = &self.feed.client;
            if let Some(transport) = &client.shared.blocking {
                transport.sleep(time);
            }
            let opened = client.open_prepared_blocking(self.feed.again());
            match self.feed.connected(opened) {
                Connected::Read(chunks) => {
                    self.chunks = Some(chunks);
                    return None;
                }
                Connected::Lost(error) => cause = Some(error),
                Connected::Over(end) => return end,
            }
        }
    }
}

impl Iterator for BlockingEvents {
    type Item = Result<Event, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let chunks = self.chunks.as_mut()?;
            if let Some(event) = self.feed.next() {
                if event.is_err() {
                    self.chunks = None;
                }
                return Some(event);
            }
            let end = match self.feed.take(chunks.next()) {
                Taken::Piece => None,
                Taken::End(cause) => self.lost(cause),
            };
            if let Some(error) = end {
                return Some(Err(error));
            }
        }
    }
}

impl fmt::Debug for Events {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Events").finish_non_exhaustive()
    }
}

impl fmt::Debug for BlockingEvents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BlockingEvents").finish_non_exhaustive()
    }
}
