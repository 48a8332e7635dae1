//! The asynchronous transport over `reqwest`. One attempt per call: no redirects, no proxies from
//! the environment, no cookies, no decompression (also where another crate has switched on a
//! feature of `reqwest` for it), no HTTP/2.
//!
//! A program that needs a proxy, its own roots or client certificates makes its own client, from
//! [`Reqwest::builder`], and gives it to [`Reqwest::from_client`].

mod activity;
mod download;
mod upload;

use std::error::Error as _;
use std::fmt;
use std::sync::OnceLock;
use std::time::Duration;

use bytes::Bytes;
use http::Uri;
use http::header::{CONTENT_LENGTH, HeaderValue};
use http::uri::{Authority, Scheme};

use super::{
    BodyBuffer, Bounds, BoxFuture, ChunkStream, Failure, FailureKind, Outcome, Streamed, Transport,
    announces_body, is_end, tls,
};
use crate::body::Body;
use activity::Activity;

/// Sends requests with `reqwest`, on a `tokio` runtime.
#[derive(Clone)]
pub struct Reqwest {
    client: reqwest::Client,
    /// Where the first request went, and where most go.
    origin: OnceLock<Origin>,
}

/// An origin whose URL is parsed: to take a host apart is most of what parsing takes.
#[derive(Clone)]
struct Origin {
    scheme: Scheme,
    authority: Authority,
    url: reqwest::Url,
}

impl Reqwest {
    /// Makes a transport whose connections are made within `connect_timeout`.
    pub fn new(connect_timeout: Duration) -> Result<Self, Failure> {
        let builder = Self::builder()?.connect_timeout(connect_timeout);
        let client = builder
            .build()
            .map_err(|error| Failure::from_error(FailureKind::Other, &error))?;
        Ok(Self::from_client(client))
    }

    /// Uses a client as it is. It must not follow redirects: start from [`Reqwest::builder`].
    pub fn from_client(client: reqwest::Client) -> Self {
        Self {
            client,
            origin: OnceLock::new(),
        }
    }

    /// Returns the settings this transport relies on, to be added to.
    pub fn builder() -> Result<reqwest::ClientBuilder, Failure> {
        let tls = tls::config().map_err(|error| Failure::from_error(FailureKind::Other, &error))?;
        Ok(reqwest::Client::builder()
            .tls_backend_preconfigured(tls)
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .no_gzip()
            .no_brotli()
            .no_deflate()
            .no_zstd()
            .no_proxy())
    }

    fn prepare(
        &self,
        request: http::Request<Bytes>,
        bounds: &Bounds,
    ) -> Result<reqwest::Request, Failure> {
        let is_empty = request.body().is_empty();
        let mut request = self.convert(request, is_empty)?;
        *request.timeout_mut() = Some(bounds.timeout);
        Ok(request)
    }

    async fn attempt_stream(
        &self,
        request: http::Request<Body>,
        bounds: Bounds,
    ) -> Streamed<ChunkStream> {
        check_runtime()?;
        let activity = Activity::new(&bounds);
        let is_empty = request.body().is_empty();
        let (request, note) = upload::prepare(request, &activity);
        let sending = self.client.execute(self.convert(request, is_empty)?);
        let response = match activity.watch(sending).await? {
            Ok(response) => http::Response::from(response),
            Err(error) => return Err(note.or(failure(error))),
        };
        Ok(response.map(|body| download::stream(body, activity)))
    }

    fn convert<B: Into<reqwest::Body>>(
        &self,
        request: http::Request<B>,
        is_empty: bool,
    ) -> Result<reqwest::Request, Failure> {
        let announced_empty = is_empty && announces_body(&request, is_empty);
        let (parts, body) = request.into_parts();
        let mut request = reqwest::Request::new(parts.method, self.url(&parts.uri)?);
        *request.headers_mut() = parts.headers;
        *request.version_mut() = parts.version;
        *request.body_mut() = Some(body.into());
        if announced_empty {
            // `hyper` says nothing about an empty body; some servers then answer 411.
            request
                .headers_mut()
                .insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
        }
        Ok(request)
    }

