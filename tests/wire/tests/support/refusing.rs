//! An address at which nobody listens, and nobody can begin to: the own end of a connection that is
//! kept open. A port that was merely closed could be given to the next test's server.

use std::net::{TcpListener, TcpStream};

/// The address, as long as this lives.
#[derive(Debug)]
pub(crate) struct Refusing {
    _listener: TcpListener,
    stream: TcpStream,
}

impl Refusing {
    pub(crate) fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("loopback has a free port");
        let address = listener.local_addr().expect("it is bound");
        let stream = TcpStream::connect(address).expect("it listens");
        Self {
            _listener: listener,
            stream,
        }
    }

    pub(crate) fn url(&self) -> String {
        format!(
            "http://{}",
            self.stream.local_addr().expect("it is connected")
        )
    }
}
