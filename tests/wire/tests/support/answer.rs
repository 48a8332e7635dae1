//! What a test server says: a status, headers and a body go in, the exact bytes of an answer come
//! out, also of one that breaks the rules of HTTP. Nothing is checked or corrected.

/// One scripted answer.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    head: Vec<u8>,
    body: Vec<u8>,
    framing: Framing,
    holds: bool,
}

#[derive(Clone, Copy, Debug)]
enum Framing {
    /// `Content-Length` says what the body has.
    Exact,
    /// `Content-Length` says this.
    Claimed(u64),
    /// The end of the connection is the end of the body.
    UntilClose,
    /// `Transfer-Encoding: chunked`, in chunks of this size.
    Chunked(usize),
    /// `head` is all there is.
    Raw,
}

impl Answer {
    /// Returns an answer without headers of its own and without a body.
    pub(crate) fn new(status: u16) -> Self {
        let head = format!("HTTP/1.1 {status} Scripted\r\nConnection: close\r\n");
        Self::of(head.into_bytes(), Framing::Exact)
    }

    /// Returns an answer with a `Content-Type` and a body.
    pub(crate) fn with_body(status: u16, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        Self::new(status)
            .header("Content-Type", content_type)
            .body(body)
    }

    /// Returns exactly these bytes, which need not be HTTP.
    pub(crate) fn raw(bytes: impl Into<Vec<u8>>) -> Self {
        Self::of(bytes.into(), Framing::Raw)
    }

    fn of(head: Vec<u8>, framing: Framing) -> Self {
        Self {
            head,
            body: Vec::new(),
            framing,
            holds: false,
        }
    }

    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        self.head
            .extend_from_slice(format!("{name}: {value}\r\n").as_bytes());
        self
    }

    pub(crate) fn body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self
    }

    /// Claims another length than the body has.
    pub(crate) fn claiming(mut self, length: u64) -> Self {
        self.framing = Framing::Claimed(length);
        self
    }

    /// Says nothing about the body's length.
    pub(crate) fn until_close(mut self) -> Self {
        self.framing = Framing::UntilClose;
        self
    }

    /// Sends the body in chunks of `size` bytes.
    pub(crate) fn chunked(mut self, size: usize) -> Self {
        self.framing = Framing::Chunked(size);
        self
    }

    /// Keeps the connection open after the last byte until the client leaves.
    pub(crate) fn holding(mut self) -> Self {
        self.holds = true;
        self
    }

    pub(crate) fn holds(&self) -> bool {
        self.holds
    }

    /// Returns the answer as it goes over the wire.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut bytes = self.head.clone();
        let framing = match self.framing {
            Framing::Exact => format!("Content-Length: {}\r\n\r\n", self.body.len()),
            Framing::Claimed(length) => format!("Content-Length: {length}\r\n\r\n"),
            Framing::UntilClose => "\r\n".to_owned(),
            Framing::Chunked(_) => "Transfer-Encoding: chunked\r\n\r\n".to_owned(),
            Framing::Raw => String::new(),
        };
        bytes.extend_from_slice(framing.as_bytes());
        match self.framing {
            Framing::Chunked(size) => bytes.extend(in_chunks(&self.body, size)),
            _ => bytes.extend_from_slice(&self.body),
        }
        bytes
    }
}

fn in_chunks(body: &[u8], size: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    for chunk in body.chunks(size) {
        bytes.extend_from_slice(format!("{:x}\r\n", chunk.len()).as_bytes());
        bytes.extend_from_slice(chunk);
        bytes.extend_from_slice(b"\r\n");
    }
    bytes.extend_from_slice(b"0\r\n\r\n");
    bytes
}