    /// Returns the URL as `reqwest` wants it.
    fn url(&self, uri: &Uri) -> Result<reqwest::Url, Failure> {
        let (Some(scheme), Some(authority)) = (uri.scheme(), uri.authority()) else {
            return parse(uri);
        };
        if self.origin.get().is_none() {
            let (scheme, authority) = (scheme.clone(), authority.clone());
            let mut url = parse(uri)?;
            // Of this request nothing is kept: a query may hold a key.
            url.set_path("");
            url.set_query(None);
            // Who was faster was not wrong either.
            let _ = self.origin.set(Origin {
                scheme,
                authority,
                url,
            });
        }
        match self.origin.get() {
            Some(origin) if origin.scheme == *scheme && origin.authority == *authority => {
                let mut url = origin.url.clone();
                url.set_path(uri.path());
                url.set_query(uri.query());
                Ok(url)
            }
            Some(_) | None => parse(uri),
        }
    }
}

impl Transport for Reqwest {
    fn send(&self, request: http::Request<Bytes>, bounds: Bounds) -> BoxFuture<'_, Outcome> {
        let (request, max_body) = (self.prepare(request, &bounds), bounds.max_body);
        Box::pin(async move {
            check_runtime()?;
            let response = self.client.execute(request?).await.map_err(failure)?;
            read(response, max_body).await
        })
    }

    fn stream(
        &self,
        request: http::Request<Body>,
        bounds: Bounds,
    ) -> BoxFuture<'_, Streamed<ChunkStream>> {
        Box::pin(self.attempt_stream(request, bounds))
    }

    fn sleep(&self, time: Duration) -> BoxFuture<'_, ()> {
        Box::pin(tokio::time::sleep(time))
    }
}

impl fmt::Debug for Reqwest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reqwest").finish_non_exhaustive()
    }
}

/// Without a runtime tokio panics; this says so instead.
fn check_runtime() -> Result<(), Failure> {
    if tokio::runtime::Handle::try_current().is_ok() {
        return Ok(());
    }
    let message = "the transport `reqwest` needs a tokio runtime; use `send_blocking` with the \
                   feature `ureq` where there is none";
    Err(Failure::new(FailureKind::Other, message))
}

fn parse(uri: &Uri) -> Result<reqwest::Url, Failure> {
    reqwest::Url::parse(&uri.to_string())
        .map_err(|error| Failure::from_error(FailureKind::Other, &error))
}

async fn read(mut response: reqwest::Response, max_body: usize) -> Outcome {
    let mut body = BodyBuffer::new(response.content_length(), max_body)?;
    while let Some(chunk) = response.chunk().await.map_err(body_failure)? {
        body.push_piece(chunk)?;
    }
    let mut answer = http::Response::new(body.finish());
    *answer.status_mut() = response.status();
    *answer.version_mut() = response.version();
    *answer.headers_mut() = std::mem::take(response.headers_mut());
    Ok(answer)
}

#[cold]
fn failure(error: reqwest::Error) -> Failure {
    let kind = if error.is_connect() {
        FailureKind::Connect
    } else if error.is_timeout() {
        FailureKind::Timeout
    } else if is_closed(&error) {
        FailureKind::Closed
    } else {
        FailureKind::Other
    };
    Failure::from_error(kind, &error.without_url())
}

/// Whether the server has ended the connection, as far as the libraries below tell.
fn is_closed(error: &reqwest::Error) -> bool {
    let mut next = error.source();
    while let Some(error) = next {
        let of_http = error.downcast_ref::<hyper::Error>();
        if of_http.is_some_and(|error| error.is_incomplete_message() || error.is_closed())
            || error.downcast_ref().is_some_and(is_end)
        {
            return true;
        }
        next = error.source();
    }
    false
}

/// Once there are headers, every end but the body's own and the clock's is one too early.
#[cold]
fn body_failure(error: reqwest::Error) -> Failure {
    let kind = if error.is_timeout() {
        FailureKind::Timeout
    } else {
        FailureKind::Truncated
    };
    Failure::from_error(kind, &error.without_url())
}
