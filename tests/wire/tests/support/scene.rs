//! One call against one scripted server: a script and settings go in, what came of the call and
//! what the server saw come out.

use std::sync::LazyLock;

use partner_center::operations::CreateCustomerQualifications;
use partner_center::runtime::transport::reqwest::Reqwest;
use partner_center::runtime::transport::ureq::Ureq;
use partner_center::runtime::{Limits, RetryPolicy};
use partner_center::{Client, ClientBuilder};

use super::answer::Answer;
use super::recorded::Recorded;
use super::server::Server;
use super::via::{Outcome, Via};

/// The token of every client here. Nothing but the `Authorization` header may ever hold it.
pub(crate) const TOKEN: &str = "s3cr3t.t0ken-of/the+client=";

/// The customer of most calls.
pub(crate) const CUSTOMER: &str = "c0ffee00-1111-4222-8333-444455556666";

/// The transports that a builder makes by itself, made once: reading the roots of the platform for
/// every call would be most of what these tests do.
static REQWEST: LazyLock<Reqwest> = LazyLock::new(|| {
    Reqwest::new(Limits::default().max_connect()).expect("the transport can be made")
});
static UREQ: LazyLock<Ureq> = LazyLock::new(Ureq::new);

/// A call that is being set up. Nothing is repeated unless asked for.
#[derive(Clone, Debug)]
pub(crate) struct Scene {
    script: Vec<Answer>,
    token: String,
    limits: Limits,
    retry: RetryPolicy,
}

/// A call that is over.
#[derive(Debug)]
pub(crate) struct Played {
    pub(crate) outcome: Outcome,
    pub(crate) requests: Vec<Recorded>,
    pub(crate) connections: usize,
}

impl Scene {
    pub(crate) fn new(script: impl IntoIterator<Item = Answer>) -> Self {
        Self {
            script: script.into_iter().collect(),
            token: TOKEN.to_owned(),
            limits: Limits::default(),
            retry: RetryPolicy::never(),
        }
    }

    /// Calls with another token.
    pub(crate) fn token(mut self, token: &str) -> Self {
        token.clone_into(&mut self.token);
        self
    }

    pub(crate) fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    pub(crate) fn retry(mut self, retry: RetryPolicy) -> Self {
        self.retry = retry;
        self
    }

    /// Makes the call without parameters and body.
    pub(crate) fn play(&self, via: Via) -> Played {
        self.play_with(via, |operation| operation)
    }

    /// Makes the call as `set_up` says.
    pub(crate) fn play_with(
        &self,
        via: Via,
        set_up: impl FnOnce(CreateCustomerQualifications<'_>) -> CreateCustomerQualifications<'_>,
    ) -> Played {
        self.play_client(|client| {
            via.send(set_up(client.create_customer_qualifications("1", CUSTOMER)))
        })
    }

    /// Lets `call` do what it likes with a client of the server.
    pub(crate) fn play_client(&self, call: impl FnOnce(&Client) -> Outcome) -> Played {
        let server = Server::start(self.script.clone());
        let builder = builder(&server)
            .bearer_token(self.token.as_str())
            .limits(self.limits.clone())
            .retry(self.retry.clone())
            .transport(REQWEST.clone())
            .blocking_transport(UREQ.clone());
        let outcome = call(&builder.build().expect("the client can be built"));
        let requests = server.requests();
        Played {
            outcome,
            requests,
            connections: server.stop(),
        }
    }
}

impl Played {
    /// Returns the one request that was made.
    ///
    /// # Panics
    /// Panics where there was not exactly one.
    pub(crate) fn request(&self) -> &Recorded {
        let [request] = self.requests.as_slice() else {
            panic!("expected one request: {:?}", self.requests);
        };
        request
    }
}

/// Returns a builder with the token, for a server, which makes its own transports.
pub(crate) fn builder(server: &Server) -> ClientBuilder {
    Client::builder().server(server.url()).bearer_token(TOKEN)
}
