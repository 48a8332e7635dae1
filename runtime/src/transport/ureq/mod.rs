//! The blocking transport over `ureq`. One attempt per call: no redirects, no proxies from the
//! environment, no cookies, no decompression (unless another crate has switched on a feature of
//! `ureq` for it: the limits then count what comes out); statuses are answers, not errors.
//!
//! A program that needs a proxy, its own roots or client certificates makes its own agent, from
//! [`Ureq::config`], and gives it to [`Ureq::from_agent`].

mod stream;

use std::fmt;
use std::io::Read;
use std::time::Duration;

use bytes::Bytes;
use ureq::config::ConfigBuilder;
use ureq::tls::{RootCerts, TlsConfig};
use ureq::typestate::AgentScope;

use super::{
    BlockingTransport, BodyBuffer, Bounds, Chunks, Failure, FailureKind, Outcome, Streamed,
    announces_body, is_end, tls,
};
use crate::body::Body;

/// Sends requests with `ureq`.
#[derive(Clone)]
pub struct Ureq {
    agent: ureq::Agent,
}

impl Ureq {
    /// Makes a transport.
    pub fn new() -> Self {
        Self {
            agent: Self::config().build().into(),
        }
    }

    /// Uses an agent as it is. It must not follow redirects nor turn statuses into errors: start
    /// from [`Ureq::config`].
    pub fn from_agent(agent: ureq::Agent) -> Self {
        Self { agent }
    }

    /// Returns the settings this transport relies on, to be added to.
    pub fn config() -> ConfigBuilder<AgentScope> {
        let tls = TlsConfig::builder()
            .unversioned_rustls_crypto_provider(tls::provider())
            .root_certs(RootCerts::PlatformVerifier)
            .build();
        ureq::Agent::config_builder()
            .tls_config(tls)
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .allow_non_standard_methods(true)
            .accept("")
            .accept_encoding("")
            .user_agent("")
            .proxy(None)
    }

    fn run(
        &self,
        request: http::Request<impl ureq::AsSendBody>,
        bounds: &Bounds,
    ) -> Result<http::Response<ureq::Body>, ureq::Error> {
        let request = self
            .agent
            .configure_request(request)
            .timeout_global(Some(bounds.timeout))
            .timeout_connect(Some(bounds.connect_timeout))
            .build();
        self.agent.run(request)
    }
}

impl Default for Ureq {
    fn default() -> Self {
        Self::new()
    }
}

impl BlockingTransport for Ureq {
    fn send(&self, request: http::Request<Bytes>, bounds: Bounds) -> Outcome {
        let is_empty = request.body().is_empty();
        let response = if announces_body(&request, is_empty) {
            self.run(request.map(|body| body.to_vec()), &bounds)
        } else {
            self.run(request.map(drop), &bounds)
        };
        read(response.map_err(|error| failure(&error))?, bounds.max_body)
    }

    fn stream(&self, request: http::Request<Body>, bounds: Bounds) -> Streamed<Chunks> {
        stream::attempt(&self.agent, request, &bounds)
    }

    fn sleep(&self, time: Duration) {
        std::thread::sleep(time);
    }
}

impl fmt::Debug for Ureq {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ureq").finish_non_exhaustive()
    }
}

fn read(response: http::Response<ureq::Body>, max_body: usize) -> Outcome {
    let (parts, body) = response.into_parts();
    let mut buffer = BodyBuffer::new(body.content_length(), max_body)?;
    let mut reader = body.into_reader();
    let mut chunk = [0; 8 * 1024];
    loop {
        match reader.read(&mut chunk) {
            Ok(0) => return Ok(http::Response::from_parts(parts, buffer.finish())),
            Ok(length) => buffer.push(&chunk[..length])?,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(body_failure(error)),
        }
    }
}

fn failure(error: &ureq::Error) -> Failure {
    use std::io::ErrorKind as Io;
    let kind = match error {
        ureq::Error::Timeout(ureq::Timeout::Connect | ureq::Timeout::Resolve) => {
            FailureKind::Connect
        }
        ureq::Error::Timeout(_) => FailureKind::Timeout,
        ureq::Error::HostNotFound | ureq::Error::ConnectionFailed => FailureKind::Connect,
        ureq::Error::Io(error) => match error.kind() {
            Io::ConnectionRefused | Io::HostUnreachable | Io::NetworkUnreachable => {
                FailureKind::Connect
            }
            Io::TimedOut | Io::WouldBlock => FailureKind::Timeout,
            _ if is_end(error) => FailureKind::Closed,
            _ => FailureKind::Other,
        },
        // This one quotes the URL.
        ureq::Error::BadUri(_) => {
            return Failure::new(FailureKind::Other, "the URL is not valid for `ureq`");
        }
        _ => FailureKind::Other,
    };
    Failure::from_error(kind, error)
}

/// Once there are headers, every end but the body's own and the clock's is one too early.
fn body_failure(error: std::io::Error) -> Failure {
    let timed_out = error.kind() == std::io::ErrorKind::TimedOut
        || matches!(ureq::Error::from(error), ureq::Error::Timeout(_));
    let (kind, message) = if timed_out {
        (
            FailureKind::Timeout,
            "the body did not come in the time of the attempt",
        )
    } else {
        (
            FailureKind::Truncated,
            "the connection ended before the body was complete",
        )
    };
    Failure::new(kind, message)
}
