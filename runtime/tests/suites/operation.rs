//! An operation whose request a closure writes.

use engross_runtime::private::{Operation, OperationInfo, RequestWriter, ResponseReader};
use engross_runtime::transport::memory::Memory;
use engross_runtime::{Bytes, Client, Error, Value, http};

static GET: OperationInfo = OperationInfo::new("get", "GET", "/");

struct Op<F>(F);

impl<F: Fn(&mut RequestWriter)> Operation for Op<F> {
    type Output = Value;

    fn info(&self) -> &'static OperationInfo {
        &GET
    }

    fn write(&self, request: &mut RequestWriter) {
        (self.0)(request);
    }

    fn read(response: &ResponseReader<'_>) -> Result<Value, Error> {
        response.body()
    }
}

/// Returns the request that the closure writes, to a server without a base path.
pub(crate) fn request(write: impl Fn(&mut RequestWriter)) -> Result<http::Request<Bytes>, Error> {
    let client = Client::builder("https://api.test").blocking_transport(Memory::new());
    client.build().unwrap().request(&Op(write))
}
