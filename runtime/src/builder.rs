//! Builds a client. Settings go in as they are; everything is checked once, in `build`, so that no
//! call can fail over its client's settings later.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use crate::client::{Client, Shared};
use crate::credential::Credential;
use crate::error::{Error, ErrorKind, Site};
use crate::limits::Limits;
use crate::retry::RetryPolicy;
use crate::scrub::Scrubber;
use crate::transport::{BlockingTransport, Transport};
use crate::uri::server::Servers;
use crate::uri::server_url::ServerUrl;

/// A client that is being set up.
#[must_use = "a builder does nothing until `build`"]
pub struct ClientBuilder {
    server: ServerUrl,
    base: Option<String>,
    servers: BTreeMap<&'static str, ServerUrl>,
    credentials: BTreeMap<&'static str, Credential>,
    limits: Limits,
    retry: RetryPolicy,
    transport: Option<Arc<dyn Transport>>,
    blocking: Option<Arc<dyn BlockingTransport>>,
}

impl ClientBuilder {
    pub(crate) fn new(server: ServerUrl) -> Self {
        Self {
            server,
            base: None,
            servers: BTreeMap::new(),
            credentials: BTreeMap::new(),
            limits: Limits::default(),
            retry: RetryPolicy::default(),
            transport: None,
            blocking: None,
        }
    }

    /// Sends to another server, for example `https://api.example.com/v2`.
    pub fn server(mut self, url: impl Into<ServerUrl>) -> Self {
        self.server = url.into();
        self
    }

    /// Says where servers with relative URLs, such as `/v2`, count from: the URL of the description,
    /// or any other on the same host. Without it, only those of single operations can be relative,
    /// and count from the client's server.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base = Some(url.into());
        self
    }

    /// Sends the operations that have a server of their own, named by its URL in the description, to
    /// another one.
    pub fn operation_server(mut self, described: &'static str, url: impl Into<ServerUrl>) -> Self {
        self.servers.insert(described, url.into());
        self
    }

    /// Gives the credential for a security scheme of the description.
    pub fn credential(mut self, scheme: &'static str, credential: Credential) -> Self {
        self.credentials.insert(scheme, credential);
        self
    }

    /// Sets when and how calls are repeated.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = policy;
        self
    }

    /// Sets what bounds a call.
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Sets what carries asynchronous calls. No other transport is made then, so nothing can go
    /// past a transport of a test.
    pub fn transport(mut self, transport: impl Transport + 'static) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// Sets what carries blocking calls. No other transport is made then, so nothing can go past a
    /// transport of a test.
    pub fn blocking_transport(mut self, transport: impl BlockingTransport + 'static) -> Self {
        self.blocking = Some(Arc::new(transport));
        self
    }

    /// Checks everything and returns the client. Without a transport, those of the crate's features
    /// `reqwest` and `ureq` are used.
    pub fn build(self) -> Result<Client, Error> {
        let secrets = self.credentials.values().flat_map(Credential::secrets);
        let site = Site {
            scrubber: Scrubber::new(secrets),
            ..Site::default()
        };
        let configuration = |message: String| site.error(ErrorKind::Configuration, message);
        let servers = Servers::new(&self.server, self.base.as_deref(), &self.servers)
            .map_err(|problem| configuration(problem.to_owned()))?;
        let mut credentials = BTreeMap::new();
        for (scheme, credential) in &self.credentials {
            let placed = credential.placed().map_err(|problem| {
                configuration(format!(
                    "the credential for `{scheme}` cannot be used: {problem}"
                ))
            })?;
            credentials.insert(*scheme, placed);
        }
        let (transport, blocking) = match (self.transport, self.blocking) {
            (None, None) => defaults(&self.limits).map_err(configuration)?,
            given => given,
        };
        Ok(Client {
            shared: Arc::new(Shared {
                servers,
                credentials,
                scrubber: site.scrubber,
                limits: self.limits,
                retry: self.retry,
                transport,
                blocking,
            }),
            extras: None,
        })
    }
}

/// Shows no credentials, and no server: before `build` its URL may hold a password.
impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("credentials", &self.credentials)
            .field("limits", &self.limits)
            .field("retry", &self.retry)
            .finish_non_exhaustive()
    }
}

type Transports = (
    Option<Arc<dyn Transport>>,
    Option<Arc<dyn BlockingTransport>>,
);

/// Makes the transports of the features that are on.
#[cfg_attr(
    not(feature = "reqwest"),
    expect(
        unused_variables,
        clippy::unnecessary_wraps,
        reason = "only reqwest can fail to start"
    )
)]
fn defaults(limits: &Limits) -> Result<Transports, String> {
    #[cfg(feature = "reqwest")]
    let transport: Option<Arc<dyn Transport>> = {
        let transport = crate::transport::reqwest::Reqwest::new(limits.max_connect());
        Some(Arc::new(transport.map_err(|failure| failure.to_string())?))
    };
    #[cfg(not(feature = "reqwest"))]
    let transport = None;
    #[cfg(feature = "ureq")]
    let blocking: Option<Arc<dyn BlockingTransport>> =
        Some(Arc::new(crate::transport::ureq::Ureq::new()));
    #[cfg(not(feature = "ureq"))]
    let blocking = None;
    Ok((transport, blocking))
}
