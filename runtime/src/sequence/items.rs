//! Streams of typed items. What does not depend on the type of the items is compiled once.

use std::fmt;
use std::future::poll_fn;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use super::EventItem;
use super::events::{BlockingEvents, Events};
use super::reader::TextReader;
use crate::codec::{Model, Slot};
use crate::download::{BlockingDownload, Download};
use crate::error::Error;

/// The items of an answer, as an asynchronous stream.
///
/// An item that cannot be read is an error of its own, with its index in [`Error::item`]; those
/// behind it are read nevertheless. Behind any other error nothing comes.
pub struct Items<T> {
    source: Source<Download, Events>,
    item: PhantomData<fn() -> T>,
}

/// The items of an answer, for reading while the thread blocks.
///
/// An item that cannot be read is an error of its own, with its index in [`Error::item`]; those
/// behind it are read nevertheless. Behind any other error nothing comes.
pub struct BlockingItems<T> {
    source: Source<BlockingDownload, BlockingEvents>,
    item: PhantomData<fn() -> T>,
}

/// Where items come from.
pub(super) enum Source<D, E> {
    Texts(D, TextReader),
    Events(E, EventItem),
}

impl<T: Model> Items<T> {
    pub(super) fn new(source: Source<Download, Events>) -> Self {
        let item = PhantomData;
        Self { source, item }
    }

    /// Returns the next item, `None` at the end.
    pub async fn next(&mut self) -> Option<Result<T, Error>> {
        poll_fn(|cx| self.poll_item(cx)).await
    }

    fn poll_item(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        let mut item = None;
        let read = ready!(self.source.poll(cx, &mut item));
        Poll::Ready(read.and_then(|read| read.map(|()| item).transpose()))
    }
}

impl<T: Model> Stream for Items<T> {
    type Item = Result<T, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_item(cx)
    }
}

impl Source<Download, Events> {
    fn poll(
        &mut self,
        cx: &mut Context<'_>,
        slot: &mut dyn Slot,
    ) -> Poll<Option<Result<(), Error>>> {
        let (download, reader) = match self {
            Self::Texts(download, reader) => (download, reader),
            Self::Events(events, item) => {
                let event = ready!(events.poll_event(cx));
                let read = event.map(|event| events.feed().read(&event?, *item, slot));
                return Poll::Ready(read);
            }
        };
        while !reader.is_over() {
            if let Some(read) = reader.next(download.guard(), slot) {
                return Poll::Ready(Some(read));
            }
            match ready!(download.poll_chunk(cx)) {
                Some(Ok(chunk)) => reader.take(chunk),
                Some(Err(error)) => {
                    reader.stop();
                    return Poll::Ready(Some(Err(error)));
                }
                None => return Poll::Ready(reader.end(download.guard(), slot)),
            }
        }
        Poll::Ready(None)
    }
}

impl<T: Model> BlockingItems<T> {
    pub(super) fn new(source: Source<BlockingDownload, BlockingEvents>) -> Self {
        let item = PhantomData;
        Self { source, item }
    }
}

impl<T: Model> Iterator for BlockingItems<T> {
    type Item = Result<T, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut item = None;
        let read = self.source.next(&mut item)?;
        read.map(|()| item).transpose()
    }
}

impl Source<BlockingDownload, BlockingEvents> {
    fn next(&mut self, slot: &mut dyn Slot) -> Option<Result<(), Error>> {
        let (download, reader) = match self {
            Self::Texts(download, reader) => (download, reader),
            Self::Events(events, item) => {
                let event = events.next()?;
                return Some(event.and_then(|event| events.feed().read(&event, *item, slot)));
            }
        };
        while !reader.is_over() {
            if let Some(read) = reader.next(download.guard(), slot) {
                return Some(read);
            }
            match download.chunk() {
                Some(Ok(chunk)) => reader.take(chunk),
                Some(Err(error)) => {
                    reader.stop();
                    return Some(Err(error));
                }
                None => return reader.end(download.guard(), slot),
            }
        }
        None
    }
}

impl<T> fmt::Debug for Items<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items").finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for BlockingItems<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BlockingItems").finish_non_exhaustive()
    }
}
