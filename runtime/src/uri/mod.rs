//! The parts of RFC 3986 that a client needs: percent-encoding, the server's URL, references of
//! redirects. Strings go in, checked `http::Uri`s come out; nothing here sends or logs.

pub(crate) mod percent;
pub(crate) mod resolve;
pub(crate) mod server;
pub(crate) mod server_url;
