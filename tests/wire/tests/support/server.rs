//! A server on 127.0.0.1 that follows a script: the first connection gets the first answer. It
//! records what came. It serves one request per connection and nothing but its script.

use std::collections::VecDeque;
use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

use super::answer::Answer;
use super::recorded::Recorded;

/// No test waits for this; it only ends threads whose client never leaves.
const GIVE_UP: Duration = Duration::from_mins(1);

/// A running server.
#[derive(Debug)]
pub(crate) struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    thread: JoinHandle<usize>,
}

#[derive(Debug, Default)]
struct Shared {
    script: Mutex<VecDeque<Answer>>,
    requests: Mutex<Vec<Recorded>>,
    stopping: AtomicBool,
}

impl Server {
    /// Starts a server on a free port.
    pub(crate) fn start(script: impl IntoIterator<Item = Answer>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("loopback has a free port");
        let address = listener
            .local_addr()
            .expect("a bound listener has an address");
        let script = Mutex::new(script.into_iter().collect());
        let shared = Arc::new(Shared {
            script,
            ..Shared::default()
        });
        let thread = std::thread::spawn({
            let shared = Arc::clone(&shared);
            move || accept(&listener, &shared)
        });
        Self {
            address,
            shared,
            thread,
        }
    }

    /// Returns the server's URL without a trailing slash.
    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Returns the address, for example `127.0.0.1:40123`.
    pub(crate) fn authority(&self) -> String {
        self.address.to_string()
    }

    /// Adds an answer to the script, for one that must name a server that runs already.
    pub(crate) fn then(&self, answer: Answer) {
        self.shared
            .script
            .lock()
            .expect("no thread panicked")
            .push_back(answer);
    }

    /// Returns the requests that were answered so far. A request is recorded before its answer is
    /// sent, so every request whose answer came is here.
    pub(crate) fn requests(&self) -> Vec<Recorded> {
        self.shared
            .requests
            .lock()
            .expect("no thread panicked")
            .clone()
    }

    /// Stops and returns how many connections were ever made, with or without a request.
    pub(crate) fn stop(self) -> usize {
        self.shared.stopping.store(true, Ordering::SeqCst);
        // Connections queue in order: once this one is accepted, so are all before it.
        drop(TcpStream::connect(self.address).expect("the server still listens"));
        self.thread.join().expect("the server did not panic") - 1
    }
}

/// Accepts until stopped, then counts what still waits, the connection that stopped it among them.
fn accept(listener: &TcpListener, shared: &Arc<Shared>) -> usize {
    let mut count = 0;
    while !shared.stopping.load(Ordering::SeqCst) {
        let Ok((stream, _)) = listener.accept() else {
            continue;
        };
        count += 1;
        if !shared.stopping.load(Ordering::SeqCst) {
            let answer = shared
                .script
                .lock()
                .expect("no thread panicked")
                .pop_front();
            let shared = Arc::clone(shared);
            std::thread::spawn(move || serve(stream, answer, &shared));
        }
    }
    listener
        .set_nonblocking(true)
        .expect("a listener can be nonblocking");
    while listener.accept().is_ok() {
        count += 1;
    }
    count
}

/// Serves one connection. Clients may leave whenever they like: their errors are not ours.
fn serve(mut stream: TcpStream, answer: Option<Answer>, shared: &Shared) {
    let _ = stream.set_read_timeout(Some(GIVE_UP));
    let Ok(request) = Recorded::read(&mut stream) else {
        return;
    };
    shared
        .requests
        .lock()
        .expect("no thread panicked")
        .push(request);
    let answer = answer.unwrap_or_else(|| Answer::new(599).body("the script is used up"));
    let _ = stream.write_all(&answer.bytes());
    if answer.holds() {
        let _ = stream.read(&mut [0]);
    }
    let _ = stream.shutdown(Shutdown::Write);
}
