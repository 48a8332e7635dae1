//! Operations and clients of the tests.

use engross_runtime::private::{Operation, OperationInfo, RequestWriter, ResponseReader};
use engross_runtime::transport::memory::Memory;
use engross_runtime::{Client, ClientBuilder, Error, Response, Value, http};

use crate::common;
pub(crate) use crate::common::run;

pub(crate) static GET: OperationInfo =
    OperationInfo::new("getPets", "GET", "/pets").accepts(&["application/json"]);
pub(crate) static POST: OperationInfo =
    OperationInfo::new("addPet", "POST", "/pets").accepts(&["application/json"]);
pub(crate) static KEYED: OperationInfo = OperationInfo::new("keyed", "POST", "/pets")
    .accepts(&["application/json", "application/xml"])
    .idempotency_key("MS-RequestId")
    .correlation_id("MS-CorrelationId")
    .correlation_vector("MS-CV");

/// An operation whose request a closure writes.
pub(crate) struct Op<F>(pub(crate) &'static OperationInfo, pub(crate) F);

impl<F: Fn(&mut RequestWriter)> Operation for Op<F> {
    type Output = Value;

    fn info(&self) -> &'static OperationInfo {
        self.0
    }

    fn write(&self, request: &mut RequestWriter) {
        (self.1)(request);
    }

    fn read(response: &ResponseReader<'_>) -> Result<Value, Error> {
        common::read(response)
    }
}

/// `/pets` without anything else.
pub(crate) fn pets(request: &mut RequestWriter) {
    request.path_text("/pets");
}

pub(crate) fn builder() -> ClientBuilder {
    Client::builder("https://api.test/base/")
}

pub(crate) fn client(memory: &Memory) -> Client {
    builder()
        .blocking_transport(memory.clone())
        .build()
        .unwrap()
}

/// Sends `/pets` once, blocking.
pub(crate) fn call(
    memory: &Memory,
    info: &'static OperationInfo,
) -> Result<Response<Value>, Error> {
    client(memory).send_blocking(&Op(info, pets))
}

pub(crate) fn json(memory: Memory, status: u16) -> Memory {
    memory.reply(status, "application/json", "{}")
}

pub(crate) fn redirect(status: u16, location: &str) -> http::Response<&'static str> {
    http::Response::builder()
        .status(status)
        .header("location", location)
        .body("")
        .unwrap()
}
