//! The client: what all calls share, and the two drivers of a call. Operations go in, values with
//! their context come out. Generated code wraps it; the generic parts are a few lines per
//! operation, everything else is compiled once.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use bytes::Bytes;
use http::Request;
use http::header::CONTENT_TYPE;

use crate::answer::{Answer, Ids};
use crate::builder::ClientBuilder;
use crate::call::Wanted;
use crate::credential::Placed;
use crate::drive;
use crate::error::{Error, ErrorKind, Site};
use crate::extras::Extras;
use crate::limits::Limits;
use crate::operation::{Draft, Operation, OperationInfo};
use crate::request::{Prepared, RequestWriter};
use crate::response::{Answered, Context, Response};
use crate::retry::RetryPolicy;
use crate::scrub::Scrubber;
use crate::sending::Sending;
use crate::transport::{BlockingTransport, BoxFuture, Outcome, Transport, check_size};
use crate::uri::server::Servers;
use crate::uri::server_url::ServerUrl;

/// Sends operations to one server. Cheap to clone; clones share connections.
#[derive(Clone)]
pub struct Client {
    pub(crate) shared: Arc<Shared>,
    /// What callers add to each request of this clone.
    pub(crate) extras: Option<Arc<Extras>>,
}

/// What all calls of a client share.
pub(crate) struct Shared {
    pub(crate) servers: Servers,
    pub(crate) credentials: BTreeMap<&'static str, Placed>,
    pub(crate) scrubber: Scrubber,
    pub(crate) limits: Limits,
    pub(crate) retry: RetryPolicy,
    pub(crate) transport: Option<Arc<dyn Transport>>,
    pub(crate) blocking: Option<Arc<dyn BlockingTransport>>,
}

impl Client {
    /// Starts a client of the server at `url`.
    pub fn builder(url: impl Into<ServerUrl>) -> ClientBuilder {
        ClientBuilder::new(url.into())
    }

    /// Returns a client whose requests have one more header, in place of any that they would have
    /// by that name. It shares everything else with this one.
    ///
    /// An `Authorization` takes the place of one credential of the client, also where the client has
    /// none, and cookies are sent beside others. What belongs to the body (`Content-Type`,
    /// `Content-Length`) or the connection (`Host`, `Connection`, `Transfer-Encoding`, ...) is
    /// refused, and so is what no header can hold: each request is then an error of kind
    /// [`InvalidParameter`](ErrorKind::InvalidParameter), and nothing is sent.
    #[must_use = "this client stays as it is"]
    pub fn with_header(&self, name: &str, value: &str) -> Self {
        self.with(|extras| extras.header(name, value, &self.shared.scrubber))
    }

    /// Returns a client whose requests have one more pair in their query. It shares everything else
    /// with this one.
    #[must_use = "this client stays as it is"]
    pub fn with_query(&self, name: &str, value: &str) -> Self {
        self.with(|extras| extras.query(name, value))
    }

    fn with(&self, add: impl FnOnce(&mut Extras)) -> Self {
        let mut extras = self.extras.as_deref().cloned().unwrap_or_default();
        add(&mut extras);
        Self {
            shared: Arc::clone(&self.shared),
            extras: Some(Arc::new(extras)),
        }
    }

    /// Returns the bare request of an operation, as `send` would send it. Its body must be in
    /// memory.
    ///
    /// Headers with credentials are marked sensitive; a key that goes into the query is part of the
    /// URL and so of what `Debug` shows.
    pub fn request<O: Operation>(&self, operation: &O) -> Result<Request<Bytes>, Error> {
        self.bare(operation)
    }

    /// Reads an answer to an operation that was sent by other means.
    pub fn read<O: Operation>(
        &self,
        operation: &O,
        response: http::Response<Bytes>,
    ) -> Result<Response<O::Output>, Error> {
        self.answered(operation, response)?.read(O::read)
    }

