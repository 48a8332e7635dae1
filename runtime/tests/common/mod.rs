//! What all integration tests of the runtime need.

use std::future::Future;

use engross_runtime::private::ResponseReader;
use engross_runtime::{Error, Value};

/// Runs a future to its end on this thread.
pub(crate) fn run<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
        .block_on(future)
}

/// Reads an answer: any value where there is one, and nothing but 200 and 204.
pub(crate) fn read(response: &ResponseReader<'_>) -> Result<Value, Error> {
    match response.status() {
        200 => response.body(),
        204 => Ok(Value::Null),
        _ => Err(response.unexpected()),
    }
}
