//! How an attempt fails without an answer. Libraries' errors go in and are flattened to text at
//! once: their `Debug` may hold URLs, and URLs may hold keys.

use std::error::Error;
use std::fmt;

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FailureKind {
    /// No connection was made: nothing can have reached the server.
    Connect,
    /// The connection ended before there was an answer. The request may have reached the server.
    Closed,
    /// The time of the attempt ran out.
    Timeout,
    /// The answer's body ended before it was complete.
    Truncated,
    /// The answer's body is larger than allowed.
    TooLarge,
    /// The request's body could not be read, or is not as long as it was announced.
    Upload,
    /// Anything else.
    Other,
}

/// A failure to get an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    kind: FailureKind,
    message: String,
}

impl Failure {
    /// Makes a failure; `message` must not hold the URL's query.
    pub fn new(kind: FailureKind, message: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into(),
        }
    }

    /// Makes a failure out of an error and all its sources.
    pub fn from_error(kind: FailureKind, error: &dyn Error) -> Self {
        let mut message = error.to_string();
        let mut source = error.source();
        while let Some(error) = source {
            let text = error.to_string();
            // Many errors repeat their source in their own text.
            if !message.contains(&text) {
                message.push_str(": ");
                message.push_str(&text);
            }
            source = error.source();
        }
        Self { kind, message }
    }

    /// Returns why there is no answer.
    pub fn kind(&self) -> FailureKind {
        self.kind
    }
}

/// Whether an operation of the system failed because the other side has ended the connection.
#[cfg(any(feature = "reqwest", feature = "ureq"))]
pub(super) fn is_end(error: &std::io::Error) -> bool {
    use std::io::ErrorKind::{BrokenPipe, ConnectionAborted, ConnectionReset, UnexpectedEof};
    let ends = [
        BrokenPipe,
        ConnectionAborted,
        ConnectionReset,
        UnexpectedEof,
    ];
    ends.contains(&error.kind())
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl Error for Failure {}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug)]
    struct Outer(std::io::Error);

    impl fmt::Display for Outer {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("outer")
        }
    }

    impl Error for Outer {
        fn source(&self) -> Option<&(dyn Error + 'static)> {
            Some(&self.0)
        }
    }

    #[test]
    fn sources_are_in_the_text() {
        let error = Outer(std::io::Error::other("inner"));
        let failure = Failure::from_error(FailureKind::Connect, &error);
        assert_eq!(failure.to_string(), "outer: inner");
        assert_eq!(failure.kind(), FailureKind::Connect);
    }
}
