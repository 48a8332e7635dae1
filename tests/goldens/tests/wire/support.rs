//! Clients of the cases, and requests as text.

use engross_runtime::Bytes;
use engross_runtime::Error;
use engross_runtime::codec::{DecodeLimits, Model, decode, encode};
use engross_runtime::http::Request;

/// Builds a client of a case: `client!(query)`, or `client!(query, memory)` with a transport.
macro_rules! client {
    ($case:ident) => {
        engross_goldens::$case::Client::builder()
            .server("https://api.test")
            .build()
            .expect("the client can be built")
    };
    ($case:ident, $memory:expr) => {
        engross_goldens::$case::Client::builder()
            .server("https://api.test")
            .blocking_transport($memory)
            .build()
            .expect("the client can be built")
    };
}
pub(crate) use client;

/// Returns method and target, as in `GET /search?q=a`.
pub(crate) fn line(request: Result<Request<Bytes>, Error>) -> String {
    let request = request.expect("there is a request");
    let target = request.uri().path_and_query().expect("there is a path");
    format!("{} {target}", request.method())
}

/// Returns the value of a header, and nothing where it is absent.
pub(crate) fn header(request: &Request<Bytes>, name: &str) -> Option<String> {
    let mut values = request.headers().get_all(name).iter();
    let value = values.next().map(|value| {
        let text = value.to_str().expect("the value is text");
        text.to_owned()
    });
    assert_eq!(values.next(), None, "{name} came twice");
    value
}

/// Returns `Content-Type` and body.
pub(crate) fn content(request: Result<Request<Bytes>, Error>) -> (Option<String>, String) {
    let request = request.expect("there is a request");
    let body = String::from_utf8(request.body().to_vec()).expect("the body is text");
    (header(&request, "content-type"), body)
}

/// Returns a model as JSON.
pub(crate) fn to_json(model: &impl Model) -> String {
    let bytes = encode(model, "application/json").expect("the model can be written");
    String::from_utf8(bytes).expect("JSON is text")
}

/// Reads a model from JSON.
pub(crate) fn from_json<T: Model>(text: &str) -> T {
    read_json(text).expect("the text fits the model")
}

/// Reads a model from JSON that may not fit.
pub(crate) fn read_json<T: Model>(text: &str) -> Result<T, String> {
    let read = decode(
        text.as_bytes(),
        "application/json",
        &DecodeLimits::default(),
    );
    read.map_err(|error| error.to_string())
}
