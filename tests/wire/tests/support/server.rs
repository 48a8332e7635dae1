//! A server on 127.0.0.1 that follows a script: the first request gets the first answer. It
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
    thread: JoinHandle<Vec<SocketAddr>>,
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
        // Connections queue in order: where the first of these is, so are all before it. It comes
        // before the sign to stop, the second after it, so that there is one to be woken by.
        let first = TcpStream::connect(self.address).expect("the server still listens");
        self.shared.stopping.store(true, Ordering::SeqCst);
        let second = TcpStream::connect(self.address);
        let own: Vec<_> = [Ok(first), second]
            .iter()
            .flatten()
            .flat_map(TcpStream::local_addr)
            .collect();
        let peers = self.thread.join().expect("the server did not panic");
        peers.iter().filter(|peer| !own.contains(peer)).count()
    }
}

/// Accepts until stopped, then whatever still waits; returns who came.
fn accept(listener: &TcpListener, shared: &Arc<Shared>) -> Vec<SocketAddr> {
    let mut peers = Vec::new();
    while let Ok((stream, peer)) = listener.accept() {
        peers.push(peer);
        if shared.stopping.load(Ordering::SeqCst) {
            break;
        }
        let shared = Arc::clone(shared);
        std::thread::spawn(move || serve(stream, &shared));
    }
    listener
        .set_nonblocking(true)
        .expect("a listener can be nonblocking");
    while let Ok((_, peer)) = listener.accept() {
        peers.push(peer);
    }
    peers
}

/// Serves one connection. Clients may leave whenever they like: their errors are not ours.
fn serve(mut stream: TcpStream, shared: &Shared) {
    let _ = stream.set_read_timeout(Some(GIVE_UP));
    let Ok(request) = Recorded::read(&mut stream) else {
        return;
    };
    let answer = shared.next(request);
    let _ = stream.write_all(&answer.bytes());
    if answer.holds() {
        let _ = stream.read(&mut [0]);
    }
    let _ = stream.shutdown(Shutdown::Write);
}

impl Shared {
    /// Records a request and returns its answer.
    fn next(&self, request: Recorded) -> Answer {
        let mut script = self.script.lock().expect("no thread panicked");
        self.requests
            .lock()
            .expect("no thread panicked")
            .push(request);
        let answer = script.pop_front();
        answer.unwrap_or_else(|| Answer::new(599).body("the script is used up"))
    }
}
