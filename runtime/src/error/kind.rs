//! The kinds of errors: what a caller may want to tell apart.

/// What failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The client cannot be built as asked: its server URL, a credential or a transport is wrong.
    Configuration,
    /// The operation needs credentials that the client was not given. Nothing was sent.
    MissingCredential,
    /// The value of a parameter cannot be sent. Nothing was sent.
    InvalidParameter,
    /// The body cannot be written in its media type. Nothing was sent.
    Encode,
    /// The body does not fulfil what the description demands of it, and the client was generated to
    /// check that. Nothing was sent.
    InvalidBody,
    /// The client has no transport for this way of sending. Nothing was sent.
    NoTransport,
    /// No connection was made.
    Connect,
    /// The time of an attempt or of the call ran out.
    Timeout,
    /// The answer's body ended before it was complete.
    Truncated,
    /// The request's body could not be read from where it comes from, or is not as long as it was
    /// announced. A server that got a part of it can tell.
    Upload,
    /// The transport failed in another way.
    Transport,
    /// The answer's body, or an item of it, is larger, or nested more deeply, than the client's limits allow.
    Limit,
    /// The server answered with a status that the operation does not return as a value: an error,
    /// or one that the description does not list. Status, headers and body are at hand.
    UnexpectedStatus,
    /// The answer's media type has no form for the value. Status, headers and body are at hand.
    UnsupportedMediaType,
    /// The answer's body is not what the description says. Status, headers and body are at hand.
    Decode,
}