    /// Sends an operation. Its request is written at once and sent when the future is polled.
    pub fn send<O: Operation>(&self, operation: &O) -> Sending<'_, O::Output> {
        Sending::new(self.execute(operation), O::read)
    }

    /// Sends an operation and blocks the thread meanwhile.
    pub fn send_blocking<O: Operation>(&self, operation: &O) -> Result<Response<O::Output>, Error> {
        self.execute_blocking(operation)?.read(O::read)
    }

    pub(crate) fn draft(&self, operation: &dyn Draft) -> RequestWriter {
        let info = operation.facts();
        let mut request = RequestWriter::new(info, &self.shared, self.site(info));
        operation.fill(&mut request);
        if let Some(extras) = &self.extras {
            request.add_extras(extras);
        }
        request
    }

    fn bare(&self, operation: &dyn Draft) -> Result<Request<Bytes>, Error> {
        let Prepared { request, site, .. } = self.draft(operation).finish()?;
        let (parts, body) = request.into_parts();
        let body = body.to_bytes().ok_or_else(|| {
            let message = "its body is not in memory; `request_streaming` returns it as it is";
            site.error(ErrorKind::Encode, message)
        })?;
        Ok(Request::from_parts(parts, body))
    }

    fn execute<'c>(&'c self, operation: &dyn Draft) -> BoxFuture<'c, Result<Answered, Error>> {
        // In a box of its own, so that the future is small.
        let prepared = self.draft(operation).finish().map(Box::new);
        Box::pin(async move {
            let mut prepared = prepared?;
            let (outcome, attempts) = self
                .drive(&mut prepared, Wanted::Whole, drive::send)
                .await?;
            done(*prepared, outcome, attempts)
        })
    }

    fn execute_blocking(&self, operation: &dyn Draft) -> Result<Answered, Error> {
        let mut prepared = self.draft(operation).finish()?;
        let send = drive::send_blocking;
        let (outcome, attempts) = self.drive_blocking(&mut prepared, Wanted::Whole, send)?;
        done(prepared, outcome, attempts)
    }

    fn site(&self, operation: &OperationInfo) -> Site {
        let shared = &self.shared;
        let own = self.extras.as_ref().and_then(|extras| extras.scrubber());
        Site {
            operation: Some(operation.id),
            scrubber: own.unwrap_or(&shared.scrubber).clone(),
            max_depth: shared.limits.max_depth(),
            max_excerpt: shared.limits.max_excerpt(),
            rules: operation.rules,
        }
    }

    fn answered(
        &self,
        operation: &dyn Draft,
        response: http::Response<Bytes>,
    ) -> Result<Answered, Error> {
        let info = operation.facts();
        let site = self.site(info);
        check_size(response.body().len(), self.shared.limits.max_body())
            .map_err(|failure| site.transport_error(failure))?;
        let has_type = response.headers().contains_key(CONTENT_TYPE);
        let assumed = if has_type {
            None
        } else {
            self.draft(operation).accepted()
        };
        let answer = Answer::new(response, assumed, &site.scrubber);
        Ok(Answered {
            answer,
            context: Context {
                site,
                ids: Ids::new(info),
                attempts: 1,
            },
        })
    }
}

/// Shows what the client does, never its credentials.
impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("server", &self.shared.servers)
            .field("credentials", &self.shared.credentials)
            .field("limits", &self.shared.limits)
            .field("retry", &self.shared.retry)
            .finish_non_exhaustive()
    }
}

impl Shared {
    pub(crate) fn credential(&self, scheme: &str) -> Option<&Placed> {
        self.credentials.get(scheme)
    }
}

/// Ends a call: joins the answer to what it belongs to.
pub(crate) fn done(prepared: Prepared, outcome: Outcome, attempts: u32) -> Result<Answered, Error> {
    let Prepared {
        site, accept, ids, ..
    } = prepared;
    match outcome {
        Ok(response) => {
            let answer = Answer::new(response, accept, &site.scrubber);
            Ok(Answered {
                answer,
                context: Context {
                    site,
                    ids,
                    attempts,
                },
            })
        }
        Err(failure) => Err(site.transport_error(failure).with_ids(ids, attempts)),
    }
}
