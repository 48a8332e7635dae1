//! Calls whose answer is read while it comes. An answer that is no success is read whole, within the
//! limit of whole bodies, and becomes the same error as anywhere else.

use std::future::Future;

use bytes::Bytes;
use http::Request;

use crate::body::Body;
use crate::call::Wanted;
use crate::client::{Client, done};
use crate::download::{BlockingDownload, Download, Guard};
use crate::error::Error;
use crate::operation::{Draft, Operation};
use crate::request::Prepared;
use crate::response::{Answered, Response};
use crate::transport::{
    BoxFuture, ChunkStream, Chunks, Failure, Streamed, collect, collect_blocking,
};

/// What a streamed call came to.
pub(crate) enum Opened<C> {
    /// A success: the answer without its body, and the body.
    Streamed(Answered, C),
    /// Anything else.
    Whole(Answered),
}

impl Client {
    /// Sends an operation and returns the body of a successful answer as a stream.
    ///
    /// Whatever the operation's own output is, a status of `2XX` is a success here. All others are
    /// errors, as with [`Client::send`].
    pub fn send_streaming<'c, O: Operation>(
        &'c self,
        operation: &O,
    ) -> impl Future<Output = Result<Response<Download>, Error>> + use<'c, O> {
        let call = self.open(operation);
        async move {
            let (answered, chunks) = call.await?.success(refuse::<O>)?;
            Ok(answered.with(|answered| Download::new(chunks, self.guard(answered))))
        }
    }

    /// The same, and blocks until the body begins, and while it is read.
    pub fn send_streaming_blocking<O: Operation>(
        &self,
        operation: &O,
    ) -> Result<Response<BlockingDownload>, Error> {
        let (answered, chunks) = self.open_blocking(operation)?.success(refuse::<O>)?;
        Ok(answered.with(|answered| BlockingDownload::new(chunks, self.guard(answered))))
    }

    /// Returns the request of an operation with its body as it is, as `send` would send it.
    pub fn request_streaming<O: Operation>(&self, operation: &O) -> Result<Request<Body>, Error> {
        Ok(self.draft(operation).finish()?.request)
    }

    fn open<'c>(
        &'c self,
        operation: &dyn Draft,
    ) -> BoxFuture<'c, Result<Opened<ChunkStream>, Error>> {
        let request = self.draft(operation);
        Box::pin(async move { self.open_prepared(request.finish()?).await })
    }

    fn open_blocking(&self, operation: &dyn Draft) -> Result<Opened<Chunks>, Error> {
        self.open_prepared_blocking(self.draft(operation).finish()?)
    }

    pub(crate) async fn open_prepared(
        &self,
        mut prepared: Prepared,
    ) -> Result<Opened<ChunkStream>, Error> {
        let streamed = Wanted::Streamed;
        let (outcome, attempts) = self
            .drive(&mut prepared, streamed, |transport, request, bounds| {
                transport.stream(request, bounds)
            })
            .await?;
        match split(outcome) {
            Ok((head, chunks)) => {
                let answered = done(prepared, Ok(head), attempts)?;
                Ok(Opened::Streamed(answered, chunks))
            }
            Err(other) => {
                let whole = collect(other, self.shared.limits.max_body()).await;
                done(prepared, whole, attempts).map(Opened::Whole)
            }
        }
    }

    pub(crate) fn open_prepared_blocking(
        &self,
        mut prepared: Prepared,
    ) -> Result<Opened<Chunks>, Error> {
        let streamed = Wanted::Streamed;
        let (outcome, attempts) =
            self.drive_blocking(&mut prepared, streamed, |transport, request, bounds| {
                transport.stream(request, bounds)
            })?;
        match split(outcome) {
            Ok((head, chunks)) => {
                let answered = done(prepared, Ok(head), attempts)?;
                Ok(Opened::Streamed(answered, chunks))
            }
            Err(other) => {
                let whole = collect_blocking(other, self.shared.limits.max_body());
                done(prepared, whole, attempts).map(Opened::Whole)
            }
        }
    }

    pub(crate) fn guard(&self, answered: Answered) -> Guard {
        Guard::new(answered, self.shared.limits.max_streamed_body())
    }
}

impl<C> Opened<C> {
    /// Returns the answer if it is a success, else the error of the operation.
    pub(crate) fn success(self, refuse: fn(Answered) -> Error) -> Result<(Answered, C), Error> {
        match self {
            Self::Streamed(answered, chunks) => Ok((answered, chunks)),
            Self::Whole(answered) => Err(refuse(answered)),
        }
    }
}

/// Returns the error that an operation makes of an answer.
pub(crate) fn refuse<O: Operation>(answered: Answered) -> Error {
    answered.refuse(O::read)
}

/// Splits the body off an answer that is a success.
fn split<C>(
    outcome: Streamed<C>,
) -> Result<(http::Response<Bytes>, C), Result<http::Response<C>, Failure>> {
    match outcome {
        Ok(response) if response.status().is_success() => {
            let (parts, chunks) = response.into_parts();
            Ok((http::Response::from_parts(parts, Bytes::new()), chunks))
        }
        other => Err(other),
    }
}
