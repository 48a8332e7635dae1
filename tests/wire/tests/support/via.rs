//! The two ways an operation is sent over a network. Tests run through both.

use partner_center::models::CustomerQualifications;
use partner_center::operations::CreateCustomerQualifications;
use partner_center::{Error, Response};

/// A transport.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Via {
    /// Asynchronous, on a `tokio` runtime of one thread.
    Reqwest,
    /// Blocking.
    Ureq,
}

pub(crate) type Outcome = Result<Response<CustomerQualifications>, Error>;

impl Via {
    pub(crate) const ALL: [Self; 2] = [Self::Reqwest, Self::Ureq];

    /// Sends an operation and waits for what comes of it.
    pub(crate) fn send(self, operation: CreateCustomerQualifications<'_>) -> Outcome {
        match self {
            Self::Reqwest => block_on(operation.send()),
            Self::Ureq => operation.send_blocking(),
        }
    }
}

/// Runs a future on a runtime of its own.
pub(crate) fn block_on<F: Future>(future: F) -> F::Output {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    runtime
        .expect("a runtime of one thread can be made")
        .block_on(future)
}
