//! Operations, and the ways to send them: each test runs over every transport that is compiled in.

use std::io::Read;

use engross_runtime::codec::Model;
use engross_runtime::private::{Operation, OperationInfo, RequestWriter, ResponseReader};
use engross_runtime::{Client, Error, Event, EventItem, Reconnect, Response, Value};

use crate::common;
pub(crate) use crate::common::run;

pub(crate) static GET: OperationInfo = OperationInfo::new("get", "GET", "/x");
pub(crate) static PUT: OperationInfo = OperationInfo::new("put", "PUT", "/x");
pub(crate) static POST: OperationInfo = OperationInfo::new("post", "POST", "/x");

/// An operation whose request a closure writes.
pub(crate) struct Op<F>(pub(crate) &'static OperationInfo, pub(crate) F);

impl<F: Fn(&mut RequestWriter)> Operation for Op<F> {
    type Output = Value;

    fn info(&self) -> &'static OperationInfo {
        self.0
    }

    fn write(&self, request: &mut RequestWriter) {
        request.path_text("/x");
        (self.1)(request);
    }

    fn read(response: &ResponseReader<'_>) -> Result<Value, Error> {
        common::read(response)
    }
}

pub(crate) fn plain() -> Op<fn(&mut RequestWriter)> {
    Op(&GET, |_| {})
}

/// How a client is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    Async,
    Blocking,
}

/// The ways whose network transports are compiled in.
pub(crate) const WIRE: &[Way] = &[
    #[cfg(feature = "reqwest")]
    Way::Async,
    #[cfg(feature = "ureq")]
    Way::Blocking,
];

/// Both ways, for the transport in memory.
pub(crate) const BOTH: &[Way] = &[Way::Async, Way::Blocking];

type Found<T> = Vec<Result<T, Error>>;

impl Way {
    pub(crate) fn send<O: Operation>(
        self,
        client: &Client,
        op: &O,
    ) -> Result<Response<O::Output>, Error> {
        match self {
            Self::Async => run(client.send(op)),
            Self::Blocking => client.send_blocking(op),
        }
    }

    /// Reads the body of an answer as a stream.
    pub(crate) fn download(self, client: &Client, op: &impl Operation) -> Result<Vec<u8>, Error> {
        let mut bytes = Vec::new();
        match self {
            Self::Async => run(async {
                let mut download = client.send_streaming(op).await?.into_inner();
                while let Some(chunk) = download.chunk().await {
                    bytes.extend_from_slice(&chunk?);
                }
                assert!(download.chunk().await.is_none());
                Ok(())
            }),
            Self::Blocking => {
                let mut download = client.send_streaming_blocking(op)?.into_inner();
                let read = download.read_to_end(&mut bytes);
                assert!(download.chunk().is_none());
                match read {
                    Ok(_) => Ok(()),
                    Err(error) => Err(*error.into_inner().unwrap().downcast().unwrap()),
                }
            }
        }?;
        Ok(bytes)
    }

    /// Reads at most `max` events.
    pub(crate) fn events(
        self,
        client: &Client,
        op: &impl Operation,
        reconnect: &Reconnect,
        max: usize,
    ) -> Result<Found<Event>, Error> {
        let reconnect = reconnect.clone();
        match self {
            Self::Async => run(async {
                let events = client.send_events(op).await?.into_inner();
                let mut events = events.reconnect(reconnect);
                let mut found = Vec::new();
                while found.len() < max {
                    let Some(event) = events.next().await else {
                        break;
                    };
                    found.push(event);
                }
                Ok(found)
            }),
            Self::Blocking => {
                let events = client.send_events_blocking(op)?.into_inner();
                Ok(events.reconnect(reconnect).take(max).collect())
            }
        }
    }

    /// Reads all items.
    pub(crate) fn items<T: Model>(
        self,
        client: &Client,
        op: &impl Operation,
        events: EventItem,
    ) -> Result<Found<T>, Error> {
        match self {
            Self::Async => run(async {
                let mut items = client.send_items::<_, T>(op, events).await?.into_inner();
                let mut found = Vec::new();
                while let Some(item) = items.next().await {
                    found.push(item);
                }
                assert!(items.next().await.is_none());
                Ok(found)
            }),
            Self::Blocking => {
                let items = client.send_items_blocking::<_, T>(op, events)?;
                Ok(items.into_inner().collect())
            }
        }
    }
}
