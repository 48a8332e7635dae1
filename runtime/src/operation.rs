//! What a client must know of an operation: constant facts, how its request is written and how its
//! answer is read. Implemented by generated code only.

use crate::error::Error;
use crate::request::RequestWriter;
use crate::response::ResponseReader;
use crate::validate::OperationRules;

/// Media types in the order of the description.
pub type MediaTypes = &'static [&'static str];

/// The facts of an operation that do not depend on its parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OperationInfo {
    pub(crate) id: &'static str,
    pub(crate) method: &'static str,
    pub(crate) path: &'static str,
    pub(crate) accepts: MediaTypes,
    pub(crate) streams: MediaTypes,
    pub(crate) security: &'static [&'static [&'static str]],
    pub(crate) idempotency_key: Option<&'static str>,
    pub(crate) correlation_id: Option<&'static str>,
    pub(crate) correlation_vector: Option<&'static str>,
    pub(crate) rules: Option<&'static OperationRules>,
    pub(crate) server: Option<&'static str>,
}

impl OperationInfo {
    /// Names an operation, its method and its path template.
    pub const fn new(id: &'static str, method: &'static str, path: &'static str) -> Self {
        Self {
            id,
            method,
            path,
            accepts: &[],
            streams: &[],
            security: &[],
            idempotency_key: None,
            correlation_id: None,
            correlation_vector: None,
            rules: None,
            server: None,
        }
    }

    /// Sets the media types of the answers; the first is asked for unless the caller chooses.
    #[must_use]
    pub const fn accepts(mut self, media_types: MediaTypes) -> Self {
        self.accepts = media_types;
        self
    }

    /// Sets the media types of the answers that are sequences; they are asked for by who wants items.
    #[must_use]
    pub const fn streams(mut self, media_types: MediaTypes) -> Self {
        self.streams = media_types;
        self
    }

    /// Sets the alternatives of security schemes; all schemes of one alternative are needed.
    #[must_use]
    pub const fn security(mut self, alternatives: &'static [&'static [&'static str]]) -> Self {
        self.security = alternatives;
        self
    }

    /// Names the header that makes repeating the request safe.
    #[must_use]
    pub const fn idempotency_key(mut self, header: &'static str) -> Self {
        self.idempotency_key = Some(header);
        self
    }

    /// Names the header that joins this call to others.
    #[must_use]
    pub const fn correlation_id(mut self, header: &'static str) -> Self {
        self.correlation_id = Some(header);
        self
    }

    /// Names the header that places this call among others.
    #[must_use]
    pub const fn correlation_vector(mut self, header: &'static str) -> Self {
        self.correlation_vector = Some(header);
        self
    }

    /// Sets what is demanded of parameters, bodies and answers, which are checked then.
    #[must_use]
    pub const fn rules(mut self, rules: &'static OperationRules) -> Self {
        self.rules = Some(rules);
        self
    }

    /// Names the server of this operation, where it is not that of the client, by its URL.
    #[must_use]
    pub const fn server(mut self, url: &'static str) -> Self {
        self.server = Some(url);
        self
    }

    /// Returns the id, for example `createPet`.
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// Returns the method, for example `POST`.
    pub const fn method(&self) -> &'static str {
        self.method
    }

    /// Returns the path template, for example `/pets/{petId}`.
    pub const fn path(&self) -> &'static str {
        self.path
    }
}

/// A request of generated code.
pub trait Operation {
    /// What a successful answer is read into.
    type Output;

    /// Returns the constant facts.
    fn info(&self) -> &'static OperationInfo;

    /// Writes path, parameters and body.
    fn write(&self, request: &mut RequestWriter);

    /// Reads an answer.
    fn read(response: &ResponseReader<'_>) -> Result<Self::Output, Error>;
}

/// The part of an operation that does not depend on its output, so that what calls it is compiled
/// once for all operations.
pub(crate) trait Draft {
    /// Returns the constant facts.
    fn facts(&self) -> &'static OperationInfo;

    /// Writes path, parameters and body.
    fn fill(&self, request: &mut RequestWriter);
}

impl<O: Operation> Draft for O {
    fn facts(&self) -> &'static OperationInfo {
        self.info()
    }

    fn fill(&self, request: &mut RequestWriter) {
        self.write(request);
    }
}
