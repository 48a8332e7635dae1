//! A call that is on its way, as a type: the request that was written goes in, the operation's value comes
//! out. It is compiled once for each type of value, not for each operation.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use crate::error::Error;
use crate::response::{Answered, Response, ResponseReader};
use crate::transport::BoxFuture;

/// The future of an answer. Nothing is sent until it is polled.
#[must_use = "nothing is sent until it is awaited"]
pub struct Sending<'c, T> {
    call: BoxFuture<'c, Result<Answered, Error>>,
    read: fn(&ResponseReader<'_>) -> Result<T, Error>,
}

impl<'c, T> Sending<'c, T> {
    pub(crate) fn new(
        call: BoxFuture<'c, Result<Answered, Error>>,
        read: fn(&ResponseReader<'_>) -> Result<T, Error>,
    ) -> Self {
        Self { call, read }
    }
}

impl<T> Future for Sending<'_, T> {
    type Output = Result<Response<T>, Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let answered = ready!(self.call.as_mut().poll(context))?;
        Poll::Ready(answered.read(self.read))
    }
}

/// Shows nothing of the request.
impl<T> fmt::Debug for Sending<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sending").finish_non_exhaustive()
    }
}
