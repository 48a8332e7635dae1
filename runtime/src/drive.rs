//! The two drivers of a call: short loops between the state machine and a transport. What is sent
//! whole goes the way of whole requests, everything else is streamed.

use http::{Request, Response};

use crate::body::Body;
use crate::call::{Call, Step, Wanted};
use crate::client::Client;
use crate::error::{Error, ErrorKind, Site};
use crate::request::Prepared;
use crate::transport::{
    BlockingTransport, Bounds, BoxFuture, Failure, Outcome, Streamed, Transport, collect,
    collect_blocking,
};

/// A way to make one attempt.
pub(crate) type Send<'t, B> =
    fn(&'t dyn Transport, Request<Body>, Bounds) -> BoxFuture<'t, Streamed<B>>;
/// A way to make one attempt that blocks.
pub(crate) type SendBlocking<B> = fn(&dyn BlockingTransport, Request<Body>, Bounds) -> Streamed<B>;

impl Client {
    /// Makes the attempts of a call, with the request taken out of what is prepared; returns what came of
    /// them and how many there were.
    pub(crate) async fn drive<'c, B>(
        &'c self,
        prepared: &mut Prepared,
        wanted: Wanted,
        send: Send<'c, B>,
    ) -> Result<(Result<Response<B>, Failure>, u32), Error> {
        let Some(transport) = self.shared.transport.as_deref() else {
            return Err(no_transport(&prepared.site, "send", "reqwest", "transport"));
        };
        let mut call = self.call(prepared, wanted);
        loop {
            match call.step(&|| transport.now()) {
                Step::Send(request, bounds) => {
                    let outcome = send(transport, request, bounds).await;
                    call.came(outcome, &|| transport.now());
                }
                Step::Sleep(time) => transport.sleep(time).await,
                Step::Done(outcome) => return Ok((outcome, call.attempts())),
            }
        }
    }

    /// The same, and blocks meanwhile.
    pub(crate) fn drive_blocking<B>(
        &self,
        prepared: &mut Prepared,
        wanted: Wanted,
        send: SendBlocking<B>,
    ) -> Result<(Result<Response<B>, Failure>, u32), Error> {
        let Some(transport) = self.shared.blocking.as_deref() else {
            let (site, builder) = (&prepared.site, "blocking_transport");
            return Err(no_transport(site, "send_blocking", "ureq", builder));
        };
        let mut call = self.call(prepared, wanted);
        loop {
            match call.step(&|| transport.now()) {
                Step::Send(request, bounds) => {
                    let outcome = send(transport, request, bounds);
                    call.came(outcome, &|| transport.now());
                }
                Step::Sleep(time) => transport.sleep(time),
                Step::Done(outcome) => return Ok((outcome, call.attempts())),
            }
        }
    }

    fn call<B>(&self, prepared: &mut Prepared, wanted: Wanted) -> Call<'_, B> {
        Call::new(prepared, &self.shared.retry, &self.shared.limits, wanted)
    }
}

/// Sends and gets the answer in one piece.
pub(crate) fn send(
    transport: &dyn Transport,
    request: Request<Body>,
    bounds: Bounds,
) -> BoxFuture<'_, Outcome> {
    if let Some(bytes) = request.body().as_bytes().cloned() {
        return transport.send(request.map(|_| bytes), bounds);
    }
    Box::pin(async move {
        let max = bounds.max_body;
        collect(transport.stream(request, bounds).await, max).await
    })
}

/// Sends, blocks, and gets the answer in one piece.
pub(crate) fn send_blocking(
    transport: &dyn BlockingTransport,
    request: Request<Body>,
    bounds: Bounds,
) -> Outcome {
    if let Some(bytes) = request.body().as_bytes().cloned() {
        return transport.send(request.map(|_| bytes), bounds);
    }
    let max = bounds.max_body;
    collect_blocking(transport.stream(request, bounds), max)
}

fn no_transport(site: &Site, method: &str, feature: &str, builder: &str) -> Error {
    let message = format!(
        "the client has no transport for `{method}`: enable the feature `{feature}` of \
         `engross-runtime`, or give one to the builder with `{builder}`"
    );
    site.error(ErrorKind::NoTransport, message)
}
