//! A server of bytes on the loopback interface: one thread and one exchange for each connection.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use engross_runtime::{Client, ClientBuilder, RetryPolicy};

/// A server that runs until the test is over.
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    connections: Arc<AtomicUsize>,
}

/// A request that is being answered.
pub(crate) struct Exchange {
    /// The number of the connection, from 0.
    pub(crate) index: usize,
    /// The request line and the headers, in small letters.
    pub(crate) head: String,
    reader: BufReader<TcpStream>,
}

impl Server {
    pub(crate) fn start(handle: impl Fn(&mut Exchange) + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let connections = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&connections);
        let handle = Arc::new(handle);
        thread::spawn(move || {
            for stream in listener.incoming() {
                let index = count.fetch_add(1, Ordering::SeqCst);
                let handle = Arc::clone(&handle);
                thread::spawn(move || handle(&mut Exchange::begin(index, stream.unwrap())));
            }
        });
        Self {
            address,
            connections,
        }
    }

    /// Answers every request by writing these bytes.
    pub(crate) fn writing(bytes: impl Into<Vec<u8>>) -> Self {
        let bytes = bytes.into();
        Self::start(move |exchange| {
            exchange.body(|_| {});
            exchange.write(&bytes);
        })
    }

    pub(crate) fn client(&self) -> ClientBuilder {
        Client::builder(format!("http://{}", self.address)).retry(RetryPolicy::never())
    }

    pub(crate) fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }
}

impl Exchange {
    fn begin(index: usize, stream: TcpStream) -> Self {
        stream
            .set_read_timeout(Some(Duration::from_secs(20)))
            .unwrap();
        let mut reader = BufReader::new(stream);
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            if reader.read_line(&mut head).unwrap_or(0) == 0 {
                break;
            }
        }
        Self {
            index,
            head: head.to_lowercase(),
            reader,
        }
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines();
        lines.find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }

    /// Reads the request's body, up to where it ends or breaks off.
    pub(crate) fn body(&mut self, mut each: impl FnMut(&[u8])) {
        if let Some(length) = self.header("content-length") {
            let length = length.parse().unwrap();
            return self.take(length, &mut each);
        }
        if self.header("transfer-encoding") != Some("chunked") {
            return;
        }
        loop {
            let mut line = String::new();
            let _ = self.reader.read_line(&mut line);
            let Ok(size) = u64::from_str_radix(line.trim(), 16) else {
                return;
            };
            self.take(size, &mut each);
            let _ = self.reader.read_line(&mut line);
            if size == 0 {
                return;
            }
        }
    }

    fn take(&mut self, mut left: u64, each: &mut dyn FnMut(&[u8])) {
        let mut buffer = vec![0; 64 * 1024];
        while left > 0 {
            let most = buffer.len().min(usize::try_from(left).unwrap());
            match self.reader.read(&mut buffer[..most]) {
                Ok(0) | Err(_) => return,
                Ok(length) => {
                    each(&buffer[..length]);
                    left -= length as u64;
                }
            }
        }
    }

    /// Returns the whole body of the request.
    pub(crate) fn text(&mut self) -> String {
        let mut bytes = Vec::new();
        self.body(|piece| bytes.extend_from_slice(piece));
        String::from_utf8(bytes).unwrap()
    }

    /// Writes; tells whether the client is still there.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> bool {
        self.reader.get_mut().write_all(bytes).is_ok()
    }

    /// Writes an answer with a length.
    pub(crate) fn answer(&mut self, status: &str, content_type: &str, body: &str) {
        let length = body.len();
        let head = format!(
            "HTTP/1.1 {status}\r\ncontent-type: {content_type}\r\ncontent-length: {length}\r\n\
             connection: close\r\n\r\n"
        );
        self.write(head.as_bytes());
        self.write(body.as_bytes());
    }

    /// Writes the beginning of an answer in chunks.
    pub(crate) fn begin_chunks(&mut self, content_type: &str) {
        let head = format!(
            "HTTP/1.1 200 OK\r\ncontent-type: {content_type}\r\ntransfer-encoding: chunked\r\n\
             connection: close\r\n\r\n"
        );
        self.write(head.as_bytes());
    }

    /// Writes a chunk, the last one if it is empty.
    pub(crate) fn chunk(&mut self, bytes: &[u8]) -> bool {
        let head = format!("{:x}\r\n", bytes.len());
        self.write(head.as_bytes()) && self.write(bytes) && self.write(b"\r\n")
    }

    /// Waits until the client goes away.
    pub(crate) fn hang(&mut self) {
        let mut byte = [0];
        let _ = self.reader.read(&mut byte);
    }
}
