//! Calls whose answer is a sequence. The answer's own `Content-Type` says which one; what is none
//! is an error that has the answer.

use std::future::Future;

use http::StatusCode;

use super::feed::Feed;
use super::items::Source;
use super::reader::TextReader;
use super::{BlockingEvents, BlockingItems, EventItem, Events, Items, Sequence};
use crate::client::Client;
use crate::codec::{DecodeError, DecodeReason, Model};
use crate::download::{BlockingDownload, Download};
use crate::error::Error;
use crate::operation::Operation;
use crate::request::{Prepared, RequestWriter};
use crate::response::{Answered, Response};
use crate::streaming::refuse;
use crate::transport::{ChunkStream, Chunks, Outcome, collect, collect_blocking};

type Refuse = fn(Answered) -> Error;

const EVENTS: &[Sequence] = &[Sequence::Events];
const ALL: &[Sequence] = &[Sequence::Lines, Sequence::Texts, Sequence::Events];

/// A sequence that has begun.
struct Begun<C> {
    prepared: Prepared,
    answered: Answered,
    chunks: C,
    sequence: Sequence,
}

impl Client {
    /// Sends an operation and returns the events of a successful answer.
    pub fn send_events<'c, O: Operation>(
        &'c self,
        operation: &O,
    ) -> impl Future<Output = Result<Response<Events>, Error>> + use<'c, O> {
        let request = self.draft(operation);
        async move {
            let begun = self.begin(request, refuse::<O>, EVENTS).await?;
            Ok(begun.answered.with(|answered| {
                let feed = Feed::new(self.clone(), begun.prepared, refuse::<O>, answered);
                Events::new(feed, begun.chunks)
            }))
        }
    }

    /// The same, and blocks until the first event is under way, and while events are read.
    pub fn send_events_blocking<O: Operation>(
        &self,
        operation: &O,
    ) -> Result<Response<BlockingEvents>, Error> {
        let request = self.draft(operation);
        let begun = self.begin_blocking(request, refuse::<O>, EVENTS)?;
        Ok(begun.answered.with(|answered| {
            let feed = Feed::new(self.clone(), begun.prepared, refuse::<O>, answered);
            BlockingEvents::new(feed, begun.chunks)
        }))
    }

    /// Sends an operation and returns the items of a successful answer, whichever sequence it is;
    /// `events` says what of an event is an item.
    pub fn send_items<'c, O: Operation, T: Model>(
        &'c self,
        operation: &O,
        events: EventItem,
    ) -> impl Future<Output = Result<Response<Items<T>>, Error>> + use<'c, O, T> {
        let request = self.draft(operation);
        async move {
            let begun = self.begin(request, refuse::<O>, ALL).await?;
            Ok(self.source(begun, refuse::<O>, events).map(Items::new))
        }
    }

    /// The same, and blocks until the answer begins, and while items are read.
    pub fn send_items_blocking<O: Operation, T: Model>(
        &self,
        operation: &O,
        events: EventItem,
    ) -> Result<Response<BlockingItems<T>>, Error> {
        let request = self.draft(operation);
        let begun = self.begin_blocking(request, refuse::<O>, ALL)?;
        let source = self.source_blocking(begun, refuse::<O>, events);
        Ok(source.map(BlockingItems::new))
    }

    async fn begin(
        &self,
        mut request: RequestWriter,
        refuse: Refuse,
        wanted: &[Sequence],
    ) -> Result<Begun<ChunkStream>, Error> {
        request.accept_sequence();
        let prepared = request.finish()?;
        let opened = self.open_prepared(prepared.clone()).await?;
        let (answered, chunks) = opened.success(refuse)?;
        let Some(sequence) = choose(&answered, wanted) else {
            let whole = Ok(http::Response::new(chunks));
            let whole = collect(whole, self.shared.limits.max_body()).await;
            return Err(unsupported(answered, whole));
        };
        Ok(Begun {
            prepared,
            answered,
            chunks,
            sequence,
        })
    }

    fn begin_blocking(
        &self,
        mut request: RequestWriter,
        refuse: Refuse,
        wanted: &[Sequence],
    ) -> Result<Begun<Chunks>, Error> {
        request.accept_sequence();
        let prepared = request.finish()?;
        let opened = self.open_prepared_blocking(prepared.clone())?;
        let (answered, chunks) = opened.success(refuse)?;
        let Some(sequence) = choose(&answered, wanted) else {
            let whole = Ok(http::Response::new(chunks));
            let whole = collect_blocking(whole, self.shared.limits.max_body());
            return Err(unsupported(answered, whole));
        };
        Ok(Begun {
            prepared,
            answered,
            chunks,
            sequence,
        })
    }

    fn source(
        &self,
        begun: Begun<ChunkStream>,
        refuse: Refuse,
        events: EventItem,
    ) -> Response<Source<Download, Events>> {
        let (prepared, chunks) = (begun.prepared, begun.chunks);
        let texts = self.texts(begun.sequence);
        begun.answered.with(|answered| {
            if let Some(reader) = texts {
                let download = Download::new(chunks, self.guard(answered));
                Source::Texts(download, reader)
            } else {
                let feed = Feed::new(self.clone(), prepared, refuse, answered);
                Source::Events(Events::new(feed, chunks), events)
            }
        })
    }

    fn source_blocking(
        &self,
        begun: Begun<Chunks>,
        refuse: Refuse,
        events: EventItem,
    ) -> Response<Source<BlockingDownload, BlockingEvents>> {
        let (prepared, chunks) = (begun.prepared, begun.chunks);
        let texts = self.texts(begun.sequence);
        begun.answered.with(|answered| {
            if let Some(reader) = texts {
                let download = BlockingDownload::new(chunks, self.guard(answered));
                Source::Texts(download, reader)
            } else {
                let feed = Feed::new(self.clone(), prepared, refuse, answered);
                Source::Events(BlockingEvents::new(feed, chunks), events)
            }
        })
    }

    /// Returns what reads the texts of a sequence, `None` for events.
    fn texts(&self, sequence: Sequence) -> Option<TextReader> {
        let max = self.shared.limits.max_item();
        match sequence {
            Sequence::Lines => Some(TextReader::lines(max)),
            Sequence::Texts => Some(TextReader::texts(max)),
            Sequence::Events => None,
        }
    }
}

/// Returns the sequence that an answer is, if it is a wanted one. One without content is an empty
/// sequence of any kind; one that is encoded is none, since nothing decodes it.
fn choose(answered: &Answered, wanted: &[Sequence]) -> Option<Sequence> {
    if answered.answer.status == StatusCode::NO_CONTENT {
        return wanted.first().copied();
    }
    if answered.answer.encoding().is_some() {
        return None;
    }
    Sequence::of(&answered.answer.media_type()).filter(|found| wanted.contains(found))
}

/// Makes the error of an answer that is no such sequence.
fn unsupported(mut answered: Answered, whole: Outcome) -> Error {
    let site = &answered.context.site;
    match whole.map(http::Response::into_body) {
        Ok(body) => answered.answer.body = body,
        Err(failure) => return site.transport_error(failure),
    }
    let media_type: String = answered.answer.media_type().chars().take(64).collect();
    let error = DecodeError::new(DecodeReason::UnsupportedMediaType { media_type });
    let error = site.decode_error(error, &answered.answer);
    error.with_ids(answered.context.ids, answered.context.attempts)
}
